/** Mean radius of the Earth (IUGG), km. */
export const EARTH_RADIUS_KM = 6371.0088;

const RADIANS = Math.PI / 180;

/** Great-circle distance in km between two points in degrees (haversine formula). */
export function haversineKm(latA: number, lngA: number, latB: number, lngB: number): number {
  const p = Math.sin(((latB - latA) * RADIANS) / 2);
  const q = Math.sin(((lngB - lngA) * RADIANS) / 2);
  const h = p * p + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * q * q;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * Points in degrees as unit vectors x, y, z, one after the other (3 numbers a point). A point without
 * usable coordinates is NaN.
 */
export function unitVectors(lat: Float64Array, lng: Float64Array): Float64Array {
  const vectors = new Float64Array(lat.length * 3);
  for (let i = 0; i < lat.length; i++) {
    const phi = lat[i]! * RADIANS;
    const lambda = lng[i]! * RADIANS;
    const cosPhi = Math.cos(phi);
    vectors[3 * i] = cosPhi * Math.cos(lambda);
    vectors[3 * i + 1] = cosPhi * Math.sin(lambda);
    vectors[3 * i + 2] = Math.sin(phi);
  }
  return vectors;
}

/** Up to this squared half chord (about 4,100 km) the arc sine's series is used. */
const SERIES_LIMIT = 0.1;

/**
 * Great-circle km from the squared straight-line distance of two unit vectors. Near points, by far the most,
 * take the series of the arc sine, which is right to 1e-10 there and several times faster.
 */
export function kmFromSquaredChord(squaredChord: number): number {
  const h = squaredChord / 4;
  const half = Math.sqrt(h);
  if (h > SERIES_LIMIT) return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, half));
  const tail = 35 / 1152 + h * (63 / 2816 + h * (231 / 13312 + h * (143 / 10240 + (h * 6435) / 557056)));
  return 2 * EARTH_RADIUS_KM * half * (1 + h * (1 / 6 + h * (3 / 40 + h * (5 / 112 + h * tail))));
}

/** Degrees of a vector (of any length); null where it has no direction (all weight cancels out). */
export function vectorToDegrees(x: number, y: number, z: number): { lat: number; lng: number } | null {
  const norm = Math.hypot(x, y, z);
  if (!(norm > 1e-12)) return null;
  return {
    lat: Math.asin(Math.max(-1, Math.min(1, z / norm))) / RADIANS,
    lng: Math.atan2(y, x) / RADIANS,
  };
}
