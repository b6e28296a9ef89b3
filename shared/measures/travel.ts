import { haversineKm, vectorToDegrees } from '../geo/greatCircle';
import type { TerritoryRows } from './territoryRows';

/**
 * Travel (territory.md): Σ activity · great-circle km to the rep base, or to the activity-weighted centre where
 * a territory has no base. Centres are summed as vectors, so that no longitude is ever averaged.
 */
export interface TerritoryTravel {
  /** Where the travel of a territory starts, degrees; NaN where it has neither base nor placed accounts. */
  readonly hubLat: Float64Array;
  readonly hubLng: Float64Array;
  /** Σ activity · km by territory index. */
  readonly activityKm: Float64Array;
  /** Activity of the placed accounts by territory index: activityKm / activity = mean km a unit of activity. */
  readonly activity: Float64Array;
}

export interface TravelInput {
  /** Rows by territory, ascending; what lies behind the territories does not travel. */
  readonly rows: TerritoryRows;
  /** Degrees, one a row; NaN where not placed (then the row does not travel). */
  readonly lat: Float64Array;
  readonly lng: Float64Array;
  /** Unit vectors of the rows, three numbers each. */
  readonly vectors: Float64Array;
  /** Activity of each row; 0 where it was removed. */
  readonly activity: Float64Array;
  /** Base of each territory, degrees; NaN where it has none. */
  readonly baseLat: Float64Array;
  readonly baseLng: Float64Array;
}

/**
 * @param previous travel before an edit, and a mask of the territories to sum anew; null for all
 */
export function travelByTerritory(
  input: TravelInput,
  previous: { readonly travel: TerritoryTravel; readonly touched: Uint8Array } | null,
): TerritoryTravel {
  const territoryCount = input.baseLat.length;
  const hubLat = previous ? previous.travel.hubLat.slice() : new Float64Array(territoryCount);
  const hubLng = previous ? previous.travel.hubLng.slice() : new Float64Array(territoryCount);
  const activityKm = previous ? previous.travel.activityKm.slice() : new Float64Array(territoryCount);
  const activity = previous ? previous.travel.activity.slice() : new Float64Array(territoryCount);
  for (let territory = 0; territory < territoryCount; territory++) {
    if (previous && !previous.touched[territory]) continue;
    const hub = hubOf(input, territory);
    const sums = travelTo(input, territory, hub);
    hubLat[territory] = hub.lat;
    hubLng[territory] = hub.lng;
    activityKm[territory] = sums.activityKm;
    activity[territory] = sums.activity;
  }
  return { hubLat, hubLng, activityKm, activity };
}

interface Hub {
  readonly lat: number;
  readonly lng: number;
}

function travelTo(
  { rows, lat, lng, activity }: TravelInput,
  territory: number,
  hub: Hub,
): { readonly activityKm: number; readonly activity: number } {
  let sum = 0;
  let sumKm = 0;
  for (const row of rows[territory]!) {
    const weight = activity[row]!;
    if (weight === 0 || Number.isNaN(lat[row]!)) continue;
    sum += weight;
    sumKm += weight * haversineKm(lat[row]!, lng[row]!, hub.lat, hub.lng);
  }
  return { activityKm: sumKm, activity: sum };
}

function hubOf({ rows, lat, vectors, activity, baseLat, baseLng }: TravelInput, territory: number): Hub {
  const base = { lat: baseLat[territory]!, lng: baseLng[territory]! };
  if (!Number.isNaN(base.lat)) return base;
  let [x, y, z] = [0, 0, 0];
  for (const row of rows[territory]!) {
    if (Number.isNaN(lat[row]!)) continue;
    const weight = activity[row]!;
    x += weight * vectors[3 * row]!;
    y += weight * vectors[3 * row + 1]!;
    z += weight * vectors[3 * row + 2]!;
  }
  return vectorToDegrees(x, y, z) ?? base;
}

/** Estimated hours on the road, one way: km · detour factor / speed. Always to be labelled an estimate. */
export function estimatedDriveHours(distanceKm: number, detourFactor: number, speedKmh: number): number {
  return (distanceKm * detourFactor) / speedKmh;
}

/** How far a drive of some minutes leads as the crow flies, km: speed · time / detour factor. An estimate. */
export function estimatedReachKm(minutes: number, detourFactor: number, speedKmh: number): number {
  return ((minutes / 60) * speedKmh) / detourFactor;
}
