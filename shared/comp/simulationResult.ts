import { baseOfYearCents } from './repYear';
import { quantileOfSorted } from '../model/quantile';
import { isManager } from './teamAttainments';
import { ATTAINMENT_BIN_RATIO, type Convergence, type SimulationRun } from './simulationRun';

/** P10, P50, P90 and mean of a figure over the trials. */
export interface Spread {
  p10: number;
  p50: number;
  p90: number;
  mean: number;
}

/** One rep's simulated year. */
export interface SimulatedPay {
  repId: string;
  payCents: Spread;
  attainmentRatio: Spread;
}

export interface Simulation {
  seed: number;
  trials: number;
  /** Incentives of the whole team, cents. */
  cost: Spread;
  /** By trial, ascending: for distributions and shares of runs over a budget. */
  sortedCostCents: Float64Array;
  /** Share of reps with a quota who reach it; null where nobody has one. */
  atQuota: Spread | null;
  /** (base + incentives) / bookings; null without bookings. */
  ccos: Spread | null;
  bookingsCents: Spread;
  reps: SimulatedPay[];
  /** Rep-years by attainment: bin i covers [i, i + 1) × binRatio, the last one all above. */
  attainment: { binRatio: number; counts: Uint32Array; total: number };
  convergence: Convergence[];
}

/** Percentiles of values in any order; the values are sorted in place. */
function spreadOf(values: Float64Array | Float32Array, mean = meanOf(values)): Spread {
  values.sort();
  return {
    p10: quantileOfSorted(values, 0.1) ?? 0,
    p50: quantileOfSorted(values, 0.5) ?? 0,
    p90: quantileOfSorted(values, 0.9) ?? 0,
    mean,
  };
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return values.length > 0 ? sum / values.length : 0;
}

/** Turns a finished run into its figures. */
export function summarize(run: SimulationRun): Simulation {
  const { reps, settings, kept } = run;
  let baseCents = 0;
  let withQuota = 0;
  for (const rep of reps) {
    if (rep.isUnpaid) continue;
    baseCents += baseOfYearCents(rep.baseSalaryCents, rep.time);
    if (rep.quotaCents > 0 && !isManager(rep)) withQuota++;
  }
  const ccos = run.costCents
    .map((cost, trial) => (baseCents + cost) / run.bookingsCents[trial]!)
    .filter((ratio) => Number.isFinite(ratio));
  const sortedCostCents = run.costCents.slice();
  const cost = spreadOf(sortedCostCents);
  return {
    seed: settings.seed,
    trials: run.done,
    cost,
    sortedCostCents,
    atQuota: withQuota > 0 ? spreadOf(run.atQuotaCount.map((count) => count / withQuota)) : null,
    ccos: ccos.length > 0 ? spreadOf(ccos) : null,
    bookingsCents: spreadOf(run.bookingsCents.slice()),
    reps: reps.flatMap((rep, r) => {
      if (rep.isUnpaid) return [];
      const payCents = spreadOf(run.keptPayCents.slice(r * kept, (r + 1) * kept), run.meanPayCents[r]);
      const attainmentRatio = spreadOf(run.keptAttainment.slice(r * kept, (r + 1) * kept));
      return [{ repId: rep.repId, payCents, attainmentRatio }];
    }),
    attainment: {
      binRatio: ATTAINMENT_BIN_RATIO,
      counts: run.attainmentBins,
      total: run.attainmentBins.reduce((sum, count) => sum + count, 0),
    },
    convergence: run.convergence,
  };
}

/** Share of runs that cost more than a budget. */
export function overBudgetShare(simulation: Simulation, budgetCents: number): number {
  const { sortedCostCents } = simulation;
  let low = 0;
  let high = sortedCostCents.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sortedCostCents[middle]! > budgetCents) high = middle;
    else low = middle + 1;
  }
  return sortedCostCents.length > 0 ? (sortedCostCents.length - low) / sortedCostCents.length : 0;
}

/** Share of rep-years at or above an attainment; exact at the edges of bins, in proportion between them. */
export function shareReaching(simulation: Simulation, attainmentRatio: number): number | null {
  const { counts, total, binRatio } = simulation.attainment;
  if (total === 0) return null;
  const at = attainmentRatio / binRatio;
  const from = Math.floor(at + 1e-9);
  let reached = (counts[from] ?? 0) * (1 - Math.max(0, at - from));
  for (let i = from + 1; i < counts.length; i++) reached += counts[i]!;
  return reached / total;
}

/** Attainments above this share the last bar. */
const LAST_BAR_RATIO = 2;
/** Two bins of the simulation make one bar of ten points. */
const BINS_A_BAR = 2;

/** Rep-years by attainment in steps of ten points; the last bar takes all above. Edges are ratios. */
export function attainmentBars({ attainment }: Simulation): { from: number; to: number; count: number }[] {
  const width = attainment.binRatio * BINS_A_BAR;
  const bars = Math.round(LAST_BAR_RATIO / width);
  const counts = new Array<number>(bars).fill(0);
  attainment.counts.forEach(
    (count, bin) => (counts[Math.min(bars - 1, Math.floor(bin / BINS_A_BAR))]! += count),
  );
  const edge = (bar: number) => Number((bar * width).toFixed(6));
  return counts.map((count, bar) => ({ from: edge(bar), to: edge(bar + 1), count }));
}

/** A histogram of sorted values over equal bins from the least to the greatest. */
export function histogramOf(
  sorted: Float64Array,
  bins: number,
): { from: number; to: number; count: number }[] {
  if (sorted.length === 0) return [];
  const low = sorted[0]!;
  const width = (sorted[sorted.length - 1]! - low) / bins || 1;
  const counts = Array.from({ length: bins }, (_, i) => ({
    from: low + i * width,
    to: low + (i + 1) * width,
    count: 0,
  }));
  for (const value of sorted) counts[Math.min(bins - 1, Math.floor((value - low) / width))]!.count++;
  return counts;
}
