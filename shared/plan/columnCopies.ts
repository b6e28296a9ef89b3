import type { Alignment } from '../model/alignment';

type Column = Int32Array | Uint8Array;

const ahead = new WeakMap<Column, Column>();

/**
 * Copies what the next edit of accounts will change, while nobody waits for it: memory of its own for 100,000 rows
 * costs more than all else that a small edit does. A copy is used once and goes with its column.
 */
export function copyAhead({ claims, causes }: Alignment): void {
  for (const column of [claims, causes]) if (!ahead.has(column)) ahead.set(column, column.slice());
}

/** A copy of the column that is the caller's alone: the one made ahead, else one made now. */
export function takeCopy<T extends Column>(column: T): T {
  const copy = ahead.get(column);
  ahead.delete(column);
  return (copy ?? column.slice()) as T;
}
