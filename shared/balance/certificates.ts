import { mayServe } from './blocks';
import { crowdedReasons, giantsOf, pinGiants, usable } from './giants';
import { pendantReasons } from './landCertificates';
import {
  measureName,
  type BalanceProblem,
  type BalanceReason,
  type BalanceReasonCode,
  type ReasonNames,
} from './problem';
import { heldTargets } from './targets';

/** What a problem cannot give, found before any search, and where units that fit nowhere are put. */
export interface Certificates {
  readonly reasons: readonly BalanceReason[];
  /** fixedTerritories with giants pinned: a unit over target sits alone where it is nearest. */
  readonly fixed: Int32Array;
}

/** Groups whose eligibility is looked up between two yields. */
const SLICE_GROUPS = 20_000;

/** Units put into groups between two yields. */
const SLICE_UNITS = 40_000;

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

const reasonOf = (
  code: BalanceReasonCode,
  text: string,
  unitIndices: readonly number[] = [],
  territoryIndices: readonly number[] = [],
): BalanceReason => ({ code, text, unitIndices, territoryIndices });

/** Units by family, single units alone: the blocks that must go to one territory. */
function* groupsOf(problem: BalanceProblem, fixed: Int32Array): Generator<void, number[][]> {
  const groups: number[][] = [];
  const ofFamily = new Map<number, number[]>();
  for (let i = 0; i < fixed.length; i++) {
    if (i % SLICE_UNITS === SLICE_UNITS - 1) yield;
    if (fixed[i]! >= 0) continue;
    const family = problem.families ? problem.families[i]! : -1;
    const known = family >= 0 ? ofFamily.get(family) : undefined;
    if (known) {
      known.push(i);
      continue;
    }
    const group = [i];
    groups.push(group);
    if (family >= 0) ofFamily.set(family, group);
  }
  return groups;
}

/** Coordinates that are missing or impossible: such units are placed by balance alone. */
function badCoordinates(problem: BalanceProblem, names: ReasonNames): BalanceReason[] {
  const bad: number[] = [];
  for (let i = 0; i < problem.unitLat.length; i++) {
    const isUsable = Math.abs(problem.unitLat[i]!) <= 90 && Math.abs(problem.unitLng[i]!) <= 360;
    if (!isUsable) bad.push(i);
  }
  if (bad.length === 0) return [];
  const text = `${names.unitName(bad[0]!)}${bad.length > 1 ? ` and ${bad.length - 1} more` : ''} have no usable coordinates; they are placed by balance alone.`;
  return [reasonOf('bad-coordinates', text, bad)];
}

function lockedOverTarget(problem: BalanceProblem, fixed: Int32Array, names: ReasonNames): BalanceReason[] {
  const territoryCount = problem.territories.capacity.length;
  const reasons: BalanceReason[] = [];
  for (const measure of problem.measures) {
    const load = new Float64Array(territoryCount);
    let total = 0;
    for (let i = 0; i < fixed.length; i++) {
      total += usable(measure.values[i]!);
      if (fixed[i]! >= 0) load[fixed[i]!]! += usable(measure.values[i]!);
    }
    const targets = heldTargets(problem, load, total);
    for (let j = 0; j < territoryCount; j++) {
      const target = targets[j]!;
      const most = target * (1 + measure.toleranceRatio) * (1 + 1e-12);
      if (!(load[j]! > most)) continue;
      const units = [...fixed.keys()].filter((i) => fixed[i] === j && usable(measure.values[i]!) > 0);
      const text =
        target > 0
          ? `${units.length} locked accounts put ${percent(load[j]! / total)} of all ${measureName(measure)} on ${names.territoryName(j)}, whose target is ${percent(target / total)}: at best it is ${percent(load[j]! / target - 1)} over target.`
          : `${names.territoryName(j)} has no capacity, but ${units.length} accounts are locked to it.`;
      reasons.push(reasonOf('locked-load-over-target', text, units.slice(0, 50), [j]));
    }
  }
  return reasons;
}

