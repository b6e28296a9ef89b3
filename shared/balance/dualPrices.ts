import { emptyActiveRows, narrowActiveRows, refreshActiveRows, type ActiveRows } from './activeRows';
import { solveCholesky } from './cholesky';
import {
  emptyEvaluation,
  evaluateDual,
  NEGLIGIBLE_EXPONENT,
  type DualEvaluation,
  type DualTerms,
} from './smoothedDual';

/** How the temperature falls and how hard each step works. */
export interface PriceSchedule {
  readonly startEpsilonKm: number;
  readonly endEpsilonKm: number;
  /** Each stage's temperature is the last one's times this. */
  readonly factor: number;
  readonly newtonSteps: number;
  readonly candidateWidth: number;
  /** The starting prices were found at startEpsilonKm or nearly so; left out = no. */
  readonly isStartSettled?: boolean;
}

/** Longest Newton step in ε: beyond that the quadratic model says nothing. */
const LONGEST_STEP = 25;

/** Candidates of the wide net that few candidates are chosen from, and its reach against theirs. */
const WIDE_NET = 16;
const WIDE_REACH = 3;

/** Newton steps end when the mean gradient is below this share of the load. */
const GRADIENT_SHARE = 1e-4;

/**
 * Steps a stage may take beyond its own while the mean gradient is above this share. Where several centres
 * stand on one spot a hair of a price turns whole cities over, and a cooler stage may never settle: then the
 * prices of the last one that did are kept.
 */
const EXTRA_STEPS = 6;
const SETTLED_SHARE = 0.02;

/**
 * Newton's direction. Each price is damped by what keeps its own step within bounds: a territory that
 * nothing chooses has no curvature, and would else stretch the step until the others stand still.
 */
function newtonDirection(
  evaluation: DualEvaluation,
  damping: number,
  longestStep: number,
): Float64Array | null {
  const size = evaluation.gradient.length;
  const matrix = evaluation.curvature.slice();
  let mean = 0;
  for (let at = 0; at < size; at++) mean += matrix[at * size + at]! / size;
  for (let at = 0; at < size; at++) {
    matrix[at * size + at]! += damping * mean + 1e-12 + Math.abs(evaluation.gradient[at]!) / longestStep;
  }
  const direction = evaluation.gradient.slice();
  return solveCholesky(matrix, direction) ? direction : null;
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}

/** One damped Newton step uphill; returns the largest change of a price, 0 where none was found. */
function* stepUphill(
  terms: DualTerms,
  rows: ActiveRows,
  price: Float64Array,
  epsilon: number,
  evaluation: DualEvaluation,
  longestStep: number,
): Generator<void, number> {
  const before = yield* evaluateDual(terms, rows, price, epsilon, evaluation);
  const direction =
    newtonDirection(evaluation, 1e-6, longestStep) ?? newtonDirection(evaluation, 1e-2, longestStep);
  if (!direction) return 0;
  let step = Math.min(1, longestStep / Math.max(1e-12, largest(direction)));
  const trial = new Float64Array(price.length);
  for (let halving = 0; halving < 8; halving++, step /= 3) {
    for (let at = 0; at < price.length; at++) trial[at] = price[at]! + step * direction[at]!;
    const after = yield* evaluateDual(terms, rows, trial, epsilon, null);
    if (after > before) {
      price.set(trial);
      return step * largest(direction);
    }
  }
  return 0;
}

/** Passes on the pauses of a long step as the share done so far. */
function* asShare<T>(work: Generator<void, T>, share: number): Generator<number, T> {
  let step = work.next();
  for (; !step.done; step = work.next()) yield share;
  return step.value;
}

function gradientShare(terms: DualTerms, gradient: Float64Array): number {
  let sum = 0;
  let corridor = 0;
  for (let at = 0; at < gradient.length; at++) {
    sum += Math.abs(gradient[at]!);
    corridor += Math.abs(terms.upper[at]!) + Math.abs(terms.lower[at]!);
  }
  return corridor > 0 ? (2 * sum) / corridor : 0;
}

