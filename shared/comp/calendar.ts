/** Days since 1970-01-01 of an ISO date (2026-03-01), by the Gregorian calendar; NaN where it is no date. */
export function dayNumber(isoDate: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDate);
  if (!match) return NaN;
  return Math.round(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000);
}

/** Days from one date to another, both in; 0 where they are the wrong way round. */
export function daysBetween(from: string, to: string): number {
  return Math.max(0, dayNumber(to) - dayNumber(from) + 1);
}

/** Whole months from one date to another: from the 15th to the 14th three months on are 2; below 0 = the wrong way round. */
export function wholeMonthsBetween(from: string, to: string): number {
  const [year, month, day] = partsOf(from);
  const [toYear, toMonth, toDay] = partsOf(to);
  const months = (toYear - year) * 12 + toMonth - month;
  // The last day of a month completes it, however short it is.
  const isWhole = toDay >= day || toDay === daysInMonth(toYear, toMonth);
  return isWhole ? months : months - 1;
}

function partsOf(isoDate: string): [year: number, month: number, day: number] {
  return [Number(isoDate.slice(0, 4)), Number(isoDate.slice(5, 7)), Number(isoDate.slice(8, 10))];
}

/** Days of a month; month 1 = January. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const two = (value: number) => String(value).padStart(2, '0');

/** First and last day of a span of whole months, as ISO dates; month 1 = January and may exceed 12. */
export function monthSpan(year: number, month: number, months: number): { from: string; to: string } {
  const startYear = year + Math.floor((month - 1) / 12);
  const startMonth = ((month - 1) % 12) + 1;
  const last = month + months - 2;
  const endYear = year + Math.floor(last / 12);
  const endMonth = (last % 12) + 1;
  return {
    from: `${String(startYear)}-${two(startMonth)}-01`,
    to: `${String(endYear)}-${two(endMonth)}-${two(daysInMonth(endYear, endMonth))}`,
  };
}

/** The fiscal year of a period, by the calendar year that it starts in; NaN where it is no period. */
export function fiscalYearOf(period: string, fiscalStartMonth = 1): number {
  const match = /^(\d{4})(?:-(?:Q[1-4]|(\d{2})))?$/.exec(period);
  if (!match) return NaN;
  const isBefore = match[2] !== undefined && Number(match[2]) < fiscalStartMonth;
  return Number(match[1]) - (isBefore ? 1 : 0);
}

/** A pay period by its place in the plan year. */
export interface PeriodSpan {
  /** Months from the start of the plan year, and length: 1, 3 or 12. */
  startMonth: number;
  months: number;
  from: string;
  to: string;
}

/**
 * Reads a period: 2026-01 (a calendar month), 2026-Q1 or 2026 (a quarter or year of the fiscal year that is
 * named by the calendar year it starts in).
 * @param fiscalStartMonth 1 = January
 * @returns null where it is none of them
 */
export function readPeriod(period: string, fiscalStartMonth = 1): PeriodSpan | null {
  const match = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(period.trim().toUpperCase());
  if (!match) return null;
  const year = Number(match[1]);
  if (match[3] !== undefined) {
    const month = Number(match[3]);
    return {
      startMonth: (month - fiscalStartMonth + 12) % 12,
      months: 1,
      ...monthSpan(year, month, 1),
    };
  }
  const quarter = match[2] === undefined ? null : Number(match[2]);
  const startMonth = quarter === null ? 0 : (quarter - 1) * 3;
  const months = quarter === null ? 12 : 3;
  return { startMonth, months, ...monthSpan(year, fiscalStartMonth + startMonth, months) };
}

/** The period of the same length after another: 2026-12 → 2027-01, 2026-Q4 → 2027-Q1, 2026 → 2027; null for none. */
export function nextPeriod(period: string): string | null {
  const match = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(period);
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2] !== undefined) return match[2] === '4' ? `${year + 1}-Q1` : `${year}-Q${Number(match[2]) + 1}`;
  if (match[3] === undefined) return String(year + 1);
  return match[3] === '12' ? `${year + 1}-01` : `${year}-${two(Number(match[3]) + 1)}`;
}
