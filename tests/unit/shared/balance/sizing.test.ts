import { describe, expect, it } from 'vitest';
import {
  capacityOf,
  headcountFor,
  repHours,
  sizeByBreakdown,
  sizeByIncrement,
  sizeBySquareRoot,
  sizeByWorkload,
  workloadHours,
} from '../../../../shared/balance/sizing';

describe('team sizing', () => {
  it('counts calls and hours of the classes', () => {
    const classes = [
      { accounts: 500, callsPerYear: 10, hoursPerCall: 1 },
      { accounts: 2000, callsPerYear: 6, hoursPerCall: 1 },
      { accounts: 5500, callsPerYear: 4, hoursPerCall: 1 },
    ];
    expect(workloadHours(classes)).toBe(39_000);
    const { sellingHours } = repHours({ hoursPerWeek: 40, weeksPerYear: 50, sellingShareRatio: 0.5 });
    expect(sizeByWorkload(39_000, sellingHours)).toEqual({ exact: 39, reps: 39 });
    expect(sizeByWorkload(39_001, sellingHours).reps).toBe(40);
    expect(sizeByWorkload(39_000, 0)).toEqual({ exact: null, reps: null });
  });

  it('divides sales by productivity, with an allowance for turnover', () => {
    expect(sizeByBreakdown(10_000_000, 250_000).reps).toBe(40);
    expect(sizeByBreakdown(10_000_000, 250_000, 0.1).reps).toBe(44);
    expect(sizeByBreakdown(10_000_000, 0).reps).toBeNull();
  });

  it('adds reps while one more is worth its cost', () => {
    const sized = sizeByIncrement(
      [
        { reps: 3, incrementalSales: 90_000 },
        { reps: 2, incrementalSales: 200_000 },
        { reps: 4, incrementalSales: 300_000 },
      ],
      { grossMarginRatio: 0.5, commissionRatio: 0.1, fixedCost: 40_000 },
    );
    expect(sized.steps.map((step) => step.netProfit)).toEqual([40_000, -4_000, 80_000]);
    expect(sized.optimalReps).toBe(2);
  });

  it('finds the top of a square-root response', () => {
    expect(sizeBySquareRoot(1_000_000, 100_000)).toEqual({ exact: 25, reps: 25, profit: 2_500_000 });
    const sized = sizeBySquareRoot(500_000, 90_000);
    const profit = (x: number) => 500_000 * Math.sqrt(x) - 90_000 * x;
    expect(sized.profit).toBe(Math.max(...Array.from({ length: 40 }, (_, x) => profit(x))));
  });

  it('adds up capacity and the heads a target needs', () => {
    const team = { quota: 100, ramped: 4, attainmentRatio: 0.5, ramping: 2, rampProductivityRatio: 0.25 };
    expect(capacityOf(team)).toEqual({ ramped: 200, ramping: 50, capacity: 250 });
    expect(headcountFor(1000, 100, 0.8)).toBe(13);
    expect(headcountFor(1000, 100)).toBe(10);
    expect(headcountFor(1000, 0)).toBeNull();
  });
});
