import { describe, expect, it } from 'vitest';
import { sizeTeam, type SizingFacts } from '../../../../../renderer/features/sizing/sizeTeam';
import { sizingStore } from '../../../../../renderer/features/sizing/sizingStore';

/** 2027 has 261 weekdays; less 35 days off, at 8 hours of which half sell: 904 hours a rep. */
const inputs = sizingStore.getState();
const facts: SizingFacts = {
  accounts: 3,
  present: 1,
  hours: Float64Array.of(904, 904, 452),
  sales: Float64Array.of(900_000, 1_800_000, 300_000),
  year: 2027,
  startMonth: 1,
};

describe('sizeTeam', () => {
  it('takes the hours of the accounts through a rep’s selling hours', () => {
    const sizes = sizeTeam(facts, inputs);
    expect(sizes.rep).toMatchObject({ workingDays: 226, sellingHours: 904 });
    expect(sizes.workload).toEqual({ exact: 2.5, reps: 3 });
    // One rep is there; a hire that ramps over half the year brings less than a whole one.
    expect(sizes.presentHours).toBeCloseTo(904, 9);
    expect(sizes.hires).toBe(2);
    // Half of a half-year's ramp is lost: about three quarters of 904 hours.
    expect(sizes.hireHours).toBeGreaterThan(670);
    expect(sizes.hireHours).toBeLessThan(690);
    expect(sizeTeam(facts, { ...inputs, hireMonth: 12 }).hires).toBeGreaterThan(10);
  });

  it('divides sales by productivity, with an allowance for turnover', () => {
    expect(sizeTeam(facts, inputs).breakdown).toEqual({ exact: 3, reps: 3 });
    expect(sizeTeam(facts, { ...inputs, salesTarget: 10e6, productivity: 250_000 }).breakdown.reps).toBe(40);
  });

  it('adds reps while they earn more than they cost', () => {
    // The second rep adds 900,000 · 0.3 = 270,000 against 250,000; the third half a rep's 300,000 · 0.3.
    const { best, curve, response } = sizeTeam(facts, inputs);
    expect(response).toBe('coverage');
    expect(best!.reps).toBe(2);
    expect(curve[2]!.addedProfit).toBeCloseTo(0.3 * 300_000 - 250_000, 6);
  });

  it('falls back on visits and elasticity where the plan has no measures', () => {
    const bare = { ...facts, accounts: 904, hours: null, sales: null, present: 4 };
    const sizes = sizeTeam(bare, { ...inputs, visitsPerYear: 10, hoursPerVisit: 0.5, salesTarget: 4e6 });
    expect(sizes.workload.reps).toBe(5);
    expect(sizes.response).toBe('elasticity');
    expect(sizes.curve.find(({ reps }) => reps === 4)!.sales).toBeCloseTo(4e6, 3);
  });
});
