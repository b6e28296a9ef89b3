import type { QuotaSettings } from '../model/quotaSettings';
import { roundHalfAway, splitByWeight } from '../model/money';

/** What a quota is made from, per rep; amounts in one unit (cents), missing = 0. */
export interface QuotaBasis {
  repId: string;
  /** Potential of the rep's territory. */
  potential?: number;
  /** Last year's result. */
  history?: number;
  /** Open pipeline. */
  pipeline?: number;
  /** Capacity next to a full-time rep, of a full year (1 = one fully ramped rep). */
  capacityRatio?: number;
  /** What start and end dates, leave and ramp leave of the year, 0–1 (YearTime.quotaShare); missing = all of it. */
  yearShare?: number;
  pinCents?: number | null;
}

/** One rep's quota and what it rests on; cents. */
export interface RepQuota {
  repId: string;
  quotaCents: number;
  isPinned: boolean;
}

/** Quotas against their target. */
export interface QuotaPlan {
  targetCents: number;
  /** Target × (1 + over-assignment of all levels): what the quotas add up to. */
  poolCents: number;
  sumCents: number;
  /** ΣQ / target − 1; null where the target is 0. */
  overAssignmentRatio: number | null;
  quotas: RepQuota[];
  /** Pins that add up to more than the pool leave the rest with 0; by how much they do. */
  pinnedOverPoolCents: number;
  /** Nobody has any of what the method shares by (history, pipeline …), so the rest is in even parts. */
  isEvenForWant: boolean;
}

/** Quota after each level from the top: over-assignment compounds (5% and 5% = 10.25%); each is rounded for itself alone. */
export function cascadeOverAssignment(targetCents: number, ratios: readonly number[]): number[] {
  let level = targetCents;
  return ratios.map((ratio) => roundHalfAway((level *= 1 + ratio)));
}

/** ΣQ / target − 1; null where there is no target. */
export function overAssignmentOf(sumCents: number, targetCents: number): number | null {
  return targetCents > 0 ? sumCents / targetCents - 1 : null;
}

/** History: baseline × (1 + growth − relief), unrounded. */
export function historyQuota(baseline: number, growthRatio: number, reliefRatio: number): number {
  return baseline * (1 + growthRatio - reliefRatio);
}

/** Capacity: Σ reps × productivity × ramp, here for one rep; unrounded. */
export function capacityQuota(productivityCents: number, capacityRatio: number): number {
  return productivityCents * capacityRatio;
}

/** A part of the whole; NaN and a whole of 0 share nothing. */
function shares(values: readonly number[]): number[] {
  const whole = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  return values.map((value) => (whole > 0 ? Math.max(0, value) / whole : 0));
}

/**
 * Fair share: Σ wᵢ·shareᵢ over potential, history, pipeline and even. A driver that nobody has is left out and
 * the others take its weight. Returns weights, one a rep, Σ = 1 (or all 0 where no driver has any value).
 */
export function fairShares(
  basis: readonly QuotaBasis[],
  weights: Readonly<Partial<Record<'potential' | 'history' | 'pipeline' | 'even', number>>>,
): number[] {
  const drivers = [
    { weight: weights.potential ?? 0, shares: shares(basis.map((rep) => rep.potential ?? 0)) },
    { weight: weights.history ?? 0, shares: shares(basis.map((rep) => rep.history ?? 0)) },
    { weight: weights.pipeline ?? 0, shares: shares(basis.map((rep) => rep.pipeline ?? 0)) },
    { weight: weights.even ?? 0, shares: shares(basis.map(() => 1)) },
  ].filter((driver) => driver.weight > 0 && driver.shares.some((share) => share > 0));
  const whole = drivers.reduce((sum, driver) => sum + driver.weight, 0);
  return basis.map((_, i) =>
    drivers.reduce((sum, driver) => sum + (driver.weight / whole) * driver.shares[i]!, 0),
  );
}

