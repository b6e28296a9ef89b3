import { proxy, wrap } from 'comlink';
import type { GoalSeekJob, GoalSeekTask, OnSeekStep } from './simulationContract';
import type { SimulationEngine } from './simulationEngine';

/** Seeks a value in a worker of its own, which ends with it: a stop takes hold at once, in the middle of a year. */
export function startGoalSeek(task: GoalSeekTask, onStep: OnSeekStep): GoalSeekJob {
  const worker = new Worker(new URL('./simulationWorker.ts', import.meta.url), {
    type: 'module',
    name: 'goal seek',
  });
  let stopped: () => void = () => undefined;
  const stop = new Promise<null>((resolve) => (stopped = () => resolve(null)));
  const found = wrap<SimulationEngine>(worker).goalSeek(task, proxy(onStep));
  return { end: Promise.race([found, stop]).finally(() => worker.terminate()), stop: stopped };
}
