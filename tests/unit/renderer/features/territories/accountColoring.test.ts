import { describe, expect, it } from 'vitest';
import { accountKinds } from '../../../../../renderer/features/territories/accountColoring';
import { classesOfDots } from '../../../../../renderer/features/territories/measureClasses';
import { OUTSIDE_PLAN } from '../../../../../shared/geo/accountUnits';
import { encodeAttribute } from '../../../../../shared/model/accountTable';

describe('accountKinds', () => {
  it('ranks values by how many accounts have them; none and removed ones are left out', () => {
    const column = encodeAttribute('a', 'A', ['x', 'y', 'y', '', 'z', 'x', 'y', 'z', 'z']);
    const kinds = accountKinds(column, Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 1));
    expect(kinds.kinds).toEqual([
      { name: 'y', count: 3 },
      { name: 'x', count: 2 },
      { name: 'z', count: 2 },
    ]);
    expect([...kinds.codeOfRow]).toEqual([1, 0, 0, -1, 2, 1, 0, 2, 2]);
    expect(kinds.restCount).toBe(1);
  });

  it('tells the rare ones together', () => {
    const texts = Array.from({ length: 30 }, (_, row) => `kind ${row < 24 ? row % 12 : row}`);
    const kinds = accountKinds(encodeAttribute('a', 'A', texts), new Uint8Array(30));
    expect(kinds.kinds).toHaveLength(12);
    expect(kinds.restCount).toBe(6);
    expect(kinds.codeOfRow[29]).toBe(-1);
  });
});

describe('classesOfDots', () => {
  it('joins the two least classes and leaves rows without a value out', () => {
    const values = Float64Array.from({ length: 61 }, (_, row) => (row === 60 ? Number.NaN : row));
    const { classOfUnit, classes } = classesOfDots(values);
    expect(classOfUnit[60]).toBe(OUTSIDE_PLAN);
    expect(classOfUnit[0]).toBe(1);
    expect(classes[0]!.count).toBe(0);
    expect(classes[1]).toMatchObject({ from: 0, count: 20 });
    expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(60);
  });
});
