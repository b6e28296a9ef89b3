import type { BlockRun } from './blockRun';
import { movableCorridor } from './blocks';
import { disruptionCost, isPriced, NO_DISRUPTION_PRICE } from './disruptionPrice';
import { fillDistances, strikeUnfit, type Centres } from './distances';
import { boundOfBlocks, corridorTerm, roundBoundDown } from './lowerBound';
import { dualTermsOf, findPrices } from './priceSchedule';
import type { BalanceProgress } from './problem';

/** What no plan within tolerance can go below. */
export interface TravelBounds {
  /** Of travel alone, activity-km. */
  readonly travelKm: number;
  /** Of travel with changes of hands priced: what the solver made small. */
  readonly pricedKm: number;
}

const BLOCKS_A_SLICE = 4_000;

/** Σ activity · km of the units that cannot move, to the base they are fixed to. */
export function fixedTravel(
  { blocks, unitVector }: Pick<BlockRun, 'blocks' | 'unitVector'>,
  centres: Centres,
): number {
  const { fixedTerritory, territoryCount, problem } = blocks;
  let travelKm = 0;
  // A block of one unit each: the same distances as the movable ones have.
  const row = new Float32Array(territoryCount);
  for (let i = 0; i < fixedTerritory.length; i++) {
    const j = fixedTerritory[i]!;
    if (j < 0) continue;
    const single = {
      ...blocks,
      memberOffsets: Int32Array.of(0, 1),
      memberUnits: Int32Array.of(i),
      weight: Float64Array.of(blocks.activity[i]!),
    };
    fillDistances(single, unitVector, centres, NO_DISRUPTION_PRICE, row, 0, 1);
    const activity = problem.travelActivity[i]!;
    if (!(activity > 0) || !Number.isFinite(activity)) continue;
    travelKm += activity * row[j]!;
  }
  // Single precision, rounded down.
  return travelKm * (1 - 1e-6);
}

/**
 * The certified bounds at the prices found. Null where the corridor had to be widened: what is asked for
 * cannot be met, so there is nothing to bound. Overwrites the run's distances where changes of hands are
 * priced.
 */
export function* travelBounds(
  run: BlockRun,
  centres: Centres,
  price: Float64Array,
): Generator<BalanceProgress, TravelBounds | null> {
  const { blocks, km, best } = run;
  if (run.bound === null || blocks.targets.isWidened) return null;
  const fixed = fixedTravel(run, centres);
  const pinned = blocks.fixedTerritory.map((j, i) => (j >= 0 ? j : (blocks.problem.current?.[i] ?? -1)));
  const pricedKm = run.bound + fixed + disruptionCost(blocks.problem, run.disruption, pinned);
  if (!isPriced(run.disruption) || !blocks.problem.current) return { travelKm: pricedKm, pricedKm };
  for (let from = 0; from < blocks.count; from += BLOCKS_A_SLICE) {
    const to = Math.min(blocks.count, from + BLOCKS_A_SLICE);
    fillDistances(blocks, run.unitVector, centres, NO_DISRUPTION_PRICE, km, from, to);
    strikeUnfit(blocks, km, from, to);
    yield best.progress('polishing', 0.99);
  }
  const asFound = yield* boundAt(run, price);
  // The prices were found with changes of hands priced too: those of travel alone prove more of it.
  const own = price.slice();
  const finding = findPrices(blocks, dualTermsOf(blocks, km), own, true);
  for (let step = finding.next(); !step.done; step = finding.next()) yield best.progress('polishing', 0.99);
  const bound = Math.max(asFound, yield* boundAt(run, own));
  return { travelKm: bound + fixed, pricedKm };
}

/** g(u) of the movable blocks at the run's distances and some prices, rounded down. */
function* boundAt({ blocks, km, best }: BlockRun, price: Float64Array): Generator<BalanceProgress, number> {
  const { lower, upper } = movableCorridor(blocks);
  let bound = corridorTerm(price, lower, upper);
  for (let from = 0; from < blocks.count; from += BLOCKS_A_SLICE) {
    bound += boundOfBlocks(blocks, km, price, from, Math.min(blocks.count, from + BLOCKS_A_SLICE));
    yield best.progress('polishing', 0.99);
  }
  return roundBoundDown(bound);
}
