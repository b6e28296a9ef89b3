import { movableCorridor, type Blocks } from './blocks';
import type { BlockDistances } from './distances';
import { asReports, report, type FixedProgress } from './fixedProgress';
import { HeavyPlacing, OUT_OF_CORRIDOR } from './heavyPlacing';
import { narrowed, sharesInside } from './insideShares';
import { collectNearTies } from './nearTies';
import { distanceCost, isWithinCorridor, setPenalty, sumLoads, type PlanState } from './planState';
import type { Random } from './random';
import type { Relaxed } from './candidates';
import { cool, FEW_SETTLING_ROUNDS, settle, SETTLING_ROUNDS, tieGround, type TieGround } from './settleTies';
import type { DualTerms } from './smoothedDual';

/** Blocks that may come or leave, for each territory. */
const TIES_A_TERRITORY = 80;

/** Those at the border of two, where territories are few: of many, each border is a small part of the travel. */
const TIES_A_BORDER = 10;
const FEW_TERRITORIES = 20;

interface Tried {
  readonly plan: Int32Array;
  readonly cost: number;
}

interface Budget {
  readonly starts: number;
  readonly trials: number;
  readonly hot: number;
}

/** Few territories: several short coolings. Many: one long one, from nearer the relaxation. */
function budgetOf(blocks: Blocks, tieCount: number, effort: number): Budget {
  const { territoryCount, measureCount } = blocks;
  const trials = Math.min(1_500_000, 100 * tieCount * (1 + measureCount) + 10_000 * territoryCount);
  const starts = territoryCount <= FEW_TERRITORIES ? 4 : 1;
  return {
    starts,
    trials: Math.ceil(effort * trials),
    hot: territoryCount <= FEW_TERRITORIES ? 0.02 : 0.4 / territoryCount,
  };
}

/** Territories that must be given something, more of them than there are blocks: no plan is in the corridor. */
function hasTooFew(blocks: Blocks): boolean {
  const { count, territoryCount, measureCount } = blocks;
  const { lower } = movableCorridor(blocks);
  let needy = 0;
  for (let j = 0; j < territoryCount; j++) {
    if (lower.subarray(j * measureCount, (j + 1) * measureCount).some((value) => value > 0)) needy++;
  }
  return count < needy;
}

/** What a caller asks of one solution at centres that stand still. */
export interface PlanAsked {
  readonly effort: number;
  /** The plan is the answer, not a step on the way: one out of tolerance is worth more tries. */
  readonly isFinal?: boolean;
}

function* groundOf(
  blocks: Blocks,
  km: BlockDistances,
  relaxed: Relaxed,
  random: Random,
): Generator<FixedProgress, { ground: TieGround; tieCount: number }> {
  const { measureCount, territoryCount } = blocks;
  const wanted = {
    ofTerritory: TIES_A_TERRITORY * measureCount ** 2,
    ofBorder: territoryCount <= FEW_TERRITORIES ? TIES_A_BORDER * measureCount ** 2 : 0,
  };
  const ties = yield* asReports(collectNearTies(blocks, km, relaxed, wanted), 'rounding', 0.44);
  yield report('rounding', 0.44);
  return { ground: tieGround(blocks, km, relaxed, ties, random), tieCount: ties.count };
}

/**
 * One long cooling is a long wait: the rounded plan, mended, is nearly as good and there at once.
 * @returns that plan; null where it is out of its corridor
 */
function* offerFirst(ground: TieGround, rounded: Int32Array): Generator<FixedProgress, Tried | null> {
  const { state, scale } = ground;
  setPenalty(state, 4);
  state.outsideCharge = scale * 0.1;
  yield* settle(ground, 0.45, SETTLING_ROUNDS, true);
  const mended = isWithinCorridor(state)
    ? { plan: state.assignment.slice(), cost: distanceCost(state) }
    : null;
  if (mended) yield report('rounding', 0.45, mended.plan);
  state.assignment.set(rounded);
  sumLoads(state);
  return mended;
}

/** Of the one long cooling: how long it takes where heavy blocks were placed first, which took its time too. */
const PLACED_TRIALS = 0.5;

interface Begun {
  readonly ground: TieGround;
  /** The first plan; null where it is out of its corridor. */
  readonly mended: Tried | null;
  /** Of the one cooling that follows. */
  readonly trials: number;
}

/**
 * Where the rounded plan cannot be mended, the one long cooling would as a rule end out of the corridor too: heavy
 * blocks stand in its way, and are placed first.
 */
function* begin(
  blocks: Blocks,
  km: BlockDistances,
  relaxed: Relaxed,
  placing: HeavyPlacing,
  { ground, trials }: Pick<Begun, 'ground' | 'trials'>,
  random: Random,
): Generator<FixedProgress, Begun> {
  const mended = yield* offerFirst(ground, relaxed.rounded);
  const heavy = mended ? null : yield* placing.atOnce(0.45);
  if (!heavy) return { ground, mended, trials };
  const placed = (yield* groundOf(blocks, km, heavy, random)).ground;
  const again = yield* offerFirst(placed, heavy.rounded);
  return { ground: placed, mended: again, trials: PLACED_TRIALS * trials };
}

