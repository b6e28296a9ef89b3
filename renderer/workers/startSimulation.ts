import { proxy, wrap, type Remote } from 'comlink';
import type { RealignmentTask, SimulationJob } from './simulationContract';
import type { SimulationEngine } from './simulationEngine';

let engine: Remote<SimulationEngine> | null = null;

/**
 * Simulates two alignments in a worker that starts with the first run and stays. A new run ends the one before.
 * @param onProgress 0 to 1
 */
export function startSimulation(
  task: RealignmentTask,
  onProgress: (doneShare: number) => void,
): SimulationJob {
  engine ??= wrap<SimulationEngine>(
    new Worker(new URL('./simulationWorker.ts', import.meta.url), { type: 'module', name: 'simulation' }),
  );
  const running = engine;
  return {
    end: running.realignment(task, proxy(onProgress)),
    stop: () => void running.stop(),
  };
}
