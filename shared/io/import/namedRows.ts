import { columnLetters, type RawSheet, type RawSheets } from './rawSheets';
import { readFile } from './readFile';
import { ImportFileError } from './importFileError';
import { decideDecimalMark, readNumber } from './cleanNumber';
import type { Severity } from './findings';

/** What is wrong with a cell of a roster or of results, by row and column as Excel shows them. */
export interface RowProblem {
  readonly row: number;
  /** Header of the column, '' where the whole row is meant. */
  readonly column: string;
  readonly code: string;
  readonly severity: Severity;
  /** Says file, row, column, what is wrong and what becomes of it. */
  readonly message: string;
}

/** The columns that a list may have, by name: spellings of their headers, blanks and case aside. */
export type ColumnNames<Name extends string> = Readonly<Record<Name, readonly string[]>>;

/** A row of a list whose columns are known by name. */
export interface NamedRow<Name extends string> {
  /** As Excel shows it, from 1. */
  readonly row: number;
  /** The cell without blanks around it; '' where the list has no such column. */
  text(name: Name): string;
  /** null where the cell is empty or unreadable; an unreadable one is a problem. */
  number(name: Name): number | null;
  problem(name: Name | null, code: string, severity: Severity, text: string): void;
}

export interface NamedRows<Name extends string> {
  readonly rows: readonly NamedRow<Name>[];
  readonly problems: RowProblem[];
  /** Columns with a header that is none of the names, each as something to know of. */
  readonly unread: readonly RowProblem[];
  has(name: Name): boolean;
}

