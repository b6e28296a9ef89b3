import type { CompPlan } from '../../model/compPlan';
import { toCents } from '../../model/money';
import { repSchema, type Rep } from '../../model/rep';
import type { Territory } from '../../model/territory';
import { cleanDate, type DateOrder } from './cleanDate';
import { readNamedRows, type NamedRow, type NamedRows, type RowProblem } from './namedRows';

const COLUMNS = {
  repId: ['id', 'rep', 'employee id', 'employee', 'employee number', 'payee id'],
  name: ['rep name', 'full name', 'employee name', 'payee'],
  role: ['title', 'job title', 'position'],
  manager: ['manager id', 'manager name', 'reports to', 'supervisor'],
  base: ['base salary', 'salary', 'base pay'],
  targetIncentive: ['TI', 'target incentive', 'variable', 'target variable', 'variable pay', 'target bonus'],
  plan: ['comp plan', 'compensation plan'],
  territory: ['territory id', 'territory name'],
  lat: ['latitude', 'base lat'],
  lng: ['longitude', 'lon', 'long', 'base lng'],
  start: ['start date', 'first day', 'hire date', 'hired', 'joined', 'joining date'],
  end: ['end date', 'last day', 'leave date', 'leaving date', 'left', 'exit date', 'termination date'],
  history: ['last year', 'prior year', 'last year result'],
  capacity: ['fte'],
} as const;
type Column = keyof typeof COLUMNS;

/** What a roster refers to. */
export interface RosterPlan {
  readonly reps: readonly Rep[];
  readonly compPlans: readonly CompPlan[];
  readonly territories: readonly Pick<Territory, 'id' | 'name'>[];
  readonly dateOrder: DateOrder;
  /** For reps that the list gives no id; left out = each row needs one. */
  readonly newId?: () => string;
}

/** Reps as a file has them; those that the plan knew keep what the file does not say. */
export interface ReadRoster {
  readonly reps: readonly Rep[];
  readonly problems: readonly RowProblem[];
}

/**
 * Reads a roster: `repId,name,role,manager,base,targetIncentive,plan,territory,lat,lng,start,end`, and `history` and
 * `capacity` where it has them. Managers, comp plans and territories are found by id or by unique name; so are reps,
 * where rows may go without an id.
 * @throws ImportFileError where the file can't be read, or has no column to tell reps by
 */
export function readRoster(bytes: Uint8Array, fileName: string, plan: RosterPlan): ReadRoster {
  const needed = plan.newId ? ([['repId', 'name']] as const) : (['repId'] as const);
  const list = readNamedRows<Column>(bytes, fileName, COLUMNS, needed);
  const knownOf = new Map(plan.reps.map((rep) => [rep.id, rep]));
  const rowOf = new Map<string, NamedRow<Column>>();
  const rowOfName = new Map<string, NamedRow<Column>>();
  const reps: Rep[] = [];
  for (const row of list.rows) {
    const id = idOf(row, plan);
    const earlier = rowOf.get(id);
    if (id === '') row.problem('repId', 'id-missing', 'error', 'there is no id; the row was left out.');
    else if (earlier) {
      row.problem(
        'repId',
        'duplicate-id',
        'error',
        `"${id}" is in row ${earlier.row} too; the row was left out.`,
      );
    } else {
      noteNamesake(row, rowOfName);
      rowOf.set(id, row);
      reps.push(readRep(list, row, id, knownOf.get(id) ?? null, plan));
    }
  }
  const managed = withManagers(list, reps, rowOf, plan.reps);
  return { reps: managed, problems: [...list.unread, ...list.problems] };
}

/** Two rows without an id and of one name are two reps: only an id could tell that they are one. */
function noteNamesake(row: NamedRow<Column>, rowOfName: Map<string, NamedRow<Column>>): void {
  const name = row.text('repId') === '' ? row.text('name').toLowerCase() : '';
  if (name === '') return;
  const namesake = rowOfName.get(name);
  if (namesake) {
    const said = `row ${namesake.row} has this name too, and both were taken; leave one out if they are one person.`;
    row.problem('name', 'same-name', 'warning', said);
  } else rowOfName.set(name, row);
}

/** The id in the row, or that of the rep who is named in it; '' where there is none. */
function idOf(row: NamedRow<Column>, { reps, newId }: RosterPlan): string {
  const id = row.text('repId');
  if (!newId || reps.some((rep) => rep.id === id)) return id;
  const name = (row.text('name') || id).toLowerCase();
  const named = name === '' ? [] : reps.filter((rep) => rep.name.trim().toLowerCase() === name);
  if (named.length === 1) return named[0]!.id;
  return id === '' && name !== '' ? newId() : id;
}

function readRep(
  list: NamedRows<Column>,
  row: NamedRow<Column>,
  id: string,
  known: Rep | null,
  plan: RosterPlan,
): Rep {
  return repSchema.parse({
    ...known,
    id,
    name: row.text('name') || (known?.name ?? id),
    role: row.text('role') || (known?.role ?? 'AE'),
    baseSalaryCents: readMoney(row, 'base', known?.baseSalaryCents),
    targetIncentiveCents: readMoney(row, 'targetIncentive', known?.targetIncentiveCents),
    ...readPlaces(list, row, known, plan),
    ...readDays(list, row, known, plan.dateOrder),
    ...(row.text('history') !== '' && { historyCents: readMoney(row, 'history', known?.historyCents ?? 0) }),
    ...(row.text('capacity') !== '' && { capacityRatio: readCapacity(row, known?.capacityRatio ?? 1) }),
  });
}

