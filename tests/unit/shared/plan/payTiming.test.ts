import { describe, expect, it } from 'vitest';
import { compPlanSchema } from '../../../../shared/model/compPlan';
import type { PayResult } from '../../../../shared/model/payResult';
import type { PlanDocument } from '../../../../shared/model/planDocument';
import { YearPricer } from '../../../../shared/comp/priceYear';
import { teamCost } from '../../../../shared/comp/teamCost';
import { repSchema } from '../../../../shared/model/rep';
import { evaluatePlan } from '../../../../shared/plan/evaluatePlan';
import { pastAttainments } from '../../../../shared/plan/pastAttainments';
import { simulatedTeam } from '../../../../shared/plan/simulatedRep';
import { smallPlan } from './planFixture';

const seller = compPlanSchema.parse({
  id: 'seller',
  name: 'Seller',
  components: [
    { kind: 'flat', id: 'new', name: 'New business', targetShareRatio: 1, rate: { kind: 'base' } },
  ],
});
const person = (id: string, quotaPinCents: number) =>
  repSchema.parse({
    id,
    name: id,
    role: 'AE',
    baseSalaryCents: 50_000_00,
    targetIncentiveCents: 10_000_00,
    compPlanId: 'seller',
    quotaPinCents,
  });

/** Two sellers with quotas of 100,000 and 200,000; 2027 is the plan's year. */
function plan(payResults: PayResult[], fields: Partial<PlanDocument> = {}): PlanDocument {
  return {
    ...smallPlan(),
    reps: [person('a', 100_000_00), person('b', 200_000_00)],
    compPlans: [seller],
    payResults,
    ...fields,
  };
}
const result = (repId: string, credited: number, period = '2027'): PayResult => ({
  repId,
  component: 'new',
  period,
  credited,
});
const actualsOf = (document: PlanDocument) => evaluatePlan(document, 's1').actuals;
const paid = (document: PlanDocument) =>
  Object.fromEntries([...actualsOf(document).reps].map(([id, { payoutCents }]) => [id, payoutCents]));

describe('base salaries', () => {
  it('cost the part of the year that a rep is employed, leave included', () => {
    const [a, b] = plan([]).reps;
    const reps = [
      { ...a!, endDate: '2027-06-30' },
      { ...b!, leaves: [{ from: '2027-03-01', to: '2027-03-31' }] },
    ];
    const { pay } = evaluatePlan(plan([], { reps }), 's1');
    // 181 of 365 days of 50,000, and 50,000.
    expect(pay.budget.baseSalaryCents).toBe(24_794_52 + 50_000_00);
    const { payoutCents, bookingsCents, baseSalaryCents } = pay.budget;
    expect(pay.budget.ccosShare).toBe((baseSalaryCents + payoutCents) / bookingsCents);
    const cost = teamCost(
      simulatedTeam(pay.reps).map((rep) => ({ ...rep, attainmentRatio: rep.expectedRatio ?? 1 })),
    );
    expect(cost.baseCents).toBe(baseSalaryCents);
  });
});

