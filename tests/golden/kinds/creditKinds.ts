import { convertCredits, overlayCredits, quotaCredit, splitByShares } from '../../../shared/comp/credit';
import type { ComponentFacts } from '../../../shared/comp/payTypes';
import type { GoldenKind } from '../goldenCase';
import { amount, cents, pay, payOne, planOf, toTheCent, type ComponentSketch } from '../payCase';

const flat = (ratio: number): ComponentSketch => ({ kind: 'flat', rate: { kind: 'share', ratio } });
const credit = (value: number): ComponentFacts => ({ credited: cents(value), quota: null });

/** A deal's credit and its commission, both shared so that the parts add up. */
const split: GoldenKind = (plan, inputs) => {
  const shares = plan.numbers('shares');
  const booked = inputs.number('amount');
  const commission = payOne(flat(plan.number('rate')), 0, credit(booked));
  const payouts = splitByShares(cents(commission), shares).map(amount);
  return {
    credits: splitByShares(cents(booked), shares).map(amount),
    payouts,
    payout: toTheCent(payouts.reduce((sum, each) => sum + each, 0)),
  };
};

interface TeamRep {
  quota: number | null;
  sales: number;
}

/** A manager's override as a component that credits a team. */
function overridePay(component: ComponentSketch, reps: TeamRep[]): number {
  const team = reps.map((rep) => ({
    credited: cents(rep.sales),
    quota: rep.quota === null ? null : cents(rep.quota),
  }));
  return payOne(component, 0, { credited: 0, quota: null, team });
}

export const creditKinds: Record<string, GoldenKind> = {
  split,
  split_uneven_cents: split,
  split_sdr: (plan, inputs) => {
    const [sdrCredit, aeCredit] = splitByShares(cents(inputs.number('amount')), [
      plan.number('sdrShare'),
      plan.number('aeShare'),
    ]);
    const sdrPlan = planOf([
      {
        kind: 'flat',
        measure: 'meetings',
        measureUnit: 'count',
        rate: { kind: 'perUnit', cents: cents(plan.number('sdrPerMeeting', 0)) },
      },
      flat(plan.number('sdrRate', 0)),
    ]);
    const sdr = pay(sdrPlan, 0, [
      {
        facts: [
          { credited: inputs.number('meetings', 0), quota: null },
          { credited: sdrCredit!, quota: null },
        ],
      },
    ]).total;
    const ae = payOne(flat(plan.number('aeRate')), 0, { credited: aeCredit!, quota: null });
    return { sdr, ae, payout: toTheCent(sdr + ae) };
  },
  overlay_credit: (plan, inputs) => {
    const credits = overlayCredits(cents(inputs.number('amount')), plan.record<number>('credits'));
    return {
      ...Object.fromEntries(Object.entries(credits.creditsCents).map(([role, each]) => [role, amount(each)])),
      totalCredit: amount(credits.totalCents),
      creditRatio: credits.creditRatio,
    };
  },
  attainment_multiplier: (plan, inputs) => {
    const credits = quotaCredit(
      inputs.list<[number, number]>('deals').map(([value, creditRatio]) => ({
        amountCents: cents(value),
        creditRatio,
      })),
    );
    const quota = plan.numberOrNull('quota') ?? inputs.numberOrNull('quota');
    return {
      quotaCredit: amount(credits.creditCents),
      bookings: amount(credits.bookingsCents),
      attainment: quota === null ? null : amount(credits.creditCents) / quota,
    };
  },
  override: (plan, inputs) => {
    const component = { ...flat(plan.number('rate')), crediting: 'eachRep' as const };
    const reps = inputs.numbers('teamSales').map((sales) => ({ quota: null, sales }));
    return {
      perRep: reps.map((rep) => overridePay(component, [rep])),
      payout: overridePay(component, reps),
    };
  },
  override_collective_vs_individual: (plan, inputs) => {
    const component: ComponentSketch = {
      kind: 'tiers',
      rateOf: 'share',
      tiers: [
        { from: 0, to: 1, rate: plan.number('rate') },
        { from: 1, to: null, rate: plan.number('overRate') },
      ],
    };
    const reps = inputs.list<TeamRep>('reps');
    return {
      collective: overridePay({ ...component, crediting: 'collective' }, reps),
      individual: overridePay({ ...component, crediting: 'eachRep' }, reps),
    };
  },
  currency: (plan, inputs) => {
    const deals = inputs.names().find((name) => name.startsWith('deals')) ?? 'deals';
    const amounts = inputs.numbers(deals).map(cents);
    const rates = inputs.fields('rates');
    const quota = cents(plan.number('quota', 0));
    const component: ComponentSketch = {
      kind: 'tiers',
      baseRateRatio: plan.number(['bcr', 'rate']),
      tiers: [{ from: 0, to: null, rate: 1 }],
      basis: 'amount',
    };
    const paid = (credits: number[]) => {
      const credited = credits.reduce((sum, each) => sum + each, 0);
      return { credit: toTheCent(amount(credited)), payout: payOne(component, 0, { credited, quota }) };
    };
    const locked = paid(convertCredits(amounts, rates.number('locked', NaN)));
    const period = paid(convertCredits(amounts, rates.numbers('period')));
    return {
      lockedCredit: locked.credit,
      lockedPayout: locked.payout,
      periodCredit: period.credit,
      periodPayout: period.payout,
    };
  },
};
