import type { ComponentFacts } from '../../../shared/comp/payTypes';
import type { Fields, GoldenKind } from '../goldenCase';
import { amount, cents, pay, payOne, planOf, type ComponentSketch } from '../payCase';

interface GoldenTier {
  from: number | null;
  to: number | null;
  rate?: number;
  multiple?: number;
  amount?: number;
  retroactive?: boolean;
}

type How = 'marginal' | 'retroactive' | 'overageAtHighest';

/** A tier table of a case as a component: edges in cents where they are amounts, else attainment. */
export function tiersOf(plan: Fields, how: How): ComponentSketch {
  const tiers = plan.list<GoldenTier>('tiers');
  const isMultiple = tiers.some((tier) => tier.multiple !== undefined);
  // Without a basis in the case, edges beyond 1,000% can only be amounts.
  const edges = tiers.map((tier) => tier.to ?? tier.from ?? 0);
  const guess = plan.has('quota') && Math.max(...edges) <= 10 ? 'attainment_rates' : 'amount';
  const isAmount = plan.text('basis', guess) === 'amount';
  const edge = (value: number) => (isAmount ? cents(value) : value);
  return {
    kind: 'tiers',
    how,
    basis: isAmount ? 'amount' : 'attainment',
    rateOf: isMultiple ? 'base' : 'share',
    baseRateRatio: plan.numberOrNull('bcr'),
    targetShareRatio: 1,
    tie: plan.text('tie', plan.text('boundary', 'upper')) === 'lower' ? 'lower' : 'upper',
    tiers: tiers.map((tier) => ({
      from: edge(tier.from ?? 0),
      to: tier.to === null ? null : edge(tier.to),
      rate: tier.multiple ?? tier.rate ?? 0,
      isRetroactive: tier.retroactive ?? false,
    })),
  };
}

/** Facts of one amount against the plan's quota, if it has one. */
export function creditOf(plan: Fields, credited: number): ComponentFacts {
  return { credited: cents(credited), quota: plan.has('quota') ? cents(plan.number('quota')) : null };
}

/** Target incentive that a quota and base rate stand for. */
const targetOf = (plan: Fields) =>
  plan.number('targetIncentive', plan.number('quota', 0) * plan.number('bcr', 0));

function tierPay(how: How): GoldenKind {
  return (plan, inputs) => {
    const component = tiersOf(plan, how);
    const payFor = (value: number) => payOne(component, targetOf(plan), creditOf(plan, value));
    if (inputs.has('amounts')) return { payouts: inputs.numbers('amounts').map(payFor) };
    const credited = inputs.has('attainment')
      ? inputs.number('attainment') * plan.number('quota')
      : inputs.number(['amount', 'sales']);
    const payout = payFor(credited);
    // The rate reached is what a component pays on a large multiple of the same volume, so no cent is rounded off.
    const rate =
      credited === 0 ? null : payOne(component, targetOf(plan), creditOf(plan, credited)) / credited;
    return {
      payout,
      effectiveRate: rate,
      rate: how === 'retroactive' ? ratePaid(component, plan, credited) : rate,
    };
  };
}

/** Rate of the tier reached, by way of the share that the trace names. */
function ratePaid(component: ComponentSketch, plan: Fields, credited: number): number | null {
  const { trace } = pay(planOf([component]), targetOf(plan), [{ facts: [creditOf(plan, credited)] }]);
  const words = trace.steps.find((step) => step.step === 'rate')?.words[0] ?? [];
  for (const part of words) {
    if (typeof part === 'string') continue;
    if (part.is === 'ratio') return part.ratio;
    if (part.is === 'factor') return part.factor;
  }
  return null;
}

/** Each transaction alone, and all of them as one component that is rounded once. */
function perTransaction(component: ComponentSketch): GoldenKind {
  return (plan, inputs) => {
    const deals = inputs.numbers('transactions').map(cents);
    const quota = plan.has('quota') ? cents(plan.number('quota')) : null;
    const facts = (list: number[]): ComponentFacts => ({
      credited: list.reduce((sum, deal) => sum + deal, 0),
      quota,
      deals: list,
    });
    return {
      perTransaction: deals.map((deal) => payOne(component, targetOf(plan), facts([deal]))),
      payout: payOne(component, targetOf(plan), facts(deals)),
    };
  };
}

export const tierKinds: Record<string, GoldenKind> = {
  marginal_tiers: tierPay('marginal'),
  retroactive_tiers: tierPay('retroactive'),
  hybrid_retro_then_marginal: tierPay('marginal'),
  overage_at_highest_tier: (plan, inputs, golden) => {
    const table = tiersOf(plan, 'overageAtHighest');
    const marginal = tiersOf(plan, 'marginal');
    if (table.kind !== 'tiers' || marginal.kind !== 'tiers') throw new Error('a tier table makes tiers');
    // The table begins at quota: below it the base rate holds.
    const from = marginal.tiers[0]!.from;
    if (from > 0) {
      const baseRate = marginal.rateOf === 'base' ? 1 : plan.number('bcr', 0);
      marginal.tiers = [{ from: 0, to: from, rate: baseRate }, ...marginal.tiers];
    }
    const payFor = (component: ComponentSketch) => (value: number) =>
      payOne(component, targetOf(plan), creditOf(plan, value));
    if (Array.isArray(golden.inputs.amounts)) {
      const list = inputs.numbers('amounts');
      return { payouts: list.map(payFor(table)), marginalPayouts: list.map(payFor(marginal)) };
    }
    const credited = inputs.number('amount');
    return { payout: payFor(table)(credited), marginalPayout: payFor(marginal)(credited) };
  },
  per_transaction_tiers: (plan, inputs, golden) => {
    const how = plan.text('mode', 'marginal') === 'retroactive' ? 'retroactive' : 'marginal';
    const component = tiersOf(plan, how);
    if (component.kind !== 'tiers') throw new Error('a tier table makes tiers');
    return perTransaction({ ...component, processing: 'perTransaction' })(plan, inputs, golden);
  },
  interpolated_amount_tiers: (plan, inputs, golden) =>
    perTransaction({
      kind: 'amountTiers',
      processing: 'perTransaction',
      tiers: plan.list<GoldenTier>('tiers').map((tier) => ({
        from: cents(tier.from ?? 0),
        to: cents(tier.to ?? 0),
        amountCents: cents(tier.amount ?? 0),
      })),
    })(plan, inputs, golden),
  cumulative_marginal: (plan, inputs) => {
    const component: ComponentSketch = {
      ...tiersOf(plan, 'marginal'),
      timing: {
        measuredOver: 'year',
        paidEvery: 'month',
        attainmentOf: 'whole',
        negativeDue: plan.text('negativePolicy', 'payBack') === 'carry' ? 'carry' : 'payBack',
      },
    };
    const quota = plan.has('quota') ? { windowQuota: cents(plan.number('quota')) } : {};
    const { payout } = pay(
      planOf([component]),
      targetOf(plan),
      inputs
        .numbers('periodAmounts')
        .map((credited) => ({ facts: [{ credited: cents(credited), quota: null, ...quota }] })),
    );
    const months = payout.periods.map((period) => period.components[0]!);
    return {
      ytdEarned: months.map((month) => amount(month.earnedToDateCents)),
      due: months.map((month) => amount(month.payoutCents)),
      carry: months.map((month) => amount(month.carryCents)),
      payout: amount(payout.payoutCents),
    };
  },
};
