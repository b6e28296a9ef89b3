import { describe, expect, it } from 'vitest';
import { parseMoney } from '../../../../../renderer/features/team/columnMakers';
import { movedCell } from '../../../../../renderer/features/team/movedCell';
import { pasteCells, setCell } from '../../../../../renderer/features/team/pasteCells';
import { quotaCheck } from '../../../../../renderer/features/team/quotaCheck';
import { repRows } from '../../../../../renderer/features/team/repColumns';
import { oneRepPerTerritory } from '../../../../../renderer/features/team/repEdits';
import { repTotals } from '../../../../../renderer/features/team/repTotals';
import { teamColumns } from '../../../../../renderer/features/team/teamColumns';
import { createPlanFormat } from '../../../../../renderer/ui/planFormat';
import { DEFAULT_SETTINGS } from '../../../../../shared/model/settings';
import { quotaSettingsSchema } from '../../../../../shared/model/quotaSettings';
import { quotasOf } from '../../../../../shared/comp/quota';
import { evaluatePlan } from '../../../../../shared/plan/evaluatePlan';
import { smallPlan, territory } from '../../../shared/plan/planFixture';

const format = createPlanFormat(DEFAULT_SETTINGS, 'en-US');
const plan = smallPlan();
const scenario = plan.scenarios[0]!;
const evaluation = evaluatePlan(plan, scenario.id);
const rows = repRows(plan.reps, scenario, evaluation);
const context = {
  format,
  reps: plan.reps,
  scenario,
  compPlans: plan.compPlans,
  potential: { name: 'Revenue', kind: 'money' as const },
  isNarrow: false,
  isBesidePanel: false,
};
const columns = teamColumns(context);
const column = (id: string) => columns.find((each) => each.id === id)!;
const ann = rows[0]!;

describe('the columns of the team table', () => {
  it('leave out what the panel shows, beside it in a narrow window', () => {
    const beside = teamColumns({ ...context, isNarrow: true, isBesidePanel: true });
    expect(beside.map(({ id }) => id)).toEqual([
      ...['name', 'territory', 'ote', 'quota', 'history', 'potential', 'quotaToOte', 'index'],
    ]);
    expect(beside.reduce((sum, { widthPx }) => sum + widthPx, 0)).toBeLessThanOrEqual(700);
    expect(teamColumns({ ...context, isNarrow: true })).toHaveLength(12);
  });
});

describe('the cells of the team table', () => {
  it('reads amounts as they are typed', () => {
    expect(parseMoney('$96,000')).toBe(9_600_000);
    expect(parseMoney('96k')).toBe(9_600_000);
    expect(parseMoney('1.2M')).toBe(120_000_000);
    expect(parseMoney('about ten')).toBeNull();
  });

  it('pins a quota that is typed, and unpins one that is emptied', () => {
    const pinned = setCell(ann.rep, column('quota'), '500,000');
    expect(pinned).toMatchObject({ quotaPinCents: 50_000_000 });
    expect(setCell(pinned as typeof ann.rep, column('quota'), '')).toMatchObject({ quotaPinCents: null });
  });

  it('finds a territory by its name, and says when there is none of it', () => {
    expect(setCell(ann.rep, column('territory'), 'South')).toMatchObject({ territoryId: 'south' });
    expect(setCell(ann.rep, column('territory'), 'none')).toMatchObject({ territoryId: null });
    expect(setCell(ann.rep, column('territory'), 'Atlantis')).toContain('"Atlantis"');
  });

  it('refuses an empty name, a negative amount and a figure that is worked out', () => {
    expect(setCell(ann.rep, column('name'), '  ')).toBeTypeOf('string');
    expect(setCell(ann.rep, column('base'), '-5')).toBeTypeOf('string');
    expect(setCell(ann.rep, column('ote'), '5')).toBeTypeOf('string');
  });

  it('takes any role', () => {
    expect(setCell(ann.rep, column('role'), 'Field engineer')).toMatchObject({ role: 'Field engineer' });
  });
});

describe('pasteCells', () => {
  it('fills to the right and down, and names what it left', () => {
    const at = { row: 0, column: columns.indexOf(column('base')) };
    const { reps, problems } = pasteCells('80,000\t90,000\r\n70k\tlots\r\n1\t1\r\n', rows, columns, at);
    expect(reps.map((rep) => [rep.baseSalaryCents, rep.targetIncentiveCents])).toEqual([
      [8_000_000, 9_000_000],
      [7_000_000, 10_000_000],
    ]);
    expect(problems).toEqual([expect.stringContaining('Bo Vos')]);
  });

  it('counts the filled cells that lie beyond the last row and column', () => {
    const at = { row: rows.length - 1, column: columns.length - 1 };
    const { beyond } = pasteCells('1\t2\t\t3\n4\t\n\t\n5\t6\n', rows, columns, at);
    expect(beyond).toBe(5);
    expect(pasteCells('1\t\n\t\n', rows, columns, at).beyond).toBe(0);
  });
});

describe('movedCell', () => {
  it('stays inside the table', () => {
    expect(movedCell('ArrowUp', { row: 0, column: 3 }, 5, 8)).toEqual({ row: 0, column: 3 });
    expect(movedCell('End', { row: 2, column: 3 }, 5, 8)).toEqual({ row: 2, column: 7 });
    expect(movedCell('PageDown', { row: 1, column: 0 }, 5, 8)).toEqual({ row: 4, column: 0 });
    expect(movedCell('a', { row: 0, column: 0 }, 5, 8)).toBeNull();
  });
});

describe('oneRepPerTerritory', () => {
  it('gives waiting reps the empty territories first, and makes the rest', () => {
    const wide = {
      ...scenario,
      territories: [
        ...scenario.territories,
        territory({ id: 'east', name: 'East', parentId: 'west' }),
        territory({ id: 'isle', name: 'Isle', parentId: 'west' }),
      ],
    };
    const waiting = { ...plan, reps: [plan.reps[0]!, { ...plan.reps[1]!, territoryId: null }] };
    let made = 0;
    const reps = oneRepPerTerritory(waiting, wide, () => `new-${++made}`);
    expect(reps.map((rep) => [rep.id, rep.territoryId])).toEqual([
      ['r2', 'south'],
      ['new-1', 'east'],
      ['new-2', 'isle'],
    ]);
    expect(reps[1]).toMatchObject({ role: 'AE', baseSalaryCents: 10_000_000, name: 'East rep' });
  });

  it('has nothing to do where every territory has one', () => {
    expect(oneRepPerTerritory(plan, scenario, () => 'x')).toEqual([]);
  });
});

describe('sums', () => {
  const settings = quotaSettingsSchema.parse({ targetCents: 100_000_000 });
  const basis = [
    { repId: 'r1', potential: 1 },
    { repId: 'r2', potential: 2 },
  ];

  it('are exact, or the reason is named', () => {
    expect(quotaCheck(quotasOf(settings, basis)).isExact).toBe(true);
    const over = quotaCheck(
      quotasOf(
        settings,
        basis.map((rep) => ({ ...rep, pinCents: 90_000_000 })),
      ),
    );
    expect(over).toMatchObject({ isExact: false, gapCents: 75_000_000 });
    expect(over.reason).toContain('Pinned');
    expect(quotaCheck(quotasOf(settings, [])).reason).toContain('territory');
  });

  it('stand under the columns', () => {
    const totals = repTotals(rows);
    expect(totals.text('base', format)).toBe('200,000');
    expect(totals.text('name', format)).toBe('2 reps');
    expect(totals.text('index', format)).toBe('');
  });
});
