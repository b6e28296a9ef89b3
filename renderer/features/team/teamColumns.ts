import type { MeasureColumn } from '../../../shared/model/accountTable';
import type { CompPlan } from '../../../shared/model/compPlan';
import type { Rep } from '../../../shared/model/rep';
import type { Scenario } from '../../../shared/model/scenario';
import type { PlanFormat } from '../../ui/planFormat';
import { amountColumn, derivedColumn, moneyText } from './columnMakers';
import { rolesOf, type CellChoice, type RepColumn, type RepRow } from './repColumns';

export interface ColumnContext {
  readonly format: PlanFormat;
  readonly reps: readonly Rep[];
  readonly scenario: Scenario | null;
  readonly compPlans: readonly CompPlan[];
  /** The measure that stands for potential. */
  readonly potential: Pick<MeasureColumn, 'name' | 'kind'> | null;
  /** The window is narrow: all columns must fit side by side. */
  readonly isNarrow: boolean;
  /** The panel beside takes room of a narrow window: what it shows of a rep is no column. */
  readonly isBesidePanel: boolean;
}

/** Columns that the rep's panel has as fields. */
const IN_PANEL: ReadonlySet<string> = new Set(['role', 'base', 'ti', 'plan']);

/** Widths in a window of 1024 px, so that every column is on screen there. */
const NARROW_PX: Readonly<Record<string, number>> = {
  name: 110,
  role: 48,
  territory: 100,
  base: 72,
  ti: 72,
  ote: 74,
  plan: 70,
  quota: 88,
  history: 76,
  potential: 84,
  quotaToOte: 70,
  index: 62,
};

/** The territory's, with the panel beside. */
const BESIDE_TERRITORY_PX = 134;

const NONE: CellChoice = { value: '', label: 'none' };

/** The columns of the team table, in their order. */
export function teamColumns(context: ColumnContext): RepColumn[] {
  const [name, role] = whoColumns(context.reps);
  const columns = [
    name!,
    role!,
    territoryColumn(context.scenario),
    ...payColumns(context),
    ...quotaColumns(context),
  ];
  if (!context.isNarrow) return columns;
  return columns
    .filter(({ id }) => !context.isBesidePanel || !IN_PANEL.has(id))
    .map((column) => {
      const isRoomy = context.isBesidePanel && column.id === 'territory';
      return { ...column, widthPx: isRoomy ? BESIDE_TERRITORY_PX : (NARROW_PX[column.id] ?? column.widthPx) };
    });
}

function whoColumns(reps: readonly Rep[]): RepColumn[] {
  return [
    {
      id: 'name',
      title: 'Name',
      widthPx: 136,
      isFigure: false,
      text: (row) => row.rep.name,
      key: (row) => row.rep.name.toLowerCase(),
      edit: {
        kind: 'text',
        value: (row) => row.rep.name,
        set: (rep, typed) => (typed.trim() === '' ? 'A rep needs a name.' : { ...rep, name: typed.trim() }),
      },
    },
    {
      id: 'role',
      title: 'Role',
      widthPx: 64,
      isFigure: false,
      text: (row) => row.rep.role,
      key: (row) => row.rep.role,
      edit: {
        kind: 'choice',
        choices: rolesOf(reps).map((role) => ({ value: role, label: role })),
        value: (row) => row.rep.role,
        set: (rep, role) => ({ ...rep, role: role ?? rep.role }),
      },
    },
  ];
}

