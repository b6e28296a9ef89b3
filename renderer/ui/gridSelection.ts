/** Where in the shown order the keyboard is, and where a range began; −1 = nowhere. */
export interface GridCursor {
  readonly position: number;
  readonly anchor: number;
}

export type SelectMode = 'only' | 'toggle' | 'range';

/**
 * The selection after a click, or a key, on a position.
 * @param order rows as they are shown
 * @param selected rows selected before
 * @returns rows selected after, in any order
 */
export function selectAt(
  order: ArrayLike<number>,
  selected: ReadonlySet<number>,
  position: number,
  anchor: number,
  mode: SelectMode,
): Set<number> {
  const row = order[position];
  if (row === undefined) return new Set(selected);
  if (mode === 'only') return new Set([row]);
  const next = new Set(selected);
  if (mode === 'toggle') {
    if (!next.delete(row)) next.add(row);
    return next;
  }
  const from = anchor < 0 ? position : anchor;
  for (let at = Math.min(from, position); at <= Math.max(from, position); at++) next.add(order[at]!);
  return next;
}

/** Where a key moves the cursor; null for keys that don't move it. @param pageSize rows on a page */
export function movedPosition(key: string, position: number, count: number, pageSize: number): number | null {
  const to = {
    ArrowDown: position + 1,
    ArrowUp: position - 1,
    PageDown: position + pageSize,
    PageUp: position - pageSize,
    Home: 0,
    End: count - 1,
  }[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}
