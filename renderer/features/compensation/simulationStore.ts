import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { USUAL_SIMULATION } from '../../../shared/comp/usualSimulation';
import type { SimulatedCase } from '../../../shared/comp/sensitivity';
import type { Simulation } from '../../../shared/comp/simulationResult';
import { logProblem } from '../../state/hostAccess';
import { startJob } from '../../state/jobStore';
import { startYear } from '../../workers/startSimulation';

/** A row of a table of attainments: how many of the draws it stands for. */
export interface AttainmentRow {
  readonly attainmentRatio: number;
  /** Of 1; rows that add up to something else are taken in proportion. */
  readonly share: number;
}

/** What the simulated year rests on; kept until the window is closed. */
export interface SimulationAsk {
  readonly trials: number;
  readonly seed: number;
  /** Standard deviation of the market's shock, shared by all. */
  readonly marketSd: number;
  /** How reps differ: a spread around what is expected, or attainments drawn from past results or a table. */
  readonly luck: 'lognormal' | 'normal' | 'history' | 'table';
  /** Standard deviation of each rep's own luck, where it is a spread. */
  readonly individualSd: number;
  readonly table: readonly AttainmentRow[];
}

export interface SimulationState {
  readonly ask: SimulationAsk;
  readonly result: Simulation | null;
  readonly compPlanId: string | null;
  /** 0 to 1 while a run is on; null else. */
  readonly doneShare: number | null;
  readonly seconds: number;
}

export const simulationStore = createStore<SimulationState>(() => ({
  ask: {
    trials: USUAL_SIMULATION.trials,
    seed: USUAL_SIMULATION.seed,
    marketSd: 0.08,
    luck: 'lognormal',
    individualSd: 0.25,
    table: [
      { attainmentRatio: 0.5, share: 0.15 },
      { attainmentRatio: 0.8, share: 0.25 },
      { attainmentRatio: 1, share: 0.35 },
      { attainmentRatio: 1.25, share: 0.2 },
      { attainmentRatio: 1.6, share: 0.05 },
    ],
  },
  result: null,
  compPlanId: null,
  doneShare: null,
  seconds: 0,
}));

export function useSimulation<T>(select: (state: SimulationState) => T): T {
  return useStore(simulationStore, select);
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
