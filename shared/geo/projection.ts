/**
 * Web Mercator with the whole world as the unit square: x grows east, y grows south, the same as Leaflet's
 * pixels at zoom z divided by 256 · 2^z. It is conformal, so that the nearest by x, y is the nearest on
 * the ground wherever distances are short.
 */
const MAX_LAT = 85.0511287798066;
const RADIANS = Math.PI / 180;
/** Equator of the sphere that Web Mercator is drawn on, km. */
const EQUATOR_KM = 40075.016686;

/** Longitude in degrees → x. */
export function mercatorX(lng: number): number {
  return lng / 360 + 0.5;
}

/** Latitude in degrees → y; latitudes beyond the map's edge (85.05°) are clamped to it. */
export function mercatorY(lat: number): number {
  const sine = Math.sin(Math.max(-MAX_LAT, Math.min(MAX_LAT, lat)) * RADIANS);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** x → longitude in degrees. */
export function lngOfX(x: number): number {
  return (x - 0.5) * 360;
}

/** y → latitude in degrees. */
export function latOfY(y: number): number {
  return (2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2) / RADIANS;
}

/** Kilometres on the ground that one unit of the square stands for at a height y. */
export function kmPerUnit(y: number): number {
  return EQUATOR_KM * Math.cos(latOfY(y) * RADIANS);
}

/** Places of a table in the unit square; NaN where a row is not placed. */
export interface ProjectedPoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Projects columns of degrees; NaN stays NaN. */
export function projectColumns(
  lat: Float64Array | Float32Array,
  lng: Float64Array | Float32Array,
): ProjectedPoints {
  const x = new Float64Array(lat.length);
  const y = new Float64Array(lat.length);
  for (let row = 0; row < lat.length; row++) {
    x[row] = mercatorX(lng[row]!);
    y[row] = Number.isNaN(lat[row]!) ? Number.NaN : mercatorY(lat[row]!);
  }
  return { x, y };
}
