import { movableCorridor, type Blocks } from './blocks';
import type { BlockDistances } from './distances';
import { asReports, report, type FixedProgress } from './fixedProgress';
import { improvePlan, type PlanAsked } from './improvePlan';
import { boundAtChoices, corridorTerm, roundBoundDown } from './lowerBound';
import { dualTermsOf, findPrices } from './priceSchedule';
import type { Random } from './random';
import { chooseCandidates, roundChoices } from './rounding';

/** What a caller asks of one solution at centres that stand still. */
export interface FixedOptions extends PlanAsked {
  /** Prices are near those sought. */
  readonly isWarm: boolean;
}

/**
 * Solves for centres that stand still: dual prices, the bound, rounding, then annealing of near-ties.
 * @param price starting prices, changed in place
 * @returns territory of each block
 */
export function* solveFixedCentres(
  blocks: Blocks,
  km: BlockDistances,
  price: Float64Array,
  random: Random,
  options: FixedOptions,
): Generator<FixedProgress, Int32Array> {
  const terms = dualTermsOf(blocks, km);
  const { territoryCount, measureCount, count } = blocks;
  let epsilonKm = 1e-3;
  if (measureCount > 0 && territoryCount > 1 && count > 0) {
    const finding = findPrices(blocks, terms, price, options.isWarm);
    let found = finding.next();
    for (; !found.done; found = finding.next()) yield report('prices', 0.4 * found.value);
    epsilonKm = found.value;
  }
  const candidates = yield* asReports(chooseCandidates(blocks, terms, price), 'prices', 0.4);
  const { lower, upper } = movableCorridor(blocks);
  const bound = roundBoundDown(
    boundAtChoices(blocks, km, price, candidates) + corridorTerm(price, lower, upper),
  );
  yield { phase: 'prices', shareDone: 0.42, plan: null, bound };
  const rounding = roundChoices(blocks, km, price, candidates, epsilonKm);
  const rounded = yield* asReports(rounding, 'rounding', 0.43);
  yield report('rounding', 0.44, rounded);
  if (measureCount === 0 || territoryCount === 1 || count === 0) return rounded;
  return yield* improvePlan(blocks, terms, { price, candidates, rounded }, random, { ...options, bound });
}
