import { describe, expect, it } from 'vitest';
import { EXPORT_CHOICES, exportFileName } from '../../../../../renderer/features/export/exportChoices';
import { sheetNeedsOf, sheetsOf } from '../../../../../renderer/features/export/workbookSheets';
import { printWorks } from '../../../../../renderer/state/printChoices';
import { exportKinds } from '../../../../../shared/bridge/contract';
import type { PlanDocument } from '../../../../../shared/model/planDocument';
import { buildWorkbook } from '../../../../../shared/io/export/buildWorkbook';
import { clawbackPlan } from '../../../../recalc/clawbackPlan';
import { evaluatePlan } from '../../../../../shared/plan/evaluatePlan';
import { payingPlan, smallPlan } from '../../../shared/plan/planFixture';

const choiceOf = (kind: string) => EXPORT_CHOICES.find((choice) => choice.kind === kind)!;

describe('the choices of the export screen', () => {
  it('offers every kind that the host writes, what goes on paper and the plan file, once', () => {
    expect(EXPORT_CHOICES.map(({ kind }) => kind).sort()).toEqual(
      [...exportKinds, ...printWorks, 'evenland'].sort(),
    );
  });
});

describe('exportFileName', () => {
  it('is a name that every file system takes', () => {
    expect(exportFileName(choiceOf('xlsx'), 'FY27 Field Plan', 'B · Rebalance', false)).toBe(
      'FY27 Field Plan, B · Rebalance.xlsx',
    );
    expect(exportFileName(choiceOf('xlsx'), 'a/b:c*?', '  x  ', true)).toBe('a b c, x, without pay.xlsx');
    expect(exportFileName(choiceOf('xlsx'), '', '', false)).toBe('Plan.xlsx');
  });

  it('says what is in it, and of pay only where there is some', () => {
    expect(exportFileName(choiceOf('salesforce'), 'Plan', 'A', true)).toBe('Plan, A, Salesforce.zip');
    expect(exportFileName(choiceOf('csv'), 'Plan', 'A', true)).toBe('Plan, A, tables, without pay.zip');
  });
});

describe('the sheets that the screen lists', () => {
  const plan = payingPlan();
  const [older] = plan.compPlans;
  const rich: PlanDocument = {
    ...plan,
    compPlans: [older!, { ...older!, id: 'next', version: 2 }],
    payResults: [{ repId: 'r1', component: 'bookings', period: '2027-01', credited: 100 }],
    payAdjustments: [
      {
        kind: 'correction',
        id: 'c',
        repId: 'r1',
        period: '2027-01',
        componentId: null,
        author: 'Dana',
        reason: 'A deal more',
        at: '2026-11-20T10:00:00.000Z',
        amountCents: 1,
      },
    ],
  };
  const { quotaSettings } = rich;
  const seasonal = { ...rich, quotaSettings: { ...quotaSettings, seasonalityRatios: [1, 1, 1, 2] } };
  const withOwnQuotas = {
    ...rich,
    payResults: rich.payResults!.map((result) => ({ ...result, quota: 5_000 })),
  };
  const held = (credited: number): PlanDocument => ({
    ...withOwnQuotas,
    payResults: withOwnQuotas.payResults.map((result) => ({ ...result, credited })),
    compPlans: rich.compPlans.map((each) => ({
      ...each,
      components: each.components.map((component) => ({ ...component, holdbackRatio: 0.2 })),
    })),
  });
  /** A second component beside the one that is measured against the quota. */
  const sideline = {
    ...older!.components[0]!,
    id: 'sideline',
    name: 'Sideline',
    goal: { kind: 'value' as const, value: 100_000 },
  };
  const coarser: PlanDocument = {
    ...rich,
    compPlans: [{ ...older!, components: [...older!.components, sideline] }],
    payResults: [
      { repId: 'r1', component: 'bookings', period: '2027-Q1', credited: 100 },
      { repId: 'r1', component: 'sideline', period: '2027-01', credited: 100 },
    ],
  };
  const valued = {
    ...older!,
    components: older!.components.map((each) => ({ ...each, goal: sideline.goal })),
  };
  const byQuotaLater: PlanDocument = { ...rich, compPlans: [valued, { ...older!, id: 'next', version: 2 }] };
  it.each([
    ['a result of a quarter beside one of a month', coarser, false, 's1'],
    ['a quota in the compared version alone', byQuotaLater, false, 's1'],
    [
      'a quota in neither version',
      { ...byQuotaLater, compPlans: [valued, { ...valued, id: 'next', version: 2 }] },
      false,
      's1',
    ],
    ['a small plan', smallPlan(), false, 's1'],
    ['a small plan, without pay', smallPlan(), true, 's1'],
    ['its second scenario', smallPlan(), false, 's2'],
    ['its second scenario, without pay', smallPlan(), true, 's2'],
    ['results, corrections and versions', rich, false, 's1'],
    ['the same without pay', rich, true, 's2'],
    ['teams, deals and cancelled deals', clawbackPlan(payingPlan()), false, 's1'],
    ['a season', seasonal, false, 's1'],
    ['results with quotas of their own', withOwnQuotas, false, 's1'],
    ['pay held back of results that earn nothing', held(0), false, 's1'],
    ['pay held back', held(9_000), false, 's1'],
  ])('are those of the workbook: %s', (_, base, withoutPay, scenarioId) => {
    const scenarios = [...base.scenarios, { ...base.scenarios[0]!, id: 's2', name: 'B' }];
    const document = { ...base, scenarios };
    const workbook = buildWorkbook(document, { scenarioId, madeOn: '2026-01-01', withoutPay });
    const figures = evaluatePlan(document, scenarioId);
    const listed = sheetsOf(withoutPay, sheetNeedsOf(document, scenarioId, false, figures));
    expect(listed.map(({ name }) => name)).toEqual(workbook.sheets.map((sheet) => sheet.name));
  });
});
