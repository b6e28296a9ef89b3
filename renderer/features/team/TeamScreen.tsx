import { IconUsers } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { notify } from '../../state/noticeStore';
import { useActiveScenario } from '../../state/activeScenario';
import { planStore, usePlanStore } from '../../state/planStore';
import { useResultStore } from '../../state/resultStore';
import { EmptyState } from '../../ui/EmptyState';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { SplitPane } from '../../ui/SplitPane';
import { useStatus } from '../../ui/useStatus';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { CellPlace } from './movedCell';
import { pasteCells, setCell } from './pasteCells';
import { QuotaPanel } from './QuotaPanel';
import { newRep, oneRepPerTerritory } from './repEdits';
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
  const pay = evaluation?.pay ?? null;
  const potential = plan.accounts.measures.find((measure) => measure.id === pay?.potentialMeasureId) ?? null;
  const columns = useMemo(
    () => teamColumns({ format, reps: plan.reps, scenario, compPlans: plan.compPlans, potential }),
    [format, plan.reps, plan.compPlans, scenario, potential],
  );
  const rows = useMemo(
    () => ordered(repRows(plan.reps, scenario, evaluation), columns, order),
    [plan.reps, scenario, evaluation, columns, order],
  );
  const place = { row: Math.min(cell.row, Math.max(0, rows.length - 1)), column: cell.column };
  const current = rows[place.row] ?? null;
  const totals = useMemo(() => repTotals(rows), [rows]);
  useStatus(
    useMemo(
      () => [
        { value: String(rows.length), text: rows.length === 1 ? 'rep' : 'reps' },
        { value: format.cents(totals.quotaCents), text: 'quotas' },
        { value: format.cents(totals.oteCents), text: 'OTE' },
      ],
      [rows.length, totals, format],
    ),
  );

  function type(row: RepRow, column: RepColumn, typed: string): string | null {
    const result = setCell(row.rep, column, typed);
    const problem =
      typeof result === 'string'
        ? result
        : dispatchReps([result], `set ${column.title.split(',')[0]!.toLowerCase()} of ${row.rep.name}`);
    if (problem !== null) notify('error', problem);
    return problem;
  }

  function paste(text: string, at: CellPlace): void {
    const { reps, problems } = pasteCells(text, rows, columns, at);
    if (reps.length > 0)
      dispatchReps(reps, `paste into ${reps.length === 1 ? reps[0]!.name : `${reps.length} reps`}`);
    if (problems.length > 0) {
      const more = problems.length > 3 ? ` And ${problems.length - 3} more.` : '';
      notify('warning', 'Some cells were left as they were', `${problems.slice(0, 3).join(' ')}${more}`);
    }
  }

  function seatAll(): void {
    if (!scenario) return;
    const reps = oneRepPerTerritory(plan, scenario, () => crypto.randomUUID());
    if (reps.length === 0) notify('info', 'Every territory has a rep already.');
    else dispatchReps(reps, `give ${reps.length === 1 ? '1 territory' : `${reps.length} territories`} a rep`);
  }

  return (
    <div className={classes.screen}>
      <TeamHeader
        totals={totals}
        rows={rows}
        current={current}
        onAdd={() => {
          const rep = newRep(plan, { id: crypto.randomUUID(), name: `New rep ${plan.reps.length + 1}` });
          dispatchReps([rep], 'add a rep');
          setOrder(null);
          setCellPlace({ row: rows.length, column: 0 });
        }}
        onSeatAll={seatAll}
        onRemove={() => {
          if (current) planStore.dispatch({ kind: 'removeRep', repId: current.rep.id });
        }}
      />
      <div className={classes.body}>
        <SplitPane
          name="team"
          left={{
            label: 'Quota settings',
            sizePx: 280,
            minPx: 260,
            maxPx: 420,
            narrowPx: 264,
            content: <QuotaPanel settings={plan.quotaSettings} pay={pay} measures={plan.accounts.measures} />,
          }}
        >
          {rows.length === 0 ? (
            <EmptyState
              icon={IconUsers}
              title="No reps yet"
              text="Reps carry a territory, a quota and a comp plan. Begin with one for each territory."
              action={{ label: 'One rep per territory', run: seatAll }}
            />
          ) : (
            <RepGrid
              rows={rows}
              columns={columns}
              order={order}
              onOrder={(columnId) =>
                setOrder((before) => ({
                  columnId,
                  isDescending: before?.columnId === columnId ? !before.isDescending : false,
                }))
              }
              cell={place}
              onCell={setCellPlace}
              onType={type}
              onPaste={paste}
              render={(row, column) => (
                <RepCell row={row} column={column} corridorShare={scenario?.corridorShare ?? 0.15} />
              )}
              footer={columns.map((column) => totals.text(column.id, format))}
            />
          )}
        </SplitPane>
      </div>
    </div>
  );
}

/** @returns why it can't be done, or null */
function dispatchReps(reps: readonly RepRow['rep'][], label: string): string | null {
  const result = planStore.dispatch({ kind: 'putReps', reps, label });
  return result.ok ? null : result.message;
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
