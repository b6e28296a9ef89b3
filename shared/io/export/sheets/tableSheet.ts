import type { Cell, CellFormat, Sheet } from '../workbook';
import { headerRow } from '../workbook';

/** Header and format of a column; its width follows from the header unless it is given. */
export type TableColumn = readonly [header: string, format: CellFormat, widthChars?: number];

/** A sheet that is one table: a header in view with filters, and the rows below it. */
export function tableSheet(
  name: string,
  columns: readonly TableColumn[],
  body: readonly (readonly Cell[])[],
  more: Partial<Pick<Sheet, 'frozenColumns' | 'corridor' | 'choices' | 'filterRow' | 'atLeast'>> = {},
): Sheet {
  const rows = [headerRow(columns.map(([header]) => header)), ...body];
  return {
    name,
    columns: columns.map(([header, format, widthChars]) => ({
      format,
      widthChars: widthChars ?? Math.max(format === 'text' ? 16 : 14, Math.min(26, header.length + 3)),
    })),
    rows: () => rows,
    rowCount: rows.length,
    frozenRows: 1,
    frozenColumns: 1,
    filterRow: 1,
    corridor: null,
    choices: [],
    ...more,
  };
}
