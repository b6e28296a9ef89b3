import { readDate } from '../../../shared/io/import/cleanDate';
import type { DateOrder } from '../../../shared/io/import/cleanDate';
import type { CompPlan } from '../../../shared/model/compPlan';
import { repSchema, type Rep } from '../../../shared/model/rep';
import type { Territory } from '../../../shared/model/territory';
import { parseMoney } from './columnMakers';

/** A list as texts, with the numbers of its rows as the file shows them. */
export interface RosterTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly rowNumbers: readonly number[];
}

export interface RosterContext {
  readonly reps: readonly Rep[];
  readonly compPlans: readonly CompPlan[];
  /** Those of the scenario that a rep can carry. */
  readonly territories: readonly Pick<Territory, 'id' | 'name'>[];
  readonly dateOrder: DateOrder;
  readonly newId: () => string;
}

export interface RosterReading {
  /** New reps, and those of the team that the list changes. */
  readonly reps: readonly Rep[];
  /** What could not be taken, with its row; the rest goes in. */
  readonly problems: readonly string[];
}

const COLUMNS = {
  id: ['id', 'rep id', 'repid', 'employee id'],
  name: ['name', 'rep', 'rep name', 'employee', 'full name'],
  role: ['role', 'title', 'job title', 'position'],
  manager: ['manager', 'manager name', 'reports to', 'manager id'],
  territory: ['territory', 'territory name'],
  plan: ['comp plan', 'plan', 'compensation plan'],
  base: ['base', 'base salary', 'salary'],
  ti: ['ti', 'target incentive', 'variable', 'target variable'],
  history: ['history', 'last year', 'prior year'],
  capacity: ['capacity', 'fte'],
  start: ['start', 'start date', 'hire date'],
  end: ['end', 'end date', 'termination date'],
} as const;
type Column = keyof typeof COLUMNS;
type Texts = (column: Column) => string;

/** Reads a roster: a rep of the same id or name is changed, any other is new. Columns that are missing stay as they are. */
export function readRoster(table: RosterTable, context: RosterContext): RosterReading {
  const names = table.headers.map((header) =>
    header
      .toLowerCase()
      .replace(/[,(].*$/, '')
      .replace(/[_\s]+/g, ' ')
      .trim(),
  );
  const at = (column: Column) =>
    COLUMNS[column].map((word) => names.indexOf(word)).find((index) => index >= 0);
  if (at('name') === undefined) {
    return {
      reps: [],
      problems: [
        'The list has no column "name". It needs name; role, base, TI, comp plan, manager, territory, start and end may be there too.',
      ],
    };
  }
  const problems: string[] = [];
  const read = table.rows.flatMap((cells, row) => {
    const text: Texts = (column) => (cells[at(column) ?? -1] ?? '').trim();
    if (text('name') === '') return [];
    const say = (problem: string) => problems.push(`Row ${table.rowNumbers[row]}: ${problem}`);
    return [{ rep: readRep(text, context, say), manager: text('manager'), say }];
  });
  const all = new Map([...context.reps, ...read.map(({ rep }) => rep)].map((rep) => [rep.id, rep]));
  const reps = read.map(({ rep, manager, say }): Rep => {
    if (manager === '') return rep;
    const found = byIdOrName([...all.values()], manager);
    if (found && found.id !== rep.id) return { ...rep, managerId: found.id };
    say(`no manager is called "${manager}".`);
    return rep;
  });
  return { reps, problems };
}

function readRep(text: Texts, context: RosterContext, say: (problem: string) => void): Rep {
  const before = byIdOrName(context.reps, text('id')) ?? byIdOrName(context.reps, text('name'));
  const rep =
    before ??
    repSchema.parse({
      id: text('id') || context.newId(),
      name: text('name'),
      role: text('role') || 'AE',
      baseSalaryCents: 0,
      targetIncentiveCents: 0,
    });
  const money = (column: Column, name: string, old: number | null) => {
    if (text(column) === '') return old;
    const cents = parseMoney(text(column));
    if (cents !== null && cents >= 0) return cents;
    say(`the ${name} "${text(column)}" is no amount.`);
    return old;
  };
  const date = (column: Column, old: string | null) => {
    if (text(column) === '') return old;
    const iso = readDate(text(column), context.dateOrder);
    if (iso === null) say(`"${text(column)}" is no date.`);
    return iso ?? old;
  };
  const named = <Item extends { readonly id: string; readonly name: string }>(
    column: Column,
    what: string,
    items: readonly Item[],
    old: string | null,
  ) => {
    if (text(column) === '') return old;
    const found = byIdOrName(items, text(column));
    if (!found) say(`no ${what} is called "${text(column)}".`);
    return found?.id ?? old;
  };
  return {
    ...rep,
    name: text('name'),
    role: text('role') || rep.role,
    baseSalaryCents: money('base', 'base', rep.baseSalaryCents) ?? 0,
    targetIncentiveCents: money('ti', 'target incentive', rep.targetIncentiveCents) ?? 0,
    historyCents: money('history', 'history', rep.historyCents),
    capacityRatio: capacityOf(text('capacity'), rep.capacityRatio, say),
    compPlanId: named('plan', 'comp plan', context.compPlans, rep.compPlanId),
    territoryId: named('territory', 'territory', context.territories, rep.territoryId),
    startDate: date('start', rep.startDate),
    endDate: date('end', rep.endDate),
  };
}

/** 0.5 and 50% are half a rep. */
function capacityOf(text: string, old: number, say: (problem: string) => void): number {
  if (text === '') return old;
  const value = Number(text.replace('%', ''));
  if (Number.isFinite(value) && value >= 0) return text.includes('%') ? value / 100 : value;
  say(`the capacity "${text}" is no number.`);
  return old;
}

function byIdOrName<Item extends { readonly id: string; readonly name: string }>(
  items: readonly Item[],
  wanted: string,
): Item | undefined {
  const folded = wanted.trim().toLowerCase();
  if (folded === '') return undefined;
  return (
    items.find((item) => item.id.toLowerCase() === folded) ??
    items.find((item) => item.name.toLowerCase() === folded)
  );
}
