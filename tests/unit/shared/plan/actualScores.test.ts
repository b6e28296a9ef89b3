import { describe, expect, it } from 'vitest';
import { compPlanSchema } from '../../../../shared/model/compPlan';
import type { PlanDocument } from '../../../../shared/model/planDocument';
import type { PayResult } from '../../../../shared/model/payResult';
import { repSchema } from '../../../../shared/model/rep';
import { comparePay } from '../../../../shared/plan/comparePay';
import { explainActual } from '../../../../shared/plan/evaluateActuals';
import { evaluatePlan } from '../../../../shared/plan/evaluatePlan';
import { smallPlan } from './planFixture';

const seller = compPlanSchema.parse({
  id: 'seller',
  name: 'Seller',
  components: [
    { kind: 'flat', id: 'new', name: 'New business', targetShareRatio: 1, rate: { kind: 'base' } },
    {
      kind: 'rankBonus',
      id: 'top',
      name: 'Top seller',
      measure: 'new',
      prizesCents: [1000_00, 500_00],
    },
  ],
});
/** Twice the base rate above quota. */
const steeper = compPlanSchema.parse({
  id: 'steeper',
  name: 'Steeper',
  components: [
    {
      kind: 'tiers',
      id: 'sales',
      name: 'New business',
      targetShareRatio: 1,
      tiers: [
        { from: 0, to: 1, rate: 1 },
        { from: 1, to: null, rate: 2 },
      ],
    },
  ],
});
const leader = compPlanSchema.parse({
  id: 'leader',
  name: 'Leader',
  components: [
    {
      kind: 'flat',
      id: 'team',
      name: 'New business',
      targetShareRatio: 1,
      crediting: 'collective',
      rate: { kind: 'base' },
    },
  ],
});
const person = (id: string, fields: object) =>
  repSchema.parse({
    id,
    name: id,
    role: 'AE',
    baseSalaryCents: 50_000_00,
    targetIncentiveCents: 10_000_00,
    ...fields,
  });

/** Two sellers with quotas of 100,000 and 200,000, and their manager; 2027 is the plan's year. */
function plan(payResults: PayResult[], fields: Partial<PlanDocument> = {}): PlanDocument {
  return {
    ...smallPlan(),
    reps: [
      person('a', { compPlanId: 'seller', managerId: 'm', quotaPinCents: 100_000_00 }),
      person('b', { compPlanId: 'seller', managerId: 'm', quotaPinCents: 200_000_00 }),
      person('m', { compPlanId: 'leader', targetIncentiveCents: 30_000_00 }),
    ],
    compPlans: [seller, steeper, leader],
    payResults,
    ...fields,
  };
}
const result = (repId: string, credited: number, period = '2027', component = 'new'): PayResult => ({
  repId,
  component,
  period,
  credited,
});
const actualsOf = (document: PlanDocument) => evaluatePlan(document, 's1').actuals;
const paid = (document: PlanDocument) =>
  Object.fromEntries([...actualsOf(document).reps].map(([id, { payoutCents }]) => [id, payoutCents]));

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
