import { describe, expect, it } from 'vitest';
import { isDeferring, laterPayDate, paymentsOf, standingOf } from '../../../../shared/comp/payments';
import { payoutOfRep } from '../../../../shared/comp/payout';
import type { ComponentFacts, PayPeriodInputs } from '../../../../shared/comp/payTypes';
import { compPlanSchema, type CompPlanDraft } from '../../../../shared/model/compPlan';

type Component = CompPlanDraft['components'][number];

const accelerated: Component = {
  kind: 'tiers',
  id: 'c',
  name: 'C',
  targetShareRatio: 1,
  tiers: [
    { from: 0, to: 1, rate: 1 },
    { from: 1, to: null, rate: 2 },
  ],
};

const planOf = (component: Partial<Component>, rest: Partial<CompPlanDraft> = {}) =>
  compPlanSchema.parse({
    id: 'p',
    name: 'P',
    components: [{ ...accelerated, ...component }],
    ...rest,
  });

/** Months of the year, quota 100.00 each, on a target of 10.00 a month. */
function months(
  credited: number[],
  more: (i: number) => Partial<PayPeriodInputs> = () => ({}),
): PayPeriodInputs[] {
  return credited.map((value, i) => ({
    period: `m${i + 1}`,
    startMonth: i,
    months: 1,
    components: { c: { credited: value * 100, quota: 100_00 } satisfies ComponentFacts },
    ...more(i),
  }));
}

const pay = (plan: ReturnType<typeof planOf>, periods: PayPeriodInputs[]) =>
  payoutOfRep(plan, { targetIncentiveCents: 120_00, periods }, null);
const dues = (plan: ReturnType<typeof planOf>, periods: PayPeriodInputs[]) =>
  pay(plan, periods).periods.map((period) => period.payoutCents / 100);

describe('pay periods', () => {
  it('that stand alone pay their accelerators at once', () => {
    const plan = planOf({ timing: { measuredOver: 'month', paidEvery: 'month' } });
    expect(dues(plan, months([200, 0, 50]))).toEqual([30, 0, 5]);
  });

  it('to date take back what the year so far no longer earns, or carry it', () => {
    const back = planOf({ timing: { measuredOver: 'year', paidEvery: 'month', negativeDue: 'payBack' } });
    expect(dues(back, months([200, 0, 100]))).toEqual([30, -10, 10]);
    const carry = planOf({ timing: { measuredOver: 'year', paidEvery: 'month', negativeDue: 'carry' } });
    expect(dues(carry, months([200, 0, 100]))).toEqual([30, 0, 0]);
  });

  it('against the whole year hold accelerators back until quota is passed', () => {
    const plan = planOf({ timing: { measuredOver: 'year', paidEvery: 'month', attainmentOf: 'whole' } });
    const facts = months([600, 600, 100]);
    facts[0] = {
      ...facts[0]!,
      components: { c: { credited: 600_00, quota: 100_00, windowQuota: 1200_00 } },
    };
    expect(dues(plan, facts)).toEqual([60, 60, 20]);
  });

  it('of a quarter measured but paid monthly begin anew with the quarter', () => {
    const plan = planOf({ timing: { measuredOver: 'quarter', paidEvery: 'month', negativeDue: 'payBack' } });
    expect(dues(plan, months([200, 100, 0, 200]))).toEqual([30, 10, -10, 30]);
  });

  it('wait for the pay date, and for the last one given', () => {
    const plan = planOf({ timing: { measuredOver: 'year', paidEvery: 'quarter' } });
    expect(dues(plan, months([100, 100, 100, 100]))).toEqual([0, 0, 30, 10]);
  });

  it('that are partly active have that part of the target', () => {
    const plan = planOf({ timing: { measuredOver: 'month', paidEvery: 'month' } });
    expect(
      dues(
        plan,
        months([100, 100], (i) => ({ activeRatio: i === 0 ? 0.5 : 1 })),
      ),
    ).toEqual([5, 10]);
  });

  it('keep the total within the year’s cap', () => {
    const plan = planOf(
      { timing: { measuredOver: 'month', paidEvery: 'month' } },
      { caps: { totalCents: 35_00 } },
    );
    expect(dues(plan, months([200, 50, 300]))).toEqual([30, 5, 0]);
  });

  it('draw for new hires only while their months last, after the guarantee', () => {
    const plan = planOf(
      { timing: { measuredOver: 'month', paidEvery: 'month' } },
      {
        draw: { kind: 'recoverable', amountCents: 12_00, months: 2, isNewHiresOnly: true },
        guarantee: { ofTargetRatio: 0.5, months: 1 },
      },
    );
    const hired = months([0, 100, 150, 150], (i) => ({ monthOfService: i + 1 }));
    const paid = pay(plan, hired).periods;
    expect(paid.map((period) => period.payoutCents / 100)).toEqual([12, 12, 11, 20]);
    expect(paid.map((period) => period.drawBalanceCents / 100)).toEqual([7, 9, 0, 0]);
    expect(dues(plan, months([0, 100]))).toEqual([0, 10]);
  });

  it('take back commissions of cancelled deals by the term not served', () => {
    const plan = planOf(
      { timing: { measuredOver: 'month', paidEvery: 'month' } },
      { clawback: { kind: 'prorated', termMonths: 12 } },
    );
    const facts = months([100], () => ({ clawbacks: [{ commissionCents: 8_00, monthsServed: 9 }] }));
    expect(pay(plan, facts).periods[0]).toMatchObject({ clawbackCents: -2_00, payoutCents: 8_00 });
  });

  it('pay nothing without facts or quota, and say that attainment is none', () => {
    const plan = planOf({});
    const none = pay(plan, [{ period: '2026', startMonth: 0, months: 12, components: {} }]);
    expect(none.periods[0]!.components[0]).toMatchObject({
      payoutCents: 0,
      attainmentRatio: null,
      quota: null,
    });
    const noQuota = pay(plan, [
      { period: '2026', startMonth: 0, months: 12, components: { c: { credited: 5_00, quota: null } } },
    ]);
    expect(noQuota.payoutCents).toBe(0);
  });
});

