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

/** For each county a county that stands for its piece: counties of one owner that hang together share it. */
function piecesOfOwners({ counties }: Basemap, owners: Int32Array): Int32Array {
  const { forwardUnit, backwardUnit } = counties;
  const parent = new Int32Array(owners.length).map((_, unit) => unit);
  const rootOf = (unit: number): number => {
    let root = unit;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  };
  for (let arc = 0; arc < forwardUnit.length; arc++) {
    const one = forwardUnit[arc]!;
    const other = backwardUnit[arc]!;
    if (one >= 0 && other >= 0 && owners[one] === owners[other]) parent[rootOf(one)] = rootOf(other);
  }
  return parent.map((_, unit) => rootOf(unit));
}

/** Pieces of land that a territory's counties make, and how many counties. */
export function piecesOfLand(
  basemap: Basemap,
  owners: Int32Array,
  territory: number,
): { readonly unitCount: number; readonly pieceCount: number } {
  const own = piecesOfOwners(basemap, owners).filter((_, unit) => owners[unit] === territory);
  return { unitCount: own.length, pieceCount: new Set(own).size };
}

/** Middles of the counties in the largest piece of each territory's land, and their areas. */
function spotsOnLand(basemap: Basemap, owners: Int32Array): Spot[] {
  const { bounds } = basemap.counties;
  const pieces = piecesOfOwners(basemap, owners);
  const areas = new Float64Array(owners.length);
  const spots: (Spot & { readonly piece: number })[] = [];
  owners.forEach((territory, unit) => {
    if (territory < 0) return;
    const [west, north, east, south] = [0, 1, 2, 3].map((side) => bounds[unit * 4 + side]!);
    const weight = (east! - west!) * (south! - north!);
    areas[pieces[unit]!]! += weight;
    spots.push({ territory, x: (west! + east!) / 2, y: (north! + south!) / 2, weight, piece: pieces[unit]! });
  });
  const largest = new Map<number, number>();
  for (const { territory, piece } of spots) {
    const known = largest.get(territory);
    if (known === undefined || areas[piece]! > areas[known]!) largest.set(territory, piece);
  }
  return spots.filter(({ territory, piece }) => largest.get(territory) === piece);
}

interface Spot {
  readonly territory: number;
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

type LabelPlace = Pick<TerritoryLabel, 'x' | 'y' | 'reachY'>;

/**
 * Where the name of each territory stands: on the county nearest to the middle of the largest piece of its land;
 * without counties on the account nearest to the middle of its accounts. Null where it has neither.
 */
export function labelPlaces(
  basemap: Basemap | null,
  owners: Int32Array | null,
  accounts: MapPoints,
  assignment: Int32Array,
  territoryCount: number,
): (LabelPlace | null)[] {
  const spots = basemap && owners ? spotsOnLand(basemap, owners) : [];
  const hasLand = new Uint8Array(territoryCount);
  for (const { territory } of spots) hasLand[territory] = 1;
  for (let row = 0; row < assignment.length; row++) {
    const territory = assignment[row]!;
    if (territory < 0 || hasLand[territory] || accounts.hidden[row]) continue;
    spots.push({ territory, x: accounts.points.x[row]!, y: accounts.points.y[row]!, weight: 1 });
  }
  const sums = new Float64Array(territoryCount * 3);
  for (const { territory, x, y, weight } of spots) {
    sums[3 * territory]! += x * weight;
    sums[3 * territory + 1]! += y * weight;
    sums[3 * territory + 2]! += weight;
  }
  const best: (LabelPlace | null)[] = new Array<null>(territoryCount).fill(null);
  const bestDistance = new Float64Array(territoryCount).fill(Infinity);
  for (const { territory, x, y } of spots) {
    const weight = sums[3 * territory + 2]!;
    const distance = (x - sums[3 * territory]! / weight) ** 2 + (y - sums[3 * territory + 1]! / weight) ** 2;
    if (distance >= bestDistance[territory]!) continue;
    bestDistance[territory] = distance;
    best[territory] = { x, y, reachY: 0 };
  }
  // Half of the way to the far end: beyond that the land may be another's.
  const reach = new Float64Array(territoryCount);
  for (const { territory, y } of spots) {
    reach[territory] = Math.max(reach[territory]!, Math.abs(y - best[territory]!.y) / 2);
  }
  return best.map((place, territory) => place && { ...place, reachY: reach[territory]! });
}
