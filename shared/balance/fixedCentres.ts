import { TieAnnealer } from './annealTies';
import type { Blocks } from './blocks';
import { emptyCandidates, refreshCandidates, type Candidates } from './candidates';
import type { BlockDistances } from './distances';
import { boundAtChoices, corridorTerm, movableCorridor, roundBoundDown } from './lowerBound';
import { narrowed, sharesInside } from './insideShares';
import { collectNearTies, type NearTies } from './nearTies';
import {
  distanceCost,
  isWithinCorridor,
  planStateOf,
  setPenalty,
  sumLoads,
  type PlanState,
} from './planState';
import { dualTermsOf, findPrices } from './priceSchedule';
import type { BalancePhase } from './problem';
import type { Random } from './random';
import { roundChoices } from './rounding';
import type { DualTerms } from './smoothedDual';
import { TieSearch } from './tieSearch';

/** What the fixed-centre solver tells as it goes. */
export interface FixedProgress {
  readonly phase: BalancePhase;
  readonly shareDone: number;
  /** Territory of each block, where it is worth offering as a plan. */
  readonly plan: Int32Array | null;
  /** Proven bound of the priced cost of the movable blocks, once known. */
  readonly bound: number | null;
}

/** Blocks whose bound or candidates are computed between two yields, at 50 territories. */
const SLICE_SCORES = 1_000_000;

/** Blocks that may come or leave, for each territory. */
const TIES_A_TERRITORY = 80;

/** Annealing trials between two yields. */
const CHUNK = 10_000;

const report = (phase: BalancePhase, shareDone: number, plan: Int32Array | null = null): FixedProgress => ({
  phase,
  shareDone,
  plan,
  bound: null,
});

/** Passes on the pauses of a long step as reports. */
function* asReports<T>(
  work: Generator<unknown, T>,
  phase: BalancePhase,
  shareDone: number,
): Generator<FixedProgress, T> {
  let step = work.next();
  for (; !step.done; step = work.next()) yield report(phase, shareDone);
  return step.value;
}

/** The eight cheapest territories of every block, over all territories, in slices. */
function* chooseCandidates(
  blocks: Blocks,
  terms: DualTerms,
  price: Float64Array,
): Generator<FixedProgress, Candidates> {
  const { territoryCount, measureCount, count } = blocks;
  const candidates = emptyCandidates(count, territoryCount, 8);
  const slice = Math.max(1, Math.floor(SLICE_SCORES / territoryCount));
  for (let from = 0; from < count; from += slice) {
    const to = Math.min(count, from + slice);
    const { rows, km, ratio } = terms;
    refreshCandidates(candidates, rows, km, ratio, price, territoryCount, measureCount, from, to);
    yield report('prices', 0.4);
  }
  return candidates;
}

/** Mean activity-km that one block's load is worth at the prices: the scale of temperatures. */
function energyScale(blocks: Blocks, price: Float64Array): number {
  let mean = 0;
  for (const value of price) mean += Math.abs(value) / price.length;
  let totalWeight = 0;
  for (const value of blocks.weight) totalWeight += value;
  return (Math.max(mean, 1e-3) * totalWeight) / Math.max(1, blocks.count);
}

interface Cooling {
  readonly trials: number;
  readonly hot: number;
  readonly cold: number;
  readonly from: number;
  readonly to: number;
}

/** One cooling from the state as it stands; the plan ends at or near the corridor. */
function* cool(
  state: PlanState,
  annealer: TieAnnealer,
  scale: number,
  cooling: Cooling,
): Generator<FixedProgress, void> {
  const chunks = Math.max(20, Math.ceil(cooling.trials / CHUNK));
  const trials = Math.max(50, Math.round(cooling.trials / chunks));
  for (let at = 0; at < chunks; at++) {
    const share = at / (chunks - 1);
    setPenalty(state, 1.2 * 2.5 ** share);
    state.outsideCharge = scale * 0.003 * 100 ** share;
    annealer.run(trials, scale * cooling.hot * (cooling.cold / cooling.hot) ** share);
    sumLoads(state);
    yield report('annealing', cooling.from + (cooling.to - cooling.from) * share);
  }
}

/** True where territory j is outside its corridor. */
function isOutside(state: PlanState, j: number): boolean {
  const { measureCount } = state.blocks;
  for (let at = j * measureCount; at < (j + 1) * measureCount; at++) {
    if (state.load[at]! > state.upper[at]! || state.load[at]! < state.lower[at]!) return true;
  }
  return false;
}

/** Rounds of settling: as many as it takes as a rule, and for a first plan. */
const SETTLING_ROUNDS = 16;
const FIRST_ROUNDS = 4;

/** Descends, with leaving the corridor ever dearer, until the plan is within it and no step gains. */
function* settle(
  state: PlanState,
  annealer: TieAnnealer,
  search: TieSearch,
  scale: number,
  shareDone: number,
  isFirst = false,
): Generator<FixedProgress, void> {
  const { territoryCount } = state.blocks;
  for (let round = 0; round < (isFirst ? FIRST_ROUNDS : SETTLING_ROUNDS); round++) {
    const isDone = isWithinCorridor(state);
    if (isDone && isFirst) return;
    for (let j = 0; j < territoryCount; j++) {
      if (isDone) yield* asReports(search.improveAt(j, 4_000), 'polishing', shareDone);
      else if (isOutside(state, j)) {
        yield* asReports(search.improveAt(j, 40_000), 'polishing', shareDone);
        for (let part = 0; part < 4; part++) {
          annealer.runFrom(j, 1_000, scale * 0.002);
          yield report('polishing', shareDone);
        }
      } else continue;
      if (j % 8 === 7) yield report('polishing', shareDone);
    }
    sumLoads(state);
    if (isDone) return;
    if (isWithinCorridor(state)) continue;
    setPenalty(state, 4 * 1.5 ** round);
    state.outsideCharge = Math.max(scale * 0.1, state.outsideCharge * 2);
    for (let part = 0; part < 4; part++) {
      annealer.run(CHUNK / 2, scale * 0.004 * (1 - part / 4) * 1.3 ** round);
      yield report('polishing', shareDone);
    }
    sumLoads(state);
  }
}

