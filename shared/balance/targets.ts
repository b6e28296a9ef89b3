import type { BalanceProblem } from './problem';

/** Targets and corridors in normalised load; index [territory * measures + m]. */
export interface Targets {
  /** Which of the problem's measures take part: those with a total above 0. */
  readonly measureIndices: readonly number[];
  /** Normalised load of every unit, one array a measure. */
  readonly unitLoad: readonly Float64Array[];
  readonly target: Float64Array;
  /** Corridor of the whole load, fixed part included. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Load that cannot move. */
  readonly fixedLoad: Float64Array;
  /** True where the corridor had to be widened because no plan can meet the tolerance asked for. */
  readonly isWidened: boolean;
}

/** Plans aim this share of the half-width inside the corridor, so that rounding never carries them out. */
const INNER_MARGIN = 1e-7;

function normalisedLoad(values: Float64Array, totalActivity: number): Float64Array | null {
  const load = Float64Array.from(values, (value) => (Number.isFinite(value) && value > 0 ? value : 0));
  let total = 0;
  for (const value of load) total += value;
  if (!(total > 0)) return null;
  for (let i = 0; i < load.length; i++) load[i]! *= totalActivity / total;
  return load;
}

/**
 * Smallest tolerance ≥ the one asked for at which target corridors and fixed load can add up to the
 * total: territories overfull by what is fixed keep just that, the others share the rest evenly.
 */
export function reachableTolerance(
  target: Float64Array,
  fixedLoad: Float64Array,
  total: number,
  tolerance: number,
): number {
  const fits = (ratio: number): boolean => {
    let least = 0;
    let most = 0;
    for (let j = 0; j < target.length; j++) {
      least += Math.max(fixedLoad[j]!, target[j]! * (1 - ratio));
      most += Math.max(fixedLoad[j]!, target[j]! * (1 + ratio));
    }
    return least <= total * (1 + 1e-12) && most >= total * (1 - 1e-12);
  };
  if (fits(tolerance)) return tolerance;
  let low = tolerance;
  let high = Math.max(1, tolerance * 2);
  while (!fits(high) && high < 1e6) high *= 2;
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (fits(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Shares of the total by capacity: target k = W · cₖ / Σc (territory.md). */
export function capacityShares(capacity: Float64Array): Float64Array {
  let sum = 0;
  for (const value of capacity) sum += value > 0 ? value : 0;
  return Float64Array.from(capacity, (value) => (value > 0 && sum > 0 ? value / sum : 0));
}

/**
 * What a plan is held to by territory, in one measure. With a chosen subset those outside stand as they are, and
 * are held to nothing (NaN); those inside share what they hold together.
 * @param load by territory; of those outside all that they hold
 * @param total of the measure over all units
 */
export function heldTargets(problem: BalanceProblem, load: Float64Array, total: number): Float64Array {
  const target = capacityShares(problem.territories.capacity).map((share) => share * total);
  const movable = problem.movableTerritories;
  if (!movable) return target;
  let outside = 0;
  let insideTarget = 0;
  for (let j = 0; j < target.length; j++) {
    if (movable[j] === 1) insideTarget += target[j]!;
    else outside += load[j]!;
  }
  const scale = insideTarget > 0 ? (total - outside) / insideTarget : 1;
  return target.map((value, j) => (movable[j] === 1 ? value * scale : NaN));
}

/**
 * Targets, corridors and fixed loads of a problem.
 * @param fixed territory of each unit that cannot move, else −1
 * @param totalActivity what each measure is normalised to
 */
export function targetsOf(problem: BalanceProblem, fixed: Int32Array, totalActivity: number): Targets {
  const territoryCount = problem.territories.capacity.length;
  const shares = capacityShares(problem.territories.capacity);
  const measureIndices: number[] = [];
  const unitLoad: Float64Array[] = [];
  problem.measures.forEach((measure, index) => {
    const load = normalisedLoad(measure.values, totalActivity);
    if (!load) return;
    measureIndices.push(index);
    unitLoad.push(load);
  });
  const measureCount = measureIndices.length;
  const size = territoryCount * measureCount;
  const result = {
    target: new Float64Array(size),
    lower: new Float64Array(size),
    upper: new Float64Array(size),
    fixedLoad: new Float64Array(size),
  };
  let isWidened = false;
  for (let m = 0; m < measureCount; m++) {
    const target = shares.map((share) => share * totalActivity);
    const fixedLoad = new Float64Array(territoryCount);
    for (let i = 0; i < fixed.length; i++) if (fixed[i]! >= 0) fixedLoad[fixed[i]!]! += unitLoad[m]![i]!;
    const asked = problem.measures[measureIndices[m]!]!.toleranceRatio;
    const total = reachableTotal(problem, target, fixedLoad, totalActivity);
    let ratio = reachableTolerance(total.target, fixedLoad, totalActivity, asked);
    if (ratio > asked) {
      isWidened = true;
      ratio += 0.1 * asked + 1e-4;
    }
    for (let j = 0; j < territoryCount; j++) {
      const at = j * measureCount + m;
      const halfWidth = total.target[j]! * ratio * (1 - INNER_MARGIN);
      result.target[at] = target[j]!;
      result.lower[at] = total.target[j]! - halfWidth;
      result.upper[at] = total.target[j]! + halfWidth;
      result.fixedLoad[at] = fixedLoad[j]!;
    }
  }
  return { measureIndices, unitLoad, ...result, isWidened };
}

/**
 * With a chosen subset, territories outside it stand as they are; those inside are balanced against
 * their targets where what they hold together allows it.
 */
function reachableTotal(
  problem: BalanceProblem,
  target: Float64Array,
  fixedLoad: Float64Array,
  totalActivity: number,
): { target: Float64Array } {
  const movable = problem.movableTerritories;
  if (!movable) return { target };
  let outside = 0;
  let insideTarget = 0;
  for (let j = 0; j < target.length; j++) {
    if (movable[j] === 1) insideTarget += target[j]!;
    else outside += fixedLoad[j]!;
  }
  const scale = insideTarget > 0 ? (totalActivity - outside) / insideTarget : 1;
  return { target: target.map((value, j) => (movable[j] === 1 ? value * scale : fixedLoad[j]!)) };
}
