import { proxy, wrap, type Remote } from 'comlink';
import { NO_CURVE } from '../../shared/balance/paretoCurve';
import type { CurveEnd, CurveRun, CurveTask, OnCurveProgress } from './balanceCurveContract';
import type { BalanceCurveEngine } from './balanceCurveEngine';

let engine: Remote<BalanceCurveEngine> | null = null;

/**
 * Draws a curve in a worker of its own, so that balancing goes on beside it. A new curve ends the one before. A stop
 * ends the run here at once, with the points reported so far; the worker follows after its slice.
 */
export function startBalanceCurve(task: CurveTask, onProgress: OnCurveProgress): CurveRun {
  engine ??= wrap<BalanceCurveEngine>(
    new Worker(new URL('./balanceCurveWorker.ts', import.meta.url), {
      type: 'module',
      name: 'balance-curve',
    }),
  );
  const running = engine;
  let curve = NO_CURVE;
  let isStopped = false;
  let endStopped: (end: CurveEnd) => void = () => undefined;
  const stopped = new Promise<CurveEnd>((resolve) => (endStopped = resolve));
  const drawn = running.run(
    task,
    proxy((progress) => {
      if (isStopped) return;
      curve = progress.curve ?? curve;
      onProgress(progress);
    }),
  );
  return {
    end: Promise.race([drawn, stopped]),
    stop() {
      isStopped = true;
      endStopped({ curve, isStopped: true });
      void running.stop();
    },
  };
}
