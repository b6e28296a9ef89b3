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
import type { TerritoryLabel } from './placeLabels';

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
  const landSpots = keepWhileSame((owners: Int32Array, territoryCount: number) =>
    spotsOnLand(basemap, owners, territoryCount),
  );
  const places = keepPlaces(accounts);
  return {
    units,
    ownersOf,
    neighboursOf(assignment, owners, territoryCount) {
      const onLand = byUnits(owners, territoryCount);
      if (rowsAbroad.length === 0) return onLand;
      const codes = codesAbroad(rowsAbroad.map((row) => assignment[row]!));
      return merged(onLand, byPoints(codes, territoryCount));
    },
    labelPlacesOf: (owners, rows, territoryCount) =>
      places(landSpots(owners, territoryCount), rows, territoryCount),
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

/** Middles of the counties in the largest piece of each territory's land, and their areas, by territory. */
function spotsOnLand(
  basemap: Basemap,
  owners: Int32Array,
  territoryCount: number,
): readonly (readonly Spot[])[] {
  const { bounds } = basemap.counties;
  const pieces = piecesOfOwners(basemap, owners);
  const areas = new Float64Array(owners.length);
  const spots: PieceSpot[][] = Array.from({ length: territoryCount }, () => []);
  for (let unit = 0; unit < owners.length; unit++) {
    const territory = owners[unit]!;
    if (territory < 0) continue;
    const [west, north] = [bounds[unit * 4]!, bounds[unit * 4 + 1]!];
    const [east, south] = [bounds[unit * 4 + 2]!, bounds[unit * 4 + 3]!];
    const weight = (east - west) * (south - north);
    const piece = pieces[unit]!;
    areas[piece]! += weight;
    spots[territory]!.push({ x: (west + east) / 2, y: (north + south) / 2, weight, piece });
  }
  return spots.map((own) => {
    const largest = own.reduce(
      (best, { piece }) => (best < 0 || areas[piece]! > areas[best]! ? piece : best),
      -1,
    );
    return own.filter(({ piece }) => piece === largest);
  });
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

interface PieceSpot extends Spot {
  readonly piece: number;
}

type LabelPlace = Pick<TerritoryLabel, 'x' | 'y' | 'reachY'>;

/** Where the name of each territory stands; null where it has no place. */
export type LabelPlaces = readonly (LabelPlace | null)[];

/** Finds places of names; a territory whose counties or rows are those of the last call keeps its place. */
function keepPlaces(
  accounts: MapPoints,
): (land: readonly (readonly Spot[])[], rows: TerritoryRows, territoryCount: number) => LabelPlaces {
  let sources: (readonly Spot[] | Int32Array)[] = [];
  let places: LabelPlaces = [];
  return (land, rows, territoryCount) => {
    const next = Array.from({ length: territoryCount }, (_, territory) =>
      land[territory]?.length ? land[territory] : rows[territory]!,
    );
    if (next.length !== sources.length || next.some((source, territory) => source !== sources[territory])) {
      places = next.map((source, territory) =>
        source === sources[territory]
          ? places[territory]!
          : placeOfSpots(source instanceof Int32Array ? spotsOfRows(source, accounts) : source),
      );
      sources = next;
    }
    return places;
  };
}

function spotsOfRows(rows: Int32Array, { points, hidden }: MapPoints): Spot[] {
  const spots: Spot[] = [];
  for (const row of rows) if (!hidden[row]) spots.push({ x: points.x[row]!, y: points.y[row]!, weight: 1 });
  return spots;
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
  const land = basemap && owners ? spotsOnLand(basemap, owners, territoryCount) : [];
  return keepPlaces(accounts)(land, rowsByTerritory(assignment, territoryCount), territoryCount);
}

/** The spot nearest to the middle of them all. */
function placeOfSpots(spots: readonly Spot[]): LabelPlace | null {
  let [sumX, sumY, sum] = [0, 0, 0];
  for (const { x, y, weight } of spots) {
    sumX += x * weight;
    sumY += y * weight;
    sum += weight;
  }
  let best: Spot | null = null;
  let bestDistance = Infinity;
  for (const spot of spots) {
    const distance = (spot.x - sumX / sum) ** 2 + (spot.y - sumY / sum) ** 2;
    if (distance >= bestDistance) continue;
    bestDistance = distance;
    best = spot;
  }
  if (!best) return null;
  // Half of the way to the far end: beyond that the land may be another's.
  let reachY = 0;
  for (const { y } of spots) reachY = Math.max(reachY, Math.abs(y - best.y) / 2);
  return { x: best.x, y: best.y, reachY };
}
