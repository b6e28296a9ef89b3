import { proxy, wrap, type Remote } from 'comlink';
import type { CurveRun, CurveTask, OnCurveProgress } from './balanceCurveContract';
import type { BalanceCurveEngine } from './balanceCurveEngine';

let engine: Remote<BalanceCurveEngine> | null = null;

/** Draws a curve in a worker of its own, so that balancing goes on beside it. A new curve ends the one before. */
export function startBalanceCurve(task: CurveTask, onProgress: OnCurveProgress): CurveRun {
  engine ??= wrap<BalanceCurveEngine>(
    new Worker(new URL('./balanceCurveWorker.ts', import.meta.url), {
      type: 'module',
      name: 'balance-curve',
    }),
  );
  const running = engine;
  return { end: running.run(task, proxy(onProgress)), stop: () => void running.stop() };
}
