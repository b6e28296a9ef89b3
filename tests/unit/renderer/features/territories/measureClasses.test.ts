import { describe, expect, it } from 'vitest';
import { classText, measureClasses } from '../../../../../renderer/features/territories/measureClasses';
import { createPlanFormat } from '../../../../../renderer/ui/planFormat';
import { OUTSIDE_PLAN } from '../../../../../shared/geo/accountUnits';
import { DEFAULT_SETTINGS } from '../../../../../shared/model/settings';

describe('measureClasses', () => {
  it('sums by unit, classes by quantiles, and names limits and counts', () => {
    const unitOfRow = Int32Array.of(0, 0, 1, 2, 3, 4, 5, -1);
    const values = Float64Array.of(1, 1, 4, 6, 8, 10, 12, 999);
    const { classOfUnit, classes } = measureClasses(unitOfRow, values, 7);
    expect([...classOfUnit]).toEqual([0, 1, 2, 3, 4, 5, OUTSIDE_PLAN]);
    expect(classes[0]).toEqual({ from: 2, to: 2, count: 1 });
    expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(6);
  });

  it('names both ends of a class, and one where they read alike', () => {
    const format = createPlanFormat(DEFAULT_SETTINGS, 'en-US');
    expect(classText(220_000, 290_000, 'money', format)).toBe('$220K to $290K');
    expect(classText(3000, 3000, 'money', format)).toBe('$3,000');
  });

  it('makes one class of equal values, and none without accounts', () => {
    expect([...measureClasses(Int32Array.of(0, 1), Float64Array.of(5, 5), 2).classOfUnit]).toEqual([1, 1]);
    expect([...measureClasses(new Int32Array(0), new Float64Array(0), 2).classOfUnit]).toEqual([-9, -9]);
  });
});
