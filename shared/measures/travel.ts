import { haversineKm, vectorToDegrees } from '../geo/greatCircle';

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
  /** Territory index or a negative code, one a row. */
  readonly assignment: Int32Array;
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
  const isSummed = (territory: number) => territory >= 0 && (!previous || previous.touched[territory] === 1);
  const hubs = hubsOf(input, territoryCount, isSummed);
  const activityKm = new Float64Array(territoryCount);
  const activity = new Float64Array(territoryCount);
  const { assignment, lat, lng } = input;
  for (let row = 0; row < assignment.length; row++) {
    const territory = assignment[row]!;
    if (!isSummed(territory) || Number.isNaN(lat[row]!)) continue;
    const weight = input.activity[row]!;
    if (weight === 0) continue;
    activity[territory]! += weight;
    activityKm[territory]! +=
      weight * haversineKm(lat[row]!, lng[row]!, hubs.lat[territory]!, hubs.lng[territory]!);
  }
  if (previous) {
    for (let territory = 0; territory < territoryCount; territory++) {
      if (previous.touched[territory]) continue;
      activityKm[territory] = previous.travel.activityKm[territory]!;
      activity[territory] = previous.travel.activity[territory]!;
      hubs.lat[territory] = previous.travel.hubLat[territory]!;
      hubs.lng[territory] = previous.travel.hubLng[territory]!;
    }
  }
  return { hubLat: hubs.lat, hubLng: hubs.lng, activityKm, activity };
}

function hubsOf(
  input: TravelInput,
  territoryCount: number,
  isSummed: (territory: number) => boolean,
): { lat: Float64Array; lng: Float64Array } {
  const sums = new Float64Array(territoryCount * 3);
  const { assignment, vectors, activity } = input;
  for (let row = 0; row < assignment.length; row++) {
    const territory = assignment[row]!;
    if (!isSummed(territory) || Number.isNaN(input.lat[row]!)) continue;
    const weight = activity[row]!;
    sums[3 * territory]! += weight * vectors[3 * row]!;
    sums[3 * territory + 1]! += weight * vectors[3 * row + 1]!;
    sums[3 * territory + 2]! += weight * vectors[3 * row + 2]!;
  }
  const lat = input.baseLat.slice();
  const lng = input.baseLng.slice();
  for (let territory = 0; territory < territoryCount; territory++) {
    if (!Number.isNaN(lat[territory]!)) continue;
    const centre = vectorToDegrees(sums[3 * territory]!, sums[3 * territory + 1]!, sums[3 * territory + 2]!);
    if (!centre) continue;
    lat[territory] = centre.lat;
    lng[territory] = centre.lng;
  }
  return { lat, lng };
}

/** Estimated hours on the road, one way: km · detour factor / speed. Always to be labelled an estimate. */
export function estimatedDriveHours(distanceKm: number, detourFactor: number, speedKmh: number): number {
  return (distanceKm * detourFactor) / speedKmh;
}
