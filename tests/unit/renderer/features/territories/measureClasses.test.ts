import { describe, expect, it } from 'vitest';
import { measureClasses } from '../../../../../renderer/features/territories/measureClasses';
import { OUTSIDE_PLAN } from '../../../../../shared/geo/accountUnits';

describe('measureClasses', () => {
  it('sums by unit, classes by quantiles, and names limits and counts', () => {
    const unitOfRow = Int32Array.of(0, 0, 1, 2, 3, 4, 5, -1);
    const values = Float64Array.of(1, 1, 4, 6, 8, 10, 12, 999);
    const { classOfUnit, classes } = measureClasses(unitOfRow, values, 7);
    expect([...classOfUnit]).toEqual([0, 1, 2, 3, 4, 5, OUTSIDE_PLAN]);
    expect(classes[0]).toEqual({ from: 2, to: 2, count: 1 });
    expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(6);
  });

  it('makes one class of equal values, and none without accounts', () => {
    expect([...measureClasses(Int32Array.of(0, 1), Float64Array.of(5, 5), 2).classOfUnit]).toEqual([1, 1]);
    expect([...measureClasses(new Int32Array(0), new Float64Array(0), 2).classOfUnit]).toEqual([-9, -9]);
  });
});
