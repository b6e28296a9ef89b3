import { unitVectors } from '../geo/greatCircle';
import { blocksInSteps, fixedTerritories, movableCorridor, placedVectors } from './blocks';
import { NO_DISRUPTION_PRICE } from './disruptionPrice';
import { fillDistances, strikeUnfit } from './distances';
import { centresFrom } from './freeCentres';
import { boundOfBlocks, corridorTerm, roundBoundDown } from './lowerBound';
import { dualTermsOf, findPrices } from './priceSchedule';
import type { BalanceProblem } from './problem';
import { fixedTravel } from './travelBounds';

const DISTANCES_A_SLICE = 400_000;

/**
 * What travel no plan within tolerance can go below, in activity-km, whatever the run was for that found a plan:
 * the value of the dual at its best prices, changes of hands left out. Null where a base is free, where units must
 * hang together, and where the tolerance can't be met at all. Yields on the way.
 */
export function* leastTravel(problem: BalanceProblem): Generator<void, number | null> {
  const { lat, lng } = problem.territories;
  if (problem.adjacency || lat.length === 0 || lat.some((value) => Number.isNaN(value))) return null;
  const unitVector = placedVectors(problem);
  yield;
  const blocks = yield* blocksInSteps(problem, fixedTerritories(problem), unitVector);
  if (blocks.targets.isWidened) return null;
  const { count, territoryCount, measureCount } = blocks;
  const centres = centresFrom(unitVectors(lat, lng));
  const km = new Float32Array(count * territoryCount);
  const slice = Math.max(1, Math.floor(DISTANCES_A_SLICE / territoryCount));
  for (let from = 0; from < count; from += slice) {
    const to = Math.min(count, from + slice);
    fillDistances(blocks, unitVector, centres, NO_DISRUPTION_PRICE, km, from, to);
    strikeUnfit(blocks, km, from, to);
    yield;
  }
  const price = new Float64Array(territoryCount * measureCount);
  if (measureCount > 0 && territoryCount > 1 && count > 0) {
    for (const _ of findPrices(blocks, dualTermsOf(blocks, km), price, false)) yield;
  }
  const { lower, upper } = movableCorridor(blocks);
  let bound = corridorTerm(price, lower, upper);
  for (let from = 0; from < count; from += slice) {
    bound += boundOfBlocks(blocks, km, price, from, Math.min(count, from + slice));
    yield;
  }
  return roundBoundDown(bound) + fixedTravel({ blocks, unitVector }, centres);
}
