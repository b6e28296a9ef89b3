import type { CompComponent } from '../model/compComponent';
import type { CompPlan } from '../model/compPlan';
import type { Rep } from '../model/rep';
import { dayNumber, monthSpan, readPeriod } from './calendar';
import type { ComponentFacts, PayPeriodInputs, RepPayoutInputs } from './payTypes';
import { activeTime, quotaByMonth, rampRatio } from './proration';

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
}

/** A row that can't be used, and why; `index` is its place in the list given. */
export interface ResultProblem {
  index: number;
  message: string;
}

/** The year that results are paid for. */
export interface PayYear {
  /** First day of the plan year, an ISO date on the first of a month. */
  start: string;
  /** The rep's quota of the full year, before ramp and proration. */
  quotaCents: number;
  /** Shares of the year by month (12) or quarter (4); empty = even. */
  seasonality: readonly number[];
}

/** A result row placed in the plan year; a measure that conditions look at has no component. */
export interface PlacedRow {
  component: CompComponent | null;
  measure: string;
  startMonth: number;
  months: number;
  credited: number;
  quota: number | null;
  deals: readonly number[] | null;
}

const yearOf = (start: string) => Number(start.slice(0, 4));
const monthOf = (start: string) => Number(start.slice(5, 7));

/** Calendar months from one date's month to another's. */
function monthsBetween(from: string, to: string): number {
  return (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
}

/** Month of service at the start of a month of the plan year (0–11); null without a start date. */
function monthOfService(rep: Rep, year: PayYear, month: number): number | null {
  if (rep.startDate === null) return null;
  return month - monthsBetween(year.start, rep.startDate) + 1;
}

/** The active part of a span of the plan year, by the rep's dates and leaves. */
function activeRatioOf(rep: Rep, year: PayYear, startMonth: number, months: number): number {
  const { from, to } = monthSpan(yearOf(year.start), monthOf(year.start) + startMonth, months);
  return activeTime(from, to, rep).ratio;
}

/** The rep's quota by month of the plan year: seasonal, ramped by month of service, prorated by days. */
export function repQuotaByMonth(rep: Rep, year: PayYear): number[] {
  const ratios = Array.from({ length: 12 }, (_, month) => {
    const service = monthOfService(rep, year, month);
    const ramp =
      service === null || rep.rampRatios.length === 0 ? 1 : rampRatio(rep.rampRatios, Math.max(1, service));
    return ramp * activeRatioOf(rep, year, month, 1);
  });
  return quotaByMonth(year.quotaCents, year.seasonality, ratios);
}

/**
 * A rep's pay inputs from rows of results. Periods are as fine as the finest row; a coarser row counts at the end of its
 * span, against the quota of all of it. Periods in between without a row count as nothing credited.
 */
export function inputsFromResults(
  plan: CompPlan,
  rep: Rep,
  year: PayYear,
  rows: readonly ResultRow[],
): { inputs: RepPayoutInputs; problems: ResultProblem[] } {
  const { placed, problems } = placeRows(plan, year, rows);
  const quotas = repQuotaByMonth(rep, year);
  const unit = Math.min(12, ...placed.map((row) => row.months));
  const first = Math.min(12, ...placed.map((row) => row.startMonth));
  const end = Math.max(0, ...placed.map((row) => row.startMonth + row.months));
  const periods: PayPeriodInputs[] = [];
  for (let startMonth = Math.floor(first / unit) * unit; startMonth < end; startMonth += unit) {
    const service = monthOfService(rep, year, startMonth);
    periods.push({
      period: periodName(year, startMonth, unit),
      startMonth,
      months: unit,
      activeRatio: activeRatioOf(rep, year, startMonth, unit),
      ...(service !== null && service >= 1 ? { monthOfService: service } : {}),
      ...measuresOf(placed, startMonth + unit),
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
      periods,
    },
    problems,
  };
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
  const span = readPeriod(row.period, monthOf(year.start));
  if (span === null) return `"${row.period}" is no period; write 2026-01, 2026-Q1 or 2026.`;
  const startMonth = monthsBetween(year.start, span.from);
  if (startMonth < 0 || startMonth + span.months > 12) {
    return `"${row.period}" lies outside the plan year that starts on ${year.start}.`;
  }
  return {
    component: typeof found === 'string' ? null : found,
    measure: measure ?? '',
    startMonth,
    months: span.months,
    credited: row.credited,
    quota: row.quota ?? null,
    deals: row.deals ?? null,
  };
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

/** What a component has to show in a period; null where a coarser row speaks for it, or it has no rows at all. */
export function componentFacts(
  component: CompComponent,
  placed: readonly PlacedRow[],
  quotas: readonly number[],
  startMonth: number,
  months: number,
): ComponentFacts | null {
  const own = placed.filter((row) => row.component === component);
  if (own.length === 0) return null;
  const end = startMonth + months;
  const here = own.filter((row) => row.startMonth + row.months === end);
  const isWithinCoarser = own.some(
    (row) => row.months > months && row.startMonth < end && row.startMonth + row.months > end,
  );
  if (here.length === 0 && isWithinCoarser) return null;
  const from = Math.min(startMonth, ...here.map((row) => row.startMonth));
  const isMoneyQuota = component.measureUnit === 'money' && component.goal.kind === 'quota';
  const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);
  const brought = here.flatMap(({ quota }) => (quota === null ? [] : [quota]));
  const isRatio = component.measureUnit === 'ratio';
  const usual = isMoneyQuota ? sum(quotas.slice(from, end)) : isRatio && isQuota(component) ? 1 : null;
  const isSum = isMoneyQuota && own.every(({ quota }) => quota === null);
  return {
    credited: isRatio ? (here.at(-1)?.credited ?? 0) : sum(here.map(({ credited }) => credited)),
    quota: brought.length === 0 ? usual : isRatio ? brought.at(-1)! : sum(brought),
    ...(isSum ? { windowQuota: windowQuota(component, quotas, startMonth) } : {}),
    // What came without its deals counts as one.
    ...(own.some(({ deals }) => deals !== null)
      ? { deals: here.flatMap(({ deals, credited }) => deals ?? [credited]) }
      : {}),
  };
}

const isQuota = ({ goal }: CompComponent) => goal.kind === 'quota';

/** Quota of the whole measurement window that a month lies in. */
function windowQuota(component: CompComponent, quotas: readonly number[], startMonth: number): number {
  const span = { month: 1, quarter: 3, year: 12 }[component.timing.measuredOver];
  const from = Math.floor(startMonth / span) * span;
  return quotas.slice(from, from + span).reduce((total, cents) => total + cents, 0);
}

/** A period's name as results and payouts print it. */
export function periodName(year: PayYear, startMonth: number, months: number): string {
  const first = yearOf(year.start);
  if (months === 12) return String(first);
  if (months === 3) return `${first}-Q${startMonth / 3 + 1}`;
  return monthSpan(first, monthOf(year.start) + startMonth, 1).from.slice(0, 7);
}

/** Whether a rep is there at any time of the plan year. */
export function isActiveInYear(rep: Rep, year: PayYear): boolean {
  const { from, to } = monthSpan(yearOf(year.start), monthOf(year.start), 12);
  const starts = rep.startDate === null || dayNumber(rep.startDate) <= dayNumber(to);
  return starts && (rep.endDate === null || dayNumber(rep.endDate) >= dayNumber(from));
}
