import type { TerritoryRows } from '../../../shared/measures/territoryRows';
import { attributeText, findAttribute, type AccountTable } from '../../../shared/model/accountTable';
import type { GridSort } from '../../ui/gridColumn';

/** All rows but those that were removed. */
export function liveRows({ rowCount, removed }: AccountTable): Int32Array {
  const rows = new Int32Array(rowCount);
  let count = 0;
  for (let row = 0; row < rowCount; row++) if (!removed[row]) rows[count++] = row;
  return rows.subarray(0, count);
}

/** The rows of some territories in one ascending list; of one, its own list as it is. */
export function rowsOfTerritories(rows: TerritoryRows, territories: readonly number[]): Int32Array {
  const lists = territories.map((territory) => rows[territory]!);
  if (lists.length === 1) return lists[0]!;
  const all = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all.sort();
}

/** "Gary, IN": what a row's place is called. */
export function placeText(table: AccountTable, row: number): string {
  return [attributeText(table, 'city', row), attributeText(table, 'region', row)].filter(Boolean).join(', ');
}

/** Rows whose name, town or segment holds a text. */
export function filterByText(table: AccountTable, rows: Int32Array, text: string): Int32Array {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return rows;
  const columns = ['city', 'region', 'segment'].flatMap((id) => findAttribute(table, id) ?? []);
  const found = columns.map(({ dictionary, codes }) => ({
    codes,
    has: dictionary.map((entry) => entry.toLowerCase().includes(wanted)),
  }));
  return rows.filter(
    (row) =>
      table.names[row]!.toLowerCase().includes(wanted) || found.some(({ codes, has }) => has[codes[row]!]),
  );
}

const ranksOf = new WeakMap<readonly string[], Int32Array>();

/** Where each text stands among all in the order of the alphabet; kept as long as the column lives. */
function ranksOfTexts(texts: readonly string[]): Int32Array {
  const known = ranksOf.get(texts);
  if (known) return known;
  const { compare } = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
  const order = Array.from(texts, (_, position) => position).sort((a, b) => compare(texts[a]!, texts[b]!));
  const ranks = new Int32Array(texts.length);
  order.forEach((position, rank) => (ranks[position] = rank));
  ranksOf.set(texts, ranks);
  return ranks;
}

/**
 * Rows in the order of a column; what has no value comes last either way, and equals keep their order.
 * @param sort column ids: 'name', 'place', 'territory', an attribute's or a measure's id
 */
export function sortByColumn(
  table: AccountTable,
  rows: Int32Array,
  sort: GridSort | null,
  assignment: Int32Array,
): Int32Array {
  if (!sort) return rows;
  const keyOf = keyOfColumn(table, sort.columnId, assignment);
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const keys = Float64Array.from(rows, (row) => {
    const key = keyOf(row);
    return Number.isNaN(key) ? Infinity : sign * key;
  });
  const order = Array.from(rows, (_, position) => position);
  order.sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b));
  return Int32Array.from(order, (position) => rows[position]!);
}

function keyOfColumn(table: AccountTable, columnId: string, assignment: Int32Array): (row: number) => number {
  if (columnId === 'territory') return (row) => assignment[row]!;
  const measure = table.measures.find(({ id }) => id === columnId);
  if (measure) return (row) => measure.values[row]!;
  const attribute = findAttribute(table, columnId === 'place' ? 'city' : columnId);
  if (attribute) {
    const ranks = ranksOfTexts(attribute.dictionary);
    return (row) => (attribute.codes[row] === 0 ? Number.NaN : ranks[attribute.codes[row]!]!);
  }
  const ranks = ranksOfTexts(table.names);
  return (row) => ranks[row]!;
}
