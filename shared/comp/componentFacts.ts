import type { CompComponent } from '../model/compComponent';
import { monthsOf } from './measureWindow';
import type { CancelledCredit, ComponentFacts } from './payTypes';

/** A result row placed in the plan year; a measure that conditions look at has no component. */
export interface PlacedRow {
  component: CompComponent | null;
  measure: string;
  startMonth: number;
  months: number;
  credited: number;
  quota: number | null;
  deals: readonly number[] | null;
  splitAway: number;
  cancelled: readonly CancelledCredit[] | null;
  scores: Readonly<Record<string, number>> | null;
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
  if (here.length === 0 && component.measureUnit === 'ratio')
    return standingRatio(component, own, startMonth);
  const from = Math.min(startMonth, ...here.map((row) => row.startMonth));
  const isMoneyQuota = component.measureUnit === 'money' && component.goal.kind === 'quota';
  const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);
  const brought = here.flatMap(({ quota }) => (quota === null ? [] : [quota]));
  const isRatio = component.measureUnit === 'ratio';
  const usual = isMoneyQuota ? quotaOf(own, quotas, from, end) : isRatio && isQuota(component) ? 1 : null;
  const isSum = isMoneyQuota && own.every(({ quota }) => quota === null);
  return {
    credited: isRatio ? (here.at(-1)?.credited ?? 0) : sum(here.map(({ credited }) => credited)),
    quota: brought.length === 0 ? usual : isRatio ? brought.at(-1)! : sum(brought),
    ...(isSum ? { windowQuota: windowQuota(component, quotas, from, end) } : {}),
    ...(here.some(({ splitAway }) => splitAway !== 0)
      ? { splitAway: sum(here.map(({ splitAway }) => splitAway)) }
      : {}),
    ...(here.some(({ cancelled }) => cancelled !== null)
      ? { cancelled: here.flatMap(({ cancelled }) => cancelled ?? []) }
      : {}),
    ...scoresOf(here.at(-1)),
    // What came without its deals counts as one.
    ...(own.some(({ deals }) => deals !== null)
      ? { deals: here.flatMap(({ deals, credited }) => deals ?? [credited]) }
      : {}),
  };
}

/** Quota of the months of a period that no finer row before its end stands against already. */
function quotaOf(own: readonly PlacedRow[], quotas: readonly number[], from: number, end: number): number {
  const finer = own.filter((row) => row.startMonth >= from && row.startMonth + row.months < end);
  let cents = 0;
  for (let month = from; month < end; month++) {
    const isCounted = finer.some((row) => month >= row.startMonth && month < row.startMonth + row.months);
    if (!isCounted) cents += quotas[month]!;
  }
  return cents;
}

/** A ratio without a row: the latest one of its measurement window stands; null where there is none yet. */
function standingRatio(
  component: CompComponent,
  own: readonly PlacedRow[],
  startMonth: number,
): ComponentFacts | null {
  const windowStart = windowStartOf(component, startMonth);
  const latest = own
    .filter((row) => row.startMonth >= windowStart && row.startMonth + row.months <= startMonth)
    .reduce<PlacedRow | null>(
      (best, row) => (best && best.startMonth + best.months > row.startMonth + row.months ? best : row),
      null,
    );
  if (latest === null) return null;
  const quota = latest.quota ?? (isQuota(component) ? 1 : null);
  return { credited: latest.credited, quota, ...scoresOf(latest) };
}

function scoresOf(row: PlacedRow | undefined): Pick<ComponentFacts, 'scores'> {
  return row?.scores ? { scores: row.scores } : {};
}

const isQuota = ({ goal }: CompComponent) => goal.kind === 'quota';

function windowStartOf({ timing }: CompComponent, month: number): number {
  const span = monthsOf[timing.measuredOver];
  return Math.floor(month / span) * span;
}

/** Quota of the whole measurement window that some months lie in; of them all where a result spans several windows. */
function windowQuota(component: CompComponent, quotas: readonly number[], from: number, end: number): number {
  const start = windowStartOf(component, from);
  return quotas
    .slice(start, Math.max(end, start + monthsOf[component.timing.measuredOver]))
    .reduce((total, cents) => total + cents, 0);
}
