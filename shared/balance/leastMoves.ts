import { fixedTerritories, mayServe } from './blocks';
import type { BalanceProblem } from './problem';
import { targetsOf, type Targets } from './targets';

/** Corridors are taken as wider by this share of a target, so that rounding never proves too much. */
const ROUNDING = 1e-6;

/** Where every unit stands before anything moves that may. */
interface Standing {
  readonly place: Int32Array;
  readonly isMovable: Uint8Array;
  /** Units with an owner that a lock sends elsewhere: they move in every plan. */
  readonly forced: number;
}

function standingOf(problem: BalanceProblem, current: Int32Array): Standing {
  const fixed = fixedTerritories(problem);
  let forced = 0;
  for (let i = 0; i < fixed.length; i++) {
    if (fixed[i]! >= 0 && current[i]! >= 0 && fixed[i] !== current[i]) forced++;
  }
  return {
    place: fixed.map((j, i) => (j >= 0 ? j : current[i]!)),
    isMovable: Uint8Array.from(fixed, (j) => (j < 0 ? 1 : 0)),
    forced,
  };
}

/** How many of some loads, largest first, it takes to come to an amount; Infinity where all do not. */
function fewestFor(amount: number, largestFirst: Iterable<number>): number {
  let left = amount;
  let count = 0;
  for (const load of largestFirst) {
    if (!(left > 0)) return count;
    left -= load;
    count++;
  }
  return left > 0 ? Infinity : count;
}

/** Loads of the units that may come to territory j from others, largest first. */
function* comers(
  problem: BalanceProblem,
  load: Float64Array,
  order: Int32Array,
  place: Int32Array,
  j: number,
): Generator<number> {
  for (const i of order) if (place[i] !== j && mayServe(problem, i, j)) yield load[i]!;
}

/** Territories looked at between two yields. */
const SLICE_TERRITORIES = 20;

/** Units that one measure makes leave and come, by territory, at least. Yields on the way. */
function* movesOfMeasure(
  problem: BalanceProblem,
  targets: Targets,
  m: number,
  { place, isMovable }: Standing,
): Generator<void, { out: Float64Array; in: Float64Array }> {
  const territoryCount = problem.territories.capacity.length;
  const measureCount = targets.measureIndices.length;
  const load = targets.unitLoad[m]!;
  const held = new Float64Array(territoryCount);
  let free = 0;
  for (let i = 0; i < load.length; i++) {
    if (place[i]! >= 0) held[place[i]!]! += load[i]!;
    else free += load[i]!;
  }
  yield;
  const order = Int32Array.from(load.keys())
    .filter((i) => isMovable[i] === 1 && place[i]! >= 0 && load[i]! > 0)
    .sort((a, b) => load[b]! - load[a]!);
  yield;
  const leavers: number[][] = Array.from({ length: territoryCount }, () => []);
  for (const i of order) leavers[place[i]!]!.push(load[i]!);
  const result = { out: new Float64Array(territoryCount), in: new Float64Array(territoryCount) };
  for (let j = 0; j < territoryCount; j++) {
    if (j % SLICE_TERRITORIES === 0) yield;
    const at = j * measureCount + m;
    const slack = ROUNDING * targets.target[at]!;
    result.out[j] = fewestFor(held[j]! - targets.upper[at]! - slack, leavers[j]!);
    // What has no owner yet may all come here without a change of hands.
    const missing = targets.lower[at]! - slack - held[j]! - free;
    result.in[j] = missing > 0 ? fewestFor(missing, comers(problem, load, order, place, j)) : 0;
  }
  return result;
}

/**
 * The fewest changes of hands that a plan within tolerance can have, proven by count: a territory over its
 * corridor loses at least as many accounts as its largest ones need to make up what is over, one under it gains
 * as many as the largest that may come. Every move leaves one territory and enters one, so that the larger of
 * both sums holds. Accounts of a family are counted one by one, which proves no more than is true.
 * Cost: a sort of the units by measure, and at worst units × territories under their corridor. Yields on the way.
 * @returns null without owners, and where the corridor cannot be met
 */
export function* leastMoves(problem: BalanceProblem): Generator<void, number | null> {
  const { current } = problem;
  if (!current) return null;
  const standing = standingOf(problem, current);
  yield;
  const fixed = standing.place.map((j, i) => (standing.isMovable[i] === 1 ? -1 : j));
  const targets = targetsOf(problem, fixed, 1);
  yield;
  if (targets.isWidened) return null;
  const territoryCount = problem.territories.capacity.length;
  const leaving = new Float64Array(territoryCount);
  const coming = new Float64Array(territoryCount);
  for (const m of targets.measureIndices.keys()) {
    const own = yield* movesOfMeasure(problem, targets, m, standing);
    for (let j = 0; j < territoryCount; j++) {
      leaving[j] = Math.max(leaving[j]!, own.out[j]!);
      coming[j] = Math.max(coming[j]!, own.in[j]!);
    }
  }
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const least = standing.forced + Math.max(sum(leaving), sum(coming));
  return Number.isFinite(least) ? least : null;
}
