import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SimulatedCase } from '../../../shared/comp/sensitivity';
import type { Simulation } from '../../../shared/comp/simulationResult';
import { USUAL_SETUP, type SimulationSetup } from '../../../shared/model/simulationSetup';
import { logProblem } from '../../state/hostAccess';
import { startJob } from '../../state/jobStore';
import { usePlanStore } from '../../state/planStore';
import { startYear } from '../../workers/startSimulation';

export interface SimulationState {
  readonly result: Simulation | null;
  readonly compPlanId: string | null;
  /** 0 to 1 while a run is on; null else. */
  readonly doneShare: number | null;
  readonly seconds: number;
}

export const simulationStore = createStore<SimulationState>(() => ({
  result: null,
  compPlanId: null,
  doneShare: null,
  seconds: 0,
}));

export function useSimulation<T>(select: (state: SimulationState) => T): T {
  return useStore(simulationStore, select);
}

/** What the plan's simulated year rests on. */
export function useSimulationSetup(): SimulationSetup {
  return usePlanStore((state) => state.plan?.simulation) ?? USUAL_SETUP;
}

let stopLast: () => void = () => undefined;

/** Simulates the year of the reps of a plan beside the window; a later run ends an earlier one. */
export async function runSimulation(asked: SimulatedCase, compPlanId: string): Promise<void> {
  stopLast();
  const startedAt = performance.now();
  let isWanted = true;
  const end = (): void => {
    if (!isWanted) return;
    isWanted = false;
    year.stop();
    job.finish();
    simulationStore.setState({ doneShare: null });
  };
  const job = startJob(`Simulating ${asked.settings.trials.toLocaleString()} years`, end);
  stopLast = end;
  simulationStore.setState({ doneShare: 0 });
  const year = startYear(asked, (doneShare) => {
    if (!isWanted) return;
    simulationStore.setState({ doneShare });
    job.report({ doneShare });
  });
  try {
    const result = await year.end;
    const seconds = (performance.now() - startedAt) / 1000;
    if (isWanted && result) simulationStore.setState({ result, compPlanId, seconds });
  } catch (error) {
    logProblem(`Simulation failed: ${String(error)}`);
  } finally {
    end();
  }
}
