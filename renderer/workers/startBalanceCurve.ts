import { proxy } from 'comlink';
import { NO_CURVE } from '../../shared/balance/paretoCurve';
import type { CurveEnd, CurveRun, CurveTask, OnCurveProgress } from './balanceCurveContract';
import type { BalanceCurveEngine } from './balanceCurveEngine';
import { lastingEngine } from './lastingEngine';

const startedEngine = lastingEngine<BalanceCurveEngine>(
  () =>
    new Worker(new URL('./balanceCurveWorker.ts', import.meta.url), {
      type: 'module',
      name: 'balance-curve',
    }),
);

/**
 * Draws a curve in a worker of its own, so that balancing goes on beside it. A new curve ends the one before. A stop
 * ends the run here at once, with the points reported so far; the worker follows after its slice.
 */
export function startBalanceCurve(task: CurveTask, onProgress: OnCurveProgress): CurveRun {
  const { engine, failure } = startedEngine();
  let curve = NO_CURVE;
  let isStopped = false;
  let endStopped: (end: CurveEnd) => void = () => undefined;
  const stopped = new Promise<CurveEnd>((resolve) => (endStopped = resolve));
  const drawn = engine.run(
    task,
    proxy((progress) => {
      if (isStopped) return;
      curve = progress.curve ?? curve;
      onProgress(progress);
    }),
  );
  return {
    end: Promise.race([drawn, stopped, failure]),
    stop() {
      isStopped = true;
      endStopped({ curve, isStopped: true });
      void engine.stop();
    },
  };
}
