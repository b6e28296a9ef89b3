import { haversineKm, vectorToDegrees } from '../geo/greatCircle';
import { placedVectors } from './blocks';
import type { BalanceProblem } from './problem';
import { heldTargets } from './targets';

/** What a plan is worth, computed afresh from the problem alone. */
export interface PlanMeasures {
  readonly travelKm: number;
  /**
   * Largest |load − target| / target over territories with a target and measures with a total; with a chosen
   * subset, of those inside against their shares of what they hold together.
   */
  readonly maxDeviationShare: number;
  /** Σ over territories and measures of how far a deviation is over the tolerance: how much is left to mend. */
  readonly excessShare: number;
  /** Territories outside their tolerance, or with load on a target of 0. */
  readonly outOfTolerance: readonly number[];
  /** Units with an earlier owner that change hands. */
  readonly movedCount: number;
  readonly centreLat: Float64Array;
  readonly centreLng: Float64Array;
}

/** Deviations within tolerance up to this much are rounding. */
export const TOLERANCE_SLACK = 1e-9;

/** Bases where given, else the weighted centre of the territory's units on the sphere; NaN where empty. */
export function centresOf(
  problem: BalanceProblem,
  assignment: Int32Array,
): { centreLat: Float64Array; centreLng: Float64Array } {
  const centreLat = problem.territories.lat.slice();
  const centreLng = problem.territories.lng.slice();
  if (!centreLat.some((value) => Number.isNaN(value))) return { centreLat, centreLng };
  const vector = placedVectors(problem);
  const sum = new Float64Array(centreLat.length * 3);
  for (let i = 0; i < assignment.length; i++) {
    const j = assignment[i]!;
    const activity = problem.travelActivity[i]!;
    if (j < 0 || !(activity > 0)) continue;
    for (let axis = 0; axis < 3; axis++) sum[3 * j + axis]! += activity * vector[3 * i + axis]!;
  }
  for (let j = 0; j < centreLat.length; j++) {
    if (!Number.isNaN(problem.territories.lat[j]!)) continue;
    const degrees = vectorToDegrees(sum[3 * j]!, sum[3 * j + 1]!, sum[3 * j + 2]!);
    centreLat[j] = degrees?.lat ?? NaN;
    centreLng[j] = degrees?.lng ?? NaN;
  }
  return { centreLat, centreLng };
}

function travelOf(
  problem: BalanceProblem,
  assignment: Int32Array,
  centreLat: Float64Array,
  centreLng: Float64Array,
): number {
  let travelKm = 0;
  for (let i = 0; i < assignment.length; i++) {
    const j = assignment[i]!;
    const activity = problem.travelActivity[i]!;
    if (j < 0 || !(activity > 0) || Number.isNaN(centreLat[j]!)) continue;
    const km = haversineKm(problem.unitLat[i]!, problem.unitLng[i]!, centreLat[j]!, centreLng[j]!);
    if (Number.isFinite(km)) travelKm += activity * km;
  }
  return travelKm;
}

/** Measures a plan as territory.md defines it, unit by unit. */
export function measurePlan(problem: BalanceProblem, assignment: Int32Array): PlanMeasures {
  const { centreLat, centreLng } = centresOf(problem, assignment);
  const territoryCount = problem.territories.capacity.length;
  const out = new Set<number>();
  let maxDeviationShare = 0;
  let excessShare = 0;
  for (const measure of problem.measures) {
    const load = new Float64Array(territoryCount);
    let total = 0;
    for (let i = 0; i < assignment.length; i++) {
      const value = measure.values[i]!;
      if (!(value > 0) || !Number.isFinite(value)) continue;
      total += value;
      if (assignment[i]! >= 0) load[assignment[i]!]! += value;
    }
    if (!(total > 0)) continue;
    const targets = heldTargets(problem, load, total);
    for (let j = 0; j < territoryCount; j++) {
      const target = targets[j]!;
      if (Number.isNaN(target)) continue;
      if (!(target > 0)) {
        if (load[j]! > 0) out.add(j);
        continue;
      }
      const deviation = Math.abs(load[j]! - target) / target;
      maxDeviationShare = Math.max(maxDeviationShare, deviation);
      if (deviation <= measure.toleranceRatio + TOLERANCE_SLACK) continue;
      excessShare += deviation - measure.toleranceRatio;
      out.add(j);
    }
  }
  let movedCount = 0;
  const { current } = problem;
  if (current) {
    for (let i = 0; i < assignment.length; i++) {
      if (current[i]! >= 0 && assignment[i] !== current[i]) movedCount++;
    }
  }
  return {
    travelKm: travelOf(problem, assignment, centreLat, centreLng),
    maxDeviationShare,
    excessShare,
    outOfTolerance: [...out].sort((a, b) => a - b),
    movedCount,
    centreLat,
    centreLng,
  };
}