/** Added to the cost of a plan out of its corridor: more than any way. */
const OUT_OF_CORRIDOR = 1e15;

interface Budget {
  readonly starts: number;
  readonly trials: number;
  readonly hot: number;
}

/** Starts end early once the cost is within this share of the bound: more would not be seen. */
const NEAR_ENOUGH = 0.0005;

/** What a caller asks of one solution at centres that stand still. */
export interface FixedOptions {
  readonly effort: number;
  /** Prices are near those sought. */
  readonly isWarm: boolean;
  /** The plan is the answer, not a step on the way: one out of tolerance is worth more tries. */
  readonly isFinal?: boolean;
}

/** Few territories: several short coolings. Many: one long one, from nearer the relaxation. */
function budgetOf(blocks: Blocks, ties: NearTies, effort: number): Budget {
  const { territoryCount, measureCount } = blocks;
  const trials = Math.min(1_500_000, 100 * ties.count * (1 + measureCount) + 10_000 * territoryCount);
  const starts = territoryCount <= 20 ? 4 : 1;
  return {
    starts,
    trials: Math.ceil(effort * trials),
    hot: territoryCount <= 20 ? 0.02 : 0.4 / territoryCount,
  };
}

function* improveRounded(
  blocks: Blocks,
  km: BlockDistances,
  price: Float64Array,
  rounded: Int32Array,
  ties: NearTies,
  random: Random,
  { effort, bound, isFinal }: Pick<FixedOptions, 'effort' | 'isFinal'> & { readonly bound: number },
): Generator<FixedProgress, Int32Array> {
  const state = planStateOf(blocks, km, movableCorridor(blocks), price, rounded);
  const { measureCount } = blocks;
  const annealer = new TieAnnealer(state, ties, random);
  const search = new TieSearch(state, ties);
  yield report('rounding', 0.45);
  const scale = energyScale(blocks, price);
  const budget = budgetOf(blocks, ties, effort);
  if (budget.starts === 1) {
    // One long cooling is a long wait: the rounded plan, mended, is nearly as good and there at once.
    setPenalty(state, 4);
    state.outsideCharge = scale * 0.1;
    yield* settle(state, annealer, search, scale, 0.45, true);
    if (isWithinCorridor(state)) yield report('rounding', 0.45, state.assignment.slice());
    state.assignment.set(rounded);
    sumLoads(state);
  }
  let best: Int32Array | null = null;
  let bestCost = Infinity;
  const asked = { lower: state.lower.slice(), upper: state.upper.slice() };
  const shares = sharesInside(budget.starts, measureCount, isFinal ?? false);
  for (const [start, share] of shares.entries()) {
    const isRescue = start >= budget.starts;
    if (isRescue && bestCost < OUT_OF_CORRIDOR) break;
    const inside = narrowed(asked, share);
    state.lower.set(inside.lower);
    state.upper.set(inside.upper);
    const from = Math.min(0.98, 0.45 + (0.55 * start) / budget.starts);
    const to = Math.min(0.99, 0.45 + (0.55 * (start + 1)) / budget.starts);
    const hot = budget.hot / (isRescue ? 1 : 1 + start);
    yield* cool(state, annealer, scale, {
      trials: budget.trials,
      hot,
      cold: Math.min(0.001, hot / 10),
      from,
      to,
    });
    state.lower.set(asked.lower);
    state.upper.set(asked.upper);
    sumLoads(state);
    yield* settle(state, annealer, search, scale, to);
    const cost = distanceCost(state) + (isWithinCorridor(state) ? 0 : OUT_OF_CORRIDOR);
    if (cost < bestCost || !best) {
      bestCost = cost;
      best = state.assignment.slice();
      yield report('polishing', to, best);
    } else if (start % 2 === 1) {
      state.assignment.set(best);
      sumLoads(state);
    }
    if (bestCost - bound < NEAR_ENOUGH * bestCost) break;
  }
  return best ?? rounded;
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
  const candidates = yield* chooseCandidates(blocks, terms, price);
  const { lower, upper } = movableCorridor(blocks);
  const bound = roundBoundDown(
    boundAtChoices(blocks, km, price, candidates) + corridorTerm(price, lower, upper),
  );
  yield { phase: 'prices', shareDone: 0.42, plan: null, bound };
  const rounding = roundChoices(blocks, km, price, candidates, epsilonKm);
  const rounded = yield* asReports(rounding, 'rounding', 0.43);
  yield report('rounding', 0.44, rounded);
  if (measureCount === 0 || territoryCount === 1 || count === 0) return rounded;
  const collecting = collectNearTies(blocks, km, price, candidates, TIES_A_TERRITORY * measureCount ** 2);
  const ties = yield* asReports(collecting, 'rounding', 0.44);
  return yield* improveRounded(blocks, km, price, rounded, ties, random, { ...options, bound });
}
