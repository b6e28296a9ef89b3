import type { CompPlan } from '../model/compPlan';
import { YearPricer } from './priceYear';
import { summarize, type Simulation } from './simulationResult';
import {
  ATTAINMENT_BIN_RATIO,
  newRun,
  type Convergence,
  type SimulatedRep,
  type SimulationRun,
  type SimulationSettings,
} from './simulationRun';
import { isManager, TeamAttainments } from './teamAttainments';

/** Rep-years of the first slice, short so that progress shows at once, and of those that follow. */
const FIRST_SLICE = 10_000;
const NEXT_SLICES = 100_000;

/** Trials of a slice, whatever the team's size; even, since normal draws come in pairs. */
function sliceTrials(repYears: number, reps: number): number {
  return 2 * Math.max(5, Math.min(500, Math.floor(repYears / 2 / Math.max(1, reps))));
}

/** How often cost is sorted for its percentiles on the way. */
const CHECKPOINTS = 25;

/**
 * Simulates a year: attainment = expected × market shock (shared by all) × individual factor, priced under each
 * rep's plan, trial by trial. Same seed and inputs, same figures. Cost is Σ f(aᵢ), never f(mean a).
 * Yields after each slice; stop by not asking for more.
 */
export function* simulate(
  reps: readonly SimulatedRep[],
  settings: SimulationSettings,
): Generator<Convergence, Simulation> {
  return summarize(yield* runTrials(reps, settings));
}

/** The trials of a simulated year alone, for what needs but few of its figures: sorting each rep's takes as long. */
export function* runTrials(
  reps: readonly SimulatedRep[],
  settings: SimulationSettings,
): Generator<Convergence, SimulationRun> {
  const run = newRun(reps, settings);
  const { trials, seed, model } = settings;
  // No longer than from one checkpoint to the next, so that convergence has all of its points.
  const most = 2 * Math.max(5, Math.floor(trials / CHECKPOINTS / 2));
  const slice = Math.min(most, sliceTrials(NEXT_SLICES, reps.length));
  const firstSlice = Math.min(slice, sliceTrials(FIRST_SLICE, reps.length));
  const pricers = pricersOf(reps, settings.followRatio);
  const attainments = new TeamAttainments(reps, model, seed, slice);
  while (run.done < trials) {
    const length = Math.min(run.done === 0 ? firstSlice : slice, trials - run.done);
    attainments.draw(length);
    for (let r = 0; r < reps.length; r++) {
      priceTrials(run, r, pricers.get(reps[r]!.plan)!, attainments.of(r, length));
    }
    run.done += length;
    const last = run.convergence.at(-1);
    const isDue = last === undefined || run.done - last.trials >= trials / CHECKPOINTS || run.done === trials;
    yield isDue ? converge(run) : { ...last, trials: run.done };
  }
  return run;
}

/** One pricer a plan. */
export function pricersOf(reps: readonly SimulatedRep[], followRatio = 1): Map<CompPlan, YearPricer> {
  const pricers = new Map<CompPlan, YearPricer>();
  for (const rep of reps) {
    if (!pricers.has(rep.plan)) pricers.set(rep.plan, new YearPricer(rep.plan, followRatio));
  }
  return pricers;
}

/** Prices one rep's trials of a slice and adds them up. */
function priceTrials(run: SimulationRun, index: number, pricer: YearPricer, attainments: Float64Array): void {
  const rep = run.reps[index]!;
  if (rep.isUnpaid) return;
  const quotaCents = isManager(rep) ? 0 : rep.quotaCents;
  const counts = quotaCents > 0;
  const { done, kept, costCents, bookingsCents, atQuotaCount, attainmentBins } = run;
  const { keptPayCents, keptAttainment } = run;
  const keptFrom = index * kept;
  const lastBin = attainmentBins.length - 1;
  pricer.setRep(rep);
  let sumCents = 0;
  for (let t = 0; t < attainments.length; t++) {
    const attainment = attainments[t]!;
    const payCents = pricer.payCents(attainment);
    const trial = done + t;
    sumCents += payCents;
    costCents[trial] = costCents[trial]! + payCents;
    bookingsCents[trial] = bookingsCents[trial]! + quotaCents * attainment;
    if (counts) {
      if (attainment >= 1) atQuotaCount[trial] = atQuotaCount[trial]! + 1;
      // A hair more than the edge, so that 0.05 falls in the bin it begins.
      const bin = Math.min(lastBin, Math.floor(attainment / ATTAINMENT_BIN_RATIO + 1e-9));
      attainmentBins[bin] = attainmentBins[bin]! + 1;
    }
    if (trial < kept) {
      keptPayCents[keptFrom + trial] = payCents;
      keptAttainment[keptFrom + trial] = attainment;
    }
  }
  run.meanPayCents[index] = run.meanPayCents[index]! + sumCents / run.settings.trials;
}

/** Where cost stands after the trials done so far. */
function converge(run: SimulationRun): Convergence {
  const sorted = run.costCents.slice(0, run.done).sort();
  const at = (p: number) => sorted[Math.round(p * (sorted.length - 1))]!;
  let sum = 0;
  let squares = 0;
  for (const cents of sorted) sum += cents;
  const meanCents = sum / sorted.length;
  for (const cents of sorted) squares += (cents - meanCents) ** 2;
  const point: Convergence = {
    trials: run.done,
    p10Cents: at(0.1),
    p50Cents: at(0.5),
    p90Cents: at(0.9),
    meanCents,
    standardErrorCents: Math.sqrt(squares / Math.max(1, sorted.length - 1) / sorted.length),
  };
  run.convergence.push(point);
  return point;
}
