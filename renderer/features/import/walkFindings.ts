import type { FindingKind, FindingTone } from '../../workers/importContract';

/** A finding to jump to: its kind, and which cell of it. */
export interface FindingPlace {
  readonly kind: FindingKind;
  readonly gridRow: number;
}

/** Kinds that pass the filter, in the order of the panel. */
export function shownKinds(kinds: readonly FindingKind[], tones: readonly FindingTone[]): FindingKind[] {
  return kinds.filter((kind) => tones.includes(kind.tone));
}

/**
 * The next finding after a cell (or before it), first within its kind, then in the kind below (above), and
 * round again from the end. Null where there is none.
 */
export function stepFinding(
  kinds: readonly FindingKind[],
  from: { readonly kind: string; readonly gridRow: number } | null,
  direction: 1 | -1,
): FindingPlace | null {
  const walkable = kinds.filter((kind) => kind.gridRows.length > 0);
  if (walkable.length === 0) return null;
  const at = walkable.findIndex((kind) => kind.key === from?.kind);
  if (at < 0 || !from) {
    const kind = direction > 0 ? walkable[0]! : walkable.at(-1)!;
    return { kind, gridRow: direction > 0 ? kind.gridRows[0]! : kind.gridRows.at(-1)! };
  }
  const { gridRows } = walkable[at]!;
  const found =
    direction > 0
      ? gridRows.find((row) => row > from.gridRow)
      : gridRows.findLast((row) => row < from.gridRow);
  if (found !== undefined) return { kind: walkable[at]!, gridRow: found };
  const kind = walkable[(at + direction + walkable.length) % walkable.length]!;
  return { kind, gridRow: direction > 0 ? kind.gridRows[0]! : kind.gridRows.at(-1)! };
}

/** Cells with findings of a tone. */
export function countTone(kinds: readonly FindingKind[], tone: FindingTone): number {
  return kinds.reduce((sum, kind) => sum + (kind.tone === tone ? kind.count : 0), 0);
}
