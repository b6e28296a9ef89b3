import { attributeText, findAttribute, type AccountTable } from '../../model/accountTable';
import { PLACE_LEVELS, placeLevelCode, type PlaceLevel } from '../../model/placeLevel';
import type { MergeColumns } from './mergeColumns';

/** Smaller is better known. */
const RANK: Readonly<Record<PlaceLevel, number>> = {
  hand: 0,
  exact: 1,
  postal: 2,
  city: 3,
  zip3: 4,
  county: 5,
  region: 6,
  country: 7,
  none: 8,
};

/** Degrees below which a point is the same; 1e-6 is 11 cm. */
const SAME_POINT = 1e-6;

const ADDRESS = ['postal', 'city', 'region', 'country'] as const;

/**
 * Points and levels of both tables. The list's point wins, but for a place set by hand, and where the list knows
 * the place less well and its address is the one the plan has.
 */
export function mergePlaces(
  existing: AccountTable,
  incoming: AccountTable,
  { match, rowCount, changes }: MergeColumns,
): Pick<AccountTable, 'lat' | 'lng' | 'placeLevels'> {
  const lat = new Float64Array(rowCount).fill(NaN);
  const lng = new Float64Array(rowCount).fill(NaN);
  const placeLevels = new Uint8Array(rowCount);
  lat.set(existing.lat);
  lng.set(existing.lng);
  placeLevels.set(existing.placeLevels);
  match.existingOf.forEach((row, from) => {
    const isNew = row >= existing.rowCount;
    if (!isNew && keepsPlace(existing, row, incoming, from)) return;
    const isMoved = !isSamePoint(lat[row]!, lng[row]!, incoming.lat[from]!, incoming.lng[from]!);
    if (!isNew && isMoved) {
      const before = pointText(lat[row]!, lng[row]!);
      changes.push({
        row,
        column: 'Place',
        before,
        after: pointText(incoming.lat[from]!, incoming.lng[from]!),
      });
    }
    lat[row] = incoming.lat[from]!;
    lng[row] = incoming.lng[from]!;
    placeLevels[row] = incoming.placeLevels[from]!;
  });
  return { lat, lng, placeLevels };
}

function keepsPlace(existing: AccountTable, row: number, incoming: AccountTable, from: number): boolean {
  const oldLevel = PLACE_LEVELS[existing.placeLevels[row]!]!;
  const newLevel = PLACE_LEVELS[incoming.placeLevels[from]!]!;
  if (existing.placeLevels[row] === placeLevelCode('hand')) return true;
  if (RANK[newLevel] <= RANK[oldLevel]) return false;
  return ADDRESS.every((id) => {
    if (!findAttribute(incoming, id) || !findAttribute(existing, id)) return true;
    return attributeText(incoming, id, from) === attributeText(existing, id, row);
  });
}

function isSamePoint(lat1: number, lng1: number, lat2: number, lng2: number): boolean {
  if (Number.isNaN(lat1) || Number.isNaN(lat2)) return Number.isNaN(lat1) && Number.isNaN(lat2);
  return Math.abs(lat1 - lat2) < SAME_POINT && Math.abs(lng1 - lng2) < SAME_POINT;
}

function pointText(lat: number, lng: number): string {
  return Number.isNaN(lat) ? '' : `${lat.toFixed(4)}, ${lng.toFixed(4)}`;
}
