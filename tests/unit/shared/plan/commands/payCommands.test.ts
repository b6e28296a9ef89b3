import { describe, expect, it } from 'vitest';
import { usualRoleMixes } from '../../../../../shared/comp/referenceFigures';
import { readPlanFile, writePlanFile } from '../../../../../shared/io/project/planFile';
import { compPlanSchema } from '../../../../../shared/model/compPlan';
import type { PayAdjustment } from '../../../../../shared/model/payAdjustment';
import type { PayResult } from '../../../../../shared/model/payResult';
import { USUAL_SETUP } from '../../../../../shared/model/simulationSetup';
import { underSetup } from '../../../../../shared/plan/simulationSetup';
import { applyDiff } from '../../../../../shared/plan/applyDiff';
import type { PlanCommand } from '../../../../../shared/plan/command';
import { invertDiff } from '../../../../../shared/plan/planDiff';
import { runCommand } from '../../../../../shared/plan/runCommand';
import { smallPlan } from '../planFixture';

const result = (period: string, credited: number, component = 'bookings'): PayResult => ({
  repId: 'r1',
  component,
  period,
  credited,
});
const dispute: PayAdjustment = {
  kind: 'dispute',
  id: 'd1',
  repId: 'r1',
  period: '2027-Q1',
  componentId: null,
  author: 'Ann',
  reason: 'Deal 14 is missing',
  at: '2027-04-02T09:00:00Z',
  resolution: null,
};

function run(...commands: PlanCommand[]) {
  return commands.reduce((plan, command) => applyDiff(plan, runCommand(plan, command)), smallPlan());
}

describe('the simulated year', () => {
  it('rests on what the plan keeps, is undone, and goes with its file', () => {
    const before = smallPlan();
    const simulation = { ...USUAL_SETUP, luck: 'table' as const, marketSd: 0.2 };
    const diff = runCommand(before, { kind: 'setSimulation', simulation });
    const after = applyDiff(before, diff);
    expect(readPlanFile(writePlanFile(after)).simulation).toEqual(simulation);
    expect(applyDiff(after, invertDiff(diff)).simulation).toBeUndefined();
    expect(() => run({ kind: 'setSimulation', simulation: { ...simulation, table: [] } })).toThrow(
      'a table of at least one row',
    );
    // Attainments of a table are drawn as they are, whatever was expected.
    const rep = {
      repId: 'r1',
      plan: compPlanSchema.parse({ id: 'p', name: 'P', components: [] }),
      targetIncentiveCents: 1,
      baseSalaryCents: 1,
      quotaCents: 1,
      expectedRatio: 0.5,
    };
    const { reps, settings } = underSetup(simulation, [rep], []);
    expect(reps[0]!.expectedRatio).toBe(1);
    expect(settings.model).toMatchObject({ market: { sd: 0.2 }, individual: { kind: 'table' } });
    // Without past results history can't be drawn from.
    expect(underSetup({ ...simulation, luck: 'history' }, [rep], [1]).settings.model.individual.kind).toBe(
      'lognormal',
    );
  });
});

