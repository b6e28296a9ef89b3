import { readPeriod } from '../../../shared/comp/calendar';
import { readNumber } from '../../../shared/io/import/cleanNumber';
import type { CompComponent } from '../../../shared/model/compComponent';
import type { CompPlan } from '../../../shared/model/compPlan';
import { payResultKey, type PayResult } from '../../../shared/model/payResult';
import type { Rep } from '../../../shared/model/rep';

/** A list as texts, with the numbers of its rows as the file shows them. */
export interface ActualsTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly rowNumbers: readonly number[];
}

export interface ActualsReading {
  readonly results: readonly PayResult[];
  /** What could not be taken, with its row: the rest goes in. */
  readonly problems: readonly string[];
}

const COLUMNS = {
  rep: ['rep id', 'repid', 'employee id', 'rep', 'rep name', 'name', 'employee', 'payee', 'salesperson'],
  component: ['component', 'component id', 'measure', 'plan component', 'metric'],
  period: ['period', 'month', 'quarter', 'date', 'pay period'],
  credited: ['credited', 'credit', 'actual', 'actuals', 'result', 'amount', 'value', 'bookings'],
  quota: ['quota', 'goal', 'target'],
} as const;
type Column = keyof typeof COLUMNS;

/** Reads results by rep, component and period; a component may be left out where the rep's plan has only one. */
export function readActuals(
  table: ActualsTable,
  reps: readonly Rep[],
  plans: readonly CompPlan[],
): ActualsReading {
  const at = columnsOf(table.headers);
  const missing = (['rep', 'period', 'credited'] as const).filter((column) => at[column] === undefined);
  if (missing.length > 0) {
    const names = missing.map((column) => `"${column}"`).join(', ');
    return {
      results: [],
      problems: [
        `The list has no column ${names}. It needs rep, component, period and credited; quota may be there too.`,
      ],
    };
  }
  const problems: string[] = [];
  const found = new Map<string, PayResult>();
  table.rows.forEach((cells, row) => {
    const text = (column: Column) => (at[column] === undefined ? '' : (cells[at[column]] ?? '').trim());
    if (cells.every((cell) => cell.trim() === '')) return;
    const result = readRow(text, reps, plans);
    if (typeof result === 'string') problems.push(`Row ${table.rowNumbers[row]}: ${result}`);
    else {
      const key = payResultKey(result);
      const before = found.get(key);
      // Deals of one rep, component and period add up.
      found.set(key, before ? { ...result, credited: before.credited + result.credited } : result);
    }
  });
  return { results: [...found.values()], problems };
}

function columnsOf(headers: readonly string[]): Partial<Record<Column, number>> {
  const names = headers.map((header) =>
    header
      .toLowerCase()
      .replace(/[,(].*$/, '')
      .replace(/[_\s]+/g, ' ')
      .trim(),
  );
  const at: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(COLUMNS) as Column[]) {
    for (const word of COLUMNS[column]) {
      const index = names.indexOf(word);
      if (index >= 0) at[column] ??= index;
    }
  }
  return at;
}

/** @returns the result of a row, or why it is none */
function readRow(
  text: (column: Column) => string,
  reps: readonly Rep[],
  plans: readonly CompPlan[],
): PayResult | string {
  const named = text('rep').toLowerCase();
  const rep =
    reps.find((each) => each.id.toLowerCase() === named) ??
    reps.find((each) => each.name.toLowerCase() === named);
  if (!rep) return `no rep is called "${text('rep')}". Add the rep in Team, or correct the name.`;
  const plan = plans.find((each) => each.id === rep.compPlanId);
  if (!plan) return `${rep.name} has no comp plan. Choose one in Team.`;
  const component = componentOf(plan, text('component'));
  if (typeof component === 'string') return component;
  const period = periodOf(text('period'));
  if (period === null) return `"${text('period')}" is no period. Write 2027-01, 2027-Q1 or 2027.`;
  const credited = amountOf(text('credited'), component);
  if (credited === null) return `"${text('credited')}" is no number.`;
  const quota = text('quota') === '' ? undefined : amountOf(text('quota'), component);
  if (quota === null) return `the quota "${text('quota')}" is no number.`;
  return {
    repId: rep.id,
    component: component.id,
    period,
    credited,
    ...(quota === undefined ? {} : { quota }),
  };
}

function componentOf(plan: CompPlan, text: string): CompComponent | string {
  const wanted = text.toLowerCase();
  const [only] = plan.components;
  if (wanted === '' && only && plan.components.length === 1) return only;
  const is = (pick: (component: CompComponent) => string) =>
    plan.components.filter((component) => pick(component).toLowerCase() === wanted);
  for (const found of [
    is((component) => component.id),
    is((component) => component.name),
    is((component) => component.measure),
  ]) {
    if (found.length === 1) return found[0]!;
    if (found.length > 1)
      return `"${text}" stands for ${found.length} components of ${plan.name}; use the name of one.`;
  }
  const names = plan.components.map((component) => component.name).join(', ');
  return `${plan.name} has no component "${text}". It has ${names}.`;
}

/** 2027-01, 2027-Q1, 2027, Q1 2027, or a day of a month as an ISO date. */
function periodOf(text: string): string | null {
  const turned = /^Q([1-4])[ -]?(\d{4})$/i.exec(text);
  const day = /^(\d{4}-\d{2})-\d{2}/.exec(text);
  const period = turned ? `${turned[2]}-Q${turned[1]}` : day ? day[1]! : text.toUpperCase();
  return readPeriod(period) === null ? null : period;
}

/** In the component's unit: money in cents, "85%" as 0.85. */
function amountOf(text: string, component: CompComponent): number | null {
  const reading = readNumber(text, '.');
  if (reading.kind !== 'number') return null;
  return component.measureUnit === 'money' ? Math.round(reading.value * 100) : reading.value;
}
