import { isNoneMark, readNumber } from './cleanNumber';
import { isFieldWord, isKnownHeader } from './headerWords';
import type { HeaderGuess } from './rawSheets';

const SEARCHED_ROWS = 30;
const BODY_ROWS = 40;

/**
 * Guesses which row, or two rows, name the columns, below any title rows.
 * A header names fields that are known, is text where the rows below are numbers, is filled as far as they are.
 */
export function findHeader(columns: readonly (readonly string[])[], rowCount: number): HeaderGuess {
  if (rowCount === 0) return { firstRow: 0, rowCount: 0 };
  let best = 0;
  let bestScore = -Infinity;
  for (let row = 0; row < Math.min(SEARCHED_ROWS, rowCount); row++) {
    if (row > 0 && row === rowCount - 1 && isAsFull(columns, 0, row)) continue;
    const score = scoreHeader(columns, row, rowCount);
    if (score > bestScore + 1e-9) [best, bestScore] = [row, score];
  }
  const namesFields = columns.some((cells) => isKnownHeader(cells[best]!.trim()));
  const isBare = (best === 0 || !namesFields) && looksLikeRowsBelow(columns, rowCount);
  if (isBare || (bestScore <= 0 && looksLikeData(columns, 0))) return { firstRow: 0, rowCount: 0 };
  if (isGroupRow(columns, best - 1, best)) return { firstRow: best - 1, rowCount: 2 };
  if (isSecondRow(columns, best, rowCount)) return { firstRow: best, rowCount: 2 };
  return { firstRow: best, rowCount: 1 };
}

/** Whether a row fills as many cells as another: the last row below such a one is data, however it reads. */
function isAsFull(columns: readonly (readonly string[])[], row: number, other: number): boolean {
  const filled = (at: number) => columns.filter((cells) => cells[at]!.trim() !== '').length;
  return filled(row) >= filled(other);
}

function scoreHeader(columns: readonly (readonly string[])[], row: number, rowCount: number): number {
  let score = 0;
  const seen = new Set<string>();
  for (const cells of columns) {
    const cell = cells[row]!.trim();
    if (!cell) {
      if (bodyFill(cells, row, rowCount) > 0.2) score -= 0.7;
      continue;
    }
    if (isKnownHeader(cell)) score += 2;
    if (isNumeric(cell)) score -= isYear(cell) ? 0 : 1.5;
    else score += numericShare(cells, row, rowCount) > 0.6 ? 1 : 0.2;
    if (seen.has(cell)) score -= 0.5;
    seen.add(cell);
    if (cell.length > 60) score -= 1;
  }
  return score;
}

function bodyFill(cells: readonly string[], row: number, rowCount: number): number {
  const end = Math.min(rowCount, row + 1 + BODY_ROWS);
  let filled = 0;
  for (let at = row + 1; at < end; at++) if (cells[at]!.trim()) filled++;
  return filled / Math.max(1, end - row - 1);
}

function numericShare(cells: readonly string[], row: number, rowCount: number): number {
  const end = Math.min(rowCount, row + 1 + BODY_ROWS);
  let filled = 0;
  let numeric = 0;
  for (let at = row + 1; at < end; at++) {
    const cell = cells[at]!.trim();
    if (!cell || isNoneMark(cell)) continue;
    filled++;
    if (isNumeric(cell)) numeric++;
  }
  return filled === 0 ? 0 : numeric / filled;
}

function looksLikeData(columns: readonly (readonly string[])[], row: number): boolean {
  return columns.some((cells) => isNumeric(cells[row]!) && !isYear(cells[row]!.trim()));
}

/** What rows of accounts have in common and headers have not: states, postal codes, dates, addresses of mail. */
const DATA_SHAPES: readonly RegExp[] = [
  /^[A-Z]{2}$/,
  /^\d{5}(-\d{4})?$/,
  /^([A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$/,
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/,
  /^[^@\s]+@[^@\s]+\.[a-z]+$/i,
];

/** Whether the first row is an account like those below: no word of it names a column, and its cells have their shape. */
function looksLikeRowsBelow(columns: readonly (readonly string[])[], rowCount: number): boolean {
  if (rowCount < 2 || columns.length < 2) return false;
  let alike = 0;
  for (const cells of columns) {
    const cell = cells[0]!.trim();
    if (cell === '' || isNoneMark(cell)) continue;
    if (isFieldWord(cell)) return false;
    const areNumbers = numericShare(cells, 0, rowCount) > 0.6;
    const isNumber = isNumeric(cell) && !isYear(cell);
    // A text over numbers names them.
    if (areNumbers && !isNumber) return false;
    const shape = DATA_SHAPES.find((each) => each.test(cell));
    if ((areNumbers && isNumber) || (shape && shapeShare(cells, shape, rowCount) > 0.8)) alike++;
  }
  return alike > 0;
}

function shapeShare(cells: readonly string[], shape: RegExp, rowCount: number): number {
  const below = cells.slice(1, Math.min(rowCount, 1 + BODY_ROWS)).filter((cell) => cell.trim() !== '');
  return below.filter((cell) => shape.test(cell.trim())).length / Math.max(1, below.length);
}

/** A row above the names that labels groups of columns: some texts with gaps between, none of them a number. */
function isGroupRow(columns: readonly (readonly string[])[], group: number, names: number): boolean {
  if (group < 0) return false;
  const filled = columns.filter((cells) => cells[group]!.trim() !== '');
  if (filled.length < 2 || filled.some((cells) => isNumeric(cells[group]!) && !isYear(cells[group]!.trim())))
    return false;
  const gaps = columns.filter((cells) => cells[group]!.trim() === '' && cells[names]!.trim() !== '');
  return gaps.length > 0;
}

/** A row of years or sub-names below names that are merged downwards: blank under the other names. */
function isSecondRow(columns: readonly (readonly string[])[], names: number, rowCount: number): boolean {
  const below = names + 1;
  if (below + 1 >= rowCount) return false;
  let blankUnderName = 0;
  let subNames = 0;
  for (const cells of columns) {
    const cell = cells[below]!.trim();
    if (!cell) {
      if (cells[names]!.trim()) blankUnderName++;
      continue;
    }
    if (isNumeric(cell) && !isYear(cell)) return false;
    if (numericShare(cells, below, rowCount) > 0.6) subNames++;
  }
  return blankUnderName > 0 && subNames >= 2;
}

function isYear(text: string): boolean {
  return /^(19|20)\d\d$/.test(text);
}

function isNumeric(text: string): boolean {
  return readNumber(text, '.').kind === 'number';
}