/**
 * Weights of each method, one a rep; the pool is shared by them. Quotas are of the full year, and dates, leave and ramp
 * lower each afterwards (compensation.md, "Proration"): capacity weighs without them here, else they would count twice.
 */
export function quotaWeights(settings: QuotaSettings, basis: readonly QuotaBasis[]): number[] {
  const byMethod = {
    fair: () => fairShares(basis, settings.weights),
    history: () =>
      // Returns of a whole year can leave less than nothing, which shares nothing.
      basis.map((rep) =>
        Math.max(0, historyQuota(rep.history ?? 0, settings.growthRatio, settings.reliefRatio)),
      ),
    capacity: () =>
      basis.map((rep) => capacityQuota(settings.productivityCents || 1, rep.capacityRatio ?? 1)),
  };
  if (settings.method !== 'blend') return byMethod[settings.method]();
  const parts = (['fair', 'history', 'capacity'] as const)
    .map((method) => ({ weight: settings.blend[method], shares: shares(byMethod[method]()) }))
    .filter((part) => part.weight > 0 && part.shares.some((share) => share > 0));
  return basis.map((_, i) => parts.reduce((sum, part) => sum + part.weight * part.shares[i]!, 0));
}

/**
 * Quotas of all reps from a target: over-assigned by level, pins kept, the rest shared by the method, rounded to
 * the step, adding up to the pool exactly (largest remainder, in cents).
 * @param settings a targetCents of null takes the sum that history (or capacity) yields bottom-up in a full year
 */
export function quotasOf(settings: QuotaSettings, basis: readonly QuotaBasis[]): QuotaPlan {
  const weights = quotaWeights(settings, basis);
  const targetCents = settings.targetCents ?? bottomUpCents(settings, basis.map(ofFullYear));
  const levels = settings.overAssignment.map((level) => level.ratio);
  const poolCents = cascadeOverAssignment(targetCents, levels).at(-1) ?? targetCents;
  const isPinned = basis.map((rep) => rep.pinCents !== null && rep.pinCents !== undefined);
  const pinnedCents = basis.reduce((sum, rep) => sum + (rep.pinCents ?? 0), 0);
  const free = basis.map((_, i) => i).filter((i) => !isPinned[i]);
  const restCents = Math.max(0, poolCents - pinnedCents);
  const parts = splitByWeight(
    restCents,
    free.map((i) => weights[i]!),
    settings.roundingStepCents,
  );
  const quotas = basis.map((rep, i): RepQuota => ({
    repId: rep.repId,
    quotaCents: rep.pinCents ?? 0,
    isPinned: isPinned[i]!,
  }));
  free.forEach((i, at) => (quotas[i]!.quotaCents = parts[at]!));
  const sumCents = quotas.reduce((sum, quota) => sum + quota.quotaCents, 0);
  return {
    targetCents,
    poolCents,
    sumCents,
    overAssignmentRatio: overAssignmentOf(sumCents, targetCents),
    quotas,
    pinnedOverPoolCents: Math.max(0, pinnedCents - poolCents),
    isEvenForWant: restCents > 0 && free.length > 1 && free.every((i) => !(weights[i]! > 0)),
  };
}

const ofFullYear = (rep: QuotaBasis): QuotaBasis => ({ ...rep, yearShare: 1 });

/**
 * What the reps themselves add up to in the year, before any target, cents: by capacity where sales a year of one rep
 * are set (compensation.md, "Quotas": Σ reps × productivity × ramp), else by history with growth; both in the part of
 * the year that each is there, which is what a target of the year has to be held against.
 */
export function bottomUpCents(settings: QuotaSettings, basis: readonly QuotaBasis[]): number {
  const yieldOf = (rep: QuotaBasis) =>
    settings.productivityCents > 0
      ? capacityQuota(settings.productivityCents, rep.capacityRatio ?? 1)
      : historyQuota(rep.history ?? 0, settings.growthRatio, settings.reliefRatio);
  return roundHalfAway(basis.reduce((sum, rep) => sum + yieldOf(rep) * (rep.yearShare ?? 1), 0));
}