describe('results', () => {
  it('are put in the order of their keys, replaced by key, and taken back exactly', () => {
    const plan = run({ kind: 'putPayResults', results: [result('2027-02', 5), result('2027-01', 7)] });
    expect(plan.payResults).toEqual([result('2027-01', 7), result('2027-02', 5)]);
    const diff = runCommand(plan, {
      kind: 'putPayResults',
      results: [result('2027-02', 6), result('2027-01', 7)],
    });
    expect(diff).toMatchObject({ label: 'put in 2 results', changes: [{ keys: [{ period: '2027-02' }] }] });
    const changed = applyDiff(plan, diff);
    expect(changed.payResults?.map(({ credited }) => credited)).toEqual([7, 6]);
    expect(applyDiff(changed, invertDiff(diff))).toEqual(plan);
    expect(runCommand(plan, { kind: 'putPayResults', results: [result('2027-01', 7)] }).changes).toEqual([]);
    // The same amount of which a deal was cancelled, or split, or an objective scored, is another result.
    const others = [
      { cancelled: [{ credited: 7, month: '2027-02', monthsServed: 1, deal: '' }] },
      { splitAway: 3 },
      { scores: { o: 1 } },
    ].map((rest) => ({ ...result('2027-01', 7), ...rest }));
    for (const other of others) {
      expect(runCommand(plan, { kind: 'putPayResults', results: [other] }).changes).toHaveLength(1);
    }
  });

  it('of a new file can take the place of all others', () => {
    const plan = run(
      { kind: 'putPayResults', results: [result('2027-01', 7), result('2027-02', 5)] },
      { kind: 'putPayResults', results: [{ ...result('2027-03', 9), quota: 4 }], replacesAll: true },
    );
    expect(plan.payResults).toEqual([{ ...result('2027-03', 9), quota: 4 }]);
    const emptied = applyDiff(plan, runCommand(plan, { kind: 'removePayResults', keys: plan.payResults! }));
    expect(emptied).toEqual(smallPlan());
  });

  it('with an impossible period are refused, saying which', () => {
    expect(() => run({ kind: 'putPayResults', results: [result('May', 1)] })).toThrow(
      'The result of r1 for bookings in "May"',
    );
  });
});

describe('disputes and corrections', () => {
  it('are added, settled and removed, each step named', () => {
    const plan = run({ kind: 'putPayAdjustment', adjustment: dispute });
    const resolution = { author: 'Bo', reason: 'Deal 14 added', at: '2027-04-03T09:00:00Z' };
    const settle = runCommand(plan, {
      kind: 'putPayAdjustment',
      adjustment: { ...dispute, resolution },
    });
    expect(settle.label).toBe('settle dispute of Ann Reyes, 2027-Q1');
    expect(applyDiff(plan, settle).payAdjustments).toEqual([{ ...dispute, resolution }]);
    const removal = runCommand(plan, { kind: 'removePayAdjustment', adjustmentId: 'd1' });
    expect(applyDiff(plan, removal)).toEqual(smallPlan());
    expect(applyDiff(applyDiff(plan, removal), invertDiff(removal))).toEqual(plan);
  });

  it('need a rep, a reason and whole cents', () => {
    const put = (fields: object) => () =>
      run({ kind: 'putPayAdjustment', adjustment: { ...dispute, ...fields } as PayAdjustment });
    expect(put({ repId: 'nobody' })).toThrow('no longer in the plan');
    expect(put({ reason: ' ' })).toThrow('needs a reason');
    expect(put({ kind: 'correction', amountCents: 1.5 })).toThrow('whole cents');
    expect(put({ author: '' })).toThrow('an author');
  });
});

describe('roles and reference figures', () => {
  it('are edited whole and can go back to those shipped', () => {
    const roles = [...usualRoleMixes, { name: 'Channel manager', baseShareRatio: 0.7 }];
    const plan = run({ kind: 'setRoles', roles });
    expect(plan.roles).toEqual(roles);
    expect(applyDiff(plan, runCommand(plan, { kind: 'setRoles', roles: null }))).toEqual(smallPlan());
    expect(() => run({ kind: 'setRoles', roles: [{ name: 'AE', baseShareRatio: 1.2 }] })).toThrow('"AE"');
    const figure = { id: 'x', name: 'Own', low: 2, high: 1, unit: 'factor', source: '', date: '' } as const;
    expect(() => run({ kind: 'setReferenceFigures', figures: [figure] })).toThrow('"Own"');
  });
});

describe('a plan file', () => {
  it('keeps results, adjustments, roles and reference figures', () => {
    const plan = run(
      {
        kind: 'putPayResults',
        results: [result('2027-01', 123_456_789), { ...result('2027', 0.1 + 0.2, 'margin'), quota: 1 / 3 }],
      },
      { kind: 'putPayAdjustment', adjustment: dispute },
      { kind: 'setRoles', roles: usualRoleMixes },
      {
        kind: 'setReferenceFigures',
        figures: [{ id: 'own', name: 'Own', low: 1, high: 2, unit: 'ratio', source: 'Us', date: '2026-11' }],
      },
    );
    expect(readPlanFile(writePlanFile(plan))).toEqual(plan);
  });
});
