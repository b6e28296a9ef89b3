import { effectiveAssignment } from '../../../plan/effectiveAssignment';
import { CAUSES } from '../../../model/alignment';
import { PLACE_LEVELS } from '../../../model/placeLevel';
import type { Rep } from '../../../model/rep';
import { uniqueTexts } from '../cellAddress';
import type { ExportContext } from '../exportContext';
import { assigneeName } from '../exportContext';

/** A cell of a table: text, a number, or null for none. Money is in currency units. */
export type TableCell = string | number | null;

/** A column of a table by name; all cells of one kind. */
export interface TableColumn {
  readonly name: string;
  readonly kind: 'text' | 'number';
  readonly cells: readonly TableCell[];
}

/** A table of the plan as columns of one length: what CSV and Parquet files are written from. */
export interface PlanTable {
  /** File name without its ending. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
}

/** Attributes of the app itself, e.g. unit keys, that would only puzzle a reader. */
const isShown = (attributeId: string) =>
  !attributeId.startsWith('unit:') && !attributeId.startsWith('place:');

/** Rows of the accounts that are there. */
export function liveRows({ document }: ExportContext): number[] {
  const { removed, rowCount } = document.accounts;
  return Array.from({ length: rowCount }, (_, row) => row).filter((row) => !removed[row]);
}

/** Reps by the index of the territory they carry, in the plan's order. */
export function repsByTerritory({ document, evaluation }: ExportContext): Map<number, Rep[]> {
  const carried = new Map<number, Rep[]>();
  for (const { rep, territoryIndex } of evaluation.pay.reps) {
    if (territoryIndex !== null) carried.set(territoryIndex, [...(carried.get(territoryIndex) ?? []), rep]);
  }
  // The rep that a territory's accounts are owned by is the first of those who carry it.
  const order = new Map(document.reps.map((rep, position) => [rep.id, position]));
  for (const reps of carried.values()) reps.sort((a, b) => order.get(a.id)! - order.get(b.id)!);
  return carried;
}

/** One row an account: who has it, its measures, attributes and place. */
export function accountsTable(context: ExportContext): PlanTable {
  const { accounts } = context.document;
  const { assignment } = context.evaluation.territories;
  const rows = liveRows(context);
  const reps = repsByTerritory(context);
  const repOf = (row: number): Rep | null => reps.get(assignment[row]!)?.[0] ?? null;
  const idOf = (row: number) => context.scenario.territories[assignment[row]!]?.id ?? null;
  return {
    name: 'accounts',
    columns: distinctNames([
      texts('accountId', rows, (row) => accounts.ids[row]!),
      texts('name', rows, (row) => accounts.names[row]!),
      texts('territoryId', rows, idOf),
      texts('territory', rows, (row) => assigneeName(context, assignment[row]!)),
      texts('repId', rows, (row) => repOf(row)?.id ?? null),
      texts('rep', rows, (row) => repOf(row)?.name ?? null),
      ...accounts.measures.map(({ name, values }) => numbers(name, rows, (row) => values[row]!)),
      ...accounts.attributes
        .filter(({ id }) => isShown(id))
        .map(({ name, dictionary, codes }) => texts(name, rows, (row) => dictionary[codes[row]!]! || null)),
      numbers('lat', rows, (row) => accounts.lat[row]!),
      numbers('lng', rows, (row) => accounts.lng[row]!),
      texts('placedBy', rows, (row) => PLACE_LEVELS[accounts.placeLevels[row]!]!),
    ]),
  };
}

/** One row an account and scenario: every alignment of the plan side by side, for a data warehouse. */
export function assignmentsTable(context: ExportContext): PlanTable {
  const { accounts, scenarios } = context.document;
  const rows = liveRows(context);
  const parts = scenarios.flatMap((scenario) =>
    scenario.alignments.map((alignment) => {
      const assignment = effectiveAssignment(accounts, scenario, alignment);
      return { scenario, alignment, assignment };
    }),
  );
  const places = parts.flatMap((part) => rows.map((row) => ({ part, row })));
  return {
    name: 'assignments',
    columns: [
      texts('scenarioId', places, ({ part }) => part.scenario.id),
      texts('scenario', places, ({ part }) => part.scenario.name),
      texts('role', places, ({ part }) => part.alignment.role),
      texts('accountId', places, ({ row }) => accounts.ids[row]!),
      texts('territoryId', places, ({ part, row }) => territoryOf(part, row)?.id ?? null),
      texts('territory', places, ({ part, row }) => territoryOf(part, row)?.name ?? null),
      texts('cause', places, ({ part, row }) => CAUSES[part.alignment.causes[row]!]!),
      numbers('isLocked', places, ({ part, row }) => part.alignment.locks[row]!),
    ],
  };
}

function territoryOf(
  { scenario, assignment }: { scenario: ExportContext['scenario']; assignment: Int32Array },
  row: number,
) {
  return scenario.territories[assignment[row]!] ?? null;
}

/** One row a territory or node above it: hierarchy, totals, targets, index, travel. */
export function territoriesTable(context: ExportContext): PlanTable {
  const { scenario, evaluation, territoryNames } = context;
  const { territories } = evaluation;
  const indices = scenario.territories.flatMap(({ isRemoved }, index) => (isRemoved ? [] : [index]));
  const of = (index: number) => scenario.territories[index]!;
  const reps = repsByTerritory(context);
  return {
    name: 'territories',
    columns: distinctNames([
      texts('territoryId', indices, (index) => of(index).id),
      texts('name', indices, (index) => territoryNames[index]!),
      texts('level', indices, (index) => scenario.levels[of(index).level]!),
      texts('parentId', indices, (index) => of(index).parentId),
      texts('reps', indices, (index) => (reps.get(index) ?? []).map(({ name }) => name).join('; ') || null),
      texts('base', indices, (index) => of(index).base?.name ?? null),
      numbers('capacity', indices, (index) => of(index).capacity),
      numbers('accounts', indices, (index) => territories.accounts.totals[index]!),
      ...territories.measures.flatMap(({ name, totals, targets, index: measureIndex }) => [
        numbers(name, indices, (index) => totals[index]!),
        numbers(`${name} target`, indices, (index) => targets[index]!),
        numbers(`${name} index`, indices, (index) => measureIndex[index]!),
      ]),
      numbers('index', indices, (index) => territories.index[index]!),
      numbers('travelKm', indices, (index) => territories.travel.activityKm[index]!),
    ]),
  };
}

/** One row a rep; pay, quota and payout are left out of a copy without pay. */
export function rosterTable(context: ExportContext): PlanTable {
  const { pay } = context.evaluation;
  const plans = new Map(context.document.compPlans.map(({ id, name }) => [id, name]));
  const names = new Map(context.document.reps.map(({ id, name }) => [id, name]));
  const cents = (value: number): number => value / 100;
  const reps = pay.reps;
  const columns = [
    texts('repId', reps, ({ rep }) => rep.id),
    texts('name', reps, ({ rep }) => rep.name),
    texts('role', reps, ({ rep }) => rep.role || null),
    texts('manager', reps, ({ rep }) => names.get(rep.managerId ?? '') ?? null),
    texts('territory', reps, ({ territoryIndex }) =>
      territoryIndex === null ? null : context.territoryNames[territoryIndex]!,
    ),
    numbers('lat', reps, ({ rep }) => rep.base?.lat ?? Number.NaN),
    numbers('lng', reps, ({ rep }) => rep.base?.lng ?? Number.NaN),
    texts('start', reps, ({ rep }) => rep.startDate),
    texts('end', reps, ({ rep }) => rep.endDate),
    numbers('potential', reps, ({ potential }) => potential),
  ];
  const paid = [
    texts('plan', reps, ({ rep }) => plans.get(rep.compPlanId ?? '') ?? null),
    numbers('base', reps, ({ rep }) => cents(rep.baseSalaryCents)),
    numbers('targetIncentive', reps, ({ rep }) => cents(rep.targetIncentiveCents)),
    numbers('quota', reps, ({ quotaCents }) => cents(quotaCents)),
    numbers('attainment', reps, ({ attainmentRatio }) => attainmentRatio ?? Number.NaN),
    numbers('payout', reps, ({ payoutCents }) => cents(payoutCents)),
  ];
  return { name: 'roster', columns: context.withoutPay ? columns : [...columns, ...paid] };
}

function texts<T>(name: string, rows: readonly T[], cellOf: (row: T) => string | null): TableColumn {
  return { name, kind: 'text', cells: rows.map(cellOf) };
}

/** What is not finite is none. */
function numbers<T>(name: string, rows: readonly T[], cellOf: (row: T) => number): TableColumn {
  const cells = rows.map((row) => {
    const value = cellOf(row);
    return Number.isFinite(value) ? value : null;
  });
  return { name, kind: 'number', cells };
}

/** Columns of a list may be called anything: a name that is taken gets a number. */
function distinctNames(columns: readonly TableColumn[]): TableColumn[] {
  const names = uniqueTexts(columns.map(({ name }) => name));
  return columns.map((column, position) => ({ ...column, name: names[position]! }));
}
