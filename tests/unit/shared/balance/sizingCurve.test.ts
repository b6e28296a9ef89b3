import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coverageResponse,
  elasticResponse,
  headcountCurve,
  squareRootResponse,
} from '../../../../shared/balance/sizingCurve';

describe('cost and sales against head count', () => {
  it('is greatest at 25 reps for sales of 1,000,000√x at 100,000 each', () => {
    const { points, best } = headcountCurve(
      squareRootResponse(1_000_000),
      { costPerRep: 100_000, marginRatio: 1 },
      { from: 0, to: 60 },
    );
    expect(points).toHaveLength(61);
    expect(best).toMatchObject({ reps: 25, sales: 5_000_000, cost: 2_500_000, profit: 2_500_000 });
    const worthIt = points.filter((point) => point.addedProfit > 0).map((point) => point.reps);
    expect(worthIt.at(-1)).toBe(25);
  });

  it('carries the sales of the team as it is to other sizes', () => {
    const response = elasticResponse({ reps: 10, sales: 1000 }, 0.5);
    expect(response(10)).toBe(1000);
    expect(response(40)).toBeCloseTo(2000, 9);
    expect(response(0)).toBe(0);
    expect(elasticResponse({ reps: 0, sales: 1000 }, 0.5)(4)).toBe(0);
  });

  it('covers the accounts worth most an hour first', () => {
    const sales = Float64Array.from([100, 300, 90, 0, 50]);
    const hours = Float64Array.from([10, 10, 3, 5, 0]);
    const response = coverageResponse(sales, hours, 13);
    expect(response(0)).toBe(50);
    expect(response(1)).toBe(50 + 300 + 90);
    expect(response(1.5)).toBe(50 + 300 + 90 + 65);
    expect(response(2)).toBe(540);
    expect(response(99)).toBe(540);
  });

  it('adds less with every rep, and never more than all there is', () => {
    const account = fc.record({
      sales: fc.integer({ min: 0, max: 1000 }),
      hours: fc.integer({ min: 0, max: 50 }),
    });
    fc.assert(
      fc.property(
        fc.array(account, { maxLength: 30 }),
        fc.integer({ min: 1, max: 80 }),
        (accounts, hoursPerRep) => {
          const response = coverageResponse(
            Float64Array.from(accounts, ({ sales }) => sales),
            Float64Array.from(accounts, ({ hours }) => hours),
            hoursPerRep,
          );
          const { points } = headcountCurve(response, { costPerRep: 1, marginRatio: 1 }, { from: 1, to: 30 });
          for (let at = 1; at < points.length; at++) {
            expect(points[at]!.addedSales).toBeLessThanOrEqual(points[at - 1]!.addedSales + 1e-6);
          }
          const all = accounts.reduce((sum, { sales }) => sum + sales, 0);
          expect(points.at(-1)!.sales).toBeLessThanOrEqual(all + 1e-6);
        },
      ),
    );
  });
});
