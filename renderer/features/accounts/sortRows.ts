import { orderByRank, radixOrder } from './radixSort';

/** Keys to sort by, one a row of the table; NaN = nothing there, which comes last whatever the direction. */
export interface SortKey {
  /** Not to be written to: what was worked out of them is kept as long as they live. */
  readonly keys: Float64Array;
  readonly isDescending: boolean;
}

/**
 * Rows in the order of the keys, the first key counting most; rows that are alike keep their order.
 * @param rows rows of the table; not changed
 */
export function sortRows(rows: Int32Array, sortKeys: readonly SortKey[]): Int32Array {
  let order: Int32Array = rows.slice();
  for (const { keys, isDescending } of [...sortKeys].reverse()) {
    const ranked = ranksOf(keys);
    order = orderByRank(order, isDescending ? ranked.descending : ranked.ascending, ranked.count);
  }
  return order;
}

/** Places of rows among the distinct keys, from 0; nothing is last in both directions. */
interface Ranks {
  readonly ascending: Uint32Array;
  readonly descending: Uint32Array;
  readonly count: number;
}

const ranksByKeys = new WeakMap<Float64Array, Ranks>();

function ranksOf(keys: Float64Array): Ranks {
  const known = ranksByKeys.get(keys);
  if (known) return known;
  const order = radixOrder(keys);
  const ascending = new Uint32Array(keys.length);
  let values = 0;
  for (let i = 0; i < order.length; i++) {
    const key = keys[order[i]!]!;
    const isNew = key === key && (i === 0 || key !== keys[order[i - 1]!]);
    if (isNew) values++;
    ascending[order[i]!] = key === key ? values - 1 : values;
  }
  const descending = new Uint32Array(keys.length);
  for (let row = 0; row < keys.length; row++) {
    const rank = ascending[row]!;
    descending[row] = rank === values ? values : values - 1 - rank;
  }
  const ranks = { ascending, descending, count: values + 1 };
  ranksByKeys.set(keys, ranks);
  return ranks;
}
