import type { PlanePoints } from '../geo/equalArea';
import { convexHull, enclosingCircle, ringArea, ringLength } from '../geo/planeShapes';
import { haversineKm } from '../geo/greatCircle';

/** How compact an area is, each figure from 0 to 1, 1 for a circle (hull ratio: for any convex area). */
export interface Compactness {
  readonly areaKm2: number;
  readonly perimeterKm: number;
  /** 4πA / P² (Polsby and Popper 1991). */
  readonly polsbyPopper: number;
  /** A / area of the smallest circle round it (Reock 1961). */
  readonly reock: number;
  /** A / area of its convex hull. */
  readonly hullRatio: number;
}

/**
 * Compactness of an area of one or more pieces.
 * @param rings closed rings in an equal-area plane, km; holes run the other way round than what they are cut from
 * @returns null where the area is none
 */
export function compactnessOf(rings: readonly PlanePoints[]): Compactness | null {
  const areaKm2 = Math.abs(rings.reduce((sum, ring) => sum + ringArea(ring), 0));
  if (!(areaKm2 > 0)) return null;
  const perimeterKm = rings.reduce((sum, ring) => sum + ringLength(ring), 0);
  const points = new Float64Array(rings.reduce((count, ring) => count + ring.length, 0));
  let at = 0;
  for (const ring of rings) {
    points.set(ring, at);
    at += ring.length;
  }
  const circle = enclosingCircle(points);
  return {
    areaKm2,
    perimeterKm,
    polsbyPopper: (4 * Math.PI * areaKm2) / perimeterKm ** 2,
    reock: circle ? areaKm2 / (Math.PI * circle.radius ** 2) : 0,
    hullRatio: areaKm2 / Math.abs(ringArea(convexHull(points))),
  };
}

/**
 * Spread of points about a hub: Σ w·d² / Σ w in km², the mean squared great-circle distance (territory.md). Points
 * without a place are left out; NaN where nothing weighs.
 */
export function spreadKm2(
  rows: ArrayLike<number>,
  lat: Float64Array,
  lng: Float64Array,
  weights: Float64Array,
  hub: { readonly lat: number; readonly lng: number },
): number {
  let [sum, weighed] = [0, 0];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    if (Number.isNaN(lat[row]!) || Number.isNaN(lng[row]!)) continue;
    const km = haversineKm(lat[row]!, lng[row]!, hub.lat, hub.lng);
    sum += weights[row]! * km * km;
    weighed += weights[row]!;
  }
  return weighed > 0 ? sum / weighed : Number.NaN;
}
