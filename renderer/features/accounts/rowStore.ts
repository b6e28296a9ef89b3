import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { liveRowCount, type AccountTable } from '../../../shared/model/accountTable';
import { isApproximate, placeLevelCode } from '../../../shared/model/placeLevel';
import { activeScenario } from '../../state/activeScenario';
import { planStore } from '../../state/planStore';
import { resultStore } from '../../state/resultStore';
import { viewStore } from '../../state/viewStore';
import { accountsStore, type AccountsView } from './accountsStore';
import { columnKeys } from './columnKeys';
import { filterRows } from './filterRows';
import { sortRows } from './sortRows';
import { tableColumns, type TableColumn } from './tableColumns';

/**
 * Which rows the accounts table shows, in which order. Sorting and filtering make index arrays here, outside
 * the table; an edit of a cell leaves them as they are, so that the row one types in does not jump away.
 */
export interface RowState {
  readonly accounts: AccountTable | null;
  readonly columns: readonly TableColumn[];
  /** Rows of the account table in the order shown. */
  readonly rows: Int32Array;
  readonly liveCount: number;
  /** Accounts whose place a person should look at. */
  readonly reviewCount: number;
}

const NO_ROWS = new Int32Array(0);
const NOTHING: RowState = { accounts: null, columns: [], rows: NO_ROWS, liveCount: 0, reviewCount: 0 };

export const rowStore = createStore<RowState>(() => NOTHING);

export function useRows<T>(select: (state: RowState) => T): T {
  return useStore(rowStore, select);
}

const NONE = placeLevelCode('none');

function needsReview(accounts: AccountTable, row: number): boolean {
  const level = accounts.placeLevels[row]!;
  return !accounts.removed[row] && (level === NONE || isApproximate(level));
}

/** What the arrays were made from; what has not changed is not made again. */
interface Made {
  accounts: AccountTable | null;
  sorts: AccountsView['sorts'] | null;
  view: AccountsView | null;
  selectedRows: Int32Array | null;
  sorted: Int32Array;
}

/** Keeps the rows in step with plan, view and selection while the screen is shown. @returns what stops it */
export function followRows(): () => void {
  const made: Made = { accounts: null, sorts: null, view: null, selectedRows: null, sorted: NO_ROWS };
  const refresh = (): void => refreshRows(made);
  const stops = [
    planStore.store.subscribe(refresh),
    resultStore.subscribe(refresh),
    viewStore.subscribe(refresh),
    accountsStore.subscribe(refresh),
  ];
  refresh();
  return () => stops.forEach((stop) => stop());
}

function refreshRows(made: Made): void {
  const accounts = planStore.store.getState().plan?.accounts ?? null;
  if (!accounts) {
    made.accounts = null;
    rowStore.setState(NOTHING);
    return;
  }
  const view = accountsStore.getState();
  const { selectedRows } = viewStore.getState();
  const columns = currentColumns(accounts);
  const before = rowStore.getState();
  const isOtherSet =
    made.accounts?.rowCount !== accounts.rowCount || made.accounts.removed !== accounts.removed;
  const isOtherPlaces = isOtherSet || made.accounts?.placeLevels !== accounts.placeLevels;
  const isResorted = isOtherSet || made.sorts !== view.sorts;
  const isRefiltered = isResorted || isOtherFilter(made, view, selectedRows, isOtherPlaces);
  if (isResorted) made.sorted = sortedRows(accounts, columns, view.sorts);
  const rows = isRefiltered ? shownRows(made.sorted, accounts, columns, view, selectedRows) : before.rows;
  const reviewCount = isOtherPlaces ? countReview(accounts) : before.reviewCount;
  const liveCount = isOtherSet ? liveRowCount(accounts) : before.liveCount;
  Object.assign(made, { accounts, sorts: view.sorts, view, selectedRows });
  if (columns !== before.columns || rows !== before.rows || accounts !== before.accounts) {
    rowStore.setState({ accounts, columns, rows, reviewCount, liveCount });
  }
}

function isOtherFilter(
  made: Made,
  view: AccountsView,
  selectedRows: Int32Array,
  isOtherPlaces: boolean,
): boolean {
  const { filters, search, mode } = view;
  if (made.view?.filters !== filters || made.view.search !== search || made.view.mode !== mode) return true;
  if (mode === 'selection') return made.selectedRows !== selectedRows;
  return mode === 'review' && isOtherPlaces;
}

let latest: { accounts: AccountTable; assignment: Int32Array | null; columns: TableColumn[] } | null = null;

function currentColumns(accounts: AccountTable): TableColumn[] {
  const scenario = activeScenario();
  const known = resultStore.getState().evaluation?.territories.assignment ?? null;
  const assignment = scenario && known?.length === accounts.rowCount ? known : null;
  if (latest?.accounts === accounts && latest.assignment === assignment) return latest.columns;
  const columns = tableColumns(accounts, scenario?.territories ?? [], assignment);
  latest = { accounts, assignment, columns };
  return columns;
}

function sortedRows(
  accounts: AccountTable,
  columns: readonly TableColumn[],
  sorts: AccountsView['sorts'],
): Int32Array {
  const all = new Int32Array(accounts.rowCount);
  for (let row = 0; row < all.length; row++) all[row] = row;
  const keys = sorts.flatMap(({ columnId, direction }) => {
    const column = columns.find((each) => each.id === columnId);
    return column ? [{ keys: columnKeys(column.source), isDescending: direction === 'descending' }] : [];
  });
  return keys.length > 0 ? sortRows(all, keys) : all;
}

function shownRows(
  sorted: Int32Array,
  accounts: AccountTable,
  columns: readonly TableColumn[],
  { sorts, filters, search, mode }: AccountsView,
  selectedRows: Int32Array,
): Int32Array {
  const passed = filterRows(sorted, accounts, columns, filters, search);
  if (mode === 'review') {
    const toCheck = passed.filter((row) => needsReview(accounts, row));
    // Least known first, unless the person sorted: those with no place, then country, region and so on.
    const levels = Float64Array.from(accounts.placeLevels, (code) => (code === NONE ? Infinity : code));
    return sorts.length > 0 ? toCheck : sortRows(toCheck, [{ keys: levels, isDescending: true }]);
  }
  if (mode !== 'selection') return passed;
  const isSelected = new Uint8Array(accounts.rowCount);
  for (const row of selectedRows) isSelected[row] = 1;
  return passed.filter((row) => isSelected[row] === 1);
}

function countReview(accounts: AccountTable): number {
  let count = 0;
  for (let row = 0; row < accounts.rowCount; row++) if (needsReview(accounts, row)) count++;
  return count;
}