/** A unit behind the name does not count: "Base salary, $", "Credited (USD)". */
const keyOf = (header: string) =>
  header
    .toLowerCase()
    .replace(/[,(].*$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Header rows are looked for this far down. */
const SEARCHED_ROWS = 30;

/** Columns without which it is no such list; of several together, one is enough. */
type Needed<Name extends string> = readonly (Name | readonly Name[])[];

/**
 * Reads a list whose columns are told by their headers: CSV in any usual form, or a workbook's largest sheet.
 * @throws ImportFileError where the file can't be read, or lacks a column that is needed
 */
export function readNamedRows<Name extends string>(
  bytes: Uint8Array,
  fileName: string,
  names: ColumnNames<Name>,
  needed: Needed<Name>,
): NamedRows<Name> {
  const sheets = readFile(bytes, fileName);
  const { sheet, headerRow, columnOf } = bestSheet(sheets, names, needed);
  const missing = needed.filter((one) => !isThere(one, columnOf));
  if (missing.length > 0) {
    const known = sheet.columns.map((cells) => cells[headerRow]!.trim()).filter((text) => text !== '');
    throw new ImportFileError(
      'not-a-table',
      `${fileName}: no column ${missing.map(inWords).join(', ')}. Its columns are ${known.join(', ')}; name them ${Object.keys(names).join(', ')}.`,
    );
  }
  const problems: RowProblem[] = [];
  const rows: NamedRow<Name>[] = [];
  const marks = new Map<Name, '.' | ','>();
  // Beside a table in a workbook there may be notes; in a text file a cell too many shifts those before it.
  const isText = !/\.xls[xmb]?$/i.test(fileName);
  const width = sheet.columns.findLastIndex((cells) => cells[headerRow]!.trim() !== '') + 1;
  for (let at = headerRow + 1; at < sheet.rowCount; at++) {
    if (sheet.columns.every((cells) => cells[at]!.trim() === '')) continue;
    const row = namedRow(fileName, sheet, headerRow, at, columnOf, marks, problems);
    if (isText && sheet.columns.slice(width).some((cells) => cells[at]!.trim() !== '')) {
      const said = `the row has more cells than the header, so none of them can be told for sure; put amounts with a comma in quotes ("1,000.50"). The row was left out.`;
      row.problem(null, 'more-cells', 'error', said);
      continue;
    }
    rows.push(row);
  }
  const unread = unreadColumns(fileName, sheet, headerRow, columnOf);
  return { rows, problems, unread, has: (name) => columnOf.has(name) };
}

function unreadColumns(
  fileName: string,
  sheet: RawSheet,
  headerRow: number,
  columnOf: ReadonlyMap<string, number>,
): RowProblem[] {
  const read = new Set(columnOf.values());
  return sheet.columns.flatMap((cells, index): RowProblem[] => {
    const column = cells[headerRow]!.trim();
    const isEmpty = cells.slice(headerRow + 1).every((cell) => cell.trim() === '');
    if (column === '' || read.has(index) || isEmpty) return [];
    const row = sheet.rowNumbers[headerRow]!;
    const where = `${fileName}, row ${row}, column ${column} (${columnLetters(index)})`;
    const message = `${where}: no column of this name is known; it was not read.`;
    return [{ row, column, code: 'column-not-read', severity: 'info', message }];
  });
}

function bestSheet<Name extends string>(
  sheets: RawSheets,
  names: ColumnNames<Name>,
  needed: Needed<Name>,
): { sheet: RawSheet; headerRow: number; columnOf: ReadonlyMap<Name, number> } {
  const main = sheets.sheets[sheets.mainSheet]!;
  const candidates = [main, ...sheets.sheets.filter((sheet) => sheet !== main && !sheet.isHidden)];
  let best = { sheet: main, headerRow: 0, columnOf: new Map<Name, number>(), score: -1 };
  for (const sheet of candidates) {
    for (let headerRow = 0; headerRow < Math.min(SEARCHED_ROWS, sheet.rowCount); headerRow++) {
      const columnOf = columnsAt(sheet, headerRow, names);
      const score = columnOf.size + 100 * needed.filter((one) => isThere(one, columnOf)).length;
      if (score > best.score) best = { sheet, headerRow, columnOf, score };
    }
  }
  return best;
}

const namesIn = <Name extends string>(one: Name | readonly Name[]) => (typeof one === 'string' ? [one] : one);

function isThere<Name extends string>(
  one: Name | readonly Name[],
  columnOf: ReadonlyMap<Name, number>,
): boolean {
  return namesIn(one).some((name) => columnOf.has(name));
}

const inWords = (one: string | readonly string[]) =>
  namesIn(one)
    .map((name) => `"${name}"`)
    .join(' or ');

function columnsAt<Name extends string>(
  sheet: RawSheet,
  headerRow: number,
  names: ColumnNames<Name>,
): Map<Name, number> {
  const columnOf = new Map<Name, number>();
  const keys = sheet.columns.map((cells) => keyOf(cells[headerRow]!));
  for (const name of Object.keys(names) as Name[]) {
    const wanted = [name, ...names[name]].map(keyOf);
    const found = wanted.map((key) => keys.indexOf(key)).find((column) => column >= 0);
    if (found !== undefined && ![...columnOf.values()].includes(found)) columnOf.set(name, found);
  }
  return columnOf;
}

function namedRow<Name extends string>(
  fileName: string,
  sheet: RawSheet,
  headerRow: number,
  at: number,
  columnOf: ReadonlyMap<Name, number>,
  marks: Map<Name, '.' | ','>,
  problems: RowProblem[],
): NamedRow<Name> {
  const row = sheet.rowNumbers[at]!;
  const text = (name: Name) => sheet.columns[columnOf.get(name) ?? -1]?.[at]?.trim() ?? '';
  const problem: NamedRow<Name>['problem'] = (name, code, severity, said) => {
    const index = name === null ? undefined : columnOf.get(name);
    const column = index === undefined ? '' : sheet.columns[index]![headerRow]!.trim();
    const where = index === undefined ? '' : `, column ${column} (${columnLetters(index)})`;
    problems.push({ row, column, code, severity, message: `${fileName}, row ${row}${where}: ${said}` });
  };
  const markOf = (name: Name): '.' | ',' => {
    let mark = marks.get(name);
    if (mark === undefined) {
      mark = decideDecimalMark(sheet.columns[columnOf.get(name)!]!.slice(headerRow + 1), '.');
      marks.set(name, mark);
    }
    return mark;
  };
  return {
    row,
    text,
    problem,
    number(name) {
      const cell = text(name);
      if (cell === '') return null;
      const reading = readNumber(cell, markOf(name));
      if (reading.kind === 'number') return reading.value;
      if (reading.kind === 'none') return null;
      problem(name, 'not-a-number', 'error', `"${cell}" is not a number.`);
      return null;
    },
  };
}
