import { ratioKpi, type KpiResult } from './kpi';

/** An open deal; a missing probability takes that of its stage. */
export interface OpenDeal {
  amount: number;
  probability: number | null;
  stageProbability?: number;
  /** Share of the deal that counts (a split, a planner's own judgement); default 1. */
  adjustment?: number;
  /** Its close date is past: counted apart. */
  isPastDue?: boolean;
}

/** Open pipeline weighted by probability. */
export interface WeightedPipeline {
  weighted: number;
  unweighted: number;
  /** The part of `weighted` in deals whose close date is past. */
  pastDueWeighted: number;
  excluded: { reason: string; count: number }[];
}

/** Weighted pipeline: Σ amount × probability; deals with no probability at all are left out and counted. */
export function weightedPipeline(deals: readonly OpenDeal[]): WeightedPipeline {
  const sums = { weighted: 0, unweighted: 0, pastDueWeighted: 0 };
  let missing = 0;
  for (const deal of deals) {
    const probability = deal.probability ?? deal.stageProbability;
    if (probability === undefined) {
      missing++;
      continue;
    }
    const amount = deal.amount * (deal.adjustment ?? 1);
    sums.unweighted += amount;
    sums.weighted += amount * probability;
    if (deal.isPastDue) sums.pastDueWeighted += amount * probability;
  }
  return { ...sums, excluded: missing > 0 ? [{ reason: 'no probability', count: missing }] : [] };
}

/** Coverage: open pipeline / (target − closed); `isMet` where nothing is left to close. */
export function pipelineCoverage(
  openPipeline: number,
  target: number,
  closed: number,
): KpiResult & { isMet: boolean } {
  const toGo = target - closed;
  return { ...ratioKpi(openPipeline, toGo), isMet: toGo <= 0 };
}

/**
 * Coverage needed: 1 / win rate, less what is created and closed within the period (1 − share) / win rate.
 * null without a win rate.
 */
export function neededCoverage(winRateRatio: number, createAndCloseRatio = 0): number | null {
  return winRateRatio > 0 ? (1 - createAndCloseRatio) / winRateRatio : null;
}

/** Velocity a day: opportunities × win rate × deal size / cycle length. */
export function salesVelocity(figures: {
  opportunities: number;
  winRateRatio: number;
  dealSize: number;
  cycleDays: number;
}): KpiResult {
  const { opportunities, winRateRatio, dealSize, cycleDays } = figures;
  return ratioKpi(opportunities * winRateRatio * dealSize, cycleDays);
}