describe('credits of a team', () => {
  const team = [
    { credited: 150_00, quota: 100_00 },
    { credited: 30_00, quota: 300_00 },
  ];
  const year = (facts: ComponentFacts): PayPeriodInputs[] => [
    { period: '2026', startMonth: 0, months: 12, components: { c: facts } },
  ];
  const paidFor = (crediting: 'collective' | 'eachRep' | 'meanAttainment') =>
    pay(planOf({ crediting }), year({ credited: 0, quota: null, team })).payoutCents / 100;

  it('count together, one by one, or by mean attainment', () => {
    // 180 / 400 = 45% of 120.
    expect(paidFor('collective')).toBe(54);
    // Half of the target each: 60 × (1 + 2 × 0.5) + 60 × 0.1.
    expect(paidFor('eachRep')).toBe(126);
    // (150% + 10%) / 2 = 80%.
    expect(paidFor('meanAttainment')).toBe(96);
  });
});

describe('deal caps', () => {
  it('hold what each deal adds, multiplier included', () => {
    const plan = planOf(
      {},
      {
        caps: { dealCents: 40_00 },
        conditions: [
          {
            kind: 'multiplier',
            id: 'm',
            subject: { kind: 'measure', measure: 'x' },
            bands: [{ from: null, to: null, factor: 2 }],
          },
        ],
      },
    );
    const facts = { credited: 1000_00, quota: 800_00, deals: [100_00, 700_00, 200_00] };
    const paid = pay(plan, [
      { period: '2026', startMonth: 0, months: 12, components: { c: facts }, measures: { x: 1 } },
    ]);
    // Base rate 15%, doubled: 30 + min(40, 210) + min(40, 120).
    expect(paid.payoutCents).toBe(110_00);
  });
});

