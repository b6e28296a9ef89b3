import type { BalanceProblem, BalanceReason } from '../balance/problem';
import type { OwnedAccounts } from '../balance/solveNamed';
import { neighboursOfUnits } from '../geo/adjacency';
import { unitVectors, vectorToDegrees } from '../geo/greatCircle';
import { latOfY, lngOfX, projectColumns } from '../geo/projection';
import { DEFAULT_BRIDGES, withBridges } from '../geo/unitBridges';
import { createUnitLocator, locateColumns, locateNear } from '../geo/unitLocator';
import type { UnitMap } from '../geo/unitMap';
import type { UnitLevel } from '../model/exception';
import type { PlanDocument } from '../model/planDocument';
import type { PlanBalanceProblem } from './balanceProblemOf';
import { eligibilityOfBlocks } from './eligibility';
import { runToEnd } from './runToEnd';
import { unitColumn } from './unitKeys';

/** The balancing problem of geographic units, each with its accounts as one block. */
export interface UnitBalanceProblem {
  readonly problem: BalanceProblem;
  /** Units that take part, as indices of the map: those with accounts, and empty ones among them. */
  readonly mapUnits: Int32Array;
  /** The problem's unit of each account of the account problem; −1 = outside every unit, it stays put. */
  readonly unitOfAccount: Int32Array;
  /** What the accounts' locks ask of one unit that cannot be. */
  readonly reasons: readonly BalanceReason[];
}

/** Units of one state, or one country, hang together: empty ones only count where accounts are near. */
function groupOf(level: UnitLevel, unitId: string): string {
  if (level === 'county') return unitId.slice(0, 2);
  return level === 'country' ? '' : unitId.slice(0, 2);
}

/** Map unit of every account: by its key where the list has one, else by its place or next to it; −1 = none. */
function locateAccounts(
  document: PlanDocument,
  { rowOfUnit }: PlanBalanceProblem,
  level: UnitLevel,
  map: UnitMap,
): Int32Array {
  const { accounts } = document;
  const indexOfId = new Map(map.ids.map((id, index) => [id, index]));
  const keys = unitColumn(accounts, level);
  const places = projectColumns(accounts.lat, accounts.lng);
  const byPlace = locateColumns(map, places);
  const locator = createUnitLocator(map);
  return rowOfUnit.map((row) => {
    const known = keys ? indexOfId.get(keys.dictionary[keys.codes[row]!]!) : undefined;
    if (known !== undefined) return known;
    return byPlace[row]! >= 0 ? byPlace[row]! : locateNear(locator, places.x[row]!, places.y[row]!);
  });
}

/** Map units that take part, ascending. */
function participants(level: UnitLevel, map: UnitMap, located: Int32Array): Int32Array {
  const held = new Set<number>(located);
  const groups = new Set<string>();
  for (const unit of held) if (unit >= 0) groups.add(groupOf(level, map.ids[unit]!));
  // Land without a border (a unit of no area) leads nowhere: it takes part only with accounts.
  const hasArea = (unit: number) => map.unitRings[unit + 1]! > map.unitRings[unit]!;
  const isEmptyLand = (unit: number) =>
    level !== 'country' && hasArea(unit) && groups.has(groupOf(level, map.ids[unit]!));
  return Int32Array.from(map.ids.keys()).filter((unit) => held.has(unit) || isEmptyLand(unit));
}

/** The value that most of a list's members have; −1 for none. */
function majority(values: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const value of values) if (value >= 0) tally.set(value, (tally.get(value) ?? 0) + 1);
  return [...tally].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? -1;
}

/** Weighted middle of a unit's accounts, or the middle of its land; degrees. */
function placeOf(
  problem: BalanceProblem,
  vectors: Float64Array,
  members: readonly number[],
  map: UnitMap,
  unit: number,
): { lat: number; lng: number } {
  const sum = [0, 0, 0];
  const isIdle = members.every((account) => !(problem.travelActivity[account]! > 0));
  for (const account of members) {
    const weight = isIdle ? 1 : problem.travelActivity[account]!;
    for (let axis = 0; axis < 3; axis++) sum[axis]! += weight * (vectors[3 * account + axis]! || 0);
  }
  const [west, north, east, south] = map.bounds.subarray(4 * unit, 4 * unit + 4);
  const land = { lat: latOfY((north! + south!) / 2), lng: lngOfX((west! + east!) / 2) };
  return vectorToDegrees(sum[0]!, sum[1]!, sum[2]!) ?? land;
}

