import { IconBuilding } from '@tabler/icons-react';
import { useEffect, useMemo, type ClipboardEvent } from 'react';
import type { MeasureColumn } from '../../../shared/model/accountTable';
import { countedColumn } from '../../../shared/plan/accountColumns';
import { runAppCommand } from '../../state/commandStore';
import { notify } from '../../state/noticeStore';
import { planStore } from '../../state/planStore';
import { goTo } from '../../state/routeStore';
import { viewStore } from '../../state/viewStore';
import { EmptyState } from '../../ui/EmptyState';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { AccountGrid } from './AccountGrid';
import classes from './AccountsScreen.module.css';
import { accountsStore, useAccountsView } from './accountsStore';
import { AccountsToolbar } from './AccountsToolbar';
import { columnsOnScreen } from './columnsOnScreen';
import { beyondText, pasteCells } from './editCommands';
import { FilterChips } from './FilterChips';
import { GroupGrid } from './GroupGrid';
import { parseTsv } from './parseTsv';
import { PlaceReview } from './PlaceReview';
import { followRows, rowStore, useRows } from './rowStore';
import { sumOfPassing } from './groupRows';
import { warmKeys } from './warmKeys';

/** All accounts as a table: sorted, filtered, grouped, edited in place; its selection is the map's. */
export function AccountsScreen() {
  const hasAccounts = useRows((state) => state.liveCount > 0);
  const names = useRows((state) => state.accounts?.names ?? null);
  const groupBy = useAccountsView((view) => view.groupBy);
  const mode = useAccountsView((view) => view.mode);
  useEffect(() => followRows(), []);
  useEffect(() => (names ? warmKeys(names) : undefined), [names]);

  if (!hasAccounts) {
    return (
      <EmptyState
        icon={IconBuilding}
        title="No accounts yet"
        text="Import the list as your CRM or spreadsheet gave it: CSV, TSV or Excel."
        action={{ label: 'Import accounts', run: () => runAppCommand('plan.import') }}
        other={{ label: 'Paste rows, or see what fits', run: () => goTo('import') }}
      />
    );
  }
  return (
    <div className={classes.screen} data-review={mode === 'review' || undefined}>
      <section className={classes.main} aria-label="Accounts" onPaste={pasteIntoTable}>
        <AccountsToolbar />
        <FilterChips />
        <div className={classes.grid}>
          {groupBy === null ? <AccountGrid /> : <GroupGrid columnId={groupBy} />}
        </div>
        <Totals />
      </section>
      {mode === 'review' && <PlaceReview />}
    </div>
  );
}

/** Cells from a spreadsheet go in at the first selected row, in the column that was edited last. */
function pasteIntoTable(event: ClipboardEvent): void {
  if (event.target instanceof HTMLInputElement) return;
  const cells = parseTsv(event.clipboardData.getData('text/plain'));
  const { rows, columns } = rowStore.getState();
  const { plan } = planStore.store.getState();
  const { selectedRows } = viewStore.getState();
  const first = rows.findIndex((row) => selectedRows.includes(row));
  if (!plan || cells.length === 0) return;
  event.preventDefault();
  if (first < 0) {
    notify('info', 'Select the row to paste into', 'Cells go in from that row and the column edited last.');
    return;
  }
  const shown = columnsOnScreen(columns);
  const from = shown.findIndex((column) => column.id === accountsStore.getState().lastColumnId);
  const pasted = pasteCells(cells, Array.from(rows.subarray(first)), shown.slice(Math.max(0, from)));
  if (pasted.command) planStore.dispatch(pasted.command);
  const beyond = beyondText(pasted.beyond);
  if (beyond) notify('warning', 'Part of the paste was left out', beyond);
  const [refused] = pasted.refused;
  if (refused) {
    const name = plan.accounts.names[refused.row]!;
    notify(
      'warning',
      `${pasted.refused.length} of ${pasted.changed + pasted.refused.length} cells were not taken`,
      `The first is ${refused.column} of ${name}: ${refused.message}`,
    );
  }
}

/** What the rows in sight add up to. */
function Totals() {
  const shownCount = useRows((state) => state.rows.length);
  const accounts = useRows((state) => state.accounts);
  const format = usePlanFormat();
  if (!accounts) return null;
  return (
    <footer className={classes.totals}>
      <span>
        <b>{format.number(shownCount)}</b> {shownCount === 1 ? 'account' : 'accounts'} shown
      </span>
      {accounts.measures.map((measure) => (
        <MeasureTotal key={measure.id} measure={measure} counted={countedColumn(accounts, measure)} />
      ))}
    </footer>
  );
}

interface MeasureTotalProps {
  readonly measure: MeasureColumn;
  readonly counted: Float64Array;
}

function MeasureTotal({ measure, counted }: MeasureTotalProps) {
  const passes = useRows((state) => state.passes);
  const format = usePlanFormat();
  const sum = useMemo(() => sumOfPassing(passes, counted), [passes, counted]);
  const figure = format.measure(measure.kind, sum);
  return (
    <span title={figure.exact}>
      <b>{figure.text}</b> {measure.name}
    </span>
  );
}
