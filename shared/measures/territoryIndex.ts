/**
 * Targets and index of territories (territory.md, "Measures of a plan"):
 * target_k = W · c_k / Σc, index = 100 · Σ λ_a · (w_k^a / target_k^a) with Σλ = 1.
 */

/**
 * Targets of one measure.
 * @param whole W: what is to be shared out, unassigned accounts included, house and holdouts not
 * @param capacities c_k, one a territory; 0 where it takes no part
 */
export function targetsByCapacity(whole: number, capacities: Float64Array): Float64Array {
  let capacitySum = 0;
  for (const capacity of capacities) capacitySum += capacity;
  return capacities.map((capacity) => (capacitySum > 0 ? (whole * capacity) / capacitySum : 0));
}

export interface WeightedMeasure {
  readonly weight: number;
  readonly totals: Float64Array;
  readonly targets: Float64Array;
}

/**
 * Index of each territory over its measures; NaN where there is no target (no capacity, or nothing to share).
 * Weights are taken as shares of their sum, so they need not add up to 1.
 */
export function indexOfTerritories(
  measures: readonly WeightedMeasure[],
  territoryCount: number,
): Float64Array {
  const weightSum = measures.reduce((sum, measure) => sum + measure.weight, 0);
  const index = new Float64Array(territoryCount).fill(Number.NaN);
  if (!(weightSum > 0)) return index;
  for (let territory = 0; territory < territoryCount; territory++) {
    let sum = 0;
    for (const { weight, totals, targets } of measures) {
      sum += (weight / weightSum) * (totals[territory]! / targets[territory]!);
    }
    index[territory] = Number.isFinite(sum) ? 100 * sum : Number.NaN;
  }
  return index;
}

/** Spread of a plan's indices over the territories that have one. */
export interface IndexSpread {
  readonly territoryCount: number;
  readonly inCorridorCount: number;
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Largest index over the least; null where the least is 0 or there is none. */
  readonly maxOverMin: number | null;
  /** Standard deviation over mean (population); null where there is no territory or the mean is 0. */
  readonly coefficientOfVariation: number | null;
}

/** @param corridorShare half-width of the corridor, 0.15 for 85 to 115 */
export function spreadOfIndex(indices: readonly number[], corridorShare: number): IndexSpread {
  const known = indices.filter((index) => !Number.isNaN(index));
  if (known.length === 0) {
    return {
      territoryCount: 0,
      inCorridorCount: 0,
      lowest: null,
      highest: null,
      maxOverMin: null,
      coefficientOfVariation: null,
    };
  }
  const lowest = Math.min(...known);
  const highest = Math.max(...known);
  const mean = known.reduce((sum, index) => sum + index, 0) / known.length;
  const variance = known.reduce((sum, index) => sum + (index - mean) ** 2, 0) / known.length;
  return {
    territoryCount: known.length,
    inCorridorCount: known.filter((index) => isInCorridor(index, corridorShare)).length,
    lowest,
    highest,
    maxOverMin: lowest > 0 ? highest / lowest : null,
    coefficientOfVariation: mean > 0 ? Math.sqrt(variance) / mean : null,
  };
}

/** Whether an index lies within 100 ± the corridor; the edge is in. */
export function isInCorridor(index: number, corridorShare: number): boolean {
  return Math.abs(index - 100) <= corridorShare * 100 + 1e-9;
}
