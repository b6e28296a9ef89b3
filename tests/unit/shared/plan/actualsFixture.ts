import { compPlanSchema } from '../../../../shared/model/compPlan';
import type { PayResult } from '../../../../shared/model/payResult';
import type { PlanDocument } from '../../../../shared/model/planDocument';
import { repSchema } from '../../../../shared/model/rep';
import { evaluatePlan } from '../../../../shared/plan/evaluatePlan';
import { smallPlan } from './planFixture';

export const seller = compPlanSchema.parse({
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
export const steeper = compPlanSchema.parse({
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
export const leader = compPlanSchema.parse({
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
export function plan(payResults: PayResult[], fields: Partial<PlanDocument> = {}): PlanDocument {
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
export const result = (repId: string, credited: number, period = '2027', component = 'new'): PayResult => ({
  repId,
  component,
  period,
  credited,
});
export const actualsOf = (document: PlanDocument) => evaluatePlan(document, 's1').actuals;
export const paid = (document: PlanDocument) =>
  Object.fromEntries([...actualsOf(document).reps].map(([id, { payoutCents }]) => [id, payoutCents]));
