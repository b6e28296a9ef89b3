import type { CompComponent } from '../model/compComponent';
import type { CompPlan } from '../model/compPlan';
import type { Rep } from '../model/rep';
import type { CancelledDeal } from '../model/payResult';
import { monthSpan, readPeriod } from './calendar';
import { componentFacts, type PlacedRow } from './componentFacts';
import type { OpenClawback, PayPeriodInputs, RepPayoutInputs } from './payTypes';
import {
  activeByMonth,
  monthOf,
  monthsBetween,
  monthsThere,
  repQuotaByMonth,
  timeIn,
  yearOf,
  type PayYear,
} from './repYear';

/** One line of results: what a rep is credited with for a component in a period. */
export interface ResultRow {
  /** A component's id or its name. */
  component: string;
  /** 2026-01, 2026-Q1 or 2026. */
  period: string;
  /** In the measure's unit: cents for money. */
  credited: number;
  /** The period's quota in the same unit, where the results bring their own; missing = the rep's. */
  quota?: number | undefined;
  /** Deal by deal, where the results came so; Σ = credited. */
  deals?: readonly number[] | undefined;
  /** Given away in splits, in the same unit. */
  splitAway?: number | undefined;
  /** Of the deals: those that were cancelled since. */
  cancelled?: readonly CancelledDeal[] | undefined;
  /** Whose result it is, where a manager is credited with it; missing = the rep's own. */
  reportId?: string | undefined;
  /** Of objectives: the score of each by id. */
  scores?: Readonly<Record<string, number>> | undefined;
}

/** A row that can't be used, and why; `index` is its place in the list given. */
export interface ResultProblem {
  index: number;
  message: string;
}

/** What all of a year's results cover: from the start of the year to the last month that any row is of. */
export interface CoveredYear {
  /** 0–12; 0 = there are no results. */
  endMonth: number;
  /** Length of the finest period: 1, 3 or 12 months. */
  unitMonths: number;
}

/** What rows cover of the plan year; those of other years or without a period are left out. */
export function coveredBy(periods: Iterable<string>, year: Pick<PayYear, 'start'>): CoveredYear {
  const covered = { endMonth: 0, unitMonths: 12 };
  for (const period of new Set(periods)) {
    const span = spanOf(period, year);
    if (span === null || typeof span === 'string') continue;
    covered.endMonth = Math.max(covered.endMonth, span.startMonth + span.months);
    covered.unitMonths = Math.min(covered.unitMonths, span.months);
  }
  return covered;
}

/**
 * A rep's pay inputs from rows of results. Periods are as fine as the rep's finest row (without any, as the finest of
 * all), and run from the year's start, or the rep's hire, to the last one that results cover, or the rep's leaving;
 * those without a row count as nothing credited. A coarser row counts at the end of its span, against the quota of
 * all of it.
 * @param covered what the results of everybody cover; left out = these rows alone
 * @param open commissions of earlier years to take back, by month of this year
 */
export function inputsFromResults(
  plan: CompPlan,
  rep: Rep,
  year: PayYear,
  rows: readonly ResultRow[],
  covered: CoveredYear = coveredBy(
    rows.map(({ period }) => period),
    year,
  ),
  open: readonly OpenClawback[] = [],
): { inputs: RepPayoutInputs; problems: ResultProblem[] } {
  const { placed, problems } = placeRows(plan, year, rows);
  const cancelledIn = [...placed.flatMap((row) => row.cancelled ?? []), ...open].map(
    ({ atMonth }) => atMonth,
  );
  const { first, end, unit, isLeaving } = periodsCovered(rep, year, placed, cancelledIn, covered);
  const quotas = repQuotaByMonth(rep, year, unit);
  const activeRatios = activeByMonth(rep, year, unit);
  const active = { byMonth: activeByMonth(rep, year), byPeriod: activeRatios };
  const periods: PayPeriodInputs[] = [];
  for (let startMonth = first; startMonth < end; startMonth += unit) {
    periods.push({
      period: periodName(year, startMonth, unit),
      startMonth,
      months: unit,
      ...timeIn(rep, year, active, startMonth, unit),
      ...measuresOf(placed, startMonth + unit),
      ...clawbacksIn(open, startMonth, unit),
      components: Object.fromEntries(
        plan.components.flatMap((component) => {
          const facts = componentFacts(component, placed, quotas, startMonth, unit);
          return facts === null ? [] : [[component.id, facts]];
        }),
      ),
    });
  }
  return {
    inputs: {
      targetIncentiveCents: rep.targetIncentiveCents,
      baseSalaryCents: rep.baseSalaryCents,
      ...(activeRatios.some((ratio) => ratio !== 1) ? { activeRatios } : {}),
      periods,
      ...(isLeaving ? { isLeaving } : {}),
    },
    problems,
  };
}

