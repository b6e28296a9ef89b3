import { contestOf } from './components/rankBonus';
import type { CompPlan } from '../model/compPlan';
import type { AttainmentModel } from './attainmentModel';
import { monthsOf } from './measureWindow';
import type { YearBasis } from './priceYear';
import type { DrawnRep } from './teamAttainments';

/** One rep as simulation sees them. */
export interface SimulatedRep extends YearBasis, DrawnRep {
  plan: CompPlan;
  /** Drawn for a manager's sake alone: their pay, quota and bookings are in none of the figures. */
  isUnpaid?: boolean;
}

export interface SimulationSettings {
  trials: number;
  seed: number;
  model: AttainmentModel;
  /** How far ratio measures follow the rep's attainment (YearPricer). */
  followRatio?: number;
}

/** Cost after so many trials; the standard error is that of the mean. */
export interface Convergence {
  trials: number;
  p10Cents: number;
  p50Cents: number;
  p90Cents: number;
  meanCents: number;
  standardErrorCents: number;
}

/** Width of a bin of attainment, and how many there are (0 to 300%). */
export const ATTAINMENT_BIN_RATIO = 0.05;
const ATTAINMENT_BINS = 60;

/** Trials whose pay is kept rep by rep for percentiles; the first ones, which are as random as any others. */
const KEPT_TRIALS = 2000;

/** All that a run carries from slice to slice. */
export interface SimulationRun {
  reps: readonly SimulatedRep[];
  settings: SimulationSettings;
  done: number;
  /** By trial. */
  costCents: Float64Array;
  bookingsCents: Float64Array;
  atQuotaCount: Float64Array;
  /** By rep, `kept` trials each. */
  kept: number;
  keptPayCents: Float64Array;
  keptAttainment: Float32Array;
  meanPayCents: Float64Array;
  /** Rep-years by attainment, in bins of 5 points; the last bin takes all above. */
  attainmentBins: Uint32Array;
  convergence: Convergence[];
}

/** A run before its first trial. */
export function newRun(reps: readonly SimulatedRep[], settings: SimulationSettings): SimulationRun {
  const { trials } = settings;
  const kept = Math.min(trials, KEPT_TRIALS);
  return {
    reps,
    settings,
    done: 0,
    costCents: new Float64Array(trials).fill(prizesCents(reps)),
    bookingsCents: new Float64Array(trials),
    atQuotaCount: new Float64Array(trials),
    kept,
    keptPayCents: new Float64Array(reps.length * kept),
    keptAttainment: new Float32Array(reps.length * kept),
    meanPayCents: new Float64Array(reps.length),
    attainmentBins: new Uint32Array(ATTAINMENT_BINS),
    convergence: [],
  };
}

/** Rank bonuses of a year: whoever wins them, they are paid; they are in the cost and in no rep's own pay. */
function prizesCents(reps: readonly SimulatedRep[]): number {
  let cents = 0;
  const paid = reps.filter((rep) => !rep.isUnpaid);
  for (const plan of new Set(paid.map((rep) => rep.plan))) {
    const ranked = paid.filter((rep) => rep.plan === plan).length;
    for (const component of plan.components) {
      const contest = contestOf(component);
      if (contest === null) continue;
      const windows = 12 / monthsOf[component.timing.measuredOver];
      const prizes = contest.prizesCents.slice(0, ranked);
      cents += windows * prizes.reduce((sum, prize) => sum + prize, 0);
    }
  }
  return cents;
}
