import { describe, expect, it } from 'vitest';
import { compPlanSchema } from '../../../../shared/model/compPlan';
import { comparePay } from '../../../../shared/plan/comparePay';
import { explainActual } from '../../../../shared/plan/evaluateActuals';
import { evaluatePlan } from '../../../../shared/plan/evaluatePlan';
import { actualsOf, leader, paid, plan, result, seller } from './actualsFixture';

describe('results of contests and objectives', () => {
  it('ranks the reps of a SPIF contest as it does those of a rank bonus', () => {
    const contest = compPlanSchema.parse({
      ...seller,
      components: [
        seller.components[0],
        {
          kind: 'spif',
          id: 'top',
          name: 'Spring contest',
          measureUnit: 'count',
          award: { kind: 'contest', prizesCents: [1000_00, 500_00] },
        },
      ],
    });
    const results = [result('a', 9, '2027', 'top'), result('b', 7, '2027', 'top')];
    const document = plan(results, { compPlans: [contest, leader] });
    expect(paid(document)).toMatchObject({ a: 1000_00, b: 500_00 });
  });

  it('score each objective by its weight, and a new window begins without a score', () => {
    const scored = compPlanSchema.parse({
      id: 'seller',
      name: 'Seller',
      components: [
        {
          kind: 'objectives',
          id: 'new',
          name: 'Objectives',
          measureUnit: 'ratio',
          targetShareRatio: 1,
          goal: { kind: 'value', value: 1 },
          timing: { measuredOver: 'quarter', paidEvery: 'quarter', negativeDue: 'carry' },
          objectives: [
            { id: 'o1', name: 'Playbook', weightRatio: 0.6 },
            { id: 'o2', name: 'Hires', weightRatio: 0.4 },
          ],
        },
      ],
    });
    const document = plan([{ ...result('a', 0.74, '2027-Q1'), scores: { o1: 0.9, o2: 0.5 } }], {
      compPlans: [scored, leader],
    });
    const [year] = actualsOf(document).reps.get('a')!.years;
    // A quarter of 10,000 × (60% × 90% + 40% × 50%).
    expect(year!.payout.payoutCents).toBe(1_850_00);
    const rate = explainActual(year!).find(({ step }) => step === 'rate');
    expect(rate!.words.slice(0, 2).map((line) => line[0])).toEqual(['Playbook', 'Hires']);
    // Under a plan that calls them otherwise, they are found by name.
    const renamed = {
      ...scored,
      id: 'other',
      components: scored.components.map((each) =>
        each.kind === 'objectives'
          ? { ...each, objectives: each.objectives.map((one, at) => ({ ...one, id: `p${at}` })) }
          : each,
      ),
    };
    const { pay } = evaluatePlan(document, 's1');
    const { rows } = comparePay(document, pay.reps.slice(0, 1), scored, renamed);
    expect(rows.map(({ oldCents, newCents }) => [oldCents, newCents])).toEqual([[1_850_00, 1_850_00]]);
  });
});
