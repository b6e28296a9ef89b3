import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { liveRowCount, type AccountTable } from '../../../shared/model/accountTable';
import { isApproximate, placeLevelCode } from '../../../shared/model/placeLevel';
import type { Territory } from '../../../shared/model/territory';
import { activeScenario } from '../../state/activeScenario';
import { planStore } from '../../state/planStore';
import { resultStore } from '../../state/resultStore';
import { viewStore } from '../../state/viewStore';
import { accountsStore, type AccountsView } from './accountsStore';
import { columnKeys } from './columnKeys';
import { passingRows, pickRows } from './filterRows';
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
  /** 1 for each row shown, 0 for the others, by row of the table; the same array in whatever order they are. */
  readonly passes: Uint8Array;
  readonly liveCount: number;
  /** Accounts whose place a person should look at. */
  readonly reviewCount: number;
}

const NO_ROWS = new Int32Array(0);
const NONE_PASS = new Uint8Array(0);
const NOTHING: RowState = {
  accounts: null,
  columns: [],
  rows: NO_ROWS,
  passes: NONE_PASS,
  liveCount: 0,
  reviewCount: 0,
};

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
  /** The columns that the rows shown were found in. */
  filtered: readonly TableColumn[] | null;
}

/** Keeps the rows in step with plan, view and selection while the screen is shown. @returns what stops it */
export function followRows(): () => void {
  const made: Made = {
    accounts: null,
    sorts: null,
    view: null,
    selectedRows: null,
    sorted: NO_ROWS,
    filtered: null,
  };
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
  const isRefiltered =
    isOtherSet ||
    isOtherFilter(made, view, selectedRows, isOtherPlaces) ||
    // Rows that were edited are looked at anew with the next sort, not while one types in them.
    (isResorted && made.filtered !== columns);
  if (isResorted) made.sorted = sortedRows(accounts, columns, view.sorts);
  const passes = isRefiltered ? shownRows(accounts, columns, view, selectedRows) : before.passes;
  const rows =
    isResorted || isRefiltered ? rowsInOrder(pickRows(made.sorted, passes), accounts, view) : before.rows;
  if (isRefiltered) made.filtered = columns;
  const reviewCount = isOtherPlaces ? countReview(accounts) : before.reviewCount;
  const liveCount = isOtherSet ? liveRowCount(accounts) : before.liveCount;
  Object.assign(made, { accounts, sorts: view.sorts, view, selectedRows });
  if (columns !== before.columns || rows !== before.rows || accounts !== before.accounts) {
    rowStore.setState({ accounts, columns, rows, passes, reviewCount, liveCount });
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

let latest: {
  readonly accounts: AccountTable;
  readonly territories: readonly Territory[];
  readonly assignment: Int32Array | null;
  readonly columns: TableColumn[];
} | null = null;
const NO_TERRITORIES: readonly Territory[] = [];

function currentColumns(accounts: AccountTable): TableColumn[] {
  const scenario = activeScenario();
  const territories = scenario?.territories ?? NO_TERRITORIES;
  const known = resultStore.getState().evaluation?.territories.assignment ?? null;
  const assignment = scenario && known?.length === accounts.rowCount ? known : null;
  const isSame = latest?.accounts === accounts && latest.territories === territories;
  if (latest && isSame && latest.assignment === assignment) return latest.columns;
  const columns = tableColumns(accounts, territories, assignment);
  latest = { accounts, territories, assignment, columns };
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

/** Which rows filters, search and mode let through, 1 or 0 by row of the table. */
function shownRows(
  accounts: AccountTable,
  columns: readonly TableColumn[],
  { filters, search, mode }: AccountsView,
  selectedRows: Int32Array,
): Uint8Array {
  const passes = passingRows(accounts, columns, filters, search);
  if (mode === 'review') return passes.map((isIn, row) => (isIn && needsReview(accounts, row) ? 1 : 0));
  if (mode !== 'selection') return passes;
  const isSelected = new Uint8Array(accounts.rowCount);
  for (const row of selectedRows) isSelected[row] = passes[row]!;
  return isSelected;
}

/** Places to check come the least known first, unless the person sorted: no place, then country, region and so on. */
function rowsInOrder(rows: Int32Array, accounts: AccountTable, { mode, sorts }: AccountsView): Int32Array {
  if (mode !== 'review' || sorts.length > 0) return rows;
  const levels = Float64Array.from(accounts.placeLevels, (code) => (code === NONE ? Infinity : code));
  return sortRows(rows, [{ keys: levels, isDescending: true }]);
}

function countReview(accounts: AccountTable): number {
  let count = 0;
  for (let row = 0; row < accounts.rowCount; row++) if (needsReview(accounts, row)) count++;
  return count;
}
