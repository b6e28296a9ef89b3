import { describe, expect, it } from 'vitest';
import { phraseText } from '../../../../shared/comp/phrase';
import { compPlanSchema, type CompPlan } from '../../../../shared/model/compPlan';
import type { PayResult } from '../../../../shared/model/payResult';
import type { PlanDocument } from '../../../../shared/model/planDocument';
import { repSchema } from '../../../../shared/model/rep';
import { explainActual } from '../../../../shared/plan/evaluateActuals';
import { evaluatePlan } from '../../../../shared/plan/evaluatePlan';
import { smallPlan } from './planFixture';

/** A tenth of everything that is credited. */
const seller = compPlanSchema.parse({
  id: 'seller',
  name: 'Seller',
  components: [
    { kind: 'flat', id: 'new', name: 'New business', targetShareRatio: 1, rate: { kind: 'base' } },
  ],
  clawback: { kind: 'prorated', termMonths: 12 },
});
/** Twice the base rate above quota; all of a cancelled deal's pay goes back. */
const steeper = compPlanSchema.parse({
  id: 'seller',
  name: 'Steeper',
  components: [
    {
      kind: 'tiers',
      id: 'new',
      name: 'New business',
      targetShareRatio: 1,
      tiers: [
        { from: 0, to: 1, rate: 1 },
        { from: 1, to: null, rate: 2 },
      ],
    },
  ],
  clawback: { kind: 'share', recoveryRatio: 1, termMonths: null },
});
const person = (id: string) =>
  repSchema.parse({
    id,
    name: id,
    role: 'AE',
    baseSalaryCents: 50_000_00,
    targetIncentiveCents: 10_000_00,
    compPlanId: 'seller',
    quotaPinCents: 100_000_00,
  });
const plan = (payResults: PayResult[], compPlan: CompPlan = seller): PlanDocument => ({
  ...smallPlan(),
  reps: [person('a'), person('b')],
  compPlans: [compPlan],
  payResults,
});
const result = (repId: string, credited: number, period: string): PayResult => ({
  repId,
  component: 'new',
  period,
  credited,
});
const plainFigures = {
  money: (cents: number) => String(cents / 100),
  ratio: String,
  factor: String,
  number: String,
};
const yearsOf = (document: PlanDocument, repId = 'a') =>
  evaluatePlan(document, 's1').actuals.reps.get(repId)!.years;

describe('results of deals that were cancelled', () => {
  const sold = (period: string, credited: number, month: string, monthsServed: number): PayResult => ({
    ...result('a', credited, period),
    deals: [credited],
    cancelled: [{ credited, month, monthsServed, deal: 'Acme' }],
  });

  it('take back the unserved part of what was paid, in the month of the cancellation', () => {
    // 12,000 of 100,000 at a base rate of 10%: 1,200 paid in January, (1 − 3/12) of it goes back in April.
    const document = plan([sold('2027-01', 12_000_00, '2027-04', 3), result('a', 5_000_00, '2027-04')]);
    const [year] = yearsOf(document);
    expect(year!.payout.periods.map(({ clawbackCents }) => clawbackCents)).toEqual([0, 0, 0, -900_00]);
    expect(year!.problems).toEqual([]);
    const words = explainActual(year!).find(({ step, period }) => step === 'trueUp' && period === '2027-04');
    expect(phraseText(words!.words.at(-1)!, plainFigures)).toBe(
      'Acme, cancelled after 3 of 12 months: 1200 × (1 − 3 / 12) = -900',
    );
  });

  it('take back in the next year what was paid in this one, and from who has left', () => {
    const document = plan([sold('2026-11', 12_000_00, '2027-02', 3), result('b', 5_000_00, '2027-03')]);
    const left = {
      ...document,
      reps: document.reps.map((rep) => (rep.id === 'a' ? { ...rep, endDate: '2026-12-31' } : rep)),
    };
    for (const each of [document, left]) {
      const years = yearsOf(each);
      expect(years.map(({ fiscalYear }) => fiscalYear)).toEqual([2026, 2027]);
      const taken = years[1]!.payout.periods.filter(({ clawbackCents }) => clawbackCents !== 0);
      expect(taken).toMatchObject([{ period: '2027-02', clawbackCents: -900_00 }]);
    }
  });

  it('wait for results of the month of the cancellation, and say so', () => {
    const [year] = yearsOf(plan([sold('2027-01', 12_000_00, '2027-09', 8)]));
    expect(year!.payout.payoutCents).toBe(1_200_00);
    expect(year!.problems).toEqual([
      'Acme is cancelled after the last result. Its pay is taken back once results reach that month.',
    ]);
  });

  it('take the part of an accelerated year that the deal has in it', () => {
    // 150,000 on a quota of 100,000 pays 20,000 with twice the rate above; a third of it is the deal's.
    const sale = {
      ...result('a', 150_000_00, '2027'),
      deals: [100_000_00, 50_000_00],
      cancelled: [{ credited: 50_000_00, month: '2027-09', monthsServed: 8, deal: '' }],
    };
    const [year] = yearsOf(plan([sale], steeper));
    expect(year!.payout.payoutCents).toBe(20_000_00 - 6_666_67);
    // Under a total cap of 15,000 the deal was paid a third of that.
    const capped = { ...steeper, caps: { ...steeper.caps, totalCents: 15_000_00 } };
    expect(yearsOf(plan([sale], capped))[0]!.payout.payoutCents).toBe(15_000_00 - 5_000_00);
  });

  it('are taken from what a deal was priced at by itself, where each is', () => {
    const perDeal = compPlanSchema.parse({
      ...steeper,
      components: [{ ...steeper.components[0], processing: 'perTransaction' }],
    });
    // 120,000 on a quota of 100,000: 14,000 by itself, while the smaller one pays a tenth.
    const sale = {
      ...result('a', 130_000_00, '2027'),
      deals: [120_000_00, 10_000_00],
      cancelled: [{ credited: 120_000_00, month: '2027-09', monthsServed: 8, deal: '' }],
    };
    expect(yearsOf(plan([sale], perDeal))[0]!.payout.payoutCents).toBe(1_000_00);
  });
});

