import { readNumber } from './cleanNumber';
import type { ColumnMapping } from './fields';
import type { SkippedRow } from './findings';
import type { HeaderGuess, RawSheet } from './rawSheets';

export interface DataRows {
  /** Indices of stored rows that are accounts. */
  readonly rows: Int32Array;
  readonly skipped: readonly SkippedRow[];
}

const TOTAL =
  /^(grand |sub[- ]?)?totals?\b|^(sum|summe|gesamt|gesamtsumme|total général|totaal|totale|subtotal)\b/i;
const FOOTER =
  /^(grand totals?|confidential information|copyright|©|generated (by|on)|filtered by|as of |report (name|generated)|source:|notes?:|end of (report|file)|rows? exported|\d+ (records|rows)\b|applied filters)/i;

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
  const end = findFooter(sheet, first);
  const rows: number[] = [];
  const look = rowLook(sheet, header, mapping);
  for (let row = first; row < end; row++) {
    nameBlankRows(sheet, row, skipped);
    const reason = look(row);
    if (reason) skipped.push({ row: sheet.rowNumbers[row]!, reason });
    else rows.push(row);
  }
  for (let row = end; row < sheet.rowCount; row++) {
    nameBlankRows(sheet, row, skipped);
    const text = sheet.columns.find((cells) => cells[row]!.trim())?.[row]?.trim() ?? '';
    const reason = TOTAL.test(text) ? 'Totals row' : 'Footer of the report';
    skipped.push({ row: sheet.rowNumbers[row]!, reason });
  }
  return { rows: Int32Array.from(rows), skipped };
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

/** Stored row at which the footer begins: the last rows that hold one text, as reports end. */
function findFooter(sheet: RawSheet, first: number): number {
  if (sheet.columns.length < 3) return sheet.rowCount;
  let end = sheet.rowCount;
  for (let row = sheet.rowCount - 1; row >= first; row--) {
    const filled = sheet.columns.filter((cells) => cells[row]!.trim() !== '');
    const text = filled[0]?.[row]?.trim() ?? '';
    const isLone = filled.length === 1 && filled[0] === sheet.columns[0];
    const isFooter = filled.length <= 2 && FOOTER.test(text);
    if (isFooter) end = row;
    // A sentence alone in the first column, directly above a footer, belongs to it.
    else if (!(isLone && /\s/.test(text) && hasFooterBelow(sheet, row))) break;
    else end = row;
  }
  return end;
}

function hasFooterBelow(sheet: RawSheet, row: number): boolean {
  const isAfterBlank = row > 0 && sheet.rowNumbers[row]! - sheet.rowNumbers[row - 1]! > 1;
  if (isAfterBlank) return true;
  const next = row + 1;
  return next < sheet.rowCount && sheet.columns.filter((cells) => cells[next]!.trim() !== '').length === 1;
}

/** Says why a row is no account, or ''. */
function rowLook(
  sheet: RawSheet,
  header: HeaderGuess,
  mapping: readonly ColumnMapping[],
): (row: number) => string {
  const cellsOf = (wanted: (field: ColumnMapping['field']) => boolean) =>
    mapping.filter(({ field }) => wanted(field)).map(({ columnIndex }) => sheet.columns[columnIndex]!);
  const names = cellsOf((field) => field === 'id' || field === 'name');
  const places = cellsOf((field) =>
    ['city', 'postal', 'street', 'lat', 'owner', 'region'].includes(field as string),
  );
  const measures = cellsOf((field) => typeof field !== 'string' && 'measure' in field);
  const texts = mapping
    .filter(({ field }) => field !== 'ignore')
    .map(({ columnIndex }) => sheet.columns[columnIndex]!);
  const lastHeaderRow = header.firstRow + header.rowCount - 1;
  const first = texts[0];
  return (row) => {
    if (first && header.rowCount > 0 && first[row] === first[lastHeaderRow] && first[row] !== '') {
      if (texts.every((cells) => cells[row] === cells[lastHeaderRow])) return 'Header repeated';
    }
    if (places.some((cells) => cells[row] !== '' && cells[row]!.trim() !== '')) return '';
    return isTotal(row, names, texts, measures) ? 'Totals row' : '';
  };
}

/** A row that says "total" and holds figures, or holds nothing but the sums of what stands above. */
function isTotal(
  row: number,
  names: readonly (readonly string[])[],
  texts: readonly (readonly string[])[],
  measures: readonly (readonly string[])[],
): boolean {
  const hasFigures = measures.some((cells) => readNumber(cells[row]!, '.').kind === 'number');
  const label = texts.map((cells) => cells[row]!.trim()).find((text) => text !== '') ?? '';
  if (TOTAL.test(label)) return hasFigures || measures.length === 0;
  const isNameless = names.length > 0 && names.every((cells) => cells[row]!.trim() === '');
  const isOnlyFigures = texts.every((cells) => cells[row]!.trim() === '' || measures.includes(cells));
  return isNameless && isOnlyFigures && hasFigures;
}
