import { useStore } from 'zustand';
import { persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import type { GridSort } from '../../ui/gridColumn';
import type { ColumnWidths } from '../../ui/useGridColumns';
import type { ColumnFilter, ColumnFilters } from './filterRows';

/** How the accounts table is looked at; never part of the plan. */
export interface AccountsView {
  readonly mode: 'all' | 'selection' | 'review';
  /** The latest first; rows alike by one are in the order of the next. */
  readonly sorts: readonly GridSort[];
  readonly filters: ColumnFilters;
  readonly search: string;
  /** Column whose values group the rows; null = rows as they are. */
  readonly groupBy: string | null;
  readonly editing: { readonly row: number; readonly columnId: string } | null;
  /** Where Enter begins to type, and where pasting begins. */
  readonly lastColumnId: string;
}

const SORTS_KEPT = 3;

export const accountsStore = createStore<AccountsView>(() => ({
  mode: 'all',
  sorts: [],
  filters: {},
  search: '',
  groupBy: null,
  editing: null,
  lastColumnId: 'name',
}));

export function useAccountsView<T>(select: (view: AccountsView) => T): T {
  return useStore(accountsStore, select);
}

/** Sorts by a column: up, down, not; what it was sorted by before still orders rows that are alike. */
export function sortByColumn(columnId: string): void {
  accountsStore.setState(({ sorts }) => {
    const [first, ...rest] = sorts;
    const others = sorts.filter((sort) => sort.columnId !== columnId);
    if (first?.columnId !== columnId) {
      return { sorts: [{ columnId, direction: 'ascending' } as const, ...others].slice(0, SORTS_KEPT) };
    }
    if (first.direction === 'ascending') return { sorts: [{ columnId, direction: 'descending' }, ...rest] };
    return { sorts: rest };
  });
}

export function setFilter(columnId: string, filter: ColumnFilter | null): void {
  accountsStore.setState(({ filters }) => {
    const others = Object.entries(filters).filter(([id]) => id !== columnId);
    return { filters: Object.fromEntries(filter ? [...others, [columnId, filter]] : others) };
  });
}

/** Lets all rows through again. */
export function clearFilters(): void {
  accountsStore.setState({ filters: {}, search: '' });
}

/** Which columns are shown and pinned, and how wide they are, by plan; kept across starts. */
interface ColumnChoices {
  readonly hidden: Readonly<Record<string, readonly string[]>>;
  readonly pinned: Readonly<Record<string, readonly string[]>>;
  readonly widths: Readonly<Record<string, ColumnWidths>>;
}

export const columnChoices = createStore<ColumnChoices>()(
  persist((): ColumnChoices => ({ hidden: {}, pinned: {}, widths: {} }), { name: 'evenland.accountColumns' }),
);

export function useColumnChoices<T>(select: (choices: ColumnChoices) => T): T {
  return useStore(columnChoices, select);
}

export function setHiddenColumns(planId: string, ids: readonly string[]): void {
  columnChoices.setState(({ hidden }) => ({ hidden: { ...hidden, [planId]: ids } }));
}

export function setPinnedColumns(planId: string, ids: readonly string[]): void {
  columnChoices.setState(({ pinned }) => ({ pinned: { ...pinned, [planId]: ids } }));
}

const USUAL_WIDTHS: ColumnWidths = {};

/** Widths as the person of this plan drew them. */
export function useColumnWidths(planId: string): ColumnWidths {
  return useColumnChoices((choices) => choices.widths[planId]) ?? USUAL_WIDTHS;
}

export function changeColumnWidths(planId: string, change: (before: ColumnWidths) => ColumnWidths): void {
  columnChoices.setState(({ widths }) => ({
    widths: { ...widths, [planId]: change(widths[planId] ?? USUAL_WIDTHS) },
  }));
}