describe('the periods that results are paid for', () => {
  it('count the months that others have results of and a rep has not as nothing credited', () => {
    const months = Array.from({ length: 12 }, (_, at) => `2027-${String(at + 1).padStart(2, '0')}`);
    const others = months.map((month) => result('b', 10_000_00, month));
    const attainment = (month: string, credited: number) => {
      const document = plan([...others, result('a', credited, month)]);
      const { periods } = actualsOf(document).reps.get('a')!.years[0]!.payout;
      expect(periods).toHaveLength(12);
      return periods[11]!.components[0]!.attainmentRatio;
    };
    // Against the 100,000 of the year, not the 8,333 of the one month.
    expect(attainment('2027-12', 12_100_00)).toBeCloseTo(0.121, 9);
    expect(attainment('2027-01', 54_900_00)).toBeCloseTo(0.549, 9);
    const document = plan([...others, result('a', 50_000_00, '2027-01')]);
    const { actuals, pay } = evaluatePlan(document, 's1');
    expect(pastAttainments(actuals, pay.reps)[0]).toBeCloseTo(0.5, 9);
  });

  it('hold the whole year’s target where attainment is of the whole, whichever months have results', () => {
    const whole = compPlanSchema.parse({
      ...seller,
      components: [{ ...seller.components[0]!, timing: { paidEvery: 'month', attainmentOf: 'whole' } }],
    });
    const months = [result('b', 1_00, '2027-12'), result('a', 25_000_00, '2027-12')];
    // 25% of 10,000.
    expect(paid(plan(months, { compPlans: [whole] }))).toMatchObject({ a: 2_500_00 });
  });

  it('pay draws and guarantees in months without results, and to who has none at all', () => {
    const drawing = (fields: object) =>
      compPlanSchema.parse({
        ...seller,
        components: [{ ...seller.components[0]!, timing: { measuredOver: 'month', paidEvery: 'month' } }],
        ...fields,
      });
    const months = [1, 2, 3, 4].map((month) => result('b', 0, `2027-0${month}`));
    const document = (fields: object, rep: object = {}) => {
      const made = plan(months, { compPlans: [drawing(fields)] });
      return { ...made, reps: made.reps.map((each) => (each.id === 'a' ? { ...each, ...rep } : each)) };
    };
    const draw = { kind: 'nonRecoverable', amountCents: 100_00 };
    expect(paid(document({ draw }))).toMatchObject({ a: 400_00, b: 400_00 });
    expect(paid(document({ draw }, { startDate: '2027-03-01' }))).toMatchObject({ a: 200_00 });
    expect(paid(document({ draw }, { endDate: '2027-01-31' }))).toMatchObject({ a: 100_00 });
    expect(paid(document({ draw }, { leaves: [{ from: '2027-02-01', to: '2027-03-31' }] }))).toMatchObject({
      a: 200_00,
    });
    // 60% of 10,000 a year for the first two months of service: 2 × 500.
    const guarantee = { ofTargetRatio: 0.6, months: 2 };
    expect(paid(document({ guarantee }, { startDate: '2027-02-01' }))).toMatchObject({ a: 1_000_00 });
  });

  const yearOf = (rows: PayResult[], rep: object, compPlan = seller) => {
    const made = plan(rows, { compPlans: [compPlan] });
    const reps = made.reps.map((each) => (each.id === 'a' ? { ...each, ...rep } : each));
    return paid({ ...made, reps })['a'];
  };
  /** The whole year's result by months of March to December, by quarters, or in one row. */
  const grains = (credited: number) => [
    Array.from({ length: 10 }, (_, at) =>
      result('a', credited / 10, `2027-${String(at + 3).padStart(2, '0')}`),
    ),
    [result('a', credited * 0.1, '2027-Q1'), result('a', credited * 0.9, '2027-Q4')],
    [result('a', credited)],
  ];

  it('pay for a year that began in March by the days of each period: active days / days, of quota and target', () => {
    const steep = compPlanSchema.parse({
      ...seller,
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
    });
    // By months 9 17/31 of 12: target 7,956.99, quota 79,569.89. 90,000: 7,956.99 + 2 × (90,000 − 79,569.89) / 10.
    // By quarters 3 17/90 of 4: target 7,972.22, quota 79,722.22; by the year 292 of 365 days: 8,000 on 80,000.
    const pays = grains(90_000_00).map((rows) => yearOf(rows, { startDate: '2027-03-15' }, steep));
    expect(pays).toEqual([10_043_01, 10_027_78, 10_000_00]);
    // Guaranteed 10% of 10,000 for the first three months, which the year's row holds as well as the months'.
    const guaranteed = compPlanSchema.parse({ ...seller, guarantee: { ofTargetRatio: 0.1, months: 3 } });
    expect(yearOf([result('a', 0)], { startDate: '2027-03-15' }, guaranteed)).toBe(250_00);
  });

  it('cap the total at a share of target that leaves out the months before the hire and after the leaving', () => {
    const capped = compPlanSchema.parse({ ...seller, caps: { totalOfTargetRatio: 0.5 } });
    // 50% of 10,000 × 9 17/31 / 12, 3 17/90 / 4 or 292 / 365.
    const pays = grains(100_000_00).map((rows) => yearOf(rows, { startDate: '2027-03-15' }, capped));
    expect(pays).toEqual([3_978_49, 3_986_11, 4_000_00]);
    expect(yearOf([result('a', 90_000_00, '2027-01')], { endDate: '2027-06-30' }, capped)).toBe(2_500_00);
  });

  it('hold only the active part of later months where attainment is of the whole', () => {
    const whole = compPlanSchema.parse({
      ...seller,
      components: [{ ...seller.components[0]!, timing: { paidEvery: 'month', attainmentOf: 'whole' } }],
    });
    // Half a year: target 5,000 on a quota of 50,000; a tenth of it is in.
    expect(yearOf([result('a', 5_000_00, '2027-01')], { endDate: '2027-06-30' }, whole)).toBe(500_00);
  });
});

