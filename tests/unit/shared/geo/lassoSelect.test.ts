import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combineRows, createLineTest, lassoSelect, radiusSelect } from '../../../../shared/geo/lassoSelect';
import { createPointIndex } from '../../../../shared/geo/pointIndex';

/** Even-odd rule, edge by edge: the plain form that the banded test must equal. */
function isInsidePlainly(line: readonly number[], x: number, y: number): boolean {
  let isInside = false;
  const count = line.length / 2;
  for (let i = 0, j = count - 1; i < count; j = i++) {
    const [xi, yi, xj, yj] = [line[2 * i]!, line[2 * i + 1]!, line[2 * j]!, line[2 * j + 1]!];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) isInside = !isInside;
  }
  return isInside;
}

const points = {
  x: Float64Array.of(0.1, 0.2, 0.3, 0.4, Number.NaN),
  y: Float64Array.of(0.1, 0.2, 0.3, 0.4, Number.NaN),
};

describe('lassoSelect', () => {
  it('takes the rows inside a closed line, ascending, and never one that is not placed', () => {
    const line = Float64Array.of(0.15, 0.15, 0.35, 0.15, 0.35, 0.35, 0.15, 0.35);
    expect([...lassoSelect(points, createPointIndex(points), line)]).toEqual([1, 2]);
  });

  it('leaves out rows that are removed', () => {
    const index = createPointIndex(points, Uint8Array.of(0, 1, 0, 0, 0));
    const line = Float64Array.of(0.15, 0.15, 0.35, 0.15, 0.35, 0.35, 0.15, 0.35);
    expect([...lassoSelect(points, index, line)]).toEqual([2]);
  });

  it('takes nothing by a line of two points', () => {
    expect(lassoSelect(points, createPointIndex(points), Float64Array.of(0, 0, 1, 1))).toHaveLength(0);
  });

  it('equals the plain even-odd rule for any line, crossing itself or not', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(unit, unit), { minLength: 3, maxLength: 40 }),
        fc.array(fc.tuple(unit, unit), { maxLength: 30 }),
        (corners, tests) => {
          const line = corners.flat();
          const isInside = createLineTest(Float64Array.from(line));
          for (const [x, y] of tests) expect(isInside(x, y)).toBe(isInsidePlainly(line, x, y));
        },
      ),
    );
  });
});

describe('radiusSelect and combineRows', () => {
  it('takes rows by distance', () => {
    expect([...radiusSelect(createPointIndex(points), 0.2, 0.2, 0.15)]).toEqual([0, 1, 2]);
  });

  it('adds and removes', () => {
    const selected = Int32Array.of(1, 2, 5);
    expect([...combineRows(selected, Int32Array.of(2, 3), 'add')]).toEqual([1, 2, 3, 5]);
    expect([...combineRows(selected, Int32Array.of(2, 3), 'remove')]).toEqual([1, 5]);
    expect([...combineRows(selected, Int32Array.of(2, 3), 'replace')]).toEqual([2, 3]);
  });
});

describe('nearest', () => {
  it('equals a search through all points', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(unit, unit), { minLength: 1, maxLength: 60 }),
        unit,
        unit,
        (places, x, y) => {
          const cloud = {
            x: Float64Array.from(places, (place) => place[0]),
            y: Float64Array.from(places, (place) => place[1]),
          };
          const distance = (row: number) => (cloud.x[row]! - x) ** 2 + (cloud.y[row]! - y) ** 2;
          const row = createPointIndex(cloud).nearest(x, y, 2);
          expect(distance(row)).toBe(Math.min(...places.map((_, other) => distance(other))));
        },
      ),
    );
  });

  it('finds none beyond the radius, and only rows that pass', () => {
    const index = createPointIndex(points);
    expect(index.nearest(0.9, 0.9, 0.1)).toBe(-1);
    expect(index.nearest(0.11, 0.11, 1, (row) => row > 1)).toBe(2);
  });
});
