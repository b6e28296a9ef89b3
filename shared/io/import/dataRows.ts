import type { ColumnMapping } from './fields';
import type { SkippedRow } from './findings';
import type { HeaderGuess, RawSheet } from './rawSheets';
import { findFooter } from './reportFooter';
import { readsLikeTotal, TotalRows } from './totalRows';

export interface DataRows {
  /** Indices of stored rows that are accounts. */
  readonly rows: Int32Array;
  readonly skipped: readonly SkippedRow[];
}

/** More blank rows in one gap than this are named once. */
const NAMED_BLANK_ROWS = 50;

/** Parts the rows that are accounts from titles, blank rows, repeated headers, totals and footers. */
export function findDataRows(
  sheet: RawSheet,
  header: HeaderGuess,
  mapping: readonly ColumnMapping[],
): DataRows {
  const first = header.firstRow + header.rowCount;
  const skipped: SkippedRow[] = [];
  for (let row = 0; row < first; row++) {
    nameBlankRows(sheet, row, skipped);
    if (row < header.firstRow) skipped.push({ row: sheet.rowNumbers[row]!, reason: 'Above the header' });
  }
  const left = findOtherRows(sheet, header, mapping, first);
  const rows: number[] = [];
  for (let row = first; row < sheet.rowCount; row++) {
    nameBlankRows(sheet, row, skipped);
    const reason = left.get(row);
    if (reason) skipped.push({ row: sheet.rowNumbers[row]!, reason });
    else rows.push(row);
  }
  return { rows: Int32Array.from(rows), skipped };
}

/** Stored rows that are no accounts, each with the reason. */
function findOtherRows(
  sheet: RawSheet,
  header: HeaderGuess,
  mapping: readonly ColumnMapping[],
  first: number,
): ReadonlyMap<number, string> {
  const left = new Map<number, string>();
  const totals = new TotalRows(sheet, mapping, first, left);
  const isHeader = headerLook(sheet, header, mapping);
  for (let row = first; row < sheet.rowCount; row++) {
    if (isHeader(row)) left.set(row, 'Header repeated');
    else if (totals.isTotal(row)) left.set(row, 'Totals row');
  }
  for (let row = findFooter(sheet, first, (at) => left.has(at)); row < sheet.rowCount; row++) {
    if (left.has(row)) continue;
    const text = sheet.columns.find((cells) => cells[row]!.trim())?.[row]?.trim() ?? '';
    left.set(row, readsLikeTotal(text) ? 'Totals row' : 'Footer of the report');
  }
  return left;
}

function nameBlankRows(sheet: RawSheet, row: number, skipped: SkippedRow[]): void {
  const from = row === 0 ? 0 : sheet.rowNumbers[row - 1]!;
  const gap = sheet.rowNumbers[row]! - from - 1;
  for (let blank = 1; blank <= Math.min(gap, NAMED_BLANK_ROWS); blank++) {
    skipped.push({ row: from + blank, reason: 'Blank row' });
  }
  if (gap > NAMED_BLANK_ROWS) {
    skipped.push({
      row: from + NAMED_BLANK_ROWS + 1,
      reason: `Blank, and so are the rows up to ${from + gap}`,
    });
  }
}

/** Tells rows that repeat the header, as printed pages do. */
function headerLook(
  sheet: RawSheet,
  header: HeaderGuess,
  mapping: readonly ColumnMapping[],
): (row: number) => boolean {
  const texts = mapping
    .filter(({ field }) => field !== 'ignore')
    .map(({ columnIndex }) => sheet.columns[columnIndex]!);
  const first = texts[0];
  if (!first || header.rowCount === 0) return () => false;
  const named = header.firstRow + header.rowCount - 1;
  return (row) =>
    first[row] === first[named] && first[row] !== '' && texts.every((cells) => cells[row] === cells[named]);
}
