import { describe, expect, it } from 'vitest';
import {
  kmPerUnit,
  latOfY,
  lngOfX,
  mercatorX,
  mercatorY,
  projectColumns,
} from '../../../../shared/geo/projection';

describe('Web Mercator as the unit square', () => {
  it('puts null island in the middle and the corners of the map at the corners', () => {
    expect([mercatorX(0), mercatorY(0)]).toEqual([0.5, 0.5]);
    expect(mercatorX(-180)).toBe(0);
    expect(mercatorX(180)).toBe(1);
    expect(mercatorY(85.0511287798066)).toBeCloseTo(0, 12);
    expect(mercatorY(90)).toBeCloseTo(0, 12);
  });

  it('agrees with the published pixel of Chicago at zoom 3 (Google Maps example)', () => {
    // developers.google.com/maps/documentation/javascript/examples/map-coordinates: 41.85, −87.65
    expect(mercatorX(-87.65) * 256).toBeCloseTo(65.67111, 4);
    expect(mercatorY(41.85) * 256).toBeCloseTo(95.17492, 4);
  });

  it('goes back to degrees', () => {
    for (const [lat, lng] of [
      [41.85, -87.65],
      [-33.9, 151.2],
      [70.1, 179.9],
    ] as const) {
      expect(latOfY(mercatorY(lat))).toBeCloseTo(lat, 10);
      expect(lngOfX(mercatorX(lng))).toBeCloseTo(lng, 10);
    }
  });

  it('shrinks kilometres towards the poles by the cosine of latitude', () => {
    expect(kmPerUnit(0.5)).toBeCloseTo(40075.017, 2);
    expect(kmPerUnit(mercatorY(60))).toBeCloseTo(40075.017 / 2, 2);
  });

  it('leaves rows that are not placed as NaN', () => {
    const { x, y } = projectColumns(Float64Array.of(0, Number.NaN), Float64Array.of(0, Number.NaN));
    expect([x[0], y[0]]).toEqual([0.5, 0.5]);
    expect([x[1], y[1]]).toEqual([Number.NaN, Number.NaN]);
  });
});
