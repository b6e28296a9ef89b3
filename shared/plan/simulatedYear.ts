import { baseOfYearCents } from '../comp/repYear';
import { tornado, type Tornado } from '../comp/sensitivity';
import { simulate } from '../comp/simulate';
import type { Simulation } from '../comp/simulationResult';
import type { SimulationSettings } from '../comp/simulationRun';
import type { SimulationSetup } from '../model/simulationSetup';
import type { RepPay } from './evaluatePay';
import { simulatedTeam } from './simulatedRep';
import { underSetup } from './simulationSetup';

/** A year simulated over everybody who has a comp plan, and how it hangs on each input. */
export interface SimulatedYear {
  readonly settings: SimulationSettings;
  readonly simulation: Simulation;
  /** On the same luck, of at most TORNADO_TRIALS years. */
  readonly tornado: Tornado;
  readonly tornadoTrials: number;
  /** Base salaries of those simulated, cents. */
  readonly baseSalaryCents: number;
}

/** Enough for the order of the bars (sensitivity.ts). */
const TORNADO_TRIALS = 2000;
/** The simulation's part of the work; the tornado prices the year eleven times more, on fewer trials or as many. */
const SIMULATION_SHARE = 0.1;

/**
 * Simulates the year that the scenario expects, and the sensitivity of its cost. Same inputs and seed, same figures.
 * Yields the share done; stop by not asking for more. Null where nobody has a comp plan.
 * @param setup what the plan's simulated year rests on
 * @param history past attainments (pastAttainments)
 */
export function* simulateYear(
  reps: readonly RepPay[],
  setup: SimulationSetup,
  history: readonly number[],
): Generator<number, SimulatedYear | null> {
  const { reps: team, settings } = underSetup(setup, simulatedTeam(reps), history);
  if (team.length === 0) return null;
  const years = simulate(team, settings);
  let step = years.next();
  while (!step.done) {
    yield (step.value.trials / settings.trials) * SIMULATION_SHARE;
    step = years.next();
  }
  const tornadoTrials = Math.min(TORNADO_TRIALS, settings.trials);
  const bars = tornado({ reps: team, settings: { ...settings, trials: tornadoTrials } });
  let bar = bars.next();
  while (!bar.done) {
    yield SIMULATION_SHARE + (1 - SIMULATION_SHARE) * bar.value;
    bar = bars.next();
  }
  const paid = team.filter((rep) => !rep.isUnpaid);
  const baseSalaryCents = paid.reduce((sum, rep) => sum + baseOfYearCents(rep.baseSalaryCents, rep.time), 0);
  return { settings, simulation: step.value, tornado: bar.value, tornadoTrials, baseSalaryCents };
}
