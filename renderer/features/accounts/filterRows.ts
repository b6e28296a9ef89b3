import type { AccountTable } from '../../../shared/model/accountTable';
import { codedTexts, type ColumnSource, type TableColumn } from './tableColumns';
import { withoutAccents } from './textRanks';

/** What a column lets through. A row must pass the filters of all columns, and hold the text searched for. */
export type ColumnFilter =
  /** One of these texts; '' lets blank cells through. */
  | { readonly kind: 'values'; readonly texts: readonly string[] }
  | { readonly kind: 'contains'; readonly text: string }
  /** Both ends included, null = open; blank cells pass only where withBlank. */
  | {
      readonly kind: 'range';
      readonly min: number | null;
      readonly max: number | null;
      readonly withBlank: boolean;
    };

export type ColumnFilters = Readonly<Record<string, ColumnFilter>>;

/** Without case and accents, as search compares. */
function foldText(text: string): string {
  return withoutAccents(text).toLowerCase();
}

/** Joined with line breaks and folded; most texts have no accents, and taking them out of the whole costs ten times this. */
function foldJoined(texts: readonly string[]): string {
  return texts.map(withoutAccents).join('\n').toLowerCase();
}

/** Texts folded and joined, a line each: one search through the whole is quicker than one through each. */
interface FoldedLines {
  readonly joined: string;
  /** Where each text begins, and behind them the end of the whole. */
  readonly starts: Uint32Array;
}

const foldedOf = new WeakMap<object, FoldedLines>();

function foldedLines(texts: readonly string[]): FoldedLines {
  const known = foldedOf.get(texts);
  if (known) return known;
  let joined = foldJoined(texts);
  let starts = lineStarts(joined, texts.length);
  if (!starts) {
    // Some text has lines of its own.
    joined = foldJoined(texts.map((text) => text.replaceAll('\n', ' ')));
    starts = lineStarts(joined, texts.length)!;
  }
  const folded = { joined, starts };
  foldedOf.set(texts, folded);
  return folded;
}

/** @returns null where there are other lines than one a text */
function lineStarts(joined: string, lineCount: number): Uint32Array | null {
  const starts = new Uint32Array(lineCount + 1);
  let line = 0;
  for (let at = joined.indexOf('\n'); at >= 0; at = joined.indexOf('\n', at + 1)) {
    if (++line > lineCount) return null;
    starts[line] = at + 1;
  }
  starts[lineCount] = joined.length + 1;
  return line === Math.max(0, lineCount - 1) ? starts : null;
}

/** 1 for each text that holds the words. @param folded not empty, without a line break */
function holdersOf(texts: readonly string[], folded: string): Uint8Array {
  const found = new Uint8Array(texts.length);
  const { joined, starts } = foldedLines(texts);
  let line = 0;
  for (let at = joined.indexOf(folded); at >= 0; at = joined.indexOf(folded, starts[line])) {
    while (starts[line + 1]! <= at) line++;
    found[line] = 1;
    line++;
    if (line >= found.length) break;
  }
  return found;
}

/**
 * Which rows of the table pass, 1 or 0 by row: 1 pass over the rows a filter, dictionary-coded columns decide once
 * a distinct text.
 * @param search words that must all be found, each in any column of text
 */
export function passingRows(
  accounts: AccountTable,
  columns: readonly TableColumn[],
  filters: ColumnFilters,
  search: string,
): Uint8Array {
  const passes = new Uint8Array(accounts.rowCount);
  for (let row = 0; row < passes.length; row++) passes[row] = accounts.removed[row] ? 0 : 1;
  for (const column of columns) {
    const filter = filters[column.id];
    if (filter) applyFilter(passes, column.source, filter);
  }
  for (const word of foldText(search).split(/\s+/)) if (word) applySearch(passes, columns, word);
  return passes;
}

/** The rows that pass, in the order given. */
export function pickRows(rows: Int32Array, passes: Uint8Array): Int32Array {
  const picked = new Int32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (passes[row] === 1) picked[count++] = row;
  }
  return count === rows.length ? picked : picked.slice(0, count);
}

function applyFilter(passes: Uint8Array, source: ColumnSource, filter: ColumnFilter): void {
  if (source.kind === 'measure') {
    if (filter.kind === 'range') applyRange(passes, source.measure.values, filter);
    return;
  }
  const texts =
    source.kind === 'name' || source.kind === 'id' ? source.texts : codedTexts(source)!.dictionary;
  const isAccepted = acceptedTexts(texts, filter);
  const codes = codedTexts(source)?.codes;
  for (let row = 0; row < passes.length; row++) {
    if (isAccepted[codes ? codes[row]! : row] === 0) passes[row] = 0;
  }
}

function applyRange(
  passes: Uint8Array,
  values: Float64Array,
  { min, max, withBlank }: Extract<ColumnFilter, { kind: 'range' }>,
): void {
  const low = min ?? -Infinity;
  const high = max ?? Infinity;
  for (let row = 0; row < passes.length; row++) {
    const value = values[row]!;
    const isIn = value !== value ? withBlank : value >= low && value <= high;
    if (!isIn) passes[row] = 0;
  }
}

/** 1 for each text that the filter lets through. */
function acceptedTexts(texts: readonly string[], filter: ColumnFilter): Uint8Array {
  if (filter.kind === 'values') {
    const wanted = new Set(filter.texts);
    return Uint8Array.from(texts, (text) => (wanted.has(text) ? 1 : 0));
  }
  const wanted = filter.kind === 'contains' ? foldText(filter.text) : '';
  return wanted === '' ? new Uint8Array(texts.length).fill(1) : holdersOf(texts, wanted);
}

function applySearch(passes: Uint8Array, columns: readonly TableColumn[], word: string): void {
  const found = new Uint8Array(passes.length);
  for (const { source } of columns) {
    if (source.kind === 'measure' || source.kind === 'place') continue;
    if (source.kind === 'name' || source.kind === 'id') {
      const isFound = holdersOf(source.texts, word);
      for (let row = 0; row < found.length; row++) found[row]! |= isFound[row]!;
      continue;
    }
    const { dictionary, codes } = codedTexts(source)!;
    const isFound = holdersOf(dictionary, word);
    for (let row = 0; row < found.length; row++) found[row]! |= isFound[codes[row]!]!;
  }
  for (let row = 0; row < passes.length; row++) passes[row]! &= found[row]!;
}