/** Neighbours among the units that take part; crossings over water count as borders. */
function adjacencyOf(level: UnitLevel, map: UnitMap, mapUnits: Int32Array): BalanceProblem['adjacency'] {
  const plain = neighboursOfUnits(map);
  const rows = level === 'county' ? withBridges(plain, map.ids, DEFAULT_BRIDGES) : plain;
  const offsets = new Int32Array(mapUnits.length + 1);
  const neighbours: number[] = [];
  const at = new Int32Array(map.ids.length).fill(-1);
  mapUnits.forEach((unit, index) => (at[unit] = index));
  mapUnits.forEach((unit, index) => {
    for (const other of rows.neighbours.subarray(rows.offsets[unit], rows.offsets[unit + 1])) {
      if (at[other]! >= 0) neighbours.push(at[other]!);
    }
    offsets[index + 1] = neighbours.length;
  });
  return { offsets, neighbours: Int32Array.from(neighbours) };
}

/**
 * Condenses a plan's account problem into one of geographic units whose territories hang together. Accounts
 * outside every unit are left out: they stay where they are. A unit with locked accounts is locked with them.
 */
export function unitBalanceProblemOf(
  document: PlanDocument,
  made: PlanBalanceProblem,
  level: UnitLevel,
  map: UnitMap,
): UnitBalanceProblem {
  return runToEnd(unitBalanceSteps(document, made, level, map));
}

/** The same with pauses on the way. */
export function* unitBalanceSteps(
  document: PlanDocument,
  made: PlanBalanceProblem,
  level: UnitLevel,
  map: UnitMap,
): Generator<void, UnitBalanceProblem> {
  const { problem } = made;
  const located = locateAccounts(document, made, level, map);
  yield;
  const mapUnits = participants(level, map, located);
  const indexOfMapUnit = new Map([...mapUnits].map((unit, index) => [unit, index]));
  const unitOfAccount = located.map((unit) => indexOfMapUnit.get(unit) ?? -1);
  const members: number[][] = Array.from(mapUnits, () => []);
  unitOfAccount.forEach((unit, account) => {
    if (unit >= 0) members[unit]!.push(account);
  });
  yield;
  const vectors = unitVectors(problem.unitLat, problem.unitLng);
  yield;
  const places = members.map((list, unit) => placeOf(problem, vectors, list, map, mapUnits[unit]!));
  yield;
  const summed = (values: Float64Array) =>
    Float64Array.from(members, (list) => list.reduce((sum, account) => sum + (values[account]! || 0), 0));
  const locked = members.map((list) => list.flatMap((account) => problem.locks?.[account] ?? -1));
  const reasons = locked.flatMap((list, unit): BalanceReason[] => {
    const wanted = [...new Set(list.filter((territory) => territory >= 0))];
    if (wanted.length < 2) return [];
    const text = `${map.names[mapUnits[unit]!] || map.ids[mapUnits[unit]!]!} has accounts locked to ${wanted.length} territories; a unit goes to one, so some of them stand outside the area of theirs.`;
    return [{ code: 'locks-break-territory', text, unitIndices: [unit], territoryIndices: wanted }];
  });
  const { current } = problem;
  yield;
  return {
    problem: {
      ...problem,
      unitLat: Float64Array.from(places, ({ lat }) => lat),
      unitLng: Float64Array.from(places, ({ lng }) => lng),
      measures: problem.measures.map((measure) => ({ ...measure, values: summed(measure.values) })),
      travelActivity: summed(problem.travelActivity),
      current:
        current && Int32Array.from(members, (list) => majority(list.map((account) => current[account]!))),
      locks: problem.locks && Int32Array.from(locked, majority),
      families: null,
      eligibility:
        problem.eligibility &&
        eligibilityOfBlocks(problem.eligibility, members, problem.territories.capacity.length),
      adjacency: adjacencyOf(level, map, mapUnits),
    },
    mapUnits,
    unitOfAccount,
    reasons,
  };
}

/** Territory of every account under a plan of units: locked accounts, and those outside every unit, stay. */
export function accountsOfUnits(
  { problem }: PlanBalanceProblem,
  { unitOfAccount }: UnitBalanceProblem,
  ofUnit: Int32Array,
): Int32Array {
  return unitOfAccount.map((unit, account) => {
    const lock = problem.locks?.[account] ?? -1;
    if (lock >= 0) return lock;
    return unit >= 0 ? ofUnit[unit]! : (problem.current?.[account] ?? -1);
  });
}

/** The accounts of the units as they stand, by which territories keep their names; null where nothing has an owner. */
export function ownedAccounts(
  { problem: { current } }: PlanBalanceProblem,
  { unitOfAccount }: UnitBalanceProblem,
): OwnedAccounts | null {
  return current && { unitOfAccount, current };
}
