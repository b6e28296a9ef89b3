import type { BalancePhase } from './problem';

/** What the fixed-centre solver tells as it goes. */
export interface FixedProgress {
  readonly phase: BalancePhase;
  readonly shareDone: number;
  /** Territory of each block, where it is worth offering as a plan. */
  readonly plan: Int32Array | null;
  /** Proven bound of the priced cost of the movable blocks, once known. */
  readonly bound: number | null;
}

/** A report without a bound. */
export const report = (
  phase: BalancePhase,
  shareDone: number,
  plan: Int32Array | null = null,
): FixedProgress => ({
  phase,
  shareDone,
  plan,
  bound: null,
});

/** Passes on the pauses of a long step as reports. */
export function* asReports<T>(
  work: Generator<unknown, T>,
  phase: BalancePhase,
  shareDone: number,
): Generator<FixedProgress, T> {
  let step = work.next();
  for (; !step.done; step = work.next()) yield report(phase, shareDone);
  return step.value;
}
