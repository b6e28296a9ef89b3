/** What changes hands between two assignments of the same accounts (territory.md, "Disruption"). */
export interface Disruption {
  /** Accounts with an owner in the plan before, and assigned in the plan after. */
  readonly comparedCount: number;
  readonly movedCount: number;
  /** movedCount / comparedCount; null where nothing can be compared. */
  readonly movedShare: number | null;
  /** Accounts without an owner before, with one after. */
  readonly newCount: number;
  /** Accounts with an owner before, without one after. */
  readonly newlyUnassignedCount: number;
  /** By territory index: accounts gained from and lost to others, and kept. */
  readonly gained: Int32Array;
  readonly lost: Int32Array;
  readonly kept: Int32Array;
}

/**
 * @param before, after territory index or a negative code, one a row; territories have the same indices in both
 * @param skipped 1 where a row does not count (removed)
 */
export function disruptionBetween(
  before: Int32Array,
  after: Int32Array,
  territoryCount: number,
  skipped: Uint8Array,
): Disruption {
  const gained = new Int32Array(territoryCount);
  const lost = new Int32Array(territoryCount);
  const kept = new Int32Array(territoryCount);
  let comparedCount = 0;
  let movedCount = 0;
  let newCount = 0;
  let newlyUnassignedCount = 0;
  for (let row = 0; row < after.length; row++) {
    if (skipped[row]) continue;
    const from = before[row]!;
    const to = after[row]!;
    if (from >= 0 && to >= 0) {
      comparedCount++;
      if (from === to) {
        kept[to]!++;
      } else {
        movedCount++;
        lost[from]!++;
        gained[to]!++;
      }
    } else if (to >= 0) {
      newCount++;
      gained[to]!++;
    } else if (from >= 0) {
      newlyUnassignedCount++;
      lost[from]!++;
    }
  }
  const movedShare = comparedCount > 0 ? movedCount / comparedCount : null;
  return { comparedCount, movedCount, movedShare, newCount, newlyUnassignedCount, gained, lost, kept };
}
