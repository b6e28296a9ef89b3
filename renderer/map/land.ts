import {
  changedRows,
  ownersOfUnits,
  placeInUnits,
  updateOwners,
  type AccountUnits,
} from '../../shared/geo/accountUnits';
import {
  mergeNeighbours,
  neighboursByPoints,
  neighboursByUnits,
  type Neighbours,
} from '../../shared/geo/adjacency';
import type { Basemap } from './basemapFiles';
import type { MapPoints } from './mapAccounts';
import type { TerritoryLabel } from './paintLabels';

/** Areas round accounts outside the counties grow this far to find their neighbours: about 300 km. */
const REACH = 1 / 130;

/** Follows who owns which county, edit by edit. */
export interface LandTracker {
  readonly units: AccountUnits;
  /** Owner of each county; only what changed since the last call is redone. */
  ownersOf(assignment: Int32Array): Int32Array;
}

/** Places accounts in counties, once for all assignments. */
export function trackLand(basemap: Basemap, accounts: MapPoints): LandTracker {
  const { counties } = basemap;
  const units = placeInUnits(counties, accounts.points, accounts.index, accounts.hidden, (unit) =>
    counties.ids[unit]!.slice(0, 2),
  );
  let last: { assignment: Int32Array; owners: Int32Array } | null = null;
  return {
    units,
    ownersOf(assignment) {
      if (last?.assignment === assignment) return last.owners;
      const owners =
        last?.assignment.length === assignment.length
          ? updateOwners(units, last.owners, assignment, changedRows(last.assignment, assignment))
          : ownersOfUnits(units, assignment);
      last = { assignment, owners };
      return owners;
    },
  };
}

/** Territories that touch, by counties, and where there are none by accounts. */
export function neighboursOnLand(
  basemap: Basemap,
  tracker: LandTracker,
  accounts: MapPoints,
  assignment: Int32Array,
  owners: Int32Array,
  territoryCount: number,
): Neighbours {
  const byUnits = neighboursByUnits(basemap.counties, owners, territoryCount);
  const isAbroad = tracker.units.unitOfRow.some((unit, row) => unit < 0 && !accounts.hidden[row]);
  if (!isAbroad) return byUnits;
  const abroad = assignment.map((code, row) => (tracker.units.unitOfRow[row]! < 0 ? code : -1));
  return mergeNeighbours(byUnits, neighboursByPoints(accounts.points, abroad, territoryCount, REACH));
}

/** Pieces of land that a territory's counties make, and how many counties. */
export function piecesOfLand(
  basemap: Basemap,
  owners: Int32Array,
  territory: number,
): { readonly unitCount: number; readonly pieceCount: number } {
  const { forwardUnit, backwardUnit } = basemap.counties;
  const parent = new Int32Array(owners.length).map((_, unit) => unit);
  const rootOf = (unit: number): number => {
    let root = unit;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  };
  for (let arc = 0; arc < forwardUnit.length; arc++) {
    const one = forwardUnit[arc]!;
    const other = backwardUnit[arc]!;
    if (one >= 0 && other >= 0 && owners[one] === territory && owners[other] === territory) {
      parent[rootOf(one)] = rootOf(other);
    }
  }
  const roots = new Set<number>();
  let unitCount = 0;
  for (let unit = 0; unit < owners.length; unit++) {
    if (owners[unit] !== territory) continue;
    unitCount++;
    roots.add(rootOf(unit));
  }
  return { unitCount, pieceCount: roots.size };
}

/**
 * Where the name of each territory stands: on the county of its own that is nearest to the middle of its land;
 * without counties on the account nearest to the middle of its accounts. Null where it has neither.
 */
export function labelPlaces(
  basemap: Basemap | null,
  owners: Int32Array | null,
  accounts: MapPoints,
  assignment: Int32Array,
  territoryCount: number,
): (Pick<TerritoryLabel, 'x' | 'y'> | null)[] {
  const sums = new Float64Array(territoryCount * 3);
  const add = (territory: number, x: number, y: number, weight: number) => {
    sums[3 * territory]! += x * weight;
    sums[3 * territory + 1]! += y * weight;
    sums[3 * territory + 2]! += weight;
  };
  const spots: { territory: number; x: number; y: number }[] = [];
  if (basemap && owners) {
    const { bounds } = basemap.counties;
    owners.forEach((territory, unit) => {
      if (territory < 0) return;
      const [west, north, east, south] = bounds.subarray(unit * 4, unit * 4 + 4) as unknown as number[];
      const spot = { territory, x: (west! + east!) / 2, y: (north! + south!) / 2 };
      spots.push(spot);
      add(territory, spot.x, spot.y, (east! - west!) * (south! - north!));
    });
  }
  const hasLand = Array.from({ length: territoryCount }, (_, k) => sums[3 * k + 2]! > 0);
  for (let row = 0; row < assignment.length; row++) {
    const territory = assignment[row]!;
    if (territory < 0 || hasLand[territory] || accounts.hidden[row]) continue;
    const spot = { territory, x: accounts.points.x[row]!, y: accounts.points.y[row]! };
    spots.push(spot);
    add(territory, spot.x, spot.y, 1);
  }
  const best: (Pick<TerritoryLabel, 'x' | 'y'> | null)[] = new Array<null>(territoryCount).fill(null);
  const bestDistance = new Float64Array(territoryCount).fill(Infinity);
  for (const { territory, x, y } of spots) {
    const weight = sums[3 * territory + 2]!;
    const distance = (x - sums[3 * territory]! / weight) ** 2 + (y - sums[3 * territory + 1]! / weight) ** 2;
    if (distance >= bestDistance[territory]!) continue;
    bestDistance[territory] = distance;
    best[territory] = { x, y };
  }
  return best;
}
