import { costByPlanValue, goalSeek, type SeekResult } from '../../shared/comp/goalSeek';
import type { SimulatedCase } from '../../shared/comp/sensitivity';
import { simulate } from '../../shared/comp/simulate';
import type { Simulation } from '../../shared/comp/simulationResult';
import type { SimulatedRep, SimulationSettings } from '../../shared/comp/simulationRun';
import type {
  GoalSeekTask,
  OnSeekStep,
  RealignmentTask,
  SimulatedRealignment,
  SimulatedYear,
} from './simulationContract';
import { runInSlices, RunStopped } from './runInSlices';

let currentRun = 0;

/** Simulates years of pay in slices, so that a stop is heard; lives in the worker, and in tests without one. */
export const simulationEngine = {
  /** @returns null where a later run or a stop ended it @param onProgress 0 to 1 */
  async realignment(
    { before, after, settings }: RealignmentTask,
    onProgress: (doneShare: number) => void,
  ): Promise<SimulatedRealignment | null> {
    const run = ++currentRun;
    const yearOf = (reps: readonly SimulatedRep[], from: number): Promise<SimulatedYear> =>
      simulatedYear(
        reps,
        settings,
        (share) => onProgress(from + share / 2),
        () => run !== currentRun,
      );
    try {
      const one = await yearOf(before, 0);
      const other = await yearOf(after, 0.5);
      return { trials: settings.trials, before: one, after: other };
    } catch (error) {
      if (error instanceof RunStopped) return null;
      throw error;
    }
  },

  /** @returns null where a later run or a stop ended it @param onProgress 0 to 1 */
  async year(
    { reps, settings }: SimulatedCase,
    onProgress: (doneShare: number) => void,
  ): Promise<Simulation | null> {
    const run = ++currentRun;
    try {
      return await runInSlices(
        simulate(reps, settings),
        ({ trials }) => onProgress(trials / settings.trials),
        () => run !== currentRun,
      );
    } catch (error) {
      if (error instanceof RunStopped) return null;
      throw error;
    }
  },

  /** Tries values one by one; whoever stops it ends the worker. */
  async goalSeek(task: GoalSeekTask, onStep: OnSeekStep): Promise<SeekResult> {
    const { plan, paths, reps, settings, percentile, limitCents, range } = task;
    const run = goalSeek(costByPlanValue(plan, paths, reps, settings, percentile), limitCents, range);
    for (;;) {
      const step = run.next();
      if (step.done) return step.value;
      onStep(step.value);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  },

  stop(): void {
    currentRun++;
  },
};

async function simulatedYear(
  reps: readonly SimulatedRep[],
  settings: SimulationSettings,
  onProgress: (doneShare: number) => void,
  isStopped: () => boolean,
): Promise<SimulatedYear> {
  const simulation = await runInSlices(
    simulate(reps, settings),
    ({ trials }) => onProgress(trials / settings.trials),
    isStopped,
  );
  return {
    costCents: simulation.cost,
    payCentsOf: new Map(simulation.reps.map(({ repId, payCents }) => [repId, payCents])),
  };
}

export type SimulationEngine = typeof simulationEngine;