/** What a rep belongs to: comp plan, territory and base; only what the list has columns for. */
function readPlaces(
  list: NamedRows<Column>,
  row: NamedRow<Column>,
  known: Rep | null,
  { compPlans, territories }: RosterPlan,
): Partial<Rep> {
  const { lat, lng } = readPlace(row);
  return {
    ...(list.has('plan') && {
      compPlanId: readReference(row, 'plan', 'comp plan', compPlans, known?.compPlanId ?? null),
    }),
    ...(list.has('territory') && {
      territoryId: readReference(row, 'territory', 'territory', territories, known?.territoryId ?? null),
    }),
    ...(lat !== null && lng !== null && { base: { name: known?.base?.name ?? '', lat, lng } }),
  };
}

/** Cents; what the plan knew, or nothing, where the cell is empty or no such amount. */
function readMoney(row: NamedRow<Column>, column: Column, known: number | undefined): number {
  const amount = row.number(column);
  if (amount !== null && amount >= 0) return toCents(amount);
  if (amount !== null) row.problem(column, 'negative', 'error', 'pay is not negative; it was not taken.');
  else if (row.text(column) === '' && known === undefined) {
    row.problem(column, 'no-value', 'warning', 'no amount is given; it was taken as 0.');
  }
  return known ?? 0;
}

function readCapacity(row: NamedRow<Column>, known: number): number {
  const capacity = row.number('capacity');
  if (capacity !== null && capacity >= 0) return capacity;
  if (capacity !== null) row.problem('capacity', 'negative', 'error', 'capacity is not negative.');
  return known;
}

function readPlace(row: NamedRow<Column>): { lat: number | null; lng: number | null } {
  const within = (column: 'lat' | 'lng', most: number) => {
    const degrees = row.number(column);
    if (degrees === null || Math.abs(degrees) <= most) return degrees;
    row.problem(
      column,
      'out-of-range',
      'error',
      `${degrees} lies beyond ±${most} degrees; it was not taken.`,
    );
    return null;
  };
  const [lat, lng] = [within('lat', 90), within('lng', 180)];
  if ((row.text('lat') === '') !== (row.text('lng') === '')) {
    row.problem(
      lat === null ? 'lat' : 'lng',
      'half-a-coordinate',
      'warning',
      'only one coordinate is given.',
    );
  }
  return { lat, lng };
}

/** First and last day; a last day before the first is a problem, and is not taken. */
function readDays(
  list: NamedRows<Column>,
  row: NamedRow<Column>,
  known: Rep | null,
  order: DateOrder,
): Partial<Rep> {
  const startDate = list.has('start') ? readDay(row, 'start', order) : (known?.startDate ?? null);
  const endDate = list.has('end') ? readDay(row, 'end', order) : (known?.endDate ?? null);
  if (startDate === null || endDate === null || endDate >= startDate) return { startDate, endDate };
  const said = `the end, ${endDate}, lies before the start, ${startDate}; it was left empty.`;
  row.problem(list.has('end') ? 'end' : 'start', 'end-before-start', 'error', said);
  return { startDate, endDate: null };
}

function readDay(row: NamedRow<Column>, column: 'start' | 'end', order: DateOrder): string | null {
  const cell = row.text(column);
  if (cell === '') return null;
  const day = cleanDate(cell, order).text.slice(0, 10);
  if (repSchema.shape.startDate.safeParse(day).success) return day;
  row.problem(column, 'not-a-date', 'error', `"${cell}" is no date; write 2026-07-16.`);
  return null;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The id of what a cell names by id or unique name; `known` where it names nothing that there is. */
function readReference(
  row: NamedRow<Column>,
  column: Column,
  what: string,
  among: readonly Named[],
  known: string | null,
): string | null {
  const wanted = row.text(column);
  if (wanted === '') return null;
  const byId = among.find(({ id }) => id === wanted);
  if (byId) return byId.id;
  const byName = among.filter(({ name }) => name.trim().toLowerCase() === wanted.toLowerCase());
  if (byName.length === 1) return byName[0]!.id;
  if (byName.length > 1) {
    const said = `${byName.length} of the plan's are called "${wanted}"; write the id of the ${what}.`;
    row.problem(column, `${column}-ambiguous`, 'error', said);
  } else
    row.problem(column, `${column}-unknown`, 'error', `there is no ${what} "${wanted}"; it was left empty.`);
  return known;
}

/** Managers may come later in the file than their reports; nobody leads themselves, directly or round about. */
function withManagers(
  list: NamedRows<Column>,
  reps: readonly Rep[],
  rowOf: ReadonlyMap<string, NamedRow<Column>>,
  known: readonly Rep[],
): Rep[] {
  if (!list.has('manager')) return [...reps];
  const everybody = [...reps, ...known.filter(({ id }) => !rowOf.has(id))];
  const managerOf = new Map(everybody.map((rep) => [rep.id, rep.managerId]));
  return reps.map((rep) => {
    const row = rowOf.get(rep.id)!;
    let managerId = readReference(row, 'manager', 'rep', everybody, rep.managerId);
    if (managerId !== null && leadsTo(managerOf, managerId, rep.id)) {
      row.problem('manager', 'manager-cycle', 'error', 'the manager reports to this rep; it was left empty.');
      managerId = null;
    }
    managerOf.set(rep.id, managerId);
    return { ...rep, managerId };
  });
}

function leadsTo(managerOf: ReadonlyMap<string, string | null>, from: string, to: string): boolean {
  const seen = new Set<string>();
  for (let at: string | null | undefined = from; at && !seen.has(at); at = managerOf.get(at)) {
    if (at === to) return true;
    seen.add(at);
  }
  return false;
}
