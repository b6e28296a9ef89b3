import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalAreaPlane } from '../../../../shared/geo/equalArea';
import { EARTH_RADIUS_KM, haversineKm } from '../../../../shared/geo/greatCircle';
import { convexHull, enclosingCircle, ringArea } from '../../../../shared/geo/planeShapes';
import { readUnitMap } from '../../../../shared/geo/unitMap';
import { outlinesByOwner } from '../../../../shared/geo/territoryOutlines';
import { compactnessOf, spreadKm2 } from '../../../../shared/measures/compactness';
import { planeRings } from '../../../../shared/plan/territoryShapes';
import { readUnitedStates } from '../geo/unitedStates';

const points = (...xy: number[]) => Float64Array.from(xy);

describe('compactnessOf', () => {
  it('gives 1 for a circle', () => {
    const count = 20_000;
    const circle = Float64Array.from({ length: 2 * count }, (_, at) => {
      const angle = (2 * Math.PI * Math.floor(at / 2)) / count;
      return 30 * (at % 2 === 0 ? Math.cos(angle) : Math.sin(angle));
    });
    const figures = compactnessOf([circle])!;
    expect(figures.areaKm2).toBeCloseTo(Math.PI * 900, 3);
    expect(figures.polsbyPopper).toBeCloseTo(1, 6);
    expect(figures.reock).toBeCloseTo(1, 6);
    expect(figures.hullRatio).toBeCloseTo(1, 9);
  });

  it('gives π/4 and 2/π for a square', () => {
    const figures = compactnessOf([points(0, 0, 10, 0, 10, 10, 0, 10)])!;
    expect(figures).toMatchObject({ areaKm2: 100, perimeterKm: 40, hullRatio: 1 });
    expect(figures.polsbyPopper).toBeCloseTo(Math.PI / 4, 12);
    expect(figures.reock).toBeCloseTo(2 / Math.PI, 12);
  });

  it('gives the figures of a five-pointed star worked out by hand', () => {
    // Tips on a circle of radius 1, notches on r = sin 18° / sin 54°: area 5 r sin 36°, hull 2.5 sin 72°.
    const notch = Math.sin(Math.PI / 10) / Math.sin((3 * Math.PI) / 10);
    const star = Float64Array.from({ length: 20 }, (_, at) => {
      const corner = Math.floor(at / 2);
      const angle = (Math.PI * corner) / 5;
      return (corner % 2 === 0 ? 1 : notch) * (at % 2 === 0 ? Math.cos(angle) : Math.sin(angle));
    });
    const area = 5 * notch * Math.sin(Math.PI / 5);
    const side = Math.sqrt(1 + notch * notch - 2 * notch * Math.cos(Math.PI / 5));
    const figures = compactnessOf([star])!;
    expect(area).toBeCloseTo(1.12257, 5);
    expect(figures.areaKm2).toBeCloseTo(area, 12);
    expect(figures.reock).toBeCloseTo(area / Math.PI, 12);
    expect(figures.hullRatio).toBeCloseTo(area / (2.5 * Math.sin((2 * Math.PI) / 5)), 12);
    expect(figures.polsbyPopper).toBeCloseTo((4 * Math.PI * area) / (10 * side) ** 2, 12);
  });

  it('takes holes out of the area and counts their border', () => {
    const figures = compactnessOf([points(0, 0, 6, 0, 6, 6, 0, 6), points(2, 2, 2, 4, 4, 4, 4, 2)])!;
    expect(figures).toMatchObject({ areaKm2: 32, perimeterKm: 32 });
    expect(figures.hullRatio).toBeCloseTo(32 / 36, 12);
  });

  it('gives none for a line or nothing', () => {
    expect(compactnessOf([])).toBeNull();
    expect(compactnessOf([points(0, 0, 5, 5)])).toBeNull();
  });
});

describe('enclosingCircle', () => {
  const coordinate = fc.integer({ min: -50, max: 50 });
  it('holds every point and is no larger than the best circle by two or three of them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 7 }), (list) => {
        const circle = enclosingCircle(Float64Array.from(list.flat()))!;
        for (const [x, y] of list) {
          expect(Math.hypot(x - circle.x, y - circle.y)).toBeLessThanOrEqual(circle.radius + 1e-7);
        }
        expect(circle.radius).toBeCloseTo(leastRadius(list), 6);
      }),
    );
  });
});

/** The least radius by trying every pair and triple. */
function leastRadius(list: readonly (readonly [number, number])[]): number {
  const centres: (readonly [number, number])[] = list.map(([x, y]) => [x, y]);
  for (const [ax, ay] of list) {
    for (const [bx, by] of list) {
      centres.push([(ax + bx) / 2, (ay + by) / 2]);
      for (const [cx, cy] of list) {
        const d = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by));
        if (d === 0) continue;
        const [a, b, c] = [ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy];
        centres.push([
          (a * (by - cy) + b * (cy - ay) + c * (ay - by)) / d,
          (a * (cx - bx) + b * (ax - cx) + c * (bx - ax)) / d,
        ]);
      }
    }
  }
  return Math.min(
    ...centres.map(([x, y]) => Math.max(...list.map(([px, py]) => Math.hypot(px - x, py - y)))),
  );
}

describe('convexHull', () => {
  it('leaves out points inside and on the edges', () => {
    expect([...convexHull(points(0, 0, 4, 0, 2, 0, 4, 4, 0, 4, 2, 2))]).toEqual([0, 0, 4, 0, 4, 4, 0, 4]);
  });
});

describe('spreadKm2', () => {
  it('is the weighted mean of squared distances', () => {
    const [lat, lng] = [points(0, 0, 0), points(0, 1, Number.NaN)];
    const oneDegree = haversineKm(0, 0, 0, 1);
    const spread = spreadKm2([0, 1, 2], lat, lng, points(3, 1, 9), { lat: 0, lng: 0 });
    expect(spread).toBeCloseTo(oneDegree ** 2 / 4, 9);
  });
});

describe('the equal-area plane', () => {
  it('keeps areas: a cap of the sphere, and Colorado, which spans 4° by 7°', () => {
    const plane = equalAreaPlane(39, -105.5);
    const [x, y] = plane.project(39, -104.5);
    expect(Math.hypot(x, y)).toBeCloseTo(haversineKm(39, -105.5, 39, -104.5), 2);
    const map = readUnitMap(readUnitedStates(), 'states');
    const owners = Int32Array.from(map.ids, (id) => (id === '08' ? 0 : -1));
    const figures = compactnessOf(planeRings(map, outlinesByOwner(map, owners, new Set([0])).get(0)!))!;
    // A strip of the sphere between two parallels: R² · Δλ · (sin φ2 − sin φ1).
    const radians = Math.PI / 180;
    const strip = EARTH_RADIUS_KM ** 2 * 7.0085 * radians * (Math.sin(41 * radians) - Math.sin(37 * radians));
    expect(Math.abs(figures.areaKm2 / strip - 1)).toBeLessThan(0.005);
    expect(ringArea(points(0, 0, 1, 0, 1, 1))).toBe(0.5);
  });
});
