import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundaryOfLine,
  crossesItself,
  insideBoundary,
  lineOfBoundary,
  simplifyLine,
} from '../../../../shared/geo/boundaryLine';
import { projectColumns } from '../../../../shared/geo/projection';
import type { Boundary } from '../../../../shared/model/boundary';

const square: Boundary = [
  [-100, 30],
  [-90, 30],
  [-90, 40],
  [-100, 40],
];

describe('a boundary', () => {
  it('comes back from the map to the metre', () => {
    const corner = fc.tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -85, max: 85, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 9 }), (boundary) => {
        boundaryOfLine(lineOfBoundary(boundary)).forEach(([lng, lat], at) => {
          expect(Math.abs(lng - boundary[at]![0])).toBeLessThan(1e-5);
          expect(Math.abs(lat - boundary[at]![1])).toBeLessThan(1e-5);
        });
      }),
    );
  });

  it('holds what lies in it; what has no place lies nowhere', () => {
    const points = projectColumns(
      Float64Array.of(35, 35, 45, Number.NaN),
      Float64Array.of(-95, -80, -95, Number.NaN),
    );
    expect([...insideBoundary(points, square)]).toEqual([1, 0, 0, 0]);
  });

  it('is told from one that crosses itself', () => {
    const [a, b, c, d] = square as [Boundary[0], Boundary[0], Boundary[0], Boundary[0]];
    expect(crossesItself(lineOfBoundary(square))).toBe(false);
    expect(crossesItself(lineOfBoundary([a, b, d, c]))).toBe(true);
    expect(crossesItself(lineOfBoundary([a, b, c]))).toBe(false);
  });
});

describe('a line with too many corners', () => {
  it('keeps those that shape it', () => {
    // A square of 0.2 with 50 corners on each side, each a hair off the side.
    const side = Array.from({ length: 50 }, (_, at) => at / 50);
    const hair = (at: number) => (at === 0 ? 0 : 1e-6 * Math.sin(at * 40));
    const line = Float64Array.from([
      ...side.flatMap((at) => [0.4 + 0.2 * at, 0.4 + hair(at)]),
      ...side.flatMap((at) => [0.6 + hair(at), 0.4 + 0.2 * at]),
      ...side.flatMap((at) => [0.6 - 0.2 * at, 0.6 + hair(at)]),
      ...side.flatMap((at) => [0.4 + hair(at), 0.6 - 0.2 * at]),
    ]);
    expect([...simplifyLine(line, 4)]).toEqual([0.4, 0.4, 0.6, 0.4, 0.6, 0.6, 0.4, 0.6]);
    expect(simplifyLine(line, 120)).toHaveLength(240);
    expect(simplifyLine(line, 200)).toBe(line);
  });
});
