import { unitVectors } from '../geo/greatCircle';
import type { BalanceProblem } from './problem';
import { targetsOf, type Targets } from './targets';

/** A territory a block may not go to stands this far away; dwarfs every real distance. */
export const UNREACHABLE_KM = 1e9;

/**
 * The problem as the solvers see it. A block is a unit or a whole family that moves as one; units that
 * cannot move are fixed load. Loads are normalised so that each measure sums to the travel activity,
 * which makes prices kilometres.
 */
export interface Blocks {
  readonly problem: BalanceProblem;
  readonly count: number;
  readonly territoryCount: number;
  /** Measures whose total is above 0. */
  readonly measureCount: number;
  /** Units of block b: memberUnits[memberOffsets[b] … memberOffsets[b + 1]). */
  readonly memberOffsets: Int32Array;
  readonly memberUnits: Int32Array;
  /** Territory of each unit that cannot move, −1 where it can. */
  readonly fixedTerritory: Int32Array;
  /** Activity of each unit as priced: an idle unit counts as a small one, so that it stays near a centre. */
  readonly activity: Float64Array;
  /** The least share of a member's priced activity that is its own, by block; 1 where nothing was added. */
  readonly ownShare: Float64Array;
  /** Cost of a block = weight · km. */
  readonly weight: Float64Array;
  /** Normalised load of block b in measure m at [b * measureCount + m]. */
  readonly load: Float64Array;
  /** Mean unit vector of the members, 3 numbers a block. */
  readonly position: Float64Array;
  /** Largest present owner of the block by units, −1 none. */
  readonly owner: Int32Array;
  readonly targets: Targets;
}

/** Corridor of the load that can move: what the fixed load leaves, never below 0. */
export function movableCorridor(blocks: Blocks): { lower: Float64Array; upper: Float64Array } {
  const { lower, upper, fixedLoad } = blocks.targets;
  return {
    lower: lower.map((value, at) => Math.max(0, value - fixedLoad[at]!)),
    upper: upper.map((value, at) => Math.max(0, value - fixedLoad[at]!)),
  };
}

/** Unit vectors of all units; 0, 0, 0 for a unit without usable coordinates. */
export function placedVectors(problem: BalanceProblem): Float64Array {
  const vectors = unitVectors(problem.unitLat, problem.unitLng);
  for (let i = 0; i < problem.unitLat.length; i++) {
    const isUsable = Math.abs(problem.unitLat[i]!) <= 90 && Math.abs(problem.unitLng[i]!) <= 360;
    if (!isUsable) vectors.fill(0, 3 * i, 3 * i + 3);
  }
  return vectors;
}

/** True where the unit may serve the territory: eligible by attribute, capacity above 0, territory movable. */
export function mayServe(problem: BalanceProblem, unit: number, territory: number): boolean {
  if (!(problem.territories.capacity[territory]! > 0)) return false;
  if (problem.movableTerritories && problem.movableTerritories[territory] !== 1) return false;
  const eligibility = problem.eligibility;
  if (!eligibility) return true;
  const count = problem.territories.capacity.length;
  return eligibility.allowed[eligibility.classOfUnit[unit]! * count + territory] === 1;
}

/**
 * Where units that cannot move stand: locked ones with their family, and those of territories outside
 * the chosen subset. −1 = may move. A family with clashing locks is fixed unit by unit.
 */
export function fixedTerritories(problem: BalanceProblem): Int32Array {
  const { locks, families, current, movableTerritories } = problem;
  const count = problem.unitLat.length;
  const fixed = new Int32Array(count).fill(-1);
  if (locks) for (let i = 0; i < count; i++) fixed[i] = locks[i]!;
  if (movableTerritories && current) {
    for (let i = 0; i < count; i++) {
      const owner = current[i]!;
      if (fixed[i]! < 0 && owner >= 0 && movableTerritories[owner] !== 1) fixed[i] = owner;
    }
  }
  if (families) {
    const lockOfFamily = new Map<number, number>();
    for (let i = 0; i < count; i++) {
      if (families[i]! >= 0 && fixed[i]! >= 0 && !lockOfFamily.has(families[i]!)) {
        lockOfFamily.set(families[i]!, fixed[i]!);
      }
    }
    for (let i = 0; i < count; i++) {
      const territory = families[i]! >= 0 ? lockOfFamily.get(families[i]!) : undefined;
      if (fixed[i]! < 0 && territory !== undefined) fixed[i] = territory;
    }
  }
  return fixed;
}

/** Blocks summed up between two yields. */
const SLICE_BLOCKS = 30_000;

interface Membership {
  memberOffsets: Int32Array;
  memberUnits: Int32Array;
}

