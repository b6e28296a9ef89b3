import { describe, expect, it } from 'vitest';
import { compPlanSchema, type CompPlan } from '../../../../shared/model/compPlan';
import type { PlanDocument } from '../../../../shared/model/planDocument';
import { comparePay } from '../../../../shared/plan/comparePay';
import { explainActual } from '../../../../shared/plan/evaluateActuals';
import { evaluatePlan } from '../../../../shared/plan/evaluatePlan';
import { pastAttainments } from '../../../../shared/plan/pastAttainments';
import { paidOn } from '../../../../shared/plan/payInputs';
import { actualsOf, leader, paid, plan, result, seller, steeper } from './actualsFixture';

describe('pay on results', () => {
  it('pays sellers on their own and their manager on the sum of theirs', () => {
    // a: 150% of 10,000; b: 50%. Together 250,000 of 300,000: 83.33% of 30,000.
    expect(paid(plan([result('a', 150_000_00), result('b', 100_000_00)]))).toEqual({
      a: 15_000_00,
      b: 5_000_00,
      m: 25_000_00,
    });
  });

  it('gives prizes by attainment among those on the same plan; those who tie share', () => {
    const ranked = (a: number, b: number) =>
      plan([
        result('a', 100_000_00),
        result('b', 200_000_00),
        result('a', a, '2027', 'top'),
        result('b', b, '2027', 'top'),
      ]);
    expect(paid(ranked(90, 160))).toMatchObject({ a: 11_000_00, b: 10_500_00 });
    expect(paid(ranked(80, 160))).toMatchObject({ a: 10_750_00, b: 10_750_00 });
  });

  it('by month adds up to the year, with attainment to date in each period', () => {
    const months = [1, 2, 3].map((month) => result('a', 10_000_00, `2027-0${month}`));
    const [year] = actualsOf(plan(months)).reps.get('a')!.years;
    expect(year!.payout.periods.map(({ period }) => period)).toEqual(['2027-01', '2027-02', '2027-03']);
    const last = year!.payout.periods[2]!.components[0]!;
    expect(last.attainmentRatio).toBeCloseTo(30_000 / 25_000, 5);
    expect(explainActual(year!).some(({ step }) => step === 'rate')).toBe(true);
  });

  it('prices each deal by itself where the plan is per transaction, and caps it', () => {
    const tiers = {
      kind: 'tiers',
      id: 'new',
      name: 'New business',
      basis: 'amount',
      rateOf: 'share',
      processing: 'perTransaction',
      tiers: [
        { from: 0, to: 1000_00, rate: 0.05 },
        { from: 1000_00, to: null, rate: 0.1 },
      ],
    };
    const perDeal = compPlanSchema.parse({ id: 'seller', name: 'Seller', components: [tiers] });
    const capped = compPlanSchema.parse({ ...perDeal, caps: { dealCents: 90_00 } });
    const sold = [
      { ...result('a', 2300_00, '2027-01'), deals: [800_00, 1500_00] },
      { ...result('a', 800_00, '2027-02'), deals: [800_00] },
    ];
    const pays = (compPlan: CompPlan) => paid(plan(sold, { compPlans: [compPlan, leader] }))['a'];
    // 800 pay 40; 1,500 pay 50 + 50 = 100, or 90 under the cap; 800 pay 40 again.
    expect(pays(perDeal)).toBe(180_00);
    expect(pays(capped)).toBe(170_00);
    // The same credit in one sum: 3,100 pay 50 + 210.
    const accumulated = {
      ...perDeal,
      components: [{ ...perDeal.components[0]!, processing: 'accumulated' }],
    };
    expect(pays(compPlanSchema.parse(accumulated))).toBe(260_00);
  });

  it('of an earlier year bring their own quota, and are a year of their own', () => {
    const document = plan([
      { ...result('a', 60_000_00, '2026'), quota: 50_000_00 },
      result('a', 100_000_00, '2027'),
    ]);
    const { years, payoutCents } = actualsOf(document).reps.get('a')!;
    expect(years.map(({ fiscalYear, payout }) => [fiscalYear, payout.payoutCents])).toEqual([
      [2026, 12_000_00],
      [2027, 10_000_00],
    ]);
    expect(payoutCents).toBe(22_000_00);
  });

  it('are corrected on top, and disputed without a change', () => {
    const note = {
      repId: 'a',
      period: '2027',
      componentId: null,
      author: 'Ann',
      reason: 'Late deal',
      at: '2027-02-03T00:00:00Z',
    };
    const document = plan([result('a', 100_000_00)], {
      payAdjustments: [
        { kind: 'correction', id: 'c', amountCents: -250_50, ...note },
        { kind: 'dispute', id: 'd', resolution: null, ...note },
      ],
    });
    expect(actualsOf(document).reps.get('a')).toMatchObject({
      computedCents: 10_000_00,
      correctionCents: -250_50,
      payoutCents: 9_749_50,
      adjustments: [{ id: 'c' }, { id: 'd' }],
    });
  });

  it('that can’t be used are problems, and without any nobody is paid', () => {
    const { reps } = actualsOf(plan([result('a', 1, '2027', 'renewals')]));
    expect(reps.get('a')!.years[0]!.problems).toEqual(['The plan "Seller" has no component "renewals".']);
    expect(paid(plan([]))).toEqual({ a: 0, b: 0, m: 0 });
  });

  it('are attainments to draw a simulation from, of those who sell themselves', () => {
    const document = plan([
      { ...result('a', 60_000_00, '2026'), quota: 50_000_00 },
      ...[result('a', 40_000_00, '2027-01'), result('a', 50_000_00, '2027-12')],
      result('b', 100_000_00, '2027'),
    ]);
    const { actuals, pay } = evaluatePlan(document, 's1');
    const found = pastAttainments(actuals, pay.reps);
    expect(found).toHaveLength(3);
    expect(found[0]).toBeCloseTo(1.2, 9);
    expect(found[1]).toBeCloseTo(0.9, 9);
    expect(found[2]).toBeCloseTo(0.5, 9);
  });

  it('compare two plans on last year’s results, components matched by name', () => {
    const document = plan([result('a', 150_000_00), result('b', 100_000_00)]);
    const { pay } = evaluatePlan(document, 's1');
    const { rows, winners, losers, neutral } = comparePay(document, pay.reps.slice(0, 2), seller, steeper);
    expect(rows.map(({ oldCents, newCents, wholeAtRatio }) => [oldCents, newCents, wholeAtRatio])).toEqual([
      [15_000_00, 20_000_00, 1.25],
      [5_000_00, 5_000_00, 0.5],
    ]);
    expect([winners, losers, neutral]).toEqual([1, 0, 1]);
  });
});

