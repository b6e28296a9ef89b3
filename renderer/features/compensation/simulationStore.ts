import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { USUAL_SIMULATION } from '../../../shared/comp/usualSimulation';
import { simulate } from '../../../shared/comp/simulate';
import type { SimulatedCase } from '../../../shared/comp/sensitivity';
import type { Simulation } from '../../../shared/comp/simulationResult';
import { startJob } from '../../state/jobStore';

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

/** Work between two looks at what the person does. */
const SLICE_MS = 12;

let currentRun = 0;

/** Simulates the year of the reps of a plan, in slices between frames; a later run ends an earlier one. */
export async function runSimulation(asked: SimulatedCase, compPlanId: string): Promise<void> {
  const run = ++currentRun;
  const { reps, settings } = asked;
  const { trials } = settings;
  const startedAt = performance.now();
  const job = startJob(`Simulating ${trials.toLocaleString()} years`, () => void currentRun++);
  simulationStore.setState({ doneShare: 0 });
  const years = simulate(reps, settings);
  try {
    let sliceEnd = performance.now() + SLICE_MS;
    let step = years.next();
    while (!step.done) {
      if (performance.now() >= sliceEnd) {
        const doneShare = step.value.trials / trials;
        simulationStore.setState({ doneShare });
        job.report({ doneShare });
        await new Promise((resolve) => setTimeout(resolve));
        if (run !== currentRun) return;
        sliceEnd = performance.now() + SLICE_MS;
      }
      step = years.next();
    }
    const seconds = (performance.now() - startedAt) / 1000;
    simulationStore.setState({ result: step.value, compPlanId, seconds });
  } finally {
    job.finish();
    if (run === currentRun) simulationStore.setState({ doneShare: null });
  }
}
