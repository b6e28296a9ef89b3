import { emptyCandidates, refreshCandidates, type Candidates } from './candidates';
import { solveCholesky } from './cholesky';
import { emptyEvaluation, evaluateDual, type DualEvaluation, type DualTerms } from './smoothedDual';

/** How the temperature falls and how hard each step works. */
export interface PriceSchedule {
  readonly startEpsilonKm: number;
  readonly endEpsilonKm: number;
  /** Each stage's temperature is the last one's times this. */
  readonly factor: number;
  readonly newtonSteps: number;
  readonly candidateWidth: number;
}

/** Newton steps end when the mean gradient is below this share of the load. */
const GRADIENT_SHARE = 1e-4;

function refreshAll(terms: DualTerms, candidates: Candidates, price: Float64Array): void {
  const { rows, km, ratio, territoryCount, measureCount } = terms;
  refreshCandidates(candidates, rows, km, ratio, price, territoryCount, measureCount, 0, rows.count);
}

function newtonDirection(evaluation: DualEvaluation, damping: number): Float64Array | null {
  const size = evaluation.gradient.length;
  const matrix = evaluation.curvature.slice();
  let mean = 0;
  for (let at = 0; at < size; at++) mean += matrix[at * size + at]! / size;
  for (let at = 0; at < size; at++) matrix[at * size + at]! += damping * mean + 1e-12;
  const direction = evaluation.gradient.slice();
  return solveCholesky(matrix, direction) ? direction : null;
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}

/** One damped Newton step uphill; returns the largest change of a price, 0 where none was found. */
function stepUphill(
  terms: DualTerms,
  candidates: Candidates,
  price: Float64Array,
  epsilon: number,
  evaluation: DualEvaluation,
): number {
  const before = evaluateDual(terms, candidates, price, epsilon, evaluation);
  const direction = newtonDirection(evaluation, 1e-6) ?? newtonDirection(evaluation, 1e-2);
  if (!direction) return 0;
  // Beyond a few dozen ε the quadratic model says nothing.
  const cap = 60 * epsilon;
  let step = Math.min(1, cap / Math.max(1e-12, largest(direction)));
  const trial = new Float64Array(price.length);
  for (let halving = 0; halving < 8; halving++, step /= 3) {
    for (let at = 0; at < price.length; at++) trial[at] = price[at]! + step * direction[at]!;
    if (evaluateDual(terms, candidates, trial, epsilon, null) > before) {
      price.set(trial);
      return step * largest(direction);
    }
  }
  return 0;
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
  const candidates = emptyCandidates(terms.rows.count, terms.territoryCount, schedule.candidateWidth);
  const evaluation = emptyEvaluation(price.length);
  const isTruncated = candidates.width < terms.territoryCount;
  const stages = Math.max(
    1,
    Math.ceil(Math.log(schedule.endEpsilonKm / schedule.startEpsilonKm) / Math.log(schedule.factor)) + 1,
  );
  refreshAll(terms, candidates, price);
  for (let stage = 0; stage < stages; stage++) {
    const epsilon = Math.max(schedule.endEpsilonKm, schedule.startEpsilonKm * schedule.factor ** stage);
    for (let step = 0; step < schedule.newtonSteps; step++) {
      const moved = stepUphill(terms, candidates, price, epsilon, evaluation);
      if (isTruncated && moved > 2 * epsilon) refreshAll(terms, candidates, price);
      yield (stage + step / schedule.newtonSteps) / stages;
      if (moved === 0 || gradientShare(terms, evaluation.gradient) < GRADIENT_SHARE) break;
    }
    if (isTruncated) refreshAll(terms, candidates, price);
  }
}