describe('the expected year of who is there for a part of it', () => {
  const expected = (rep: object, attainmentRatio = 1, compPlan = seller) => {
    const made = plan([], { compPlans: [compPlan] });
    const [scenario] = made.scenarios;
    return evaluatePlan(
      {
        ...made,
        scenarios: [{ ...scenario!, attainment: { kind: 'uniform', attainmentRatio } }],
        reps: [{ ...made.reps[0]!, targetIncentiveCents: 96_000_00, ...rep }],
      },
      's1',
    ).pay;
  };
  const cases = [
    // 61 of 365 days.
    { rep: { startDate: '2027-11-01' }, cents: 16_043_84, bookings: 16_712_33 },
    { rep: { endDate: '2026-06-30' }, cents: 0, bookings: 0 },
    { rep: { startDate: '2028-01-01' }, cents: 0, bookings: 0 },
    // 181 days away.
    {
      rep: { leaves: [{ from: '2027-01-01', to: '2027-06-30' }] },
      cents: 48_394_52,
      bookings: 50_410_96,
    },
    // Ramp is on the quota alone, by month of service: half of two twelfths of the year, and of 61 days none.
    { rep: { startDate: '2027-01-01', rampRatios: [0.5, 0.5] }, cents: 96_000_00, bookings: 91_666_67 },
    { rep: { startDate: '2027-11-01', rampRatios: [0.5, 0.5] }, cents: 16_043_84, bookings: 8_356_16 },
  ];

  it('has that part of quota and target, in pay, bookings and budget', () => {
    for (const { rep, cents, bookings } of cases) {
      const { reps, budget } = expected(rep);
      expect(reps[0]).toMatchObject({ payoutCents: cents, bookingsCents: bookings });
      expect(budget).toMatchObject({ payoutCents: cents, bookingsCents: bookings });
      // Ten points over on what is left of the quota, not on all of it.
      expect(expected(rep, 1.1).reps[0]!.payoutCents).toBeCloseTo(cents * 1.1, -1);
    }
  });

  it('is priced over and over as it is paid once', () => {
    const steps = compPlanSchema.parse({
      ...seller,
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
      caps: { totalOfTargetRatio: 1.5 },
    });
    for (const { rep } of cases) {
      for (const attainment of [0.5, 1, 1.2, 2]) {
        const [pay] = expected(rep, attainment, steps).reps;
        const [simulated] = simulatedTeam([pay!]);
        const pricer = new YearPricer(steps);
        pricer.setRep(simulated!);
        // Bookings are whole cents.
        expect(Math.abs(pricer.payCents(attainment) - pay!.payoutCents)).toBeLessThanOrEqual(2);
        const bookings = simulated!.quotaCents * attainment;
        expect(Math.abs(bookings - pay!.bookingsCents)).toBeLessThanOrEqual(1);
      }
    }
  });

  it('simulates draws that are never owed back, and guarantees, as they are paid', () => {
    const simulatedPay = (fields: object, rep: object, attainment: number) => {
      const compPlan = compPlanSchema.parse({ ...seller, ...fields });
      const [pay] = expected(rep, attainment, compPlan).reps;
      const pricer = new YearPricer(compPlan);
      pricer.setRep(simulatedTeam([pay!])[0]!);
      return [pricer.payCents(attainment), pay!.payoutCents];
    };
    const draw = { kind: 'nonRecoverable', amountCents: 4_000_00 };
    expect(simulatedPay({ draw }, {}, 0.25)).toEqual([48_000_00, 48_000_00]);
    expect(simulatedPay({ draw }, {}, 1)).toEqual([96_000_00, 96_000_00]);
    // November and December alone.
    expect(simulatedPay({ draw }, { startDate: '2027-11-01' }, 0.25)).toEqual([8_000_00, 8_000_00]);
    expect(simulatedPay({ draw }, { endDate: '2026-06-30' }, 0.25)).toEqual([0, 0]);
    // Half of 8,000 a month for the first three months of service.
    const guarantee = { ofTargetRatio: 0.5, months: 3 };
    expect(simulatedPay({ guarantee }, { startDate: '2027-03-01' }, 0)).toEqual([12_000_00, 12_000_00]);
    // What is recovered evens out over the years.
    expect(simulatedPay({ draw: { ...draw, kind: 'recoverable' } }, {}, 0.25)[0]).toBe(24_000_00);
  });
});
