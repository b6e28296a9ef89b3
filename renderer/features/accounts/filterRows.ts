import type { AccountTable } from '../../../shared/model/accountTable';
import { codedTexts, type ColumnSource, type TableColumn } from './tableColumns';

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

const foldedOf = new WeakMap<object, readonly string[]>();

/** Without case and accents, as search compares. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

function foldedTexts(texts: readonly string[]): readonly string[] {
  const folded = foldedOf.get(texts) ?? texts.map(foldText);
  foldedOf.set(texts, folded);
  return folded;
}

/**
 * The rows that pass, in the order given: 1 pass over the rows a filter, dictionary-coded columns decide once
 * a distinct text.
 * @param search words that must all be found, each in any column of text
 */
export function filterRows(
  rows: Int32Array,
  accounts: AccountTable,
  columns: readonly TableColumn[],
  filters: ColumnFilters,
  search: string,
): Int32Array {
  const passes = new Uint8Array(accounts.rowCount);
  for (let row = 0; row < passes.length; row++) passes[row] = accounts.removed[row] ? 0 : 1;
  for (const column of columns) {
    const filter = filters[column.id];
    if (filter) applyFilter(passes, column.source, filter);
  }
  for (const word of foldText(search).split(/\s+/)) if (word) applySearch(passes, columns, word);
  return rows.filter((row) => passes[row] === 1);
}

function applyFilter(passes: Uint8Array, source: ColumnSource, filter: ColumnFilter): void {
  if (source.kind === 'measure') {
    if (filter.kind === 'range') applyRange(passes, source.measure.values, filter);
    return;
  }
  const accepts = textTest(filter);
  if (source.kind === 'name' || source.kind === 'id') {
    for (let row = 0; row < passes.length; row++) if (!accepts(source.texts[row]!)) passes[row] = 0;
    return;
  }
  const { dictionary, codes } = codedTexts(source)!;
  const isAccepted = Uint8Array.from(dictionary, (text) => (accepts(text) ? 1 : 0));
  for (let row = 0; row < passes.length; row++) if (!isAccepted[codes[row]!]) passes[row] = 0;
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

function textTest(filter: ColumnFilter): (text: string) => boolean {
  if (filter.kind === 'values') {
    const wanted = new Set(filter.texts);
    return (text) => wanted.has(text);
  }
  if (filter.kind === 'range') return () => true;
  const wanted = foldText(filter.text);
  return (text) => foldText(text).includes(wanted);
}

function applySearch(passes: Uint8Array, columns: readonly TableColumn[], word: string): void {
  const found = new Uint8Array(passes.length);
  for (const { source } of columns) {
    if (source.kind === 'measure' || source.kind === 'place') continue;
    if (source.kind === 'name' || source.kind === 'id') {
      const texts = foldedTexts(source.texts);
      for (let row = 0; row < found.length; row++) {
        if (passes[row] && !found[row] && texts[row]!.includes(word)) found[row] = 1;
      }
      continue;
    }
    const { dictionary, codes } = codedTexts(source)!;
    const isFound = Uint8Array.from(foldedTexts(dictionary), (text) => (text.includes(word) ? 1 : 0));
    for (let row = 0; row < found.length; row++) found[row]! |= isFound[codes[row]!]!;
  }
  for (let row = 0; row < passes.length; row++) passes[row]! &= found[row]!;
}