function* ineligible(
  problem: BalanceProblem,
  groups: readonly number[][],
  names: ReasonNames,
): Generator<void, BalanceReason[]> {
  const { capacity } = problem.territories;
  const orphans: number[] = [];
  if (!problem.eligibility && !problem.movableTerritories && capacity.some((value) => value > 0)) return [];
  for (const [at, group] of groups.entries()) {
    if (at % SLICE_GROUPS === SLICE_GROUPS - 1) yield;
    const isServed = capacity.some((_, j) => group.every((i) => mayServe(problem, i, j)));
    if (!isServed) orphans.push(group[0]!);
  }
  if (orphans.length === 0) return [];
  const text = `No territory may serve ${names.unitName(orphans[0]!)}${orphans.length > 1 ? ` and ${orphans.length - 1} more` : ''}: check who is eligible and whose capacity is 0.`;
  return [reasonOf('nobody-eligible', text, orphans)];
}

function clashingLocks(problem: BalanceProblem, names: ReasonNames): BalanceReason[] {
  const { families, locks } = problem;
  if (!families || !locks) return [];
  const lockOf = new Map<number, number>();
  const reasons: BalanceReason[] = [];
  for (let i = 0; i < families.length; i++) {
    if (families[i]! < 0 || locks[i]! < 0) continue;
    const first = lockOf.get(families[i]!);
    if (first === undefined) lockOf.set(families[i]!, locks[i]!);
    else if (first !== locks[i]) {
      const text = `The family of ${names.unitName(i)} is locked to both ${names.territoryName(first)} and ${names.territoryName(locks[i]!)}; it cannot stay together.`;
      reasons.push(reasonOf('family-locks-clash', text, [i], [first, locks[i]!]));
    }
  }
  return reasons;
}

/** Territories that give and take: all, or the chosen ones. */
function openTerritories({ territories, movableTerritories }: BalanceProblem): number[] {
  const all = [...territories.capacity.keys()];
  return movableTerritories ? all.filter((j) => movableTerritories[j] === 1) : all;
}

function emptyTerritories(
  problem: BalanceProblem,
  groups: readonly number[][],
  fixed: Int32Array,
): BalanceReason[] {
  const used = new Set<number>();
  for (const j of fixed) if (j >= 0) used.add(j);
  const { capacity } = problem.territories;
  const open = openTerritories(problem).filter((j) => capacity[j]! > 0 && !used.has(j)).length;
  if (groups.length >= open || problem.measures.length === 0) return [];
  const empty = open - groups.length;
  const text = `There are more territories than accounts: ${empty} of ${openTerritories(problem).length} territories must stay empty.`;
  return [reasonOf('more-territories-than-units', text)];
}

/**
 * Certificates of what no plan can do, from the problem alone: the largest unit or family, locked load,
 * eligibility, more territories than units. Cost: units × territories at worst. Yields on the way.
 */
export function* certify(
  problem: BalanceProblem,
  fixedBefore: Int32Array,
  names: ReasonNames,
): Generator<void, Certificates> {
  const fixed = fixedBefore.slice();
  const groups = yield* groupsOf(problem, fixed);
  yield;
  const hasEnough = groups.length >= openTerritories(problem).length;
  const giants = !hasEnough ? [] : yield* giantsOf(problem, groups, fixed, names);
  yield;
  const misplaced = [...badCoordinates(problem, names), ...clashingLocks(problem, names)];
  yield;
  const pendants = giants.length === 0 ? pendantReasons(problem, names) : [];
  yield;
  const overfull = lockedOverTarget(problem, fixed, names);
  yield;
  const orphans = yield* ineligible(problem, groups, names);
  yield;
  const mayBeCrowded = hasEnough && pendants.length === 0 && giants.length === 0;
  const crowded = mayBeCrowded ? yield* crowdedReasons(problem, groups, fixed, names) : [];
  yield;
  const reasons = [
    ...misplaced,
    ...overfull,
    ...orphans,
    ...emptyTerritories(problem, groups, fixed),
    ...pendants,
    ...crowded,
    ...giants.slice(0, 20).map((giant) => giant.reason),
  ];
  // Connected units are annealed as they are: a giant ends up alone by itself.
  if (!problem.adjacency) pinGiants(problem, giants, fixed);
  return { reasons, fixed };
}
