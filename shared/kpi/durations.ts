import { quantileOf } from '../model/quantile';
import { ratioKpi, type KpiResult } from './kpi';

/** A mean duration with its middle and its slow end. */
export interface DurationKpi extends KpiResult {
  /** Each duration that counted, in the order given. */
  durations: number[];
  median: number | null;
  p90: number | null;
}

const millisecondsADay = 86_400_000;

/** Mean, median and P90 of durations; records without both ends are left out and counted. */
export function durationKpi(
  durations: readonly number[],
  excluded: readonly { reason: string; count: number }[] = [],
): DurationKpi {
  const sum = durations.reduce((total, each) => total + each, 0);
  return {
    ...ratioKpi(sum, durations.length, excluded),
    durations: [...durations],
    median: quantileOf(durations, 0.5),
    p90: quantileOf(durations, 0.9),
  };
}

/** A date (2026-01-31, at midnight UTC) or an instant with its zone, as milliseconds; NaN where it is neither. */
function instant(text: string | null): number {
  return text === null ? NaN : Date.parse(text);
}

function spans(
  pairs: readonly (readonly [from: string | null, to: string | null])[],
  unitMilliseconds: number,
  missingReason: string,
  reversedReason: string,
): DurationKpi {
  const durations: number[] = [];
  let missing = 0;
  let reversed = 0;
  for (const [from, to] of pairs) {
    const length = (instant(to) - instant(from)) / unitMilliseconds;
    if (Number.isNaN(length)) missing++;
    else if (length < 0) reversed++;
    else durations.push(length);
  }
  return durationKpi(durations, [
    { reason: missingReason, count: missing },
    { reason: reversedReason, count: reversed },
  ]);
}

/** Cycle length: days from create to close of won deals; ISO dates, null = missing. */
export function cycleLength(deals: readonly (readonly [created: string | null, closed: string | null])[]) {
  return spans(deals, millisecondsADay, 'no date', 'closed before created');
}

/** Lead response time: minutes from created to the first human touch; null = unanswered. */
export function leadResponse(leads: readonly (readonly [created: string | null, touched: string | null])[]) {
  return spans(leads, 60_000, 'unanswered', 'touched before created');
}
