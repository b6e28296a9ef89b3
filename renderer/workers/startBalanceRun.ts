import { proxy } from 'comlink';
import type { BalanceProblem } from '../../shared/balance/problem';
import type { BalanceEnd, BalanceRun, BalanceRunOptions, OnBalanceProgress } from './balanceContract';
import type { BalanceEngine } from './balanceEngine';
import { lastingEngine } from './lastingEngine';

const startedEngine = lastingEngine<BalanceEngine>(
  () => new Worker(new URL('./balanceWorker.ts', import.meta.url), { type: 'module', name: 'balance' }),
);

/**
 * Balances in the engine worker, which starts with the first run and stays. A new run ends the one before.
 * A stop ends the run here at once, with the best plan reported so far; the worker follows after its slice.
 */
export function startBalanceRun(
  problem: BalanceProblem,
  options: BalanceRunOptions,
  onProgress: OnBalanceProgress,
): BalanceRun {
  const { engine, failure } = startedEngine();
  let best: Int32Array | null = null;
  let removed: readonly number[] = [];
  let isStopped = false;
  let endStopped: (end: BalanceEnd) => void = () => undefined;
  const stopped = new Promise<BalanceEnd>((resolve) => (endStopped = resolve));
  const solved = engine.run(
    problem,
    options,
    proxy((progress) => {
      if (isStopped) return;
      best = progress.best ?? best;
      removed = progress.removed;
      onProgress(progress);
    }),
  );
  return {
    end: Promise.race([solved, stopped, failure]),
    stop() {
      isStopped = true;
      endStopped({ status: 'stopped', best, removed });
      void engine.stop();
    },
  };
}
