import { describe, expect, it } from 'vitest';
import { boundOfMoves, isSamePlan, tradeOffOf } from '../../../../../renderer/features/balance/tradeOff';
import { createPlanFormat } from '../../../../../renderer/ui/planFormat';
import { DEFAULT_SETTINGS } from '../../../../../shared/model/settings';
import type { ParetoPoint } from '../../../../../shared/balance/paretoCurve';

const format = createPlanFormat(DEFAULT_SETTINGS, 'en-US');
const UNIT = { name: 'h·km', perKm: 1 };

const point = (
  toleranceRatio: number,
  movedCount: number,
  travelKm: number,
  lowerBoundKm: number | null,
): ParetoPoint => ({
  toleranceRatio,
  movedCount,
  travelKm,
  lowerBoundKm,
  maxDeviationRatio: toleranceRatio,
  assignment: new Int32Array(0),
});

describe('a trade-off curve', () => {
  it('says of each tolerance how far its plan is from the best possible at that tolerance', () => {
    const curve = [point(0.05, 9, 1_210, 1_200), point(0.1, 9, 1_005, 1_000)];
    const drawn = tradeOffOf('tolerance', curve, null, null, UNIT, format);
    expect(drawn.isProvenLeast).toBe(true);
    expect(drawn.points.map(({ figure }) => figure)).toEqual(['0.8%', '0.5%']);
    expect(drawn.points[0]!.text).toContain('within 0.8% of the best possible at ±5%');
    // Both lines stand on the least bound: that of the loosest tolerance.
    expect(drawn.points[0]!.y).toBeCloseTo(0.21);
    expect(drawn.bound!.map(({ y }) => y)).toEqual([expect.closeTo(0.2), 0]);
  });

  it('claims nothing of the best possible where a bound is missing', () => {
    const curve = [point(0.05, 9, 1_210, null), point(0.1, 9, 1_100, 1_000)];
    const drawn = tradeOffOf('tolerance', curve, null, null, UNIT, format);
    expect(drawn.bound).toBeNull();
    expect(drawn.points[0]!.text).toContain('10% above the least found');
    expect(drawn.points[0]!.figure).toBe('');
  });

  it('holds every plan along the moves against the best bound that any of them proves', () => {
    const curve = [point(0.05, 40, 1_100, 900), point(0.05, 90, 1_010, 1_000)];
    expect(boundOfMoves(curve, 950)).toBe(1_000);
    expect(boundOfMoves([], null)).toBeNull();
    const drawn = tradeOffOf('moves', curve, 950, { movedCount: 90, travelKm: 1_010 }, UNIT, format);
    expect(drawn.leastKm).toBe(1_000);
    expect(drawn.points.map(({ isCurrent }) => isCurrent)).toEqual([false, true]);
  });

  it('knows a plan again when its curve is sent anew', () => {
    expect(isSamePlan(point(0.05, 9, 100, null), point(0.05, 9, 100, 90))).toBe(true);
    expect(isSamePlan(point(0.05, 9, 100, null), point(0.05, 8, 100, null))).toBe(false);
  });
});
