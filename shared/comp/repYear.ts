import type { Rep } from '../model/rep';
import { dayNumber, monthSpan } from './calendar';
import type { PayPeriodInputs } from './payTypes';
import { roundHalfAway, splitByWeight } from '../model/money';
import { activeTime, prorate, quotaByMonth, rampRatio, seasonalMonths } from './proration';

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

/** First and last day of a span of months of the plan year. */
function spanIn(year: Pick<PayYear, 'start'>, startMonth: number, length: number) {
  return monthSpan(yearOf(year.start), monthOf(year.start) + startMonth, length);
}

/** Active days / days of a span of the plan year. */
function activeRatioIn(rep: Rep, year: Pick<PayYear, 'start'>, startMonth: number, length: number): number {
  const { from, to } = spanIn(year, startMonth, length);
  return activeTime(from, to, rep).ratio;
}

const knownActive = new WeakMap<Rep, Map<string, readonly number[]>>();

/**
 * For each month of the plan year, 12 of them: the active part, by days, of the period of `unit` months around it;
 * reckoned once for each version of the rep.
 */
export function activeByMonth(rep: Rep, year: Pick<PayYear, 'start'>, unit = 1): readonly number[] {
  const of = knownActive.get(rep) ?? new Map<string, readonly number[]>();
  knownActive.set(rep, of);
  const key = `${year.start} ${unit}`;
  const known = of.get(key);
  if (known) return known;
  const periods = Array.from({ length: 12 / unit }, (_, at) => activeRatioIn(rep, year, at * unit, unit));
  const months = periods.flatMap((ratio) => Array<number>(unit).fill(ratio));
  of.set(key, months);
  return months;
}

/**
 * A rep's time in a period of the plan year.
 * @param active the active part of each month, and of the period around it (activeByMonth), 12 each
 */
export function timeIn(
  rep: Rep,
  year: Pick<PayYear, 'start'>,
  active: { readonly byMonth: readonly number[]; readonly byPeriod: readonly number[] },
  startMonth: number,
  length: number,
): Pick<PayPeriodInputs, 'activeRatio' | 'monthsThere' | 'monthOfService'> {
  const months = active.byMonth.slice(startMonth, startMonth + length);
  const monthsThere = months.filter((ratio) => ratio > 0).length;
  const service = monthOfService(rep, year, startMonth);
  const isHired = service !== null && service + length > 1;
  return {
    activeRatio: active.byPeriod[startMonth]!,
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

/** Months whose quota is prorated as one, by their days: a pay period's, but no more than the season tells apart. */
function stretchOf(seasonality: readonly number[], unit: number): number {
  return Math.min(unit, seasonality.length === 12 ? 1 : seasonality.length === 4 ? 3 : 12);
}

/** What time and ramp leave of each stretch of the year: active days / days, times the ramp of its active months. */
function stretchRatios(rep: Rep, year: Pick<PayYear, 'start'>, stretch: number): number[] {
  const active = activeByMonth(rep, year);
  const byPeriod = activeByMonth(rep, year, stretch);
  const ramp = rampByMonth(rep, year);
  return Array.from({ length: 12 / stretch }, (_, at) => {
    const from = at * stretch;
    const months = active.slice(from, from + stretch);
    const sum = months.reduce((total, ratio) => total + ratio, 0);
    if (sum === 0) return 0;
    const ramped = months.reduce((total, ratio, month) => total + ratio * ramp[from + month]!, 0);
    return byPeriod[from]! * (ramped / sum);
  });
}

/** A year's quota in the stretches that it is prorated by, each of `months` months; whole cents. */
export interface QuotaStretches {
  readonly months: number;
  /** By season alone. */
  readonly seasonal: readonly number[];
  /** What time and ramp leave of each. */
  readonly ratios: readonly number[];
  /** What is asked: seasonal × ratio, rounded. */
  readonly cents: readonly number[];
}

/** A rep's quota of the plan year in the stretches that pay periods of `unit` months (1, 3 or 12) prorate it by. */
export function quotaStretches(rep: Rep, year: PayYear, unit: number): QuotaStretches {
  const months = stretchOf(year.seasonality, unit);
  const ratios = stretchRatios(rep, year, months);
  const byMonth = seasonalMonths(year.quotaCents, year.seasonality);
  const seasonal = ratios.map((_, at) =>
    byMonth.slice(at * months, (at + 1) * months).reduce((sum, each) => sum + each, 0),
  );
  return { months, seasonal, ratios, cents: seasonal.map((each, at) => prorate(each, ratios[at]!)) };
}

/**
 * The rep's quota by month of the plan year: seasonal, ramped by month of service, and prorated by days of the pay
 * periods of `unit` months (1, 3 or 12), whose months share what is left of theirs.
 */
export function repQuotaByMonth(rep: Rep, year: PayYear, unit = 1): number[] {
  const { months: stretch, ratios, cents: parts } = quotaStretches(rep, year, unit);
  if (stretch === 1) return quotaByMonth(year.quotaCents, year.seasonality, ratios);
  const months = seasonalMonths(year.quotaCents, year.seasonality);
  const active = activeByMonth(rep, year);
  const ramp = rampByMonth(rep, year);
  return ratios.flatMap((ratio, at) => {
    const own = months.slice(at * stretch, (at + 1) * stretch);
    if (ratio === 1) return own;
    const cents = parts[at]!;
    const weights = own.map((each, i) => each * active[at * stretch + i]! * ramp[at * stretch + i]!);
    return cents === 0 ? own.map(() => 0) : splitByWeight(cents, weights);
  });
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
  /** What ramp and time leave of the quota: by days, by season where the year has one, ramped by month. */
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
  const active = { byMonth: activeByMonth(rep, year), byPeriod: activeByMonth(rep, year, 12) };
  const {
    activeRatio = 1,
    monthsThere = 12,
    monthOfService: service = null,
  } = timeIn(rep, year, active, 0, 12);
  return {
    activeShare: activeRatio,
    quotaShare: quotaShareOf(rep, year),
    employedShare: employedPart(rep, year),
    monthsThere,
    monthOfService: service,
  };
}

function quotaShareOf(rep: Rep, year: Omit<PayYear, 'quotaCents'>): number {
  const { seasonality } = year;
  const stretch = stretchOf(seasonality, 12);
  const ratios = stretchRatios(rep, year, stretch);
  // Exactly 1 where nothing is taken off, so that a quota of a full year stays as it is.
  if (ratios.every((ratio) => ratio === 1)) return 1;
  const weights = stretch === 12 ? [1] : seasonality;
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return whole > 0 ? weights.reduce((sum, weight, at) => sum + weight * ratios[at]!, 0) / whole : 0;
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