/** A rep's first month, the month after the last, and the length of a period, in months of the plan year. */
function periodsCovered(
  rep: Rep,
  year: PayYear,
  placed: readonly PlacedRow[],
  cancelledIn: readonly number[],
  covered: CoveredYear,
) {
  const unit = placed.length > 0 ? Math.min(...placed.map((row) => row.months)) : covered.unitMonths;
  const there = monthsThere(rep, year);
  // A part of a quarter or year is no period yet: its quota would stand without its result.
  const coveredEnd = Math.floor(covered.endMonth / unit) * unit;
  const thereEnd = Math.ceil(there.to / unit) * unit;
  // Who has left still pays back; but a cancellation that lies ahead makes no period of its own.
  const takenBackIn = cancelledIn.filter((month) => month < coveredEnd);
  const firsts = [...placed.map((row) => row.startMonth), ...takenBackIn];
  const ends = [
    ...placed.map((row) => row.startMonth + row.months),
    ...takenBackIn.map((month) => (Math.floor(month / unit) + 1) * unit),
  ];
  const first = Math.min(there.to > there.from ? there.from : 12, ...firsts);
  const end = Math.max(Math.min(coveredEnd, thereEnd), ...ends);
  return {
    first: Math.floor(first / unit) * unit,
    end,
    unit,
    isLeaving: rep.endDate !== null && there.to > there.from && end >= there.to,
  };
}

/** What a period takes back of pay of earlier years. */
function clawbacksIn(
  open: readonly OpenClawback[],
  startMonth: number,
  months: number,
): Pick<PayPeriodInputs, 'clawbacks'> {
  const here = open.filter(({ atMonth }) => atMonth >= startMonth && atMonth < startMonth + months);
  return here.length > 0 ? { clawbacks: here } : {};
}

/** Finds the component and the place in the plan year of every row; those that have none are problems. */
export function placeRows(
  plan: CompPlan,
  year: PayYear,
  rows: readonly ResultRow[],
): { placed: PlacedRow[]; problems: ResultProblem[] } {
  const problems: ResultProblem[] = [];
  const placed = rows.flatMap((row, index): PlacedRow[] => {
    const found = placeRow(plan, year, row);
    if (typeof found !== 'string') return [found];
    problems.push({ index, message: found });
    return [];
  });
  return { placed, problems };
}

/** Measures beside the components that the plan's conditions and matrices look at. */
export function measuresLookedAt(plan: CompPlan): string[] {
  const subjects = [
    ...plan.conditions.flatMap((each) => (each.kind === 'multiplier' ? [each.subject] : each.subjects)),
    ...plan.components.flatMap((each) => (each.kind === 'matrix' ? [each.column] : [])),
  ];
  return [...new Set(subjects.flatMap((each) => (each.kind === 'measure' ? [each.measure] : [])))];
}

/** A component of the plan by id, else by name, case folded; a text says why there is none. */
export function findComponent(plan: CompPlan, wanted: string): CompComponent | string {
  const folded = wanted.trim().toLowerCase();
  const byId = plan.components.find((component) => component.id.toLowerCase() === folded);
  if (byId) return byId;
  const matches = plan.components.filter((component) => component.name.trim().toLowerCase() === folded);
  if (matches.length === 1) return matches[0]!;
  if (matches.length > 1) return `"${wanted}" is the name of ${matches.length} components; use the id.`;
  return `The plan "${plan.name}" has no component "${wanted}".`;
}

function placeRow(plan: CompPlan, year: PayYear, row: ResultRow): PlacedRow | string {
  const found = findComponent(plan, row.component);
  const folded = row.component.trim().toLowerCase();
  const measure = measuresLookedAt(plan).find((name) => name.trim().toLowerCase() === folded);
  if (typeof found === 'string' && measure === undefined) return found;
  if (!Number.isFinite(row.credited)) return 'The credited amount is not a number.';
  const span = spanOf(row.period, year);
  if (span === null) return `"${row.period}" is no period; write 2026-01, 2026-Q1 or 2026.`;
  if (span === 'outside') {
    return `"${row.period}" lies outside the plan year that starts on ${year.start}.`;
  }
  return {
    component: typeof found === 'string' ? null : found,
    measure: measure ?? '',
    startMonth: span.startMonth,
    months: span.months,
    credited: row.credited,
    quota: row.quota ?? null,
    deals: row.deals ?? null,
    splitAway: row.splitAway ?? 0,
    cancelled:
      row.cancelled?.map(({ credited, month, monthsServed, deal }) => ({
        credited,
        atMonth: monthsBetween(year.start, `${month}-01`),
        monthsServed,
        label: deal,
        ...(row.reportId === undefined ? {} : { repId: row.reportId }),
      })) ?? null,
    scores: row.scores ?? null,
  };
}

/** Where a period lies in the plan year, in months; null = it is none. */
function spanOf(
  period: string,
  year: Pick<PayYear, 'start'>,
): { startMonth: number; months: number } | 'outside' | null {
  const span = readPeriod(period, monthOf(year.start));
  if (span === null) return null;
  const startMonth = monthsBetween(year.start, span.from);
  return startMonth < 0 || startMonth + span.months > 12 ? 'outside' : { startMonth, months: span.months };
}

/** Values of other measures at the end of a period: the latest of each that is known by then. */
function measuresOf(
  placed: readonly PlacedRow[],
  endMonth: number,
): { measures?: Readonly<Record<string, number>> } {
  const known = placed
    .filter((row) => row.measure !== '' && row.startMonth + row.months <= endMonth)
    .sort((a, b) => a.startMonth + a.months - (b.startMonth + b.months));
  if (known.length === 0) return {};
  return { measures: Object.fromEntries(known.map((row) => [row.measure, row.credited])) };
}

/** A period's name as results and payouts print it. */
export function periodName(year: Pick<PayYear, 'start'>, startMonth: number, months: number): string {
  const first = yearOf(year.start);
  if (months === 12) return String(first);
  if (months === 3) return `${first}-Q${startMonth / 3 + 1}`;
  return monthSpan(first, monthOf(year.start) + startMonth, 1).from.slice(0, 7);
}
