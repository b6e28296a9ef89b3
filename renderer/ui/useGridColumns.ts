import {
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type Header,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { GridColumn } from './gridColumn';

const FEATURES = tableFeatures({
  columnSizingFeature,
  columnResizingFeature,
  columnVisibilityFeature,
  columnPinningFeature,
});

/** The table library keeps columns only; rows are numbers of the caller's. */
type NoRow = Record<string, never>;
export type GridHeader = Header<typeof FEATURES, NoRow>;

/** A column as it stands in the table now. */
export interface ColumnLayout {
  readonly source: GridColumn;
  readonly header: GridHeader | null;
  readonly widthPx: number;
  /** Distance from the left edge where the column is pinned. */
  readonly pinnedAtPx: number | null;
}

const NO_DATA: NoRow[] = [];
const CHECKBOX_PX = 32;

/** Widths, visibility and pinning of columns: what each is like now, and the grid template of a row. */
export function useGridColumns(
  columns: readonly GridColumn[],
  hiddenIds: readonly string[],
  pinnedIds: readonly string[],
  hasCheckboxes: boolean,
): { layout: readonly ColumnLayout[]; template: string } {
  const definitions = useMemo(
    () =>
      columns.map(({ id, title, widthPx }): ColumnDef<typeof FEATURES, NoRow> => ({
        id,
        header: title,
        size: widthPx,
        minSize: 48,
      })),
    [columns],
  );
  const table = useTable({
    features: FEATURES,
    columns: definitions,
    data: NO_DATA,
    columnResizeMode: 'onChange',
    state: {
      columnVisibility: Object.fromEntries(hiddenIds.map((id) => [id, false])),
      columnPinning: { start: [...pinnedIds], end: [] },
    },
  });
  const sources = new Map(columns.map((column) => [column.id, column]));
  const headers = new Map(table.getFlatHeaders().map((header) => [header.column.id, header]));
  const shown = [...table.getStartVisibleLeafColumns(), ...table.getCenterVisibleLeafColumns()];
  const layout = shown.flatMap((column): ColumnLayout[] => {
    const source = sources.get(column.id);
    if (!source) return [];
    const before = hasCheckboxes ? CHECKBOX_PX : 0;
    return [
      {
        source,
        header: headers.get(column.id) ?? null,
        widthPx: column.getSize(),
        pinnedAtPx: column.getIsPinned() ? before + column.getStart('start') : null,
      },
    ];
  });
  const widths = layout.map(({ source, widthPx }) =>
    source.isGrowing ? `minmax(${widthPx}px, 1fr)` : `${widthPx}px`,
  );
  return { layout, template: (hasCheckboxes ? [`${CHECKBOX_PX}px`, ...widths] : widths).join(' ') };
}
