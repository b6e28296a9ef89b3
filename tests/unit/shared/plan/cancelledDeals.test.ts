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
