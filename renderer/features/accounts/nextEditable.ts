import type { TableColumn } from './tableColumns';

export interface CellPlace {
  readonly row: number;
  readonly columnId: string;
}

/** The cell to type in next: down the same column, or along the row among the columns that can be typed in. */
export function nextEditable(
  rows: Int32Array,
  columns: readonly TableColumn[],
  from: CellPlace,
  move: 'down' | 'right' | 'left',
): CellPlace | null {
  if (move === 'down') {
    const at = rows.indexOf(from.row);
    const row = at < 0 ? undefined : rows[at + 1];
    return row === undefined ? null : { row, columnId: from.columnId };
  }
  const editable = columns.filter((column) => column.isEditable);
  const at = editable.findIndex((column) => column.id === from.columnId);
  const column = editable[at + (move === 'right' ? 1 : -1)];
  return column ? { row: from.row, columnId: column.id } : null;
}
