import {
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  functionalUpdate,
  tableFeatures,
  useTable,
  type ColumnDef,
  type Header,
  type Updater,
} from '@tanstack/react-table';
import { useMemo, useState, type CSSProperties } from 'react';
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

/** Widths in pixels that a person drew columns to, by column id. */
export type ColumnWidths = Readonly<Record<string, number>>;

/** How the columns of a table stand beyond what they are. */
export interface GridColumnChoices {
  readonly hiddenIds: readonly string[];
  readonly pinnedIds: readonly string[];
  /** The caller's own widths; without them the table keeps them as long as it is on screen. */
  readonly widths?: ColumnWidths | undefined;
  readonly onWidths?: ((change: (before: ColumnWidths) => ColumnWidths) => void) | undefined;
}

/** A column as it stands in the table now. */
export interface ColumnLayout {
  readonly source: GridColumn;
  readonly header: GridHeader | null;
  readonly widthPx: number;
  /** Distance from the left edge where the column is pinned. */
  readonly pinnedAtPx: number | null;
}

const NO_DATA: NoRow[] = [];
const NO_WIDTHS: ColumnWidths = {};
const CHECKBOX_PX = 32;

/** What rows and header take their columns from. */
type ColumnStyle = CSSProperties & Readonly<Record<'--columns' | '--columns-width', string>>;

/** Widths, visibility and pinning of columns: what each is like now, and the style that lays out every row. */
export function useGridColumns(
  columns: readonly GridColumn[],
  { hiddenIds, pinnedIds, widths, onWidths }: GridColumnChoices,
  hasCheckboxes: boolean,
): { layout: readonly ColumnLayout[]; style: ColumnStyle } {
  const [ownWidths, setOwnWidths] = useState<ColumnWidths>(NO_WIDTHS);
  const changeWidths = onWidths ?? setOwnWidths;
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
    onColumnSizingChange: (update: Updater<Record<string, number>>) =>
      changeWidths((before) => functionalUpdate(update, before)),
    state: {
      columnSizing: widths ?? ownWidths,
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
  const tracks = layout.map(({ source, widthPx }) =>
    source.isGrowing ? `minmax(${widthPx}px, 1fr)` : `${widthPx}px`,
  );
  const widthPx = layout.reduce((sum, column) => sum + column.widthPx, hasCheckboxes ? CHECKBOX_PX : 0);
  return {
    layout,
    style: {
      '--columns': (hasCheckboxes ? [`${CHECKBOX_PX}px`, ...tracks] : tracks).join(' '),
      '--columns-width': `${widthPx}px`,
    },
  };
}
