import type { Cell, CellFormat, Sheet } from '../workbook';
import { headerRow } from '../workbook';

/** Header and format of a column; its width follows from the header unless it is given. */
export type TableColumn = readonly [header: string, format: CellFormat, widthChars?: number];

/** Room for what stands in a column: a bold total of hundreds of millions with its cents too. */
const LEAST_WIDTH: Partial<Record<CellFormat, number>> = { text: 16, money: 16, moneyCents: 19, date: 12 };

/** Rows of a table that are made when they are asked for. */
export interface LaterRows {
  readonly count: number;
  rows(): Iterable<readonly Cell[]>;
}

/** A sheet that is one table: a header in view with filters, and the rows below it. */
export function tableSheet(
  name: string,
  columns: readonly TableColumn[],
  body: readonly (readonly Cell[])[] | LaterRows,
  more: Partial<
    Pick<Sheet, 'frozenColumns' | 'corridor' | 'choices' | 'filterRow' | 'atLeast' | 'days' | 'warnings'>
  > = {},
): Sheet {
  const header = headerRow(columns.map(([heading]) => heading));
  const later = 'count' in body ? body : { count: body.length, rows: () => body };
  return {
    name,
    columns: columns.map(([header, format, widthChars]) => ({
      format,
      widthChars: widthChars ?? Math.max(LEAST_WIDTH[format] ?? 14, Math.min(26, header.length + 3)),
    })),
    *rows() {
      yield header;
      yield* later.rows();
    },
    rowCount: 1 + later.count,
    frozenRows: 1,
    frozenColumns: 1,
    filterRow: 1,
    corridor: null,
    choices: [],
    ...more,
  };
}
