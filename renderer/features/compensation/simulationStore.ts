import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { simulate } from '../../../shared/comp/simulate';
import type { SimulationSettings } from '../../../shared/comp/simulationRun';
import type { Simulation } from '../../../shared/comp/simulationResult';
import type { PayFigures, RepPay } from '../../../shared/plan/evaluatePay';
import { simulatedRep } from '../../../shared/plan/simulatedRep';
import { startJob } from '../../state/jobStore';

/** What the simulated year rests on; lognormal factors of mean 1. */
export interface SimulationAsk {
  readonly trials: number;
  readonly seed: number;
  /** Standard deviation of the market's shock, shared by all. */
  readonly marketSd: number;
  /** Standard deviation of each rep's own luck. */
  readonly individualSd: number;
}

export interface SimulationState {
  readonly ask: SimulationAsk;
  readonly result: Simulation | null;
  /** The figures that the result is of; others make it out of date. */
  readonly pay: PayFigures | null;
  readonly compPlanId: string | null;
  /** 0 to 1 while a run is on; null else. */
  readonly doneShare: number | null;
  readonly seconds: number;
}

export const simulationStore = createStore<SimulationState>(() => ({
  ask: { trials: 2000, seed: 4127, marketSd: 0.08, individualSd: 0.25 },
  result: null,
  pay: null,
  compPlanId: null,
  doneShare: null,
  seconds: 0,
}));

export function useSimulation<T>(select: (state: SimulationState) => T): T {
  return useStore(simulationStore, select);
}

/** The engine's settings for what is asked. */
export function simulationSettings({
  trials,
  seed,
  marketSd,
  individualSd,
}: SimulationAsk): SimulationSettings {
  return {
    trials,
    seed,
    model: {
      market: { kind: 'lognormal', mean: 1, sd: marketSd },
      individual: { kind: 'lognormal', mean: 1, sd: individualSd },
    },
  };
}

/** Work between two looks at what the person does. */
const SLICE_MS = 12;

let currentRun = 0;

/** Simulates the year of the reps of a plan, in slices between frames; a later run ends an earlier one. */
export async function runSimulation(
  pay: PayFigures,
  reps: readonly RepPay[],
  compPlanId: string,
): Promise<void> {
  const run = ++currentRun;
  const { ask } = simulationStore.getState();
  const startedAt = performance.now();
  const job = startJob(`Simulating ${ask.trials.toLocaleString()} years`, () => void currentRun++);
  simulationStore.setState({ doneShare: 0 });
  const years = simulate(reps.flatMap(simulatedRep), simulationSettings(ask));
  try {
    let sliceEnd = performance.now() + SLICE_MS;
    let step = years.next();
    while (!step.done) {
      if (performance.now() >= sliceEnd) {
        const doneShare = step.value.trials / ask.trials;
        simulationStore.setState({ doneShare });
        job.report({ doneShare });
        await new Promise((resolve) => setTimeout(resolve));
        if (run !== currentRun) return;
        sliceEnd = performance.now() + SLICE_MS;
      }
      step = years.next();
    }
    const seconds = (performance.now() - startedAt) / 1000;
    simulationStore.setState({ result: step.value, pay, compPlanId, seconds });
  } finally {
    job.finish();
    if (run === currentRun) simulationStore.setState({ doneShare: null });
  }
}