describe('payments', () => {
  const held: Partial<Component> = {
    timing: { measuredOver: 'month', paidEvery: 'month' },
    holdbackRatio: 0.2,
    instalments: 2,
  };
  const paid = (credited: number[], rest: Partial<CompPlanDraft> = {}) => {
    const compPlan = planOf(held, rest);
    const named = months(credited, (i) => ({ period: `2026-${String(i + 10)}` }));
    return paymentsOf([{ compPlan, payout: pay(compPlan, named) }]);
  };

  it('hold back a share and spread the rest over instalments, which come due after the last period too', () => {
    const plain = { isLater: false };
    expect(paid([100, 50, 100])).toEqual([
      { ...plain, period: '2026-10', earnedCents: 10_00, paidCents: 4_00, heldCents: 2_00, owedCents: 4_00 },
      { ...plain, period: '2026-11', earnedCents: 5_00, paidCents: 6_00, heldCents: 3_00, owedCents: 2_00 },
      { ...plain, period: '2026-12', earnedCents: 10_00, paidCents: 6_00, heldCents: 5_00, owedCents: 4_00 },
      { period: '2027-01', earnedCents: 0, paidCents: 4_00, heldCents: 5_00, owedCents: 0, isLater: true },
    ]);
  });

  it('stand so that earned = paid + held + owed, corrections paid at once', () => {
    const standing = standingOf(paid([100, 50, 100]), 1_00);
    expect(standing).toEqual({
      earnedCents: 26_00,
      paidCents: 17_00,
      heldCents: 5_00,
      owedCents: 4_00,
      due: [{ period: '2027-01', cents: 4_00 }],
    });
  });

  it('hold back of what the total cap leaves, not of what it takes away', () => {
    const [first] = paid([100, 0], { caps: { totalCents: 5_00 } });
    expect(first).toMatchObject({ earnedCents: 5_00, paidCents: 2_00, heldCents: 1_00, owedCents: 2_00 });
  });

  it('wait for the pay date of a quarter that results have but begun, unless the rep leaves', () => {
    const plan = planOf({ timing: { measuredOver: 'quarter', paidEvery: 'quarter' } });
    const named = months([100, 50, 0, 70], (i) => ({ period: `2026-0${i + 1}`, startMonth: i }));
    const payout = pay(plan, named);
    const [, , march, april] = payout.periods;
    expect(march!.components[0]!.periodsToPayDate).toBeUndefined();
    expect(april!.components[0]!.periodsToPayDate).toBe(2);
    const payments = paymentsOf([{ compPlan: plan, payout }]);
    expect(payments.map(({ period }) => period).slice(2)).toEqual(['2026-03', '2026-04', '2026-06']);
    expect(payments[3]).toMatchObject({ paidCents: 0, owedCents: april!.payoutCents });
    expect(payments[4]).toMatchObject({ paidCents: april!.payoutCents, owedCents: 0, isLater: true });
    expect(laterPayDate('2026-04', april!.components[0]!)).toBe('2026-06');
    const leaving = payoutOfRep(
      plan,
      { targetIncentiveCents: 120_00, periods: named, isLeaving: true },
      null,
    );
    expect(isDeferring(paymentsOf([{ compPlan: plan, payout: leaving }]))).toBe(false);
  });

  it('that wait are left out of the draw and the guarantee until they are paid, and no cap takes them twice', () => {
    const timing = { measuredOver: 'quarter', paidEvery: 'quarter' } as const;
    const plan = planOf(
      { timing },
      { draw: { kind: 'recoverable', amountCents: 12_00 }, caps: { totalCents: 40_00 } },
    );
    const hired = (list: number[]) =>
      months(list, (i) => ({ period: `2026-0${i + 1}`, startMonth: i, monthOfService: i + 1 }));
    const list = [100, 50, 100, 400];
    const whole = pay(plan, hired([...list, 0, 0])).periods;
    // Month by month, what is paid is what the quarter as a whole leads to.
    for (let count = 1; count <= list.length; count++) {
      const payout = pay(plan, hired(list.slice(0, count)));
      const last = payout.periods.at(-1)!;
      expect(last.payoutCents - (last.waitingCents ?? 0)).toBe(whole[count - 1]!.payoutCents);
      const paid = paymentsOf([{ compPlan: plan, payout }]);
      expect(paid[count - 1]!.paidCents).toBe(whole[count - 1]!.payoutCents);
    }
    const april = pay(plan, hired(list)).periods.at(-1)!;
    // The year's cap of 40 leaves 15 beside the 25 of the first quarter.
    expect(april).toMatchObject({
      sumCents: 70_00,
      totalCapCents: -55_00,
      waitingCents: 15_00,
      drawCents: 12_00,
    });
    const sure = planOf({ timing }, { guarantee: { ofTargetRatio: 1, months: 3 } });
    expect(dues(sure, hired([50]))).toEqual([15]);
  });

  it('are at once where nothing is held or paid in parts', () => {
    const plan = planOf({ timing: { measuredOver: 'month', paidEvery: 'month' } });
    expect(isDeferring(paymentsOf([{ compPlan: plan, payout: pay(plan, months([100, 50])) }]))).toBe(false);
    expect(isDeferring(paid([100]))).toBe(true);
  });
});