/** Candidates near the present prices, found anew where prices have drifted too far. */
class CandidateNet {
  private readonly wide: ActiveRows | null;
  private wideReach = 0;
  private drift = 0;

  constructor(
    private readonly terms: DualTerms,
    readonly rows: ActiveRows,
  ) {
    const isWorthIt = rows.width < WIDE_NET && terms.territoryCount > 2 * WIDE_NET;
    this.wide = isWorthIt ? emptyActiveRows(terms, WIDE_NET) : null;
  }

  /** Prices moved by at most so many km. */
  moved(km: number): void {
    this.drift += km;
  }

  /** @param reach how far prices may move until the next call, km */
  *refresh(price: Float64Array, epsilon: number, reach: number): Generator<void, void> {
    const { terms, rows, wide } = this;
    const doubtKm = NEGLIGIBLE_EXPONENT * epsilon;
    if (!wide) {
      yield* refreshActiveRows(rows, terms, price, doubtKm, reach);
      return;
    }
    if (this.drift + reach > this.wideReach) {
      this.wideReach = WIDE_REACH * LONGEST_STEP * epsilon;
      this.drift = 0;
      yield* refreshActiveRows(wide, terms, price, doubtKm, this.wideReach);
    }
    yield* narrowActiveRows(rows, wide, terms, price, doubtKm, reach);
    yield;
  }
}

/**
 * Raises the smoothed dual stage by stage, changing `price` in place. Yields after every Newton step; returns
 * the temperature in km that the prices were found at.
 * Memory: rows × candidateWidth, and (territories × measures)².
 */
export function* raisePrices(
  terms: DualTerms,
  price: Float64Array,
  schedule: PriceSchedule,
): Generator<number, number> {
  const rows = emptyActiveRows(terms, schedule.candidateWidth);
  const net = new CandidateNet(terms, rows);
  const evaluation = emptyEvaluation(price.length);
  const stages = Math.max(
    1,
    Math.ceil(Math.log(schedule.endEpsilonKm / schedule.startEpsilonKm) / Math.log(schedule.factor)) + 1,
  );
  // A search for centres prices at one temperature, round by round: the next round goes on where this one ends.
  const extraSteps = stages > 1 ? EXTRA_STEPS : 0;
  let settled = schedule.isStartSettled ? price.slice() : null;
  let settledEpsilon = schedule.startEpsilonKm;
  for (let stage = 0; stage < stages; stage++) {
    let isSettled = false;
    const epsilon = Math.max(schedule.endEpsilonKm, schedule.startEpsilonKm * schedule.factor ** stage);
    // Candidates hold while prices have drifted less than `reach`; steps longer than that are cut.
    let reach = LONGEST_STEP * epsilon;
    let drift = Infinity;
    for (let step = 0; step < schedule.newtonSteps + extraSteps; step++) {
      const done = (stage + Math.min(1, step / schedule.newtonSteps)) / stages;
      if (drift > 0.4 * reach) {
        yield* asShare(net.refresh(price, epsilon, reach), done);
        drift = 0;
      }
      const moved = yield* asShare(stepUphill(terms, rows, price, epsilon, evaluation, reach - drift), done);
      drift += moved;
      net.moved(moved);
      if (moved < 0.1 * reach) reach = Math.max(epsilon, 0.3 * reach);
      yield done;
      const off = gradientShare(terms, evaluation.gradient);
      isSettled = off < SETTLED_SHARE;
      if (moved === 0 || off < GRADIENT_SHARE) break;
      if (step >= schedule.newtonSteps - 1 && isSettled) break;
    }
    if (!isSettled && settled) {
      price.set(settled);
      return settledEpsilon;
    }
    if (isSettled) settled = price.slice();
    settledEpsilon = epsilon;
  }
  return settledEpsilon;
}
