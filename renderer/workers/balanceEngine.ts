import type { BalanceProblem, BalanceProgress, BalanceResult } from '../../shared/balance/problem';
import { solveBalance } from '../../shared/balance/solve';
import type { BalanceEnd, BalanceRunOptions } from './balanceContract';
import { pause } from './pause';

/** Work between two looks at the messages: a stop is heard well within 100 ms. */
const SLICE_MS = 30;

let currentRun = 0;

/** Drives the solver in slices, so that a stop is heard; lives in the worker, and in tests without one. */
export const balanceEngine = {
  /** Runs the solver in slices; a later run ends an earlier one. */
  async run(
    problem: BalanceProblem,
    options: BalanceRunOptions,
    onProgress: (progress: BalanceProgress) => void,
  ): Promise<BalanceEnd> {
    const run = ++currentRun;
    const { unitNames, territoryNames, ...rest } = options;
    const solving = solveBalance(problem, {
      ...rest,
      unitName: (unit) => unitNames[unit] ?? `account ${unit + 1}`,
      territoryName: (territory) => territoryNames[territory] ?? `territory ${territory + 1}`,
    });
    let best: Int32Array | null = null;
    let step: IteratorResult<BalanceProgress, BalanceResult> = solving.next();
    let sliceEndsAt = performance.now() + SLICE_MS;
    while (!step.done) {
      best = step.value.best ?? best;
      if (performance.now() >= sliceEndsAt) {
        onProgress({ ...step.value, best });
        await pause();
        if (run !== currentRun) return { status: 'stopped', best };
        sliceEndsAt = performance.now() + SLICE_MS;
      }
      step = solving.next();
    }
    return { status: 'done', result: step.value };
  },

  /** Ends the run with the best plan so far. */
  stop(): void {
    currentRun++;
  },
};

export type BalanceEngine = typeof balanceEngine;
