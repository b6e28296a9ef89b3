import type { Rep } from '../model/rep';
import { dayNumber, daysBetween, monthSpan } from './calendar';
import type { PayPeriodInputs } from './payTypes';
import { roundHalfAway } from '../model/money';
import { activeTime, quotaByMonth, rampRatio } from './proration';

/** The year that results are paid for. */
export interface PayYear {
  /** First day of the plan year, an ISO date on the first of a month. */
  start: string;
  /** The rep's quota of the full year, before ramp and proration. */
  quotaCents: number;
  /** Shares of the year by month (12) or quarter (4); empty = even. */
  seasonality: readonly number[];
}

/** Calendar year and month (1 = January) of an ISO date. */
export const yearOf = (start: string) => Number(start.slice(0, 4));
export const monthOf = (start: string) => Number(start.slice(5, 7));

/** Calendar months from one date's month to another's. */
export function monthsBetween(from: string, to: string): number {
  return (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
}

/** Month of service at the start of a month of the plan year (0–11); null without a start date. */
function monthOfService(rep: Rep, year: Pick<PayYear, 'start'>, month: number): number | null {
  if (rep.startDate === null) return null;
  return month - monthsBetween(year.start, rep.startDate) + 1;
}

/** The active part of each month of the plan year, 12 of them. */
export function activeByMonth(rep: Rep, year: Pick<PayYear, 'start'>): number[] {
  return Array.from({ length: 12 }, (_, month) => {
    const { from, to } = monthSpan(yearOf(year.start), monthOf(year.start) + month, 1);
    return activeTime(from, to, rep).ratio;
  });
}

/** The active part of a span of the plan year: the mean of its months', as quotas go by months. */
function activeRatioOf(months: readonly number[], startMonth: number, length: number): number {
  const span = months.slice(startMonth, startMonth + length);
  return span.reduce((sum, ratio) => sum + ratio, 0) / length;
}

/** A rep's time in a span of the plan year, as a pay period has it. */
export function timeIn(
  rep: Rep,
  year: Pick<PayYear, 'start'>,
  ratios: readonly number[],
  startMonth: number,
  length: number,
): Pick<PayPeriodInputs, 'activeRatio' | 'monthsThere' | 'monthOfService'> {
  const monthsThere = ratios.slice(startMonth, startMonth + length).filter((ratio) => ratio > 0).length;
  const service = monthOfService(rep, year, startMonth);
  const isHired = service !== null && service + length > 1;
  return {
    activeRatio: activeRatioOf(ratios, startMonth, length),
    ...(monthsThere < length ? { monthsThere } : {}),
    ...(isHired ? { monthOfService: Math.max(1, service) } : {}),
  };
}

/** What ramp leaves of each month's quota: 12 ratios, all 1 without a ramp or a start date. */
export function rampByMonth(rep: Rep, year: Pick<PayYear, 'start'>): number[] {
  return Array.from({ length: 12 }, (_, month) => {
    const service = monthOfService(rep, year, month);
    return service === null || rep.rampRatios.length === 0
      ? 1
      : rampRatio(rep.rampRatios, Math.max(1, service));
  });
}

/** The rep's quota by month of the plan year: seasonal, ramped by month of service, prorated by days. */
export function repQuotaByMonth(rep: Rep, year: PayYear): number[] {
  const active = activeByMonth(rep, year);
  const ratios = rampByMonth(rep, year).map((ramp, month) => ramp * active[month]!);
  return quotaByMonth(year.quotaCents, year.seasonality, ratios);
}

/** Whether a rep is there at any time of the plan year. */
export function isActiveInYear(rep: Rep, year: Pick<PayYear, 'start'>): boolean {
  const { from, to } = monthSpan(yearOf(year.start), monthOf(year.start), 12);
  const starts = rep.startDate === null || dayNumber(rep.startDate) <= dayNumber(to);
  return starts && (rep.endDate === null || dayNumber(rep.endDate) >= dayNumber(from));
}

/** The months of the plan year from a rep's first to the last: [from, to), 0–12; empty where they were never there. */
export function monthsThere(rep: Rep, year: Pick<PayYear, 'start'>): { from: number; to: number } {
  if (!isActiveInYear(rep, year)) return { from: 0, to: 0 };
  const from = rep.startDate === null ? 0 : Math.max(0, monthsBetween(year.start, rep.startDate));
  const to = rep.endDate === null ? 12 : Math.min(12, monthsBetween(year.start, rep.endDate) + 1);
  return { from, to };
}

/** A rep's time in a year that is one period, as what is expected of it has it; ratios of the full year. */
export interface YearTime {
  /** Active days / days of the year: what is left of target incentive. */
  readonly activeShare: number;
  /** What ramp and time leave of the quota: by days, by season where the year has one. */
  readonly quotaShare: number;
  /** Employed days / days of the year, leave included: what is left of the base salary. */
  readonly employedShare: number;
  /** Calendar months in which the rep is there at all. */
  readonly monthsThere: number;
  /** At the year's start, or at the hire within it (1); null = not a new hire. */
  readonly monthOfService: number | null;
}

/** The time of who is there all year and was never hired. */
export const FULL_YEAR: YearTime = {
  activeShare: 1,
  quotaShare: 1,
  employedShare: 1,
  monthsThere: 12,
  monthOfService: null,
};

/** What a base salary costs in the year, cents: the part from start to end date. */
export function baseOfYearCents(baseSalaryCents: number, { employedShare }: YearTime = FULL_YEAR): number {
  return employedShare === 1 ? baseSalaryCents : roundHalfAway(baseSalaryCents * employedShare);
}

/** A rep's time in the plan year as one period: active days / days, with ramp on the quota month by month. */
export function yearTime(rep: Rep, year: Omit<PayYear, 'quotaCents'>): YearTime {
  const { startDate, endDate, leaves } = rep;
  if (startDate === null && endDate === null && leaves.length === 0) return FULL_YEAR;
  const active = activeByMonth(rep, year);
  const ramp = rampByMonth(rep, year);
  const days = active.map((_, month) => {
    const { from, to } = monthSpan(yearOf(year.start), monthOf(year.start) + month, 1);
    return daysBetween(from, to);
  });
  const { seasonality } = year;
  const weights = days.map((dayCount, month) =>
    seasonality.length === 12 || seasonality.length === 4
      ? seasonality[Math.floor((month * seasonality.length) / 12)]!
      : dayCount,
  );
  const shareOf = (weight: readonly number[], ratios: readonly number[]) => {
    // Exactly 1 where nothing is taken off, so that a quota of a full year stays as it is.
    if (ratios.every((ratio) => ratio === 1)) return 1;
    const whole = weight.reduce((sum, each) => sum + each, 0);
    return whole > 0 ? weight.reduce((sum, each, month) => sum + each * ratios[month]!, 0) / whole : 0;
  };
  const { monthsThere = 12, monthOfService: service = null } = timeIn(rep, year, active, 0, 12);
  return {
    activeShare: shareOf(days, active),
    quotaShare: shareOf(
      weights,
      active.map((ratio, month) => ratio * ramp[month]!),
    ),
    employedShare: employedPart(rep, year),
    monthsThere,
    monthOfService: service,
  };
}

function employedPart({ startDate, endDate }: Rep, year: Pick<PayYear, 'start'>): number {
  const { from, to } = monthSpan(yearOf(year.start), monthOf(year.start), 12);
  return activeTime(from, to, { startDate, endDate }).ratio;
}

/** Whether two times are the same. */
export function isSameTime(one: YearTime, other: YearTime): boolean {
  return (
    one === other ||
    (one.activeShare === other.activeShare &&
      one.quotaShare === other.quotaShare &&
      one.employedShare === other.employedShare &&
      one.monthsThere === other.monthsThere &&
      one.monthOfService === other.monthOfService)
  );
}
