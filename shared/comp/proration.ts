import { roundHalfAway, splitByWeight } from '../model/money';
import { dayNumber, daysBetween } from './calendar';

/** Active days / days in the period, both ends in. */
export interface ActiveTime {
  activeDays: number;
  periodDays: number;
  ratio: number;
}

/** When a rep is there at all: start and end dates and leaves, both ends in; null = open. */
export interface Presence {
  startDate: string | null;
  endDate: string | null;
  leaves?: readonly { from: string; to: string }[];
}

/** Active days of a period: from start to end date, less leave (overlapping leaves count once). */
export function activeTime(from: string, to: string, presence: Presence): ActiveTime {
  const periodDays = daysBetween(from, to);
  const first = Math.max(
    dayNumber(from),
    presence.startDate === null ? -Infinity : dayNumber(presence.startDate),
  );
  const last = Math.min(dayNumber(to), presence.endDate === null ? Infinity : dayNumber(presence.endDate));
  let activeDays = Math.max(0, last - first + 1);
  let counted = first - 1;
  const leaves = [...(presence.leaves ?? [])].sort((a, b) => dayNumber(a.from) - dayNumber(b.from));
  for (const leave of leaves) {
    const away = Math.min(last, dayNumber(leave.to)) - Math.max(counted + 1, dayNumber(leave.from)) + 1;
    if (away <= 0) continue;
    activeDays -= away;
    counted = Math.min(last, dayNumber(leave.to));
  }
  return { activeDays, periodDays, ratio: periodDays > 0 ? activeDays / periodDays : 0 };
}

/** An amount of cents for the active part of a period. */
export function prorate(cents: number, ratio: number): number {
  return roundHalfAway(cents * ratio);
}

/** Quota ratio of a month of service (1 = first); beyond the schedule 1, before it 0. */
export function rampRatio(schedule: readonly number[], monthOfService: number): number {
  if (monthOfService < 1) return 0;
  return schedule[monthOfService - 1] ?? 1;
}

/** Ramp ratios of the 12 months of a year that starts in month `monthOfService` of service. */
export function rampOfYear(schedule: readonly number[], monthOfService: number): number[] {
  return Array.from({ length: 12 }, (_, i) => rampRatio(schedule, monthOfService + i));
}

/** Splits a year's quota over its months by seasonality (12 months, 4 quarters or none), exactly. */
export function seasonalMonths(yearCents: number, seasonality: readonly number[]): number[] {
  if (seasonality.length === 4) {
    return splitByWeight(yearCents, seasonality).flatMap((quarter) => splitByWeight(quarter, [1, 1, 1]));
  }
  return splitByWeight(yearCents, seasonality.length === 12 ? seasonality : Array<number>(12).fill(1));
}

/**
 * A year's quota by month: seasonal, then ramped and prorated month by month.
 * @param ratios what is asked of each month (ramp × active ratio), 12 of them
 */
export function quotaByMonth(
  yearCents: number,
  seasonality: readonly number[],
  ratios: readonly number[],
): number[] {
  return seasonalMonths(yearCents, seasonality).map((cents, i) => roundHalfAway(cents * (ratios[i] ?? 1)));
}

/** Splits a period's amount over its months by their days, exactly. */
export function splitByDays(cents: number, daysOfMonths: readonly number[]): number[] {
  return splitByWeight(cents, daysOfMonths);
}

/**
 * Quotas by quarter of a year begun in a month: a quarter's weight of the year, by its whole active months.
 * @param startMonth 1 = the year's first month
 */
export function quotaByQuarter(
  yearCents: number,
  quarterWeights: readonly number[],
  startMonth: number,
  endMonth = 12,
): number[] {
  return splitByWeight(yearCents, quarterWeights).map((cents, quarter) => {
    const first = Math.max(startMonth, quarter * 3 + 1);
    const last = Math.min(endMonth, quarter * 3 + 3);
    return prorate(cents, Math.max(0, last - first + 1) / 3);
  });
}