/** What a plan costs, and far more than any where it is out of its corridor. */
function costOf(state: PlanState): number {
  return distanceCost(state) + (isWithinCorridor(state) ? 0 : OUT_OF_CORRIDOR);
}

/** Cools and settles from the plan as it stands, so far inside the corridor; returns what it costs. */
function* improveOnce(
  ground: TieGround,
  share: number,
  hot: number,
  trials: number,
  rounds: number,
  [from, to]: readonly [number, number],
): Generator<FixedProgress, number> {
  const { state } = ground;
  const asked = { lower: state.lower.slice(), upper: state.upper.slice() };
  const inside = narrowed(asked, share);
  state.lower.set(inside.lower);
  state.upper.set(inside.upper);
  yield* cool(ground, { trials, hot, cold: Math.min(0.001, hot / 10), from, to });
  state.lower.set(asked.lower);
  state.upper.set(asked.upper);
  sumLoads(state);
  yield* settle(ground, to, rounds);
  return costOf(state);
}

/** Of the one long cooling: how hot another one begins that only has to mend a plan, and how long it takes. */
const AGAIN_HOT = 0.25;
const AGAIN_TRIALS = 0.5;

/**
 * Where one cooling left a plan far from the bound: that plan settled among the relaxation's own near-ties, then
 * cooled from there, so far inside the corridor as the first coolings went.
 */
function* tryAgain(
  ground: TieGround,
  tried: Tried,
  placing: HeavyPlacing,
  { hot, trials }: Budget,
  shares: readonly number[],
): Generator<FixedProgress, Tried> {
  const { state } = ground;
  let best = tried;
  for (const share of [null, ...shares.slice(0, 2)]) {
    if (!placing.isWorthAnother(best.cost)) break;
    state.assignment.set(best.plan);
    sumLoads(state);
    if (share === null) yield* settle(ground, 0.98, 2);
    else {
      const rounds = SETTLING_ROUNDS;
      yield* improveOnce(ground, share, AGAIN_HOT * hot, AGAIN_TRIALS * trials, rounds, [0.98, 0.99]);
    }
    const cost = costOf(state);
    if (cost < best.cost) best = { plan: state.assignment.slice(), cost };
  }
  return best;
}

/**
 * Turns the rounded relaxation into a plan: coolings of the near-ties, the best of which stands. Where that
 * one is out of its corridor, or far from the bound, the heavy blocks are placed first and the rest cooled
 * round them: where the search for a better bound leaves them, then where the best plan does.
 * @param bound proven, of the blocks' cost
 * @returns territory of each block
 */
export function* improvePlan(
  blocks: Blocks,
  terms: DualTerms,
  relaxed: Relaxed,
  random: Random,
  { effort, bound, isFinal }: PlanAsked & { readonly bound: number },
): Generator<FixedProgress, Int32Array> {
  const { km } = terms;
  const { ground: first, tieCount } = yield* groundOf(blocks, km, relaxed, random);
  yield report('rounding', 0.45);
  const budget = budgetOf(blocks, tieCount, effort);
  const isHopeless = hasTooFew(blocks);
  const isSlow = budget.starts === 1 && !isHopeless;
  const placing = new HeavyPlacing(blocks, terms, relaxed, bound, {
    isFinal: isFinal ?? false,
    hasManyStarts: budget.starts > 1,
  });
  const start = { ground: first, mended: null, trials: budget.trials };
  const begun: Begun = isSlow ? yield* begin(blocks, km, relaxed, placing, start, random) : start;
  let { ground } = begun;
  let { plan: best, cost: bestCost } = begun.mended ?? { plan: relaxed.rounded, cost: Infinity };
  const shares = sharesInside(budget.starts, blocks.measureCount, isFinal === true && !isHopeless);
  for (const [attempt, share] of shares.entries()) {
    const isRescue = attempt >= budget.starts;
    if (isRescue && bestCost < OUT_OF_CORRIDOR) break;
    const from = Math.min(0.98, 0.45 + (0.55 * attempt) / budget.starts);
    const to = Math.min(0.99, 0.45 + (0.55 * (attempt + 1)) / budget.starts);
    const hot = budget.hot / (isRescue ? 1 : 1 + attempt);
    const isPatient = placing.isDone || budget.starts === 1;
    // What can never be within its corridor is not sought for long.
    const rounds = isHopeless ? 0 : isPatient ? SETTLING_ROUNDS : FEW_SETTLING_ROUNDS;
    const cost = yield* improveOnce(ground, share, hot, begun.trials, rounds, [from, to]);
    if (cost < bestCost) {
      bestCost = cost;
      best = ground.state.assignment.slice();
      yield report('polishing', to, best);
    } else if (attempt % 2 === 1) {
      ground.state.assignment.set(best);
      sumLoads(ground.state);
    }
    if (placing.isNear(bestCost)) break;
    if (!placing.isWanted(bestCost)) continue;
    const heavy = yield* placing.next(best, bestCost, attempt === 0, to);
    if (placing.isNear(bestCost)) break;
    if (heavy) ground = (yield* groundOf(blocks, km, heavy, random)).ground;
  }
  const tried = { plan: best, cost: bestCost };
  const last = yield* tryAgain(first, tried, placing, budget, shares);
  yield* placing.prove(last.cost);
  return last.plan;
}
