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
