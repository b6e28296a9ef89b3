import type { CompPlan } from '../../shared/model/compPlan';
import { compPlanSchema } from '../../shared/model/compPlan';
import type { PayResult } from '../../shared/model/payResult';
import type { PlanDocument } from '../../shared/model/planDocument';
import { repSchema } from '../../shared/model/rep';
import { seededRandom } from '../e2e/steps/seededRandom';

const DEALS_A_MONTH = 3;
const component = (id: string, name: string, targetShareRatio: number) => ({
  id,
  name,
  measure: 'Bookings',
  targetShareRatio,
});
const points = [
  { x: 0.4, payRatio: 0.2 },
  { x: 1, payRatio: 1 },
  { x: 1.5, payRatio: 2.2 },
];
const tiers = [
  { from: 0, to: 0.05, rate: 1 },
  { from: 0.05, to: 0.2, rate: 1.4 },
  { from: 0.2, to: null, rate: 2 },
];
const growth = {
  kind: 'multiplier',
  id: 'growth',
  name: 'Growth',
  subject: { kind: 'attainment', componentId: 'bookings' },
  appliesTo: ['bookings'],
  bands: [
    { from: null, to: 0.8, factor: 0.9 },
    { from: 0.8, to: null, factor: 1.15 },
  ],
};

/** Deals priced one by one, with no cap on a deal and with one; and deals that add up, with a cap on each. */
function dealPlans(): CompPlan[] {
  const quarters = { measuredOver: 'quarter', paidEvery: 'month' };
  const alone = {
    kind: 'tiers',
    ...component('bookings', 'Bookings', 1),
    processing: 'perTransaction',
    tiers,
  };
  const together = { kind: 'tiers', ...component('bookings', 'Bookings', 0.8), timing: quarters, tiers };
  return [
    compPlanSchema.parse({ id: 'alone', name: 'Deal by deal', components: [{ ...alone, timing: quarters }] }),
    compPlanSchema.parse({
      id: 'alone-capped',
      name: 'Deal by deal, capped',
      components: [alone],
      conditions: [growth],
      caps: { dealCents: 120_000 },
    }),
    compPlanSchema.parse({
      id: 'together-capped',
      name: 'Deals capped',
      components: [together],
      conditions: [growth],
      caps: { dealCents: 150_000 },
    }),
  ];
}

/** Managers paid on their team's sum, on the mean of its attainments, and by each report alone. */
function managerPlans(): CompPlan[] {
  const monthly = { measuredOver: 'quarter', paidEvery: 'month' };
  return ['collective', 'meanAttainment', 'eachRep'].map((crediting) =>
    compPlanSchema.parse({
      id: crediting,
      name: `Manager, ${crediting}`,
      components: [
        { kind: 'curve', ...component('bookings', 'Bookings', 0.6), crediting, points, timing: monthly },
        { kind: 'tiers', ...component('team', 'Team tiers', 0.4), crediting, tiers },
      ],
    }),
  );
}

/**
 * The plan with four months of results deal by deal, each rep on one of three plans that price deals, and a manager over
 * every third of them.
 */
export function partsPlan(plan: PlanDocument): PlanDocument {
  const random = seededRandom(5);
  const deals = dealPlans();
  const managers = managerPlans();
  const reps = plan.reps.map((rep, at) => ({
    ...rep,
    compPlanId: deals[at % deals.length]!.id,
    managerId: `manager-${at % managers.length}`,
    territoryId: rep.territoryId,
  }));
  const { fiscalYear } = plan.settings;
  const payResults = reps.flatMap(({ id }, at): PayResult[] =>
    Array.from({ length: 4 }, (_, month): PayResult => {
      const own = Array.from({ length: DEALS_A_MONTH }, () => Math.round(random() * 4_000_000));
      const result = {
        repId: id,
        component: 'bookings',
        period: `${fiscalYear}-0${month + 1}`,
        credited: own.reduce((sum, cents) => sum + cents, 0),
      };
      // One whose results came without their deals.
      return at === 4 ? result : { ...result, deals: own };
    }),
  );
  const above = managers.map((each, at) =>
    repSchema.parse({
      id: `manager-${at}`,
      name: `Manager ${at + 1}`,
      role: 'Manager',
      compPlanId: each.id,
      baseSalaryCents: 12_000_000,
      targetIncentiveCents: 8_000_000,
    }),
  );
  return {
    ...plan,
    compPlans: [...deals, ...managers],
    reps: [...reps, ...above],
    payResults,
    payAdjustments: [],
  };
}
