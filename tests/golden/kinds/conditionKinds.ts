import type { PayoutTrace } from '../../../shared/comp/payTypes';
import type { CompPlanDraft } from '../../../shared/model/compPlan';
import type { Fields, GoldenKind } from '../goldenCase';
import { amount, cents, pay, planOf, stepMoney, toTheCent, type ComponentSketch } from '../payCase';
import { tiersOf } from './tierKinds';

type Band = [from: number | null, to: number | null, factor: number];
type Condition = NonNullable<CompPlanDraft['conditions']>[number];

const MEASURE = 'modifier';

/** A multiplier of a case, by the value of a measure. */
function multiplierOf(bands: Band[]): Condition {
  return {
    kind: 'multiplier',
    id: 'multiplier',
    subject: { kind: 'measure', measure: MEASURE },
    bands: bands.map(([from, to, factor]) => ({ from, to, factor })),
  };
}

/** "more than" and "at least" as a case writes them. */
function thresholdOf(gate: Fields): { comparator: 'atLeast' | 'moreThan'; thresholdRatio: number } {
  const strict = ['mustExceed', 'moreThan', 'above', 'exceeds'];
  const name = strict.find((each) => gate.has(each));
  return name === undefined
    ? { comparator: 'atLeast', thresholdRatio: gate.number(['atLeast', 'min', 'minimum', 'threshold']) }
    : { comparator: 'moreThan', thresholdRatio: gate.number(name) };
}

/** The weighted attainment that the gate step names. */
function gateFigure(trace: PayoutTrace): number | null {
  const words = trace.steps.find((step) => step.step === 'gate')?.words[0] ?? [];
  for (const part of words) if (typeof part !== 'string' && part.is === 'ratio') return part.ratio;
  return null;
}

const QUOTA_CENTS = 1e10;

export const conditionKinds: Record<string, GoldenKind> = {
  tiers_times_modifier: (plan, inputs) => {
    const compPlan = planOf([tiersOf(plan, 'marginal')], {
      conditions: [multiplierOf(plan.list<Band>('modifierBands'))],
    });
    const { trace, total } = pay(compPlan, 0, [
      {
        facts: [{ credited: cents(inputs.number('amount')), quota: null }],
        measures: { [MEASURE]: inputs.number('modifierMeasure') },
      },
    ]);
    const base = stepMoney(trace, 'rate');
    return { base: toTheCent(base), payout: total, modifier: base === 0 ? null : total / base };
  },
  multiplier: (plan, inputs) => {
    // A modifier may be the factor itself, or the name of a band of the plan.
    const given = inputs.get('modifier');
    const bands = plan.get('bands');
    const isTable = Array.isArray(bands);
    const factor = typeof given === 'string' ? plan.fields('bands').number(given) : Number(given);
    const multiplier = isTable ? multiplierOf(bands as Band[]) : multiplierOf([[null, null, factor]]);
    const compPlan = planOf([{ kind: 'flat', rate: { kind: 'share', ratio: 1 } }], {
      conditions: [multiplier],
    });
    const { total } = pay(compPlan, 0, [
      {
        facts: [{ credited: cents(inputs.number('payout')), quota: null }],
        measures: { [MEASURE]: isTable ? inputs.number(['measure', 'modifierMeasure', 'modifier']) : 1 },
      },
    ]);
    return { payout: total };
  },
  hurdle_accelerator: (plan, inputs) => {
    const products = Object.entries(plan.record<{ base: number; over: number }>('products'));
    const quota = inputs.fields('quota');
    const sales = inputs.fields('sales');
    const hurdle = plan.fields('hurdle');
    const isStrict = hurdle.has('allProductsAbove') || hurdle.has('allProductsMoreThan');
    const compPlan = planOf(
      products.map(([id, { base, over }]): ComponentSketch => ({
        kind: 'tiers',
        id,
        rateOf: 'share',
        tiers: [
          { from: 0, to: 1, rate: base },
          { from: 1, to: null, rate: over },
        ],
      })),
      {
        conditions: [
          {
            kind: 'linkedAccelerator',
            id: 'hurdle',
            subjects: products.map(([componentId]) => ({ kind: 'attainment', componentId })),
            comparator: isStrict ? 'moreThan' : 'atLeast',
            thresholdRatio: hurdle.number([
              'allProductsAtLeast',
              'allProductsAbove',
              'allProductsMoreThan',
              'atLeast',
            ]),
          },
        ],
      },
    );
    const { payout, total } = pay(compPlan, 0, [
      {
        facts: products.map(([id]) => ({
          credited: cents(sales.number(id)),
          quota: cents(quota.number(id)),
        })),
      },
    ]);
    const parts = payout.periods[0]!.components.map(
      (component) => [component.componentId, amount(component.payoutCents)] as const,
    );
    return { ...Object.fromEntries(parts), payout: total };
  },
  gate_weighted: (plan, inputs) => {
    const weights = plan.numbers('weights');
    const compPlan = planOf(
      weights.map((targetShareRatio): ComponentSketch => ({
        kind: 'flat',
        targetShareRatio,
        rate: { kind: 'base', multiple: 1 },
      })),
      {
        conditions: [
          {
            kind: 'gate',
            id: 'gate',
            subjects: [{ kind: 'weightedAttainment' }],
            ...thresholdOf(plan.fields('gate')),
          },
        ],
      },
    );
    const results = inputs.list<number[]>('attainments').map((attainments) =>
      pay(compPlan, plan.number('targetIncentive'), [
        {
          facts: attainments.map((attainment) => ({
            credited: attainment * QUOTA_CENTS,
            quota: QUOTA_CENTS,
          })),
        },
      ]),
    );
    return {
      weighted: results.map((result) => gateFigure(result.trace)),
      payouts: results.map((result) => result.total),
    };
  },
  gate_annual: (plan, inputs) => {
    const rate = plan.number('rate');
    const sales = inputs.numbers('periodSales');
    const payFor = inputs.number('payFor', sales.length - 1);
    const compPlan = planOf(
      [
        {
          kind: 'flat',
          rate: { kind: 'share', ratio: rate },
          timing: { measuredOver: 'quarter', paidEvery: 'quarter' },
        },
      ],
      {
        conditions: [
          {
            kind: 'multiplier',
            id: 'year',
            subject: { kind: 'yearAttainment', componentId: 'c0' },
            bands: [
              { from: null, to: 1, factor: 1 },
              { from: 1, to: null, factor: plan.number('acceleratedRate') / rate },
            ],
          },
        ],
      },
    );
    const quarterQuota = cents(plan.number('annualQuota')) / 4;
    const { payout } = pay(
      compPlan,
      0,
      Array.from({ length: 4 }, (_, i) => ({
        startMonth: i * 3,
        months: 3,
        facts: [{ credited: cents(sales[i] ?? 0), quota: quarterQuota }],
      })),
    );
    return { payout: amount(payout.periods[payFor]!.payoutCents) };
  },
};
