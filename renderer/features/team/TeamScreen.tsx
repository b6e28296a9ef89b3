import { IconUsers } from '@tabler/icons-react';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState, type ReactNode } from 'react';
import { useActiveScenario } from '../../state/activeScenario';
import { NARROW_WINDOW, panelKey, showPanel, usePanelStore } from '../../state/panelStore';
import { planStore, usePlanStore } from '../../state/planStore';
import { useRoute } from '../../state/routeStore';
import { useResultStore } from '../../state/resultStore';
import { EmptyState } from '../../ui/EmptyState';
import type { PlanFormat } from '../../ui/planFormat';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { SplitPane } from '../../ui/SplitPane';
import { UnreadList } from '../../ui/UnreadList';
import { useStatus } from '../../ui/useStatus';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';
import type { PlanEvaluation } from '../../../shared/plan/evaluatePlan';
import { importRoster } from './importRoster';
import type { CellPlace } from './movedCell';
import { TeamOverview } from './TeamOverview';
import { TeamSide, type TeamSidePart } from './TeamSide';
import { addRep, pasteReps, putRep, seatEveryTerritory, typeCell } from './teamEdits';
import { teamViewOf } from './teamView';
import { repRows, type RepColumn, type RepRow } from './repColumns';
import { RepCell } from './RepCell';
import { RepGrid, type GridOrder } from './RepGrid';
import { repTotals } from './repTotals';
import { teamColumns } from './teamColumns';
import { TeamHeader } from './TeamHeader';
import classes from './TeamScreen.module.css';

/** Team and quotas: who sells where, for what pay, and against what quota. */
export function TeamScreen() {
  const plan = usePlanStore((state) => state.plan);
  return plan ? <TeamBody plan={plan} /> : null;
}

function TeamBody({ plan }: { readonly plan: PlanDocument }) {
  const format = usePlanFormat();
  const scenario = useActiveScenario();
  const evaluation = useResultStore((state) => state.evaluation);
  const [order, setOrder] = useState<GridOrder | null>(null);
  const [cell, setCellPlace] = useState<CellPlace>({ row: 0, column: 0 });
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [sidePart, setSidePart] = useState<TeamSidePart>('quotas');
  const view = useRoute((route) => teamViewOf(route.section));
  const pay = evaluation?.pay ?? null;
  const { rows, columns, potential, isBesidePanel } = useTeamTable(plan, scenario, evaluation, order);
  const place = {
    row: Math.min(cell.row, Math.max(0, rows.length - 1)),
    column: Math.min(cell.column, columns.length - 1),
  };
  const current = rows[place.row] ?? null;
  const totals = useMemo(() => repTotals(rows), [rows]);
  useTeamStatus(rows.length, totals, format);

  const takeRoster = () => void importRoster(plan, scenario).then((found) => found && setProblems(found));

  function showSide(part: TeamSidePart): void {
    setSidePart(part);
    showPanel('team', 'left');
  }

  function showRep(repId: string): void {
    const row = rows.findIndex((each) => each.rep.id === repId);
    if (row < 0) return;
    setCellPlace({ row, column: 0 });
    showSide('rep');
  }

  return (
    <div className={classes.screen}>
      <TeamHeader
        totals={totals}
        rows={rows}
        current={current}
        view={view}
        onDetails={() => showSide('rep')}
        onAdd={() => {
          addRep(plan);
          setOrder(null);
          setCellPlace({ row: rows.length, column: 0 });
        }}
        onImport={takeRoster}
        onSeatAll={() => seatEveryTerritory(plan, scenario)}
        onRemove={() => {
          if (current) planStore.dispatch({ kind: 'removeRep', repId: current.rep.id });
        }}
      />
      {problems.length > 0 && <UnreadList problems={problems} onClose={() => setProblems([])} />}
      <div className={classes.body}>
        <SplitPane
          name="team"
          left={{
            label: 'Quotas and rep',
            sizePx: 280,
            minPx: 260,
            maxPx: 420,
            narrowPx: 264,
            strip: (unfold) => <div className={classes.strip}>{unfold}</div>,
            content: (
              <TeamSide
                plan={plan}
                scenario={scenario}
                pay={pay}
                rep={current?.rep ?? null}
                part={sidePart}
                onPart={setSidePart}
                onPut={putRep}
              />
            ),
          }}
        >
          {rows.length === 0 ? (
            <EmptyState
              icon={IconUsers}
              title="No reps yet"
              text="Reps carry a territory, a quota and a comp plan. Begin with one for each territory."
              action={{ label: 'One rep per territory', run: () => seatEveryTerritory(plan, scenario) }}
              other={{ label: 'Import roster', run: takeRoster }}
            />
          ) : view !== 'reps' && pay ? (
            <TeamOverview
              view={view}
              rows={rows}
              settings={plan.quotaSettings}
              pay={pay}
              potential={potential}
              selectedId={current?.rep.id ?? null}
              onSelect={showRep}
            />
          ) : (
            <TableBeside isBesidePanel={isBesidePanel}>
              <RepGrid
                rows={rows}
                columns={columns}
                order={order}
                onOrder={(columnId) => setOrder((before) => turnedOrder(before, columnId))}
                cell={place}
                onCell={setCellPlace}
                onType={typeCell}
                onPaste={(text, at) => pasteReps(text, rows, columns, at)}
                render={(row, column) => (
                  <RepCell row={row} column={column} corridorShare={scenario?.corridorShare ?? 0.15} />
                )}
                footer={columns.map((column) => totals.text(column.id, format))}
              />
            </TableBeside>
          )}
        </SplitPane>
      </div>
    </div>
  );
}

