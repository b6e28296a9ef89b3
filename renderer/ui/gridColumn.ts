import type { ReactNode } from 'react';

/** A column of a VirtualTable. Rows are numbers of the caller's: the table never holds what they stand for. */
export interface GridColumn {
  readonly id: string;
  /** With its unit: "Workload, h". */
  readonly title: string;
  readonly align?: 'start' | 'end';
  readonly widthPx: number;
  /** Takes a share of the width that is left over. */
  readonly isGrowing?: boolean;
  readonly isSortable?: boolean;
  /** Stands out, as names do. */
  readonly isStrong?: boolean;
  readonly cell: (row: number) => ReactNode;
  /** What the cell says, for copying and for the full text on hover. */
  readonly text: (row: number) => string;
}

export interface GridSort {
  readonly columnId: string;
  readonly direction: 'ascending' | 'descending';
}

/** The sort after a click on a header: up, down, none. */
export function nextSort(sort: GridSort | null, columnId: string): GridSort | null {
  if (sort?.columnId !== columnId) return { columnId, direction: 'ascending' };
  return sort.direction === 'ascending' ? { columnId, direction: 'descending' } : null;
}
