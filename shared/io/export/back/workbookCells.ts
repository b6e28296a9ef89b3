import type { RawSheet, RawSheets } from '../../import/rawSheets';

/** Cells of a workbook that was read, by the row and column numbers that formulas use. */
export interface WorkbookCells {
  /** @param row from 1; @param column from 0; '' where the cell is empty or not there */
  text(sheet: string, row: number, column: number): string;
  /** Row of the first cell in a column that holds a text; null = none. */
  rowOf(sheet: string, column: number, text: string): number | null;
  has(sheet: string): boolean;
  /** The last row of a sheet that holds anything, from 1; 0 = none. */
  lastRow(sheet: string): number;
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
    rowOf(name, column, wanted) {
      const found = sheets.get(name);
      const at = found?.sheet.columns[column]?.findIndex((cell) => cell === wanted) ?? -1;
      return found === undefined || at < 0 ? null : found.sheet.rowNumbers[at]!;
    },
    has: (name) => sheets.has(name),
    lastRow: (name) => sheets.get(name)?.sheet.rowNumbers.at(-1) ?? 0,
  };
}

function indexed(sheet: RawSheet): { sheet: RawSheet; rows: ReadonlyMap<number, number> } {
  return { sheet, rows: new Map(Array.from(sheet.rowNumbers, (row, at) => [row, at])) };
}
