import type { RawSheet, RawSheets } from '../../import/rawSheets';

/** Cells of a workbook that was read, by the row and column numbers that formulas use. */
export interface WorkbookCells {
  /** @param row from 1; @param column from 0; '' where the cell is empty or not there */
  text(sheet: string, row: number, column: number): string;
  /** Row of the first cell in a column that holds a text; null = none. */
  rowOf(sheet: string, column: number, text: string): number | null;
  /** First row whose cells from the left on hold these texts; null = none. */
  rowOfTexts(sheet: string, texts: readonly string[]): number | null;
  /** Column of a heading in the first row; null = the sheet has none. */
  columnOf(sheet: string, header: string): number | null;
  has(sheet: string): boolean;
  /** The last row of a sheet that holds anything, from 1; 0 = none. */
  lastRow(sheet: string): number;
}

export function workbookCells(file: RawSheets): WorkbookCells {
  const sheets = new Map(file.sheets.map((sheet) => [sheet.name, indexed(sheet)]));
  /** Made when they are first asked for: one a sheet and number of columns. */
  const indices = new Map<string, ReadonlyMap<string, number>>();
  const text = (name: string, row: number, column: number) => {
    const found = sheets.get(name);
    const at = found?.rows.get(row);
    return found === undefined || at === undefined ? '' : (found.sheet.columns[column]?.[at] ?? '');
  };
  return {
    text,
    rowOf(name, column, wanted) {
      const found = sheets.get(name);
      const at = found?.sheet.columns[column]?.findIndex((cell) => cell === wanted) ?? -1;
      return found === undefined || at < 0 ? null : found.sheet.rowNumbers[at]!;
    },
    rowOfTexts(name, texts) {
      const found = sheets.get(name);
      if (!found) return null;
      const { length } = texts;
      let byTexts = indices.get(`${length} ${name}`);
      if (!byTexts) indices.set(`${length} ${name}`, (byTexts = rowsByTexts(found.sheet, length)));
      return byTexts.get(texts.join(SEPARATOR)) ?? null;
    },
    columnOf(name, header) {
      const found = sheets.get(name);
      const at = found?.rows.get(1);
      if (found === undefined || at === undefined) return null;
      const column = found.sheet.columns.findIndex((cells) => cells[at] === header);
      return column < 0 ? null : column;
    },
    has: (name) => sheets.has(name),
    lastRow: (name) => sheets.get(name)?.sheet.rowNumbers.at(-1) ?? 0,
  };
}

function indexed(sheet: RawSheet): { sheet: RawSheet; rows: ReadonlyMap<number, number> } {
  return { sheet, rows: new Map(Array.from(sheet.rowNumbers, (row, at) => [row, at])) };
}

const SEPARATOR = '\u0001';

/** Row numbers by what stands in the first columns; the first row of each. */
function rowsByTexts({ columns, rowNumbers }: RawSheet, width: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let at = rowNumbers.length - 1; at >= 0; at--) {
    const texts = Array.from({ length: width }, (_, column) => columns[column]?.[at] ?? '');
    found.set(texts.join(SEPARATOR), rowNumbers[at]!);
  }
  return found;
}
