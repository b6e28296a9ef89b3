import { isFormulaError, isNoneMark } from './cleanNumber';
import type { Findings, RepairRule } from './findings';
import { CELL_KIND, type RawSheet } from './rawSheets';

/** A text as it is kept: without blanks at its ends, runs of blanks, line breaks and invisible characters. */
export function tidyText(text: string): string {
  return isTidy(text)
    ? text
    : text
        .replace(/[\u200b-\u200d\ufeff\u00ad]/g, '')
        .replace(/\s*[\r\n]+\s*/g, ', ')
        .replace(/[\s\u00a0]+/g, ' ')
        .trim();
}

function isTidy(text: string): boolean {
  let before = 32;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 || code === 160 || code === 173 || (code === 32 && before === 32) || code >= 0x200b)
      return false;
    before = code;
  }
  return before !== 32 || text.length === 0;
}

export interface CleanedText {
  readonly text: string;
  /** null where the text stays as it is. */
  readonly rule: RepairRule | null;
}

/** Reads one tidied text of a column. */
export type TextReader = (tidy: string) => CleanedText;

/** Keeps a text as it is. */
export const keepText: TextReader = (text) => ({ text, rule: null });

/** Marks for "not known" become blank. */
export const dropNoneMarks: TextReader = (text) =>
  isNoneMark(text) ? { text: '', rule: 'noValue' } : { text, rule: null };

/** One cleaned text an account row. */
export interface TextColumn {
  readonly texts: string[];
  readonly columnIndex: number;
}

/** Cleans a column of texts: tidied, then read by `reader`; each change is noted, and may have been refused. */
export function cleanTextColumn(
  sheet: RawSheet,
  columnIndex: number,
  rows: Int32Array,
  reader: TextReader,
  findings: Findings,
): TextColumn {
  const cells = sheet.columns[columnIndex]!;
  const kinds = sheet.cellKinds[columnIndex] ?? null;
  const texts = new Array<string>(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const before = cells[row]!;
    if (before === '') {
      texts[i] = '';
      continue;
    }
    if (kinds?.[row] === CELL_KIND.formulaWithoutValue) {
      texts[i] = '';
      noteFormula(findings, sheet.rowNumbers[row]!, columnIndex, before);
      continue;
    }
    const tidy = tidyText(before);
    if (tidy === before && reader === keepText && before.charCodeAt(0) !== HASH) {
      texts[i] = before;
      continue;
    }
    const cleaned = readTidy(tidy, before, reader);
    texts[i] = cleaned.text;
    if (cleaned.isError) {
      const number = sheet.rowNumbers[row]!;
      findings.problem(
        number,
        columnIndex,
        'formula-error',
        'error',
        `${before.trim()} is a formula's error; it is left blank.`,
      );
    } else if (
      cleaned.rule &&
      !findings.repair(sheet.rowNumbers[row]!, columnIndex, before, cleaned.text, cleaned.rule)
    ) {
      texts[i] = before;
    }
  }
  return { texts, columnIndex };
}

/** A formula whose result the file does not hold. */
export function noteFormula(findings: Findings, row: number, columnIndex: number, formula: string): void {
  const text = `the formula ${formula} was saved without its value; open the file in Excel, save it, and import it again.`;
  findings.problem(row, columnIndex, 'formula-without-value', 'error', text);
}

const HASH = 35;

function readTidy(
  tidy: string,
  before: string,
  reader: TextReader,
): { text: string; rule: RepairRule | null; isError: boolean } {
  if (tidy.startsWith('#') && isFormulaError(tidy)) return { text: '', rule: null, isError: true };
  const { text, rule } = reader(tidy);
  return { text, rule: rule ?? (tidy === before ? null : 'blanks'), isError: false };
}
