import { changedRows } from '../geo/accountUnits';
import { HOLDOUT, HOUSE, UNASSIGNED } from '../model/alignment';

/** The slots of the three that are nobody's lie behind the territories. */
const NOBODY_SLOTS = [UNASSIGNED, HOUSE, HOLDOUT] as const;

/** Where the rows and sums of a territory, or of a code that is nobody's, lie. */
export function slotOf(code: number, territoryCount: number): number {
  return code >= 0 ? code : territoryCount - 1 - code;
}

/** Slots of a scenario: its territories, and the three that are nobody's. */
export function slotCount(territoryCount: number): number {
  return territoryCount + NOBODY_SLOTS.length;
}

/**
 * Rows of the account table by slot, each list ascending. An edit makes new lists for the slots that it touches
 * alone, so that figures are summed anew in the order of rows at the cost of the touched territories.
 */
export type TerritoryRows = readonly Int32Array[];

/** @param assignment territory index or UNASSIGNED, HOUSE, HOLDOUT, one a row */
export function rowsByTerritory(assignment: Int32Array, territoryCount: number): TerritoryRows {
  const offsets = new Int32Array(slotCount(territoryCount) + 1);
  for (let row = 0; row < assignment.length; row++) offsets[slotOf(assignment[row]!, territoryCount) + 1]!++;
  for (let slot = 1; slot < offsets.length; slot++) offsets[slot]! += offsets[slot - 1]!;
  const rows = new Int32Array(assignment.length);
  const next = offsets.slice();
  for (let row = 0; row < assignment.length; row++) {
    rows[next[slotOf(assignment[row]!, territoryCount)]!++] = row;
  }
  return Array.from({ length: offsets.length - 1 }, (_, slot) =>
    rows.slice(offsets[slot], offsets[slot + 1]),
  );
}

/** What moved between two assignments of the same rows. */
export interface RegroupedRows {
  readonly rows: TerritoryRows;
  /** 1 for every slot whose rows changed. */
  readonly touched: Uint8Array;
}

/** The rows by slot after an edit; lists of slots that it did not touch are the same objects. */
export function regroupRows(
  previous: TerritoryRows,
  before: Int32Array,
  after: Int32Array,
  territoryCount: number,
): RegroupedRows {
  const touched = new Uint8Array(previous.length);
  if (before === after) return { rows: previous, touched };
  const sizes = Int32Array.from(previous, (list) => list.length);
  const moved = changedRows(before, after);
  for (const row of moved) {
    const from = slotOf(before[row]!, territoryCount);
    const to = slotOf(after[row]!, territoryCount);
    touched[from] = touched[to] = 1;
    sizes[from]!--;
    sizes[to]!++;
  }
  const arrived = new Map<number, number[]>();
  for (const row of moved) {
    const slot = slotOf(after[row]!, territoryCount);
    const list = arrived.get(slot);
    if (list) list.push(row);
    else arrived.set(slot, [row]);
  }
  const rows = previous.map((list, slot) => {
    if (!touched[slot]) return list;
    const merged = new Int32Array(sizes[slot]!);
    const incoming = arrived.get(slot) ?? [];
    let at = 0;
    let next = 0;
    for (const row of list) {
      if (slotOf(after[row]!, territoryCount) !== slot) continue;
      while (next < incoming.length && incoming[next]! < row) merged[at++] = incoming[next++]!;
      merged[at++] = row;
    }
    while (next < incoming.length) merged[at++] = incoming[next++]!;
    return merged;
  });
  return { rows, touched };
}