function territoryColumn(scenario: Scenario | null): RepColumn {
  const territories = (scenario?.territories ?? [])
    .filter((each) => !each.isRemoved && each.level === scenario!.levels.length - 1)
    .map((each) => ({ value: each.id, label: each.name }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return {
    id: 'territory',
    title: 'Territory',
    widthPx: 140,
    isFigure: false,
    text: (row) => row.territoryName ?? 'none',
    key: (row) => row.territoryName?.toLowerCase() ?? '~',
    edit: {
      kind: 'choice',
      choices: [NONE, ...territories],
      value: (row) => (row.territoryName === null ? '' : row.rep.territoryId),
      set: (rep, territoryId) => ({ ...rep, territoryId: territoryId === '' ? null : territoryId }),
    },
  };
}

const oteCents = ({ rep }: RepRow) => rep.baseSalaryCents + rep.targetIncentiveCents;

function payColumns({ format, compPlans }: ColumnContext): RepColumn[] {
  const planName = (row: RepRow) => compPlans.find((each) => each.id === row.rep.compPlanId)?.name ?? null;
  return [
    amountColumn(
      {
        id: 'base',
        title: 'Base',
        value: ({ rep }) => rep.baseSalaryCents,
        set: (rep, cents) => ({ ...rep, baseSalaryCents: cents ?? 0 }),
        canBeEmpty: false,
      },
      format,
    ),
    amountColumn(
      {
        id: 'ti',
        title: 'TI',
        value: ({ rep }) => rep.targetIncentiveCents,
        set: (rep, cents) => ({ ...rep, targetIncentiveCents: cents ?? 0 }),
        canBeEmpty: false,
      },
      format,
    ),
    derivedColumn(
      { id: 'ote', title: `OTE${format.measureUnitSuffix('money')}`, widthPx: 72 },
      oteCents,
      (cents) => moneyText(cents, format),
    ),
    {
      id: 'plan',
      title: 'Comp plan',
      widthPx: 102,
      isFigure: false,
      text: (row) => planName(row) ?? 'none',
      key: (row) => planName(row)?.toLowerCase() ?? '~',
      edit: {
        kind: 'choice',
        choices: [NONE, ...compPlans.map((each) => ({ value: each.id, label: labelOf(each) }))],
        value: (row) => row.rep.compPlanId ?? '',
        set: (rep, id) => ({ ...rep, compPlanId: id === '' ? null : id }),
      },
    },
  ];
}

function labelOf(plan: CompPlan): string {
  return plan.version > 1 ? `${plan.name}, version ${plan.version}` : plan.name;
}

function quotaColumns({ format, potential, scenario }: ColumnContext): RepColumn[] {
  // No seat in the scenario and no pin: no quota, rather than one of 0.
  const quota = ({ pay }: RepRow) =>
    pay && (pay.quotaCents > 0 || pay.territoryIndex !== null || pay.isPinned) ? pay.quotaCents : null;
  return [
    amountColumn(
      {
        id: 'quota',
        title: 'Quota',
        // Room for a pin beside a quota of millions.
        widthPx: 100,
        value: quota,
        // A quota typed by hand is a pin; an emptied one is worked out again.
        set: (rep, cents) => ({ ...rep, quotaPinCents: cents }),
        canBeEmpty: true,
      },
      format,
    ),
    amountColumn(
      {
        id: 'history',
        title: 'History',
        value: ({ rep }) => rep.historyCents,
        set: (rep, cents) => ({ ...rep, historyCents: cents }),
        canBeEmpty: true,
      },
      format,
    ),
    derivedColumn(
      {
        id: 'potential',
        title: potential ? `${potential.name}${format.measureUnitSuffix(potential.kind)}` : 'Potential',
        widthPx: 88,
      },
      (row) => (row.territoryName === null ? null : (row.pay?.potential ?? null)),
      (value) => format.measureValue(potential?.kind ?? 'number', value),
    ),
    derivedColumn(
      { id: 'quotaToOte', title: 'Quota:OTE', widthPx: 72 },
      (row) => (quota(row) !== null && oteCents(row) > 0 ? quota(row)! / oteCents(row) : null),
      (ratio) => format.fixed(ratio, 2),
    ),
    derivedColumn(
      { id: 'index', title: 'Index', widthPx: 98 },
      (row) => row.index,
      (index) => format.index(index, scenario?.corridorShare),
    ),
  ];
}