describe('deals of a team that were cancelled', () => {
  const lead = (crediting: 'collective' | 'eachRep' | 'meanAttainment', rest: object = {}) =>
    compPlanSchema.parse({
      ...steeper,
      id: 'lead',
      components: [{ ...steeper.components[0], crediting, ...rest }],
    });
  /** A manager of a and b with a target of 10,000; b sold nothing more than half of the quota. */
  const teamPlan = (leads: CompPlan, payResults: PayResult[], more: object = {}): PlanDocument => {
    const sellers = plan(payResults, steeper);
    const manager = { ...person('m'), compPlanId: 'lead', quotaPinCents: 200_000_00 };
    return {
      ...sellers,
      compPlans: [...sellers.compPlans, leads],
      reps: [
        manager,
        { ...sellers.reps[0]!, managerId: 'm', ...more },
        { ...sellers.reps[1]!, managerId: 'm' },
      ],
    };
  };
  const cancelled = (repId: string, credited: number, month = '2027-09') => ({
    ...result(repId, credited, '2027'),
    deals: [credited],
    cancelled: [{ credited, month, monthsServed: 8, deal: 'Acme' }],
  });
  const clawback = (document: PlanDocument) =>
    yearsOf(document, 'm')[0]!.payout.periods.reduce((sum, each) => sum + each.clawbackCents, 0);
  const beforeIt = (document: PlanDocument) =>
    yearsOf(document, 'm')[0]!.payout.periods.reduce((sum, each) => sum + each.sumCents, 0);

  it('take from the manager their part of the team where it is credited as one', () => {
    // 200,000 of 200,000 pays 10,000; a deal of 150,000 is three quarters of it.
    const document = teamPlan(lead('collective'), [
      cancelled('a', 150_000_00),
      result('b', 50_000_00, '2027'),
    ]);
    expect(beforeIt(document)).toBe(10_000_00);
    expect(clawback(document)).toBe(-7_500_00);
  });

  it('take what the manager was paid on that rep, where each rep is priced by themselves', () => {
    // a: 150% at twice the rate above quota pays 5,000 × (1 + 2 × 0.5) = 10,000; b: half of 5,000.
    const document = teamPlan(lead('eachRep'), [cancelled('a', 150_000_00), result('b', 50_000_00, '2027')]);
    expect(beforeIt(document)).toBe(12_500_00);
    expect(clawback(document)).toBe(-10_000_00);
    // The other's deal is in what the other was paid for.
    const others = teamPlan(lead('eachRep'), [result('a', 150_000_00, '2027'), cancelled('b', 50_000_00)]);
    expect(clawback(others)).toBe(-2_500_00);
    // A cap leaves each the share that it leaves the whole.
    const capped = lead('eachRep', { cap: { kind: 'amount', cents: 5_000_00 } });
    const rows = [cancelled('a', 150_000_00), result('b', 50_000_00, '2027')];
    expect(clawback(teamPlan(capped, rows))).toBe(-4_000_00);
  });

  it('take their part of the mean of attainments, in which a small quota weighs as much as a large one', () => {
    // a: 60% of 50,000, b: 20% of 200,000; the mean is 40% and pays 4,000, three quarters of it for a.
    const leads = lead('meanAttainment');
    const rows = [cancelled('a', 30_000_00), result('b', 40_000_00, '2027')];
    const document = teamPlan(leads, rows, { quotaPinCents: 50_000_00 });
    const uneven = {
      ...document,
      reps: document.reps.map((rep) => (rep.id === 'b' ? { ...rep, quotaPinCents: 200_000_00 } : rep)),
    };
    expect(beforeIt(uneven)).toBe(4_000_00);
    expect(clawback(uneven)).toBe(-3_000_00);
  });

  it('go by what was paid in the months of the sale and of the cancellation', () => {
    const monthly = (repId: string, credited: number, month: number) =>
      result(repId, credited, `2027-0${month}`);
    const rows = [
      {
        ...monthly('a', 60_000_00, 1),
        deals: [60_000_00],
        cancelled: [cancelled('a', 60_000_00, '2027-03').cancelled[0]!],
      },
      monthly('a', 60_000_00, 2),
      monthly('b', 20_000_00, 2),
      monthly('b', 10_000_00, 3),
    ];
    for (const [crediting, cents] of [
      // Three months of a quota of 200,000: 150,000 on 50,000, paid by twice the rate above.
      ['collective', Math.round((12_500_00 * 60) / 150)],
      // a: 120,000 on 25,000 of a target of 1,250.
      ['eachRep', Math.round(((1_250_00 + 2 * 4_750_00) * 60) / 120)],
    ] as const) {
      const document = teamPlan(lead(crediting), rows);
      const [year] = yearsOf(document, 'm');
      expect(year!.payout.periods.map((each) => each.clawbackCents)).toEqual([0, 0, -cents]);
    }
  });

  it('price no deal by itself for who is paid on the sum of a team', () => {
    // The team's sum is priced, not its deals: 400,000 of 200,000 pays 30,000, of which the deal is 250 / 400.
    const leads = lead('collective', { processing: 'perTransaction' });
    const document = teamPlan(leads, [cancelled('a', 250_000_00), result('b', 150_000_00, '2027')]);
    expect(beforeIt(document)).toBe(30_000_00);
    expect(clawback(document)).toBe(-18_750_00);
  });
});
