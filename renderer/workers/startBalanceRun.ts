import { proxy, wrap, type Remote } from 'comlink';
import type { BalanceProblem } from '../../shared/balance/problem';
import type { BalanceRun, BalanceRunOptions, OnBalanceProgress } from './balanceContract';
import type { BalanceEngine } from './balanceEngine';

let engine: Remote<BalanceEngine> | null = null;

/** Balances in the engine worker, which starts with the first run and stays. A new run ends the one before. */
export function startBalanceRun(
  problem: BalanceProblem,
  options: BalanceRunOptions,
  onProgress: OnBalanceProgress,
): BalanceRun {
  engine ??= wrap<BalanceEngine>(
    new Worker(new URL('./balanceWorker.ts', import.meta.url), { type: 'module', name: 'balance' }),
  );
  const running = engine;
  return {
    end: running.run(problem, options, proxy(onProgress)),
    stop: () => void running.stop(),
  };
}
