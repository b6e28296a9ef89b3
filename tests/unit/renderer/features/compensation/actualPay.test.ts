import { describe, expect, it } from 'vitest';
import { actualPays, actualSteps } from '../../../../../renderer/features/compensation/actualPay';
import { statementLines } from '../../../../../renderer/features/compensation/StatementTable';
import { createPlanFormat } from '../../../../../renderer/ui/planFormat';
import { payoutSteps } from '../../../../../shared/comp/payTypes';
import { compPlanSchema } from '../../../../../shared/model/compPlan';
import type { PlanDocument } from '../../../../../shared/model/planDocument';
import { repSchema } from '../../../../../shared/model/rep';
import { DEFAULT_SETTINGS } from '../../../../../shared/model/settings';
import { evaluateActuals } from '../../../../../shared/plan/evaluateActuals';
import { emptyPlan } from '../../../../../shared/plan/emptyPlan';
import type { RepPay } from '../../../../../shared/plan/evaluatePay';

const plan = compPlanSchema.parse({
  id: 'ae',
  name: 'AE plan',
  components: [
    {
      kind: 'flat',
      id: 'b',
      name: 'Bookings',
      targetShareRatio: 1,
      timing: { measuredOver: 'quarter', paidEvery: 'quarter' },
      rate: { kind: 'share', ratio: 0.1 },
    },
    {
      kind: 'objectives',
      id: 'm',
      name: 'Margin',
      measure: 'gross margin',
      measureUnit: 'ratio',
      objectives: [{ id: 'o', name: 'O', weightRatio: 1 }],
    },
  ],
});
const ana = repSchema.parse({
  id: 'r1',
  name: 'Ana Silva',
  role: 'AE',
  compPlanId: 'ae',
  baseSalaryCents: 10_000_000,
  targetIncentiveCents: 10_000_000,
});
describe('actualPays', () => {
  const document: PlanDocument = {
    ...emptyPlan('p', 's', 'P', 2026),
    payResults: [
      { repId: 'r1', component: 'b', period: '2027-Q1', credited: 10_000_000 },
      { repId: 'r1', component: 'b', period: '2027-Q2', credited: 20_000_000, quota: 10_000_000 },
    ],
    payAdjustments: [
      {
        kind: 'correction',
        id: 'c',
        repId: 'r1',
        period: '2027-Q1',
        componentId: null,
        author: 'Kim',
        reason: 'Late deal',
        at: '2027-05-01T00:00:00.000Z',
        amountCents: -5_000,
      },
    ],
  };
  const pays: RepPay[] = [
    {
      rep: ana,
      compPlan: plan,
      territoryIndex: null,
      potential: 0,
      quotaCents: 40_000_000,
      isPinned: false,
      bookingsCents: 0,
      attainmentRatio: null,
      team: null,
      payout: null,
      payoutCents: 0,
    },
  ];

  it('pays each quarter, with the correction on top, to the cent', () => {
    const [pay] = actualPays(evaluateActuals(document, pays), plan, pays);
    expect(pay!.periods.map((period) => period.payoutCents)).toEqual([1_000_000, 2_000_000]);
    expect(pay!.periods[1]!.components[0]!.attainmentRatio).toBe(2);
    expect(pay!.actuals).toMatchObject({ correctionCents: -5_000, payoutCents: 2_995_000 });
    expect(pay!.problems).toEqual([]);
    expect(new Set(actualSteps(pay!, '2027-Q2').map((step) => step.step))).toEqual(new Set(payoutSteps));
  });

  it('prints each period, its components, the correction with its author, and the total', () => {
    const [pay] = actualPays(evaluateActuals(document, pays), plan, pays);
    const format = createPlanFormat(DEFAULT_SETTINGS, 'en-US');
    const lines = statementLines(plan, pay!, format);
    expect(lines.at(-1)!.cells).toEqual(['Total paid', '', '', '', '$29,950.00']);
    expect(lines.find((line) => line.cells[0].startsWith('Correction'))!.cells[0]).toContain(
      'Late deal (Kim)',
    );
  });
});
