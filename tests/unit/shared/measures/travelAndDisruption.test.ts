import { describe, expect, it } from 'vitest';
import { EARTH_RADIUS_KM } from '../../../../shared/geo/greatCircle';
import { disruptionBetween } from '../../../../shared/measures/disruption';
import { estimatedDriveHours, estimatedReachKm, travelByTerritory } from '../../../../shared/measures/travel';

const column = (...values: number[]) => Float64Array.from(values);

describe('travel worked out by hand', () => {
  it('is activity times great-circle km to the base; what is not placed stays at home', () => {
    // On the equator a degree is a 360th of the way round.
    const degreeKm = (2 * Math.PI * EARTH_RADIUS_KM) / 360;
    const travel = travelByTerritory(
      {
        rows: [Int32Array.of(0, 1, 2)],
        lat: column(0, 0, Number.NaN),
        lng: column(1, -2, Number.NaN),
        vectors: new Float64Array(9),
        activity: column(3, 5, 100),
        baseLat: column(0),
        baseLng: column(0),
      },
      null,
    );
    expect(travel.activityKm[0]).toBeCloseTo((3 * 1 + 5 * 2) * degreeKm, 6);
    expect(travel.activity[0]).toBe(8);
    expect([travel.hubLat[0], travel.hubLng[0]]).toEqual([0, 0]);
  });

  it('takes 2 hours for 100 km at 65 km/h with detours of 1.3, and gets 50 km in one', () => {
    expect(estimatedDriveHours(100, 1.3, 65)).toBeCloseTo(2, 12);
    expect(estimatedReachKm(60, 1.3, 65)).toBeCloseTo(50, 12);
  });
});

describe('disruption', () => {
  it('counts moved, new and newly unassigned accounts apart, and leaves removed ones out', () => {
    //                            kept moved moved new gone house removed
    const before = Int32Array.of(0, 0, 1, -1, 1, -2, 0);
    const after = Int32Array.of(0, 1, 0, 1, -1, -2, 1);
    const found = disruptionBetween(before, after, 2, Uint8Array.of(0, 0, 0, 0, 0, 0, 1));
    expect(found).toEqual({
      comparedCount: 3,
      movedCount: 2,
      movedShare: 2 / 3,
      newCount: 1,
      newlyUnassignedCount: 1,
      gained: Int32Array.of(1, 2),
      lost: Int32Array.of(1, 2),
      kept: Int32Array.of(1, 0),
    });
  });

  it('has no share where nothing can be compared', () => {
    const none = disruptionBetween(Int32Array.of(-1), Int32Array.of(0), 1, new Uint8Array(1));
    expect(none.movedShare).toBeNull();
  });
});
