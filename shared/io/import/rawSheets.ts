/** Files as read, before anything is understood: sheets of text cells, in columns. */

import type { CellPlace, ProblemCode, Severity } from './findings';

/** What a cell was in the file. Text files have only texts. */
export const CELL_KIND = {
  text: 0,
  number: 1,
  date: 2,
  boolean: 3,
  error: 4,
  formulaWithoutValue: 5,
} as const;

export interface HeaderGuess {
  /** Index into the stored rows; the data begin at firstRow + rowCount. */
  readonly firstRow: number;
  /** 0 = the file has no header, 2 = a group row over the names. */
  readonly rowCount: 0 | 1 | 2;
}

/** What was noticed on the way, in words to be shown. */
export interface FileNote {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** 0 where the whole file is meant. */
  readonly row: number;
  readonly text: string;
}

export interface RawSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Stored rows: blank rows are left out, and rowNumbers says where they were. */
  readonly rowCount: number;
  /** The number of each stored row as Excel shows it, from 1, ascending. */
  readonly rowNumbers: Int32Array;
  /** columns[column][row], '' where the cell is empty; all columns are rowCount long. */
  readonly columns: readonly (readonly string[])[];
  /** One code of CELL_KIND a cell, for columns that hold anything but text; null where all is text. */
  readonly cellKinds: readonly (Uint8Array | null)[];
  /** Columns that the workbook hides. */
  readonly hiddenColumns: readonly number[];
  readonly header: HeaderGuess;
  /** Cells whose bytes could not be read as text, by the file's row number. */
  readonly damagedCells?: readonly CellPlace[];
}

export interface RawSheets {
  readonly fileName: string;
  readonly format: 'delimited' | 'workbook';
  /** Of a text file, as in "utf-8"; null for a workbook. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheets: readonly RawSheet[];
  /** The largest sheet that looks like a list of accounts, of those that are not hidden. */
  readonly mainSheet: number;
  readonly notes: readonly FileNote[];
}

/** How far a long reading is; yielded by the step-by-step functions, so that they can be stopped between steps. */
export interface ImportProgress {
  readonly stage: 'read' | 'clean' | 'place';
  /** 0–1 within the stage. */
  readonly share: number;
}

/** Runs a step-by-step function to its end. */
export function runToEnd<T>(steps: Generator<ImportProgress, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The letters of a column as Excel shows them: 0 → A, 26 → AA. */
export function columnLetters(columnIndex: number): string {
  let letters = '';
  for (let left = columnIndex; left >= 0; left = Math.floor(left / 26) - 1) {
    letters = String.fromCharCode(65 + (left % 26)) + letters;
  }
  return letters;
}

/** One header a column, from one or two rows; blank ones are named by letter, repeated ones numbered. */
export function headersOf(sheet: RawSheet, header: HeaderGuess = sheet.header): string[] {
  const seen = new Map<string, number>();
  let group = '';
  return sheet.columns.map((cells, column) => {
    const first = header.rowCount > 0 ? clean(cells[header.firstRow]) : '';
    const second = header.rowCount > 1 ? clean(cells[header.firstRow + 1]) : '';
    if (first) group = first;
    // A group's name spreads over the columns to its right, a name merged downwards does not.
    const over = header.rowCount > 1 && second ? group : first;
    const name = [over, second].filter(Boolean).join(' ') || `Column ${columnLetters(column)}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

function clean(cell: string | undefined): string {
  return (cell ?? '').replace(/\s+/g, ' ').trim();
}
