import { TieAnnealer } from './annealTies';
import { movableCorridor, type Blocks } from './blocks';
import type { Relaxed } from './candidates';
import type { BlockDistances } from './distances';
import { asReports, report, type FixedProgress } from './fixedProgress';
import type { NearTies } from './nearTies';
import { isWithinCorridor, planStateOf, setPenalty, sumLoads, type PlanState } from './planState';
import type { Random } from './random';
import { TieSearch } from './tieSearch';

/** More than any way: what a load outside its corridor costs once the plan is within it, activity-km. */
const NEVER_OUTSIDE = 1e15;

/** Annealing trials between two yields. */
const CHUNK = 10_000;

/** A plan being improved among the near-ties of some prices. */
export interface TieGround {
  readonly state: PlanState;
  readonly annealer: TieAnnealer;
  readonly search: TieSearch;
  /** Mean activity-km that one block's load is worth at the prices: the scale of temperatures. */
  readonly scale: number;
}

/** A plan on the ground of its prices and near-ties. */
export function tieGround(
  blocks: Blocks,
  km: BlockDistances,
  { price, rounded }: Relaxed,
  ties: NearTies,
  random: Random,
): TieGround {
  const state = planStateOf(blocks, km, movableCorridor(blocks), price, rounded);
  return {
    state,
    annealer: new TieAnnealer(state, ties, random),
    search: new TieSearch(state, ties),
    scale: energyScale(blocks, price),
  };
}

/** Mean activity-km that one block's load is worth at the prices: the scale of temperatures. */
function energyScale(blocks: Blocks, price: Float64Array): number {
  let mean = 0;
  for (const value of price) mean += Math.abs(value) / price.length;
  let totalWeight = 0;
  for (const value of blocks.weight) totalWeight += value;
  return (Math.max(mean, 1e-3) * totalWeight) / Math.max(1, blocks.count);
}

/** How long one cooling takes, between which temperatures in scales, and over which share of the run. */
export interface Cooling {
  readonly trials: number;
  readonly hot: number;
  readonly cold: number;
  readonly from: number;
  readonly to: number;
}

/** One cooling from the state as it stands; the plan ends at or near the corridor. */
export function* cool(
  { state, annealer, scale }: TieGround,
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

/** Rounds of settling: as many as it takes as a rule, and where what comes out need not be the last word. */
export const SETTLING_ROUNDS = 16;
export const FEW_SETTLING_ROUNDS = 4;

/** Load outside the corridors in all. */
function excessOf({ load, lower, upper }: PlanState): number {
  let excess = 0;
  for (let at = 0; at < load.length; at++)
    excess += Math.max(0, load[at]! - upper[at]!, lower[at]! - load[at]!);
  return excess;
}

/** A first plan is given up after so many rounds that do not bring it nearer its corridors by this share. */
const IDLE_ROUNDS = 4;
const NEARER = 0.02;

/**
 * Descends, with leaving the corridor ever dearer, until the plan is within it and no step gains.
 * @param isFirst within the corridor is enough, and not worth waiting for where it comes no nearer
 */
export function* settle(
  { state, annealer, search, scale }: TieGround,
  shareDone: number,
  rounds: number,
  isFirst = false,
): Generator<FixedProgress, void> {
  const { territoryCount } = state.blocks;
  let least = Infinity;
  let idle = 0;
  for (let round = 0; round < rounds; round++) {
    const isDone = isWithinCorridor(state);
    if (isFirst) {
      const excess = excessOf(state);
      idle = excess < least * (1 - NEARER) ? 0 : idle + 1;
      least = Math.min(least, excess);
      if (isDone || idle >= IDLE_ROUNDS) return;
    }
    // Within the corridor only the travel is left to shorten: no way is worth leaving it again.
    if (isDone) state.outsideCharge = NEVER_OUTSIDE;
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