function groupUnits(problem: BalanceProblem, fixed: Int32Array): Membership {
  const { families } = problem;
  const count = problem.unitLat.length;
  const blockOfUnit = new Int32Array(count).fill(-1);
  const blockOfFamily = new Map<number, number>();
  let blocks = 0;
  for (let i = 0; i < count; i++) {
    if (fixed[i]! >= 0) continue;
    const family = families ? families[i]! : -1;
    const known = family >= 0 ? blockOfFamily.get(family) : undefined;
    blockOfUnit[i] = known ?? blocks;
    if (known === undefined) {
      if (family >= 0) blockOfFamily.set(family, blocks);
      blocks++;
    }
  }
  const memberOffsets = new Int32Array(blocks + 1);
  for (let i = 0; i < count; i++) if (blockOfUnit[i]! >= 0) memberOffsets[blockOfUnit[i]! + 1]!++;
  for (let b = 0; b < blocks; b++) memberOffsets[b + 1]! += memberOffsets[b]!;
  const next = memberOffsets.slice();
  const memberUnits = new Int32Array(memberOffsets[blocks]!);
  for (let i = 0; i < count; i++) if (blockOfUnit[i]! >= 0) memberUnits[next[blockOfUnit[i]!]!++] = i;
  return { memberOffsets, memberUnits };
}

/**
 * What an idle unit counts, as a share of the mean. Without it idle units would fill up territories wherever
 * on the map they lie, and all at once: prices could not tell one from another.
 */
const IDLE_SHARE = 0.01;

/** Activity of a unit as given; what is not a number above 0 is 0. */
function givenActivity(problem: BalanceProblem, unit: number): number {
  const value = problem.travelActivity[unit]!;
  return Number.isFinite(value) && value > 0 ? value : 0;
}

function pricedActivity(problem: BalanceProblem): Float64Array {
  const activity = problem.travelActivity.map((_, unit) => givenActivity(problem, unit));
  let total = 0;
  for (const value of activity) total += value;
  const floor = total > 0 ? (IDLE_SHARE * total) / activity.length : 1;
  for (let i = 0; i < activity.length; i++) if (activity[i]! < floor) activity[i] = floor;
  return activity;
}

function blockOwner(current: Int32Array, units: Int32Array): number {
  const tally = new Map<number, number>();
  let best = -1;
  for (const unit of units) {
    const owner = current[unit]!;
    if (owner < 0) continue;
    const seen = (tally.get(owner) ?? 0) + 1;
    tally.set(owner, seen);
    if (best < 0 || seen > tally.get(best)!) best = owner;
  }
  return best;
}

/**
 * Reduces a problem to blocks, fixed load and targets.
 * @param fixed from fixedTerritories, or with more units pinned (a giant account that must sit somewhere)
 */
export function buildBlocks(problem: BalanceProblem, fixed: Int32Array): Blocks {
  const building = blocksInSteps(problem, fixed, placedVectors(problem));
  let step = building.next();
  while (!step.done) step = building.next();
  return step.value;
}

/**
 * The same with pauses on the way.
 * @param unitVector from placedVectors
 */
export function* blocksInSteps(
  problem: BalanceProblem,
  fixed: Int32Array,
  unitVector: Float64Array,
): Generator<void, Blocks> {
  const activity = pricedActivity(problem);
  let totalActivity = 0;
  for (const value of activity) totalActivity += value;
  yield;
  const targets = targetsOf(problem, fixed, totalActivity);
  yield;
  const { memberOffsets, memberUnits } = groupUnits(problem, fixed);
  yield;
  const count = memberOffsets.length - 1;
  const measureCount = targets.measureIndices.length;
  const weight = new Float64Array(count);
  const load = new Float64Array(count * measureCount);
  const ownShare = new Float64Array(count).fill(1);
  const owner = new Int32Array(count);
  const position = new Float64Array(3 * count);
  const { current } = problem;
  for (let b = 0; b < count; b++) {
    if (b % SLICE_BLOCKS === SLICE_BLOCKS - 1) yield;
    const from = memberOffsets[b]!;
    const to = memberOffsets[b + 1]!;
    let ownActivity = 0;
    let meanLoad = 0;
    for (let at = from; at < to; at++) {
      const unit = memberUnits[at]!;
      ownActivity += activity[unit]!;
      ownShare[b] = Math.min(ownShare[b]!, givenActivity(problem, unit) / activity[unit]!);
      for (let axis = 0; axis < 3; axis++) {
        position[3 * b + axis]! += unitVector[3 * unit + axis]! / (to - from);
      }
    }
    for (let m = 0; m < measureCount; m++) {
      let sum = 0;
      for (let at = from; at < to; at++) sum += targets.unitLoad[m]![memberUnits[at]!]!;
      load[b * measureCount + m] = sum;
      meanLoad += sum / measureCount;
    }
    // A block with load but hardly any travel still needs a weight its prices can work on.
    weight[b] = Math.max(ownActivity, meanLoad);
    if (!current) owner[b] = -1;
    else if (to - from === 1) owner[b] = current[memberUnits[from]!]!;
    else owner[b] = blockOwner(current, memberUnits.subarray(from, to));
  }
  return {
    problem,
    count,
    territoryCount: problem.territories.capacity.length,
    measureCount,
    memberOffsets,
    memberUnits,
    fixedTerritory: fixed,
    activity,
    ownShare,
    weight,
    load,
    position,
    owner,
    targets,
  };
}
