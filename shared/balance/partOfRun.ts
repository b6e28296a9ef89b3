import type { BalanceProgress, BalanceResult } from './problem';

/** Runs a solver as a part of longer work: its plans pass through, its progress goes from one share to another. */
export function* partOfRun(
  run: Generator<BalanceProgress, BalanceResult>,
  from: number,
  to: number,
): Generator<BalanceProgress, BalanceResult> {
  let step = run.next();
  for (; !step.done; step = run.next()) {
    yield { ...step.value, shareDone: from + (to - from) * step.value.shareDone };
  }
  return step.value;
}

/** Runs work that reports nothing as a part of longer work, so that it can be stopped all the same. */
export function* silentPart<Result>(
  steps: Generator<void, Result>,
  shareDone: number,
): Generator<BalanceProgress, Result> {
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    yield { phase: 'centres', shareDone, best: null, travel: NaN, maxDeviation: NaN, lowerBound: null };
  }
  return step.value;
}
