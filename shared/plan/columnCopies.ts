type Numbers = Int32Array | Uint8Array | Float64Array;
type Column = Numbers | readonly string[];

const ahead = new WeakMap<Column, Column>();

/**
 * Copies what the next edit will change, while nobody waits for it: memory of its own for 100,000 rows costs more
 * than all else that a small edit does. A copy is used once and goes with its column.
 */
export function copyAhead(columns: readonly Column[]): void {
  for (const column of columns) if (!ahead.has(column)) ahead.set(column, column.slice());
}

/** A copy of the column that is the caller's alone: the one made ahead, else one made now. */
export function takeCopy<T extends Numbers>(column: T): T;
export function takeCopy(column: readonly string[]): string[];
export function takeCopy(column: Column): Column {
  const copy = ahead.get(column);
  ahead.delete(column);
  return copy ?? column.slice();
}
