import { UNASSIGNED } from '../model/alignment';
import type { PointIndex } from './pointIndex';
import { kmPerUnit, type ProjectedPoints } from './projection';
import { locateColumns } from './unitLocator';
import type { UnitMap } from './unitMap';

/** Code of a unit that is no part of the plan: no account in it, and none near enough in its state. */
export const OUTSIDE_PLAN = -9;

/** Empty land goes to the nearest account's territory up to this distance. */
const REACH_KM = 400;

/** Which accounts lie in which unit, and whose account is nearest to a unit without any. */
export interface AccountUnits {
  /** Unit of each row; −1 = none. */
  readonly unitOfRow: Int32Array;
  /** Rows by unit: those of unit u are rows[offsets[u]] up to rows[offsets[u + 1]]. */
  readonly offsets: Int32Array;
  readonly rows: Int32Array;
  /** For a unit without accounts, the nearest account of its state; −1 = none in reach, or it has its own. */
  readonly nearestRow: Int32Array;
  /** Empty units that follow a row. */
  readonly followers: ReadonlyMap<number, readonly number[]>;
}

/**
 * Places accounts in units. Depends on places only, so that it is made once and serves every assignment.
 * @param groupOf the state of a unit: empty land is never given away across a state without accounts
 */
export function placeInUnits(
  map: UnitMap,
  points: ProjectedPoints,
  index: PointIndex,
  skipped: Uint8Array,
  groupOf: (unit: number) => string,
): AccountUnits {
  const unitCount = map.ids.length;
  const unitOfRow = locateColumns(map, points);
  const offsets = new Int32Array(unitCount + 1);
  for (let row = 0; row < unitOfRow.length; row++) {
    if (skipped[row]) unitOfRow[row] = -1;
    else if (unitOfRow[row]! >= 0) offsets[unitOfRow[row]! + 1]!++;
  }
  for (let unit = 0; unit < unitCount; unit++) offsets[unit + 1]! += offsets[unit]!;
  const rows = new Int32Array(offsets[unitCount]!);
  const next = offsets.slice();
  for (let row = 0; row < unitOfRow.length; row++) {
    const unit = unitOfRow[row]!;
    if (unit >= 0) rows[next[unit]!++] = row;
  }
  const groups = new Set<string>();
  for (let unit = 0; unit < unitCount; unit++)
    if (offsets[unit + 1]! > offsets[unit]!) groups.add(groupOf(unit));
  const nearestRow = new Int32Array(unitCount).fill(-1);
  const followers = new Map<number, number[]>();
  for (let unit = 0; unit < unitCount; unit++) {
    if (offsets[unit + 1]! > offsets[unit]! || !groups.has(groupOf(unit))) continue;
    const x = (map.bounds[unit * 4]! + map.bounds[unit * 4 + 2]!) / 2;
    const y = (map.bounds[unit * 4 + 1]! + map.bounds[unit * 4 + 3]!) / 2;
    const row = index.nearest(x, y, REACH_KM / kmPerUnit(y));
    nearestRow[unit] = row;
    if (row < 0) continue;
    const list = followers.get(row);
    if (list) list.push(unit);
    else followers.set(row, [unit]);
  }
  return { unitOfRow, offsets, rows, nearestRow, followers };
}

/**
 * The owner of each unit: the territory that most of its accounts have (of equals the lowest index), and for a
 * unit without accounts the territory of the nearest one. Unassigned accounts count like a territory; house and
 * holdouts only where there is nothing else.
 * @param assignment territory index or a negative code, one a row
 * @returns territory index, UNASSIGNED and the like, or OUTSIDE_PLAN
 */
export function ownersOfUnits(units: AccountUnits, assignment: Int32Array): Int32Array {
  const owners = new Int32Array(units.offsets.length - 1);
  for (let unit = 0; unit < owners.length; unit++) owners[unit] = ownerOfUnit(units, assignment, unit);
  return owners;
}

/**
 * The owners after some rows changed hands: only their units and the empty ones that follow them are redone.
 * @returns the same array where every unit keeps its owner
 */
export function updateOwners(
  units: AccountUnits,
  owners: Int32Array,
  assignment: Int32Array,
  changedRows: Int32Array,
): Int32Array {
  const touched = new Set<number>();
  for (const row of changedRows) {
    if (units.unitOfRow[row]! >= 0) touched.add(units.unitOfRow[row]!);
    for (const unit of units.followers.get(row) ?? []) touched.add(unit);
  }
  let updated = owners;
  for (const unit of touched) {
    const owner = ownerOfUnit(units, assignment, unit);
    if (owner === owners[unit]) continue;
    if (updated === owners) updated = owners.slice();
    updated[unit] = owner;
  }
  return updated;
}

function ownerOfUnit(units: AccountUnits, assignment: Int32Array, unit: number): number {
  const first = units.offsets[unit]!;
  const last = units.offsets[unit + 1]!;
  if (first === last) {
    const row = units.nearestRow[unit]!;
    return row < 0 ? OUTSIDE_PLAN : assignment[row]!;
  }
  if (last === first + 1) return assignment[units.rows[first]!]!;
  const counts = new Map<number, number>();
  for (let at = first; at < last; at++) {
    const code = assignment[units.rows[at]!]!;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  let owner = OUTSIDE_PLAN;
  let ownerRank = -1;
  for (const [code, count] of counts) {
    const rank = code >= 0 ? count * 2 + 1 : code === UNASSIGNED ? count * 2 : 0;
    if (rank > ownerRank || (rank === ownerRank && code < owner)) {
      owner = code;
      ownerRank = rank;
    }
  }
  return owner;
}

/** What changedRows found last for an assignment: several parts ask it of the same edit. */
const knownChanges = new WeakMap<
  Int32Array,
  { readonly before: WeakRef<Int32Array>; readonly rows: Int32Array }
>();

/**
 * Rows that differ between two assignments; rows that only one of them has count as changed.
 * @param before, after arrays that nobody writes to any more
 */
export function changedRows(before: Int32Array, after: Int32Array): Int32Array {
  const known = knownChanges.get(after);
  if (known?.before.deref() === before) return known.rows;
  const changed: number[] = [];
  for (let row = 0; row < after.length; row++) if (before[row] !== after[row]) changed.push(row);
  const rows = Int32Array.from(changed);
  knownChanges.set(after, { before: new WeakRef(before), rows });
  return rows;
}
