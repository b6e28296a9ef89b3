import type { Cell, CellFormat, Sheet } from '../workbook';
import { headerRow } from '../workbook';

/** Header and format of a column; its width follows from the header unless it is given. */
export type TableColumn = readonly [header: string, format: CellFormat, widthChars?: number];

/** Room for what stands in a column: a bold total of hundreds of millions with its cents too. */
const LEAST_WIDTH: Partial<Record<CellFormat, number>> = { text: 16, money: 16, moneyCents: 19, date: 12 };

/** A sheet that is one table: a header in view with filters, and the rows below it. */
export function tableSheet(
  name: string,
  columns: readonly TableColumn[],
  body: readonly (readonly Cell[])[],
  more: Partial<
    Pick<Sheet, 'frozenColumns' | 'corridor' | 'choices' | 'filterRow' | 'atLeast' | 'days'>
  > = {},
): Sheet {
  const rows = [headerRow(columns.map(([header]) => header)), ...body];
  return {
    name,
    columns: columns.map(([header, format, widthChars]) => ({
      format,
      widthChars: widthChars ?? Math.max(LEAST_WIDTH[format] ?? 14, Math.min(26, header.length + 3)),
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
