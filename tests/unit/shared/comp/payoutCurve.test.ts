import { describe, expect, it } from 'vitest';
import { payoutCurve, payoutTable, planPoints } from '../../../../shared/comp/payoutCurve';
import { fieldPlan } from './fieldPlan';

const rep = { targetIncentiveCents: 100_000_00, baseSalaryCents: 100_000_00, quotaCents: 1_050_000_00 };
const [bookings] = fieldPlan.components;

describe('payout table of bookings, margin and objectives at target', () => {
  const table = payoutTable(fieldPlan, bookings!, rep);

  it('pays by attainment', () => {
    expect(table.map((row) => row.componentCents / 100)).toEqual([
      0, 17_500, 49_000, 70_000, 112_000, 175_000, 245_000,
    ]);
    expect(table.map((row) => row.incentiveCents / 100)).toEqual([
      0, 47_500, 79_000, 100_000, 142_000, 205_000, 275_000,
    ]);
    expect(table.map((row) => row.totalPayCents / 100)).toEqual([
      100_000, 147_500, 179_000, 200_000, 242_000, 305_000, 375_000,
    ]);
  });

  it('gives the rate on the next dollar', () => {
    expect(table.map((row) => row.nextRateRatio)).toEqual(
      [0, 0.1, 0.1, 0.2, 0.2, 2 / 15, 0].map((rate) => expect.closeTo(rate, 3) as number),
    );
    expect(table.map((row) => row.isCapped)).toEqual([false, false, false, false, false, false, true]);
  });
});

describe('points of a plan', () => {
  it('finds threshold, target and excellence of the leading component', () => {
    expect(planPoints(fieldPlan, rep)).toEqual({
      thresholdRatio: 0.5,
      payAtThresholdCents: 47_500_00,
      payAtTargetCents: 100_000_00,
      excellenceRatio: 1.5,
      payAtExcellenceCents: 205_000_00,
      leverageRatio: 2.05,
    });
  });

  it('has none in an empty plan', () => {
    expect(planPoints({ ...fieldPlan, components: [] }, rep)).toMatchObject({
      thresholdRatio: null,
      leverageRatio: null,
    });
  });
});

describe('payout curve', () => {
  it('breaks the line where pay jumps and bends it elsewhere', () => {
    const curve = payoutCurve(fieldPlan, bookings!, rep, 2, 20);
    expect(curve.jumps).toEqual([{ x: 0.5, from: 0, to: 0.25 }]);
    const at = (x: number) => curve.samples.filter((sample) => Math.abs(sample.x - x) < 1e-12);
    expect(at(0.5).map((sample) => sample.payRatio)).toEqual([0, null, 0.25]);
    expect(at(1.5).map((sample) => sample.payRatio)).toEqual([2.5]);
    expect(curve.samples.at(-1)).toEqual({ x: 2, payRatio: 3.5 });
  });
});
