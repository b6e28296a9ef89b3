import type { RawSheet, RawSheets } from '../../import/rawSheets';

/** Cells of a workbook that was read, by the row and column numbers that formulas use. */
export interface WorkbookCells {
  /** @param row from 1; @param column from 0; '' where the cell is empty or not there */
  text(sheet: string, row: number, column: number): string;
  /** NaN where the cell holds no number. */
  number(sheet: string, row: number, column: number): number;
  /** Row of the first cell in a column that holds a text; null = none. */
  rowOf(sheet: string, column: number, text: string): number | null;
  has(sheet: string): boolean;
}

export function workbookCells(file: RawSheets): WorkbookCells {
  const sheets = new Map(file.sheets.map((sheet) => [sheet.name, indexed(sheet)]));
  const text = (name: string, row: number, column: number) => {
    const found = sheets.get(name);
    const at = found?.rows.get(row);
    return found === undefined || at === undefined ? '' : (found.sheet.columns[column]?.[at] ?? '');
  };
  return {
    text,
    number(name, row, column) {
      const found = text(name, row, column).trim();
      return found === '' ? Number.NaN : Number(found);
    },
    rowOf(name, column, wanted) {
      const found = sheets.get(name);
      const at = found?.sheet.columns[column]?.findIndex((cell) => cell === wanted) ?? -1;
      return found === undefined || at < 0 ? null : found.sheet.rowNumbers[at]!;
    },
    has: (name) => sheets.has(name),
  };
}

function indexed(sheet: RawSheet): { sheet: RawSheet; rows: ReadonlyMap<number, number> } {
  return { sheet, rows: new Map(Array.from(sheet.rowNumbers, (row, at) => [row, at])) };
}