describe('the expected year', () => {
  const payOf = (document: PlanDocument, previous?: ReturnType<typeof evaluatePlan>) =>
    evaluatePlan(document, 's1', { previous: previous ?? null });
  const at = (attainmentRatio: number): PlanDocument => {
    const document = plan([]);
    const [scenario] = document.scenarios;
    return { ...document, scenarios: [{ ...scenario!, attainment: { kind: 'uniform', attainmentRatio } }] };
  };

  it('holds a manager who is paid on a team to the quota of the team', () => {
    const evaluation = payOf(at(0.8));
    const manager = evaluation.pay.reps.find(({ rep }) => rep.id === 'm')!;
    expect(paidOn(manager)).toEqual({ quotaCents: 300_000_00, attainmentRatio: 0.8 });
    expect(manager.payoutCents).toBe(24_000_00);
    // The team's quotas and bookings are counted once.
    expect(evaluation.pay.budget.bookingsCents).toBe(240_000_00);
    expect(evaluation.pay.budget.atQuotaShare).toBe(0);
  });

  it('prices a manager anew when the team sells more', () => {
    const before = payOf(at(0.8));
    const after = payOf(at(1.1), before);
    expect(after.pay.reps.find(({ rep }) => rep.id === 'm')!.payoutCents).toBe(33_000_00);
  });

  it('compares a manager’s plans on the whole team’s results, and lists the manager alone', () => {
    const document = plan([result('a', 150_000_00), result('b', 100_000_00)]);
    const { pay } = evaluatePlan(document, 's1');
    const { rows } = comparePay(document, pay.reps, leader, leader, {
      isCompared: ({ rep }) => rep.id === 'm',
    });
    expect(rows).toMatchObject([{ repId: 'm', oldCents: 25_000_00, newCents: 25_000_00 }]);
  });
});
