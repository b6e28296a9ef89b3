import { findComponent, measuresLookedAt } from '../../comp/resultInputs';
import type { CompPlan } from '../../model/compPlan';
import { toCents } from '../../model/money';
import { payResultKey, type PayResult } from '../../model/payResult';
import type { Rep } from '../../model/rep';
import { readNamedRows, type NamedRow, type RowProblem } from './namedRows';

const COLUMNS = {
  repId: ['rep', 'id', 'employee id', 'rep name', 'name', 'employee', 'payee', 'salesperson', 'owner'],
  component: ['component id', 'measure', 'plan component', 'metric'],
  period: ['month', 'quarter', 'year', 'date', 'pay period'],
  credited: ['credit', 'actual', 'actuals', 'result', 'amount', 'value', 'bookings'],
  quota: ['goal', 'target'],
} as const;
type Column = keyof typeof COLUMNS;

/** Results as a file has them; a row that can't be used is a problem and left out. */
export interface ReadPayResults {
  readonly results: readonly PayResult[];
  readonly problems: readonly RowProblem[];
}

/**
 * Reads results: `repId,component,period,credited`, and `quota` where they bring their own. Reps are found by id or
 * by unique name, components by id or name in the rep's comp plan (which may be left out where it has only one); rows of the same
 * rep, component and period add up.
 * @throws ImportFileError where the file can't be read, or lacks a column that is needed
 */
export function readPayResults(
  bytes: Uint8Array,
  fileName: string,
  plan: { readonly reps: readonly Rep[]; readonly compPlans: readonly CompPlan[] },
): ReadPayResults {
  const list = readNamedRows<Column>(bytes, fileName, COLUMNS, ['repId', 'period', 'credited']);
  const byKey = new Map<string, { result: PayResult; row: number }>();
  for (const row of list.rows) {
    const result = readResult(row, plan);
    if (result === null) continue;
    const earlier = byKey.get(payResultKey(result));
    if (earlier === undefined) {
      byKey.set(payResultKey(result), { result, row: row.row });
      continue;
    }
    row.problem(
      null,
      'same-result',
      'info',
      `adds to row ${earlier.row}: the same rep, component and period.`,
    );
    byKey.set(payResultKey(result), { result: addUp(earlier.result, result), row: earlier.row });
  }
  return { results: [...byKey.values()].map(({ result }) => result), problems: list.problems };
}

function addUp(one: PayResult, other: PayResult): PayResult {
  const quota =
    one.quota === undefined && other.quota === undefined
      ? {}
      : { quota: (one.quota ?? 0) + (other.quota ?? 0) };
  return { ...one, credited: one.credited + other.credited, ...quota };
}

function readResult(
  row: NamedRow<Column>,
  plan: { readonly reps: readonly Rep[]; readonly compPlans: readonly CompPlan[] },
): PayResult | null {
  const rep = repOf(row, plan.reps);
  if (rep === null) return null;
  const compPlan = plan.compPlans.find(({ id }) => id === rep.compPlanId);
  if (!compPlan) {
    row.problem(
      'repId',
      'no-comp-plan',
      'error',
      `${rep.name} has no comp plan, so the result was left out.`,
    );
    return null;
  }
  const component = componentOf(row, compPlan);
  const period = readPeriodText(row.text('period'));
  if (period === null) {
    const said = `"${row.text('period')}" is no period; write 2026-01, 2026-Q1 or 2026.`;
    row.problem('period', 'not-a-period', 'error', said);
  }
  const credited = row.number('credited');
  if (credited === null && row.text('credited') === '') {
    row.problem('credited', 'no-value', 'error', 'nothing is credited; write 0 where that is meant.');
  }
  if (component === null || period === null || credited === null) return null;
  const scale = component.isMoney ? toCents : (value: number) => value;
  const quota = row.number('quota');
  return {
    repId: rep.id,
    component: component.id,
    period,
    credited: scale(credited),
    ...(quota === null ? {} : { quota: scale(quota) }),
  };
}

function repOf(row: NamedRow<Column>, reps: readonly Rep[]): Rep | null {
  const wanted = row.text('repId');
  const byId = reps.find(({ id }) => id === wanted);
  if (byId) return byId;
  const byName = reps.filter(({ name }) => name.trim().toLowerCase() === wanted.toLowerCase());
  if (byName.length === 1) return byName[0]!;
  const said =
    byName.length > 1
      ? `${byName.length} reps are called "${wanted}"; write the id.`
      : `the plan has no rep "${wanted}".`;
  row.problem('repId', byName.length > 1 ? 'rep-ambiguous' : 'rep-unknown', 'error', said);
  return null;
}

/**
 * A component of the rep's plan by id, name or what it measures, or a measure that its conditions look at, which is a
 * ratio or a count.
 */
function componentOf(row: NamedRow<Column>, compPlan: CompPlan): { id: string; isMoney: boolean } | null {
  const wanted = row.text('component');
  const { components } = compPlan;
  const [only] = components;
  const isMeant = wanted === '' && only !== undefined && components.length === 1;
  const found = isMeant ? only : findComponent(compPlan, wanted);
  if (typeof found !== 'string') return { id: found.id, isMoney: found.measureUnit === 'money' };
  const isNamed = (name: string) => name.toLowerCase() === wanted.toLowerCase();
  const measure = measuresLookedAt(compPlan).find(isNamed);
  if (measure !== undefined) return { id: measure, isMoney: false };
  const [measuring, another] = components.filter((each) => isNamed(each.measure));
  if (measuring && !another) return { id: measuring.id, isMoney: measuring.measureUnit === 'money' };
  const has = `It has ${components.map(({ name }) => name).join(', ')}.`;
  row.problem('component', 'component-unknown', 'error', `${found} ${has}`);
  return null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A period as people and workbooks write it → 2026-01, 2026-Q1 or 2026; null where it is none. */
export function readPeriodText(text: string): string | null {
  const folded = text.trim().toLowerCase();
  const quarter =
    /^(\d{4})[\s\-/]*q([1-4])$/.exec(folded) ?? swapped(/^q([1-4])[\s\-/]*(\d{4})$/.exec(folded));
  if (quarter) return `${quarter[1]}-Q${quarter[2]}`;
  const year = /^(?:fy\s?)?(\d{4})$/.exec(folded);
  if (year) return year[1]!;
  // Excel turns 2026-01 into the first of that month; a deal's day counts for its month.
  const month =
    /^(\d{4})[-/.](\d{1,2})(?:[-/.](?:0?[1-9]|[12]\d|3[01])(?:[t ].*)?)?$/.exec(folded) ??
    swapped(/^(\d{1,2})[-/.](\d{4})$/.exec(folded));
  const named = /^([a-z]{3})[a-z]*[\s\-/.]*(\d{4})$/.exec(folded);
  const number = month ? Number(month[2]) : named ? MONTHS.indexOf(named[1]!) + 1 : 0;
  const of = month?.[1] ?? named?.[2];
  return number >= 1 && number <= 12 ? `${of!}-${String(number).padStart(2, '0')}` : null;
}

function swapped(match: RegExpExecArray | null): [string, string, string] | null {
  return match && [match[0], match[2]!, match[1]!];
}
