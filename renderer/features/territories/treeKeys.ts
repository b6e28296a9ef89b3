import type { Territory } from '../../../shared/model/territory';
import type { TreeRow } from './treeRows';

/** What a key does in the tree: goes to a line, or folds or unfolds the line it is on. */
export type TreeStep = { readonly line: number } | 'toggle';

/** Ids of all that is above a territory, nearest first. */
export function idsAbove(territories: readonly Territory[], id: string): string[] {
  const byId = new Map(territories.map((territory) => [territory.id, territory]));
  const above: string[] = [];
  let parentId = byId.get(id)?.parentId ?? null;
  // A broken plan may hold a circle.
  while (parentId !== null && !above.includes(parentId)) {
    above.push(parentId);
    parentId = byId.get(parentId)?.parentId ?? null;
  }
  return above;
}

/** The line from which keys go on: of the chosen territory, or of the nearest above it that is shown; -1 = none. */
export function lineOfKeys(
  rows: readonly TreeRow[],
  territories: readonly Territory[],
  selectedId: string | null,
): number {
  if (selectedId === null) return -1;
  const lines = new Map(rows.map((row, line) => [row.territory.id, line]));
  for (const id of [selectedId, ...idsAbove(territories, selectedId)]) {
    const line = lines.get(id);
    if (line !== undefined) return line;
  }
  return -1;
}

/**
 * What a key of the tree does, as trees do everywhere: Right unfolds, and goes to the first below; Left folds, and goes
 * to the one above.
 * @param line the line that the keys are on; -1 = none
 * @param pageLines lines in sight
 * @returns null where the key is no matter of the tree
 */
export function stepOfKey(
  key: string,
  rows: readonly TreeRow[],
  line: number,
  pageLines: number,
): TreeStep | null {
  const last = rows.length - 1;
  const row = rows[line];
  const go = (to: number): TreeStep => ({ line: Math.max(0, Math.min(last, to)) });
  if (last < 0) return null;
  if (key === 'Home') return go(0);
  if (key === 'End') return go(last);
  if (key === 'ArrowDown') return go(line + 1);
  if (key === 'ArrowUp') return go(line - 1);
  if (key === 'PageDown') return go(Math.max(0, line) + pageLines);
  if (key === 'PageUp') return go(line - pageLines);
  if (key === 'ArrowRight' && row?.isExpandable) return row.isExpanded ? go(line + 1) : 'toggle';
  if (key === 'ArrowLeft' && row?.isExpanded) return 'toggle';
  if (key === 'ArrowLeft' && row && row.depth > 0)
    return go(rows.slice(0, line).findLastIndex(({ depth }) => depth < row.depth));
  return null;
}
