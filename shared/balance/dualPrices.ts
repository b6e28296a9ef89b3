import { emptyActiveRows, refreshActiveRows, type ActiveRows } from './activeRows';
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
}

/** Longest Newton step in ε: beyond that the quadratic model says nothing. */
const LONGEST_STEP = 25;

/** Newton steps end when the mean gradient is below this share of the load. */
const GRADIENT_SHARE = 1e-4;

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

/**
 * Raises the smoothed dual stage by stage, changing `price` in place. Yields after every Newton step.
 * Memory: rows × candidateWidth, and (territories × measures)².
 */
export function* raisePrices(
  terms: DualTerms,
  price: Float64Array,
  schedule: PriceSchedule,
): Generator<number, void> {
  const rows = emptyActiveRows(terms, schedule.candidateWidth);
  const evaluation = emptyEvaluation(price.length);
  const stages = Math.max(
    1,
    Math.ceil(Math.log(schedule.endEpsilonKm / schedule.startEpsilonKm) / Math.log(schedule.factor)) + 1,
  );
  for (let stage = 0; stage < stages; stage++) {
    const epsilon = Math.max(schedule.endEpsilonKm, schedule.startEpsilonKm * schedule.factor ** stage);
    // Candidates hold while prices have drifted less than `reach`; steps longer than that are cut.
    let reach = LONGEST_STEP * epsilon;
    let drift = Infinity;
    for (let step = 0; step < schedule.newtonSteps; step++) {
      const done = (stage + step / schedule.newtonSteps) / stages;
      if (drift > 0.4 * reach) {
        yield* asShare(refreshActiveRows(rows, terms, price, NEGLIGIBLE_EXPONENT * epsilon, reach), done);
        drift = 0;
      }
      const moved = yield* asShare(stepUphill(terms, rows, price, epsilon, evaluation, reach - drift), done);
      drift += moved;
      if (moved < 0.1 * reach) reach = Math.max(epsilon, 0.3 * reach);
      yield done;
      if (moved === 0 || gradientShare(terms, evaluation.gradient) < GRADIENT_SHARE) break;
    }
  }
}
