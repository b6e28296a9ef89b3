import { describe, expect, it } from 'vitest';
import { FULL_YEAR } from '../../../../../shared/comp/repYear';
import { actualPays, actualSteps } from '../../../../../renderer/features/compensation/actualPay';
import { paymentLines } from '../../../../../renderer/features/compensation/PaymentTable';
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
      pipeline: 0,
      quotaCents: 40_000_000,
      time: FULL_YEAR,
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

  it('shows what is paid by now, held back and owed later, which add up to what was earned', () => {
    const [bookings] = plan.components;
    const held = { ...plan, components: [{ ...bookings!, holdbackRatio: 0.1, instalments: 3 }] };
    const [pay] = actualPays(evaluateActuals(document, pays, { planOf: () => held }), held, pays);
    const format = createPlanFormat(DEFAULT_SETTINGS, 'en-US');
    const totals = statementLines(held, pay!, format).slice(-4);
    expect(totals.map(({ cells }) => [cells[0], cells[4]])).toEqual([
      ['Total earned', '$29,950.00'],
      ['Paid by now', '$11,950.00'],
      ['Held back until it is released', '$3,000.00'],
      ['Owed later', '$15,000.00'],
    ]);
    expect(paymentLines(pay!, format).map(({ cells }) => cells.slice(0, 3))).toEqual([
      ['2027-Q1', '$10,000.00', '$3,000.00'],
      ['2027-Q2', '$20,000.00', '$9,000.00'],
      ['2027-Q3, to come', '', '$9,000.00'],
      ['2027-Q4, to come', '', '$6,000.00'],
      ['Corrections', '−$50.00', '−$50.00'],
      ['By now', '$29,950.00', '$11,950.00'],
    ]);
  });
});
