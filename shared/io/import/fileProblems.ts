import type { Problem } from './findings';
import { headersOf, type RawSheet, type RawSheets } from './rawSheets';
import { findAlikeSheets } from './stackSheets';

/**
 * What is to be said of a file as a whole: how it was read, what it hides, and which of its sheets are not imported.
 * @param sheet the sheet that is imported; a stack of several has the name "North + South"
 */
export function fileProblems(file: RawSheets, sheet: RawSheet): Problem[] {
  const whole = (code: Problem['code'], severity: Problem['severity'], text: string): Problem => ({
    row: 0,
    column: '',
    columnIndex: -1,
    code,
    severity,
    message: `${file.fileName}: ${text}`,
  });
  const problems = file.notes.map(({ code, severity, row, text }): Problem => ({
    row,
    column: '',
    columnIndex: -1,
    code,
    severity,
    message: text,
  }));
  if (sheet.header.rowCount === 0) {
    const text =
      'no row names the columns, so they are named by letter and the first row is an account. If a row names them, choose it.';
    problems.push(whole('header-made-up', 'warning', text));
  }
  if (sheet.hiddenColumns.length > 0) {
    const headers = headersOf(sheet);
    const names = sheet.hiddenColumns.flatMap((column) => headers[column] ?? []);
    if (names.length > 0)
      problems.push(
        whole('hidden-parts', 'info', `columns hidden in the workbook are read too: ${names.join(', ')}.`),
      );
  }
  const left = leftOut(file, sheet);
  if (left.length > 0) {
    const names = left.map((each) => `${each.name} (${rowsText(each)})`).join(', ');
    const stack = findAlikeSheets(file.sheets.filter((each) => !('stackNotes' in each)))
      .map((group) => group.map((index) => file.sheets[index]!.name))
      .find((group) => group.includes(sheet.name));
    const advice = stack
      ? ` Sheets with the same columns can be taken together: choose the sheet ${stack.join(' + ')}.`
      : '';
    problems.push(
      whole(
        'sheets-left-out',
        stack ? 'warning' : 'info',
        `only sheet ${sheet.name} is imported; not imported: ${names}.${advice}`,
      ),
    );
  }
  return problems;
}

/** Sheets with rows that are neither the chosen one nor part of it. */
function leftOut(file: RawSheets, sheet: RawSheet): RawSheet[] {
  const taken = 'stackNotes' in sheet ? sheet.name.split(' + ') : [sheet.name];
  return file.sheets.filter(
    (each) => !('stackNotes' in each) && !taken.includes(each.name) && rowsBelowHeader(each) > 0,
  );
}

function rowsText(sheet: RawSheet): string {
  const rows = rowsBelowHeader(sheet);
  return rows === 1 ? '1 row' : `${rows} rows`;
}

function rowsBelowHeader({ rowCount, header }: RawSheet): number {
  return rowCount - header.firstRow - header.rowCount;
}
