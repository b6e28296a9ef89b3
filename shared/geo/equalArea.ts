import { EARTH_RADIUS_KM } from './greatCircle';

const RADIANS = Math.PI / 180;

/** Points in a plane, km, x and y in turn. */
export type PlanePoints = Float64Array;

/**
 * Lambert's azimuthal equal-area projection (Snyder 1987, formulas 24-2 and 24-4 on the sphere): areas are those on
 * the ground, shapes are right near the centre.
 */
export interface EqualAreaPlane {
  /** x and y in km. */
  readonly project: (lat: number, lng: number) => readonly [number, number];
}

/** A plane that touches the Earth at a place, degrees. */
export function equalAreaPlane(centreLat: number, centreLng: number): EqualAreaPlane {
  const sinCentre = Math.sin(centreLat * RADIANS);
  const cosCentre = Math.cos(centreLat * RADIANS);
  return {
    project: (lat, lng) => {
      const sinLat = Math.sin(lat * RADIANS);
      const cosLat = Math.cos(lat * RADIANS);
      const turn = (lng - centreLng) * RADIANS;
      const cosArc = sinCentre * sinLat + cosCentre * cosLat * Math.cos(turn);
      // The antipode of the centre is a circle, not a point; nothing that is drawn lies there.
      const scale = EARTH_RADIUS_KM * Math.sqrt(2 / Math.max(1e-12, 1 + cosArc));
      return [
        scale * cosLat * Math.sin(turn),
        scale * (cosCentre * sinLat - sinCentre * cosLat * Math.cos(turn)),
      ];
    },
  };
}
