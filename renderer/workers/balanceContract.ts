import type { BalanceOptions, BalanceProgress, BalanceResult } from '../../shared/balance/problem';

/** Options as they go to the worker: names as lists, since functions can't. */
export interface BalanceRunOptions extends Partial<Pick<BalanceOptions, 'aim' | 'effort'>> {
  /** By unit of the problem. */
  readonly unitNames: readonly string[];
  /** By territory of the problem. */
  readonly territoryNames: readonly string[];
}

/** How a run ended: with the solver's answer, or stopped with the best plan so far (null: none yet). */
export type BalanceEnd =
  | { readonly status: 'done'; readonly result: BalanceResult }
  | { readonly status: 'stopped'; readonly best: Int32Array | null };

export interface BalanceRun {
  readonly end: Promise<BalanceEnd>;
  /** Stops within 100 ms; `end` then tells the best plan so far. */
  stop(): void;
}

export type OnBalanceProgress = (progress: BalanceProgress) => void;
