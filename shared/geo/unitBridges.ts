import type { NeighbourRows } from './contiguity';
import { neighbourRowsOf } from './contiguity';
import type { UnitMap } from './unitMap';

/** Pairs of counties (FIPS) that count as neighbours over water. */
export type UnitBridges = readonly (readonly [string, string])[];

/** Bridges, tunnels and usual crossings of the United States, so that an island is never called an error. */
export const DEFAULT_BRIDGES: UnitBridges = [
  ['06075', '06041'], // San Francisco – Marin, Golden Gate Bridge
  ['06075', '06001'], // San Francisco – Alameda, Bay Bridge
  ['36085', '36047'], // Richmond (Staten Island) – Kings, Verrazzano-Narrows Bridge
  ['36085', '34039'], // Richmond – Union, Goethals Bridge
  ['36085', '34017'], // Richmond – Hudson, Bayonne Bridge
  ['36061', '36047'], // New York – Kings
  ['36061', '36081'], // New York – Queens
  ['36061', '36005'], // New York – Bronx
  ['36061', '34017'], // New York – Hudson, Holland Tunnel
  ['36005', '36081'], // Bronx – Queens
  ['26097', '26031'], // Mackinac – Cheboygan, Mackinac Bridge
  ['26097', '26047'], // Mackinac – Emmet
  ['25019', '25001'], // Nantucket – Barnstable
  ['25007', '25001'], // Dukes (Martha's Vineyard) – Barnstable
  ['25019', '25007'], // Nantucket – Dukes
  ['53055', '53057'], // San Juan – Skagit
  ['53055', '53073'], // San Juan – Whatcom
  ['53029', '53057'], // Island – Skagit, Deception Pass Bridge
  ['53029', '53061'], // Island – Snohomish
  ['53035', '53033'], // Kitsap – King, ferries of Puget Sound
  ['44005', '44009'], // Newport – Washington
  ['44005', '44001'], // Newport – Bristol
  ['50013', '50007'], // Grand Isle – Chittenden
  ['51131', '51810'], // Northampton – Virginia Beach, Chesapeake Bay Bridge–Tunnel
  ['24003', '24035'], // Anne Arundel – Queen Anne's, Chesapeake Bay Bridge
  ['02130', '53073'], // Alaska: Ketchikan Gateway – Whatcom
  ['02150', '02122'], // Kodiak Island – Kenai Peninsula
  ['02016', '02013'], // Aleutians West – Aleutians East
  ['15003', '06037'], // Hawaii: Honolulu – Los Angeles
  ['15003', '15007'], // Honolulu – Kauai
  ['15003', '15009'], // Honolulu – Maui
  ['15009', '15001'], // Maui – Hawaii
  ['15009', '15005'], // Maui – Kalawao
  ['72127', '12086'], // Puerto Rico: San Juan – Miami-Dade
  ['72147', '72037'], // Vieques – Ceiba
  ['72049', '72037'], // Culebra – Ceiba
];

/** Neighbours by shared borders; a unit that borders itself (two of its rings along one arc) is left out. */
export function unitNeighbours(map: UnitMap): NeighbourRows {
  const lists: number[][] = map.ids.map(() => []);
  for (let arc = 0; arc < map.forwardUnit.length; arc++) {
    const one = map.forwardUnit[arc]!;
    const other = map.backwardUnit[arc]!;
    if (one >= 0 && other >= 0 && one !== other) lists[one]!.push(other);
  }
  return neighbourRowsOf(lists);
}

/** Neighbours with bridges added; bridges to units that the map lacks are left out. */
export function withBridges(
  rows: NeighbourRows,
  ids: readonly string[],
  bridges: UnitBridges,
): NeighbourRows {
  const indexOfId = new Map(ids.map((id, index) => [id, index]));
  const lists = ids.map((_, unit) => [
    ...rows.neighbours.subarray(rows.offsets[unit], rows.offsets[unit + 1]),
  ]);
  for (const [one, other] of bridges) {
    const from = indexOfId.get(one);
    const to = indexOfId.get(other);
    if (from !== undefined && to !== undefined) lists[from]!.push(to);
  }
  return neighbourRowsOf(lists);
}
