import {
  changedRows,
  OUTSIDE_PLAN,
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
import type { ProjectedPoints } from '../../shared/geo/projection';
import { rowsByTerritory, type TerritoryRows } from '../../shared/measures/territoryRows';
import type { Basemap } from './basemapFiles';
import { keepWhileEqual, keepWhileSame } from './keepWhileSame';
import type { MapPoints } from './mapAccounts';
import type { TerritoryLabel } from './paintLabels';

/** Areas round accounts outside the counties grow this far to find their neighbours: about 300 km. */
const REACH = 1 / 130;

/** Follows who owns which county, edit by edit: what an edit leaves as it is comes back as the same object. */
export interface LandTracker {
  readonly units: AccountUnits;
  /** Owner of each county by its accounts; only what changed since the last call is redone. */
  ownersOf(assignment: Int32Array): Int32Array;
  /** Territories that touch, by counties, and where there are none by accounts. @param owners of counties */
  neighboursOf(assignment: Int32Array, owners: Int32Array, territoryCount: number): Neighbours;
  /** Where the name of each territory stands. @param owners of counties */
  labelPlacesOf(owners: Int32Array, rows: TerritoryRows, territoryCount: number): LabelPlaces;
}

/** Owners of counties by their accounts, but where the land itself is claimed. @param claims OUTSIDE_PLAN = none */
export function withClaims(owners: Int32Array, claims: Int32Array | null): Int32Array {
  if (!claims) return owners;
  return owners.map((owner, unit) => (claims[unit] === OUTSIDE_PLAN ? owner : claims[unit]!));
}

/** Places accounts in counties, once for all assignments. */
export function trackLand(basemap: Basemap, accounts: MapPoints): LandTracker {
  const { counties } = basemap;
  const units = placeInUnits(counties, accounts.points, accounts.index, accounts.hidden, (unit) =>
    counties.ids[unit]!.slice(0, 2),
  );
  let last: { assignment: Int32Array; owners: Int32Array } | null = null;
  function ownersOf(assignment: Int32Array): Int32Array {
    if (last?.assignment === assignment) return last.owners;
    const owners =
      last?.assignment.length === assignment.length
        ? updateOwners(units, last.owners, assignment, changedRows(last.assignment, assignment))
        : ownersOfUnits(units, assignment);
    last = { assignment, owners };
    return owners;
  }

  const rowsAbroad = rowsOutsideUnits(units, accounts);
  const pointsAbroad = pointsOfRows(accounts.points, rowsAbroad);
  const byUnits = keepWhileSame((owners: Int32Array, territoryCount: number) =>
    neighboursByUnits(counties, owners, territoryCount),
  );
  const codesAbroad = keepWhileEqual();
  const byPoints = keepWhileSame((codes: Int32Array, territoryCount: number) =>
    neighboursByPoints(pointsAbroad, codes, territoryCount, REACH),
  );
  const merged = keepWhileSame(mergeNeighbours);
  const landSpots = keepWhileSame((owners: Int32Array) => spotsOnLand(basemap, owners));
  const landless = keepWhileEqual();
  const places = keepWhileSame(placesOfSpots);
  return {
    units,
    ownersOf,
    neighboursOf(assignment, owners, territoryCount) {
      const onLand = byUnits(owners, territoryCount);
      if (rowsAbroad.length === 0) return onLand;
      const codes = codesAbroad(rowsAbroad.map((row) => assignment[row]!));
      return merged(onLand, byPoints(codes, territoryCount));
    },
    labelPlacesOf(owners, rows, territoryCount) {
      const spots = landSpots(owners);
      const owned = landless(ownersWithoutLand(spots, accounts, rows, territoryCount));
      return places(spots, accounts.points, owned, territoryCount);
    },
  };
}

function rowsOutsideUnits(units: AccountUnits, { hidden }: MapPoints): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < hidden.length; row++) if (units.unitOfRow[row]! < 0 && !hidden[row]) rows.push(row);
  return Int32Array.from(rows);
}

function pointsOfRows({ x, y }: ProjectedPoints, rows: Int32Array): ProjectedPoints {
  return {
    x: Float64Array.from(rows, (row) => x[row]!),
    y: Float64Array.from(rows, (row) => y[row]!),
  };
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

/** Middles of the counties in the largest piece of each territory's land, and their areas. */
function spotsOnLand(basemap: Basemap, owners: Int32Array): readonly Spot[] {
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

/** Where the name of each territory stands; null where it has no place. */
export type LabelPlaces = readonly (LabelPlace | null)[];

/** Placed rows of the territories that have no county, each followed by its territory. */
function ownersWithoutLand(
  spots: readonly Spot[],
  { hidden }: MapPoints,
  rows: TerritoryRows,
  territoryCount: number,
): Int32Array {
  const hasLand = new Uint8Array(territoryCount);
  for (const { territory } of spots) hasLand[territory] = 1;
  const found: number[] = [];
  for (let territory = 0; territory < territoryCount; territory++) {
    if (hasLand[territory]) continue;
    for (const row of rows[territory]!) if (!hidden[row]) found.push(row, territory);
  }
  return Int32Array.from(found);
}

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
): LabelPlaces {
  const spots = basemap && owners ? spotsOnLand(basemap, owners) : [];
  const rows = rowsByTerritory(assignment, territoryCount);
  const landless = ownersWithoutLand(spots, accounts, rows, territoryCount);
  return placesOfSpots(spots, accounts.points, landless, territoryCount);
}

/** @param landless rows of territories without counties, each followed by its territory */
function placesOfSpots(
  land: readonly Spot[],
  { x: xs, y: ys }: ProjectedPoints,
  landless: Int32Array,
  territoryCount: number,
): LabelPlaces {
  const spots = [...land];
  for (let at = 0; at < landless.length; at += 2) {
    const row = landless[at]!;
    spots.push({ territory: landless[at + 1]!, x: xs[row]!, y: ys[row]!, weight: 1 });
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
