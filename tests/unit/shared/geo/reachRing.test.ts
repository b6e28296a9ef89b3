import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { haversineKm } from '../../../../shared/geo/greatCircle';
import { latOfY, lngOfX } from '../../../../shared/geo/projection';
import { reachRing } from '../../../../shared/geo/reachRing';
import { estimatedReachKm } from '../../../../shared/measures/travel';

describe('reachRing', () => {
  it('lies at its distance all round', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -75, max: 75, noNaN: true }),
        fc.double({ min: -170, max: 170, noNaN: true }),
        fc.double({ min: 1, max: 800, noNaN: true }),
        (lat, lng, km) => {
          const ring = reachRing(lat, lng, km);
          for (let at = 0; at < ring.length; at += 30) {
            const there = [latOfY(ring[at + 1]!), lngOfX(ring[at]!)] as const;
            expect(haversineKm(lat, lng, ...there)).toBeCloseTo(km, 4);
          }
        },
      ),
    );
  });

  it('reaches 50 km in an hour at 65 km/h with a detour of 1.3', () => {
    expect(estimatedReachKm(60, 1.3, 65)).toBeCloseTo(50, 12);
  });
});