/** The rows in their order, and the columns that there is room for. */
function useTeamTable(
  plan: PlanDocument,
  scenario: Scenario | null,
  evaluation: PlanEvaluation | null,
  order: GridOrder | null,
) {
  const format = usePlanFormat();
  const { isNarrow, isBesidePanel } = useRoom();
  const potential =
    plan.accounts.measures.find((measure) => measure.id === evaluation?.pay.potentialMeasureId) ?? null;
  const columns = useMemo(
    () =>
      teamColumns({
        format,
        reps: plan.reps,
        scenario,
        compPlans: plan.compPlans,
        potential,
        isNarrow,
        isBesidePanel,
      }),
    [format, plan.reps, plan.compPlans, scenario, potential, isNarrow, isBesidePanel],
  );
  const rows = useMemo(
    () => ordered(repRows(plan.reps, scenario, evaluation), columns, order),
    [plan.reps, scenario, evaluation, columns, order],
  );
  return { rows, columns, potential, isBesidePanel };
}

/** The table, with a word on the columns that the panel beside it stands for. */
function TableBeside({
  isBesidePanel,
  children,
}: {
  readonly isBesidePanel: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes.table}>
      {isBesidePanel && (
        <p className={classes.hint}>
          Role, base, TI and comp plan are in the panel. Fold it to have them in the table.
        </p>
      )}
      <div className={classes.grid}>{children}</div>
    </div>
  );
}

/** Folding of the panel and the width of the window, by which columns are chosen. */
function useRoom(): { isNarrow: boolean; isBesidePanel: boolean } {
  const isNarrow = useMediaQuery(NARROW_WINDOW) ?? false;
  const isFolded = usePanelStore(({ folded }) => folded[panelKey('team', 'left', true)]) ?? true;
  return { isNarrow, isBesidePanel: isNarrow && !isFolded };
}

/** Reps, quotas and OTE in the status bar. */
function useTeamStatus(repCount: number, totals: ReturnType<typeof repTotals>, format: PlanFormat): void {
  useStatus(
    useMemo(
      () => [
        { value: String(repCount), text: repCount === 1 ? 'rep' : 'reps' },
        { value: format.cents(totals.quotaCents), text: 'quotas' },
        { value: format.cents(totals.oteCents), text: 'OTE' },
      ],
      [repCount, totals, format],
    ),
  );
}

/** A click on a column sorts by it, another one the other way round. */
function turnedOrder(before: GridOrder | null, columnId: string): GridOrder {
  return { columnId, isDescending: before?.columnId === columnId ? !before.isDescending : false };
}

function ordered(rows: RepRow[], columns: readonly RepColumn[], order: GridOrder | null): RepRow[] {
  const column = columns.find((each) => each.id === order?.columnId);
  if (!column || !order) return rows;
  const sign = order.isDescending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [column.key(a), column.key(b)];
    return left < right ? -sign : left > right ? sign : 0;
  });
}
