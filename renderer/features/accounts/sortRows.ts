import { radixOrder } from './radixSort';

/** Keys to sort by, one a row of the table; NaN = nothing there, which comes last whatever the direction. */
export interface SortKey {
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
    const picked = new Float64Array(order.length);
    for (let i = 0; i < order.length; i++) picked[i] = isDescending ? -keys[order[i]!]! : keys[order[i]!]!;
    const positions = radixOrder(picked);
    for (let i = 0; i < positions.length; i++) positions[i] = order[positions[i]!]!;
    order = positions;
  }
  return order;
}
