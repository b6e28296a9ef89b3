import { proxy, wrap, type Remote } from 'comlink';
import type { SimulatedCase } from '../../shared/comp/sensitivity';
import type { RealignmentTask, SimulationJob, YearJob } from './simulationContract';
import type { SimulationEngine } from './simulationEngine';

/** Each starts with its first run and stays; a new run ends the one before in the same worker. */
const engines = new Map<'two years' | 'year', Remote<SimulationEngine>>();

function engineFor(kind: 'two years' | 'year'): Remote<SimulationEngine> {
  const known = engines.get(kind);
  if (known) return known;
  const worker = new Worker(new URL('./simulationWorker.ts', import.meta.url), {
    type: 'module',
    name: `simulation of ${kind}`,
  });
  const engine = wrap<SimulationEngine>(worker);
  engines.set(kind, engine);
  return engine;
}

/**
 * Simulates a team before and after a change, of its territories or of its comp plan, with the same luck, in a worker.
 * @param onProgress 0 to 1
 */
export function startSimulation(
  task: RealignmentTask,
  onProgress: (doneShare: number) => void,
): SimulationJob {
  const engine = engineFor('two years');
  return { end: engine.realignment(task, proxy(onProgress)), stop: () => void engine.stop() };
}

/** Simulates a team's year with all its figures, in a worker of its own. @param onProgress 0 to 1 */
export function startYear(asked: SimulatedCase, onProgress: (doneShare: number) => void): YearJob {
  const engine = engineFor('year');
  return { end: engine.year(asked, proxy(onProgress)), stop: () => void engine.stop() };
}
