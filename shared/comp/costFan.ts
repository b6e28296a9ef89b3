import { quantileOfSorted } from '../model/quantile';
import { pricersOf } from './simulate';
import type { SimulatedRep, SimulationSettings } from './simulationRun';
import { TeamAttainments } from './teamAttainments';

/** Incentives earned by the end of a month, over the trials; cents. */
export interface FanMonth {
  /** 1 = the first month of the plan year. */
  month: number;
  p10Cents: number;
  p25Cents: number;
  p50Cents: number;
  p75Cents: number;
  p90Cents: number;
}

/** Trials of a fan: its bands are wide, and each trial is priced twelve times. */
const FAN_TRIALS = 200;

/**
 * The budget fan: cost to date month by month, on the same luck as `simulate` with the same seed. Yields the share
 * done after each rep.
 * @param seasonality shares of the year's result by month (12) or quarter (4); empty, or all 0 = even
 */
export function* costFan(
  reps: readonly SimulatedRep[],
  settings: SimulationSettings,
  seasonality: readonly number[] = [],
): Generator<number, FanMonth[]> {
  const trials = Math.min(settings.trials, FAN_TRIALS);
  const attainments = new TeamAttainments(reps, settings.model, settings.seed, trials);
  attainments.draw(trials);
  const pricers = pricersOf(reps, settings.followRatio);
  const shares = cumulatedShares(seasonality);
  const costs = shares.map(() => new Float64Array(trials));
  for (let r = 0; r < reps.length; r++) {
    const rep = reps[r]!;
    if (rep.isUnpaid) continue;
    const pricer = pricers.get(rep.plan)!;
    const own = attainments.of(r, trials);
    pricer.setRep(rep);
    shares.forEach((share, month) => {
      const cost = costs[month]!;
      const timeShare = (month + 1) / 12;
      for (let t = 0; t < trials; t++) {
        cost[t] = cost[t]! + pricer.earnedToDateCents(own[t]!, share, timeShare);
      }
    });
    yield (r + 1) / reps.length;
  }
  return costs.map((cost, month) => {
    cost.sort();
    const at = (p: number) => quantileOfSorted(cost, p) ?? 0;
    return {
      month: month + 1,
      p10Cents: at(0.1),
      p25Cents: at(0.25),
      p50Cents: at(0.5),
      p75Cents: at(0.75),
      p90Cents: at(0.9),
    };
  });
}

/** Share of the year's result that is in by the end of each month. */
function cumulatedShares(seasonality: readonly number[]): number[] {
  const months =
    seasonality.length === 12
      ? seasonality
      : Array.from({ length: 12 }, (_, i) =>
          seasonality.length === 4 ? seasonality[Math.floor(i / 3)]! : 1,
        );
  const whole = months.reduce((sum, share) => sum + share, 0);
  let sum = 0;
  return months.map((share, i) => (sum += i === 11 ? 1 - sum : whole > 0 ? share / whole : 1 / 12));
}
