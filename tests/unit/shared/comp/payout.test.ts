import { describe, expect, it } from 'vitest';
import { inputsAtAttainment } from '../../../../shared/comp/inputsAtAttainment';
import { payoutOfRep } from '../../../../shared/comp/payout';
import { payoutSteps, type PayoutTrace } from '../../../../shared/comp/payTypes';
import type { FigureFormat } from '../../../../shared/comp/phrase';
import { stepText, stepValueText } from '../../../../shared/comp/describe';
import { fieldPlan } from './fieldPlan';

const rep = { targetIncentiveCents: 100_000_00, baseSalaryCents: 100_000_00, quotaCents: 1_070_000_00 };

const format: FigureFormat = {
  money: (cents) => (cents / 100).toFixed(2),
  ratio: (value) => `${(value * 100).toFixed(1)}%`,
  factor: (value) => `× ${String(value)}`,
  number: (value) => String(value),
};

describe('payout of a field plan over a year', () => {
  const inputs = inputsAtAttainment(fieldPlan, rep, 1, '2026');
  const sofia = {
    ...inputs,
    periods: [
      {
        ...inputs.periods[0]!,
        measures: { 'Multi-year share': 0.34 },
        components: {
          bookings: { credited: 1_353_900_00, quota: 1_070_000_00, splitAway: 42_000_00 },
          margin: { credited: 0.9836, quota: 1 },
          objectives: { credited: 1, quota: 1 },
        },
      },
    ],
  };

  it('pays target incentive at target', () => {
    expect(payoutOfRep(fieldPlan, inputs, null).payoutCents).toBe(100_000_00);
  });

  it('keeps every step in the fixed order, with figures that add up', () => {
    const trace: PayoutTrace = { steps: [] };
    const payout = payoutOfRep(fieldPlan, sofia, trace);
    const bookings = trace.steps.filter((step) => step.componentId === 'bookings');
    const plan = trace.steps.filter((step) => step.componentId === null);
    expect([...bookings, ...plan].map((step) => step.step)).toEqual([...payoutSteps]);
    expect(bookings[3]!.value).toEqual({ is: 'money', cents: expect.closeTo(125_718_69.16, 1) as number });
    expect(bookings.map((step) => `${stepValueText(step, format)} · ${stepText(step, format)}`)).toEqual([
      '1395900.00 · Bookings: bookings credited',
      '-42000.00 · Shared with others',
      '126.5% · 1353900.00 / quota 1070000.00',
      '125718.69 · 100.0% + 3 × (126.5% − 100.0%) = 179.6% of 70000.00',
      'none · No gate',
      '12571.87 · Multi-year share 34.0%: × 1.1',
      '0.00 · No cap on one deal',
      '0.00 · No cap on the component',
      '0.00 · To the cent, half away from zero',
    ]);
    expect(payout.periods[0]!.components.map((component) => component.payoutCents)).toEqual([
      138_290_56, 17_950_00, 10_000_00,
    ]);
    expect(payout.payoutCents).toBe(166_240_56);
  });

  it('gives the same cents with and without a trace', () => {
    const trace: PayoutTrace = { steps: [] };
    expect(payoutOfRep(fieldPlan, sofia, trace)).toEqual(payoutOfRep(fieldPlan, sofia, null));
  });

  it('closes the gate on margin and objectives below half of quota', () => {
    const below = inputsAtAttainment(fieldPlan, rep, (id) => (id === 'bookings' ? 0.4999 : 1));
    expect(payoutOfRep(fieldPlan, below, null).payoutCents).toBe(0);
  });

  it('caps all pay at three times target incentive', () => {
    const high = inputsAtAttainment(fieldPlan, rep, 3);
    const paid = payoutOfRep(fieldPlan, high, null).periods[0]!;
    expect(paid.sumCents).toBe(245_000_00 + 30_000_00 + 10_000_00);
    const plan = { ...fieldPlan, caps: { ...fieldPlan.caps, totalOfTargetRatio: 2 } };
    expect(payoutOfRep(plan, high, null).payoutCents).toBe(200_000_00);
  });

  it('trues up to date: twelve months add up to the year', () => {
    const months = Array.from({ length: 12 }, (_, i) => ({
      period: `2026-${String(i + 1).padStart(2, '0')}`,
      startMonth: i,
      months: 1,
      components: {
        bookings: {
          credited: i === 3 ? 9_000_000 : 12_345_67 * (i + 1),
          quota: i === 11 ? 89_166_63 : 89_166_67,
        },
      },
    }));
    const monthly = payoutOfRep(fieldPlan, { ...rep, periods: months }, null);
    const credited = months.reduce((sum, month) => sum + month.components.bookings.credited, 0);
    const annual = payoutOfRep(
      fieldPlan,
      {
        ...rep,
        periods: [
          {
            period: '2026',
            startMonth: 0,
            months: 12,
            components: { bookings: { credited, quota: rep.quotaCents } },
          },
        ],
      },
      null,
    );
    expect(monthly.payoutCents).toBe(annual.payoutCents);
    expect(monthly.periods).toHaveLength(12);
  });
});
