import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature, merge } from 'topojson-client';
import type { Polygon as UnitPolygon, Topology } from 'topojson-specification';
import { ownersOfUnits, placeInUnits } from '../../../geo/accountUnits';
import { equalAreaPlane } from '../../../geo/equalArea';
import { convexHull } from '../../../geo/planeShapes';
import { createPointIndex } from '../../../geo/pointIndex';
import { projectColumns } from '../../../geo/projection';
import type { Boundary } from '../../../model/boundary';
import { readUnitMap } from '../../../geo/unitMap';
import { primaryAlignment } from '../../../plan/lookup';
import { ownerOfUnit } from '../../../plan/unitMeasureTotals';
import type { ExportContext } from '../exportContext';

type UnitGeometry = UnitPolygon<{ name?: string }> & { id?: string | number };

/** The land of a territory: a GeoJSON area in degrees. */
export interface TerritoryLand {
  readonly index: number;
  /**
   * `boundary`: the line drawn round it; `units`: its counties, borders between them dissolved; `hull`: the hull round
   * its accounts, an approximation.
   */
  readonly source: 'boundary' | 'units' | 'hull';
  readonly area: Polygon | MultiPolygon;
}

/** A county with the index of the territory that has it. */
export interface UnitLand {
  readonly id: string;
  readonly name: string;
  readonly owner: number;
  readonly area: Polygon | MultiPolygon;
}

/** Whose land is whose, for files that draw it. */
export interface PlanLand {
  readonly territories: readonly TerritoryLand[];
  readonly units: readonly UnitLand[];
}

/**
 * A county belongs to whoever claims it, else to the territory that most of its accounts have, as on the map.
 * A territory's drawn boundary is its area; one without a boundary or a county gets the hull round its accounts.
 * @param unitedStates topology with the layer `counties` (assets/data/map/unitedStates.topo.gz)
 */
export function planLand(context: ExportContext, unitedStates: Topology): PlanLand {
  const owners = countyOwners(context, unitedStates);
  const { geometries } = unitedStates.objects['counties'] as { geometries: UnitGeometry[] };
  const unitsOf = new Map<number, UnitGeometry[]>();
  const units: UnitLand[] = [];
  geometries.forEach((geometry, unit) => {
    const owner = owners[unit]!;
    if (owner < 0) return;
    const own = unitsOf.get(owner);
    if (own) own.push(geometry);
    else unitsOf.set(owner, [geometry]);
    const { geometry: area } = feature(unitedStates, geometry) as Feature<Polygon | MultiPolygon>;
    units.push({
      id: String(geometry.id),
      name: geometry.properties?.name ?? '',
      owner,
      area: counterclockwise(area),
    });
  });
  const territories = context.evaluation.territories.assignable.flatMap((index): TerritoryLand[] => {
    const { boundary } = context.scenario.territories[index]!;
    if (boundary) return [{ index, source: 'boundary', area: areaOf(boundary) }];
    const own = unitsOf.get(index);
    if (own) return [{ index, source: 'units', area: counterclockwise(merge(unitedStates, own)) }];
    const hull = hullOfAccounts(context, index);
    return hull ? [{ index, source: 'hull', area: hull }] : [];
  });
  return { territories, units };
}

function countyOwners({ document, scenario, evaluation }: ExportContext, topology: Topology): Int32Array {
  const counties = readUnitMap(topology, 'counties');
  const { lat, lng, removed } = document.accounts;
  const points = projectColumns(lat, lng);
  const index = createPointIndex(points, removed);
  const placed = placeInUnits(counties, points, index, removed, (unit) => counties.ids[unit]!.slice(0, 2));
  const byAccounts = ownersOfUnits(placed, evaluation.territories.assignment);
  const alignment = primaryAlignment(scenario);
  if (alignment.layers.length === 0) return byAccounts;
  return byAccounts.map((owner, unit) => {
    const claimed = ownerOfUnit(scenario, alignment, 'county', counties.ids[unit]!);
    return claimed >= 0 ? claimed : owner;
  });
}

/** The hull round a territory's placed accounts, worked out on the ground; null for fewer than three places. */
function hullOfAccounts(
  { document, evaluation }: ExportContext,
  index: number,
): Polygon | MultiPolygon | null {
  const { travel, rows } = evaluation.territories;
  const { lat, lng } = document.accounts;
  if (Number.isNaN(travel.hubLat[index]!)) return null;
  const plane = equalAreaPlane(travel.hubLat[index]!, travel.hubLng[index]!);
  const placed = [...rows[index]!].filter((row) => !Number.isNaN(lat[row]!));
  // The hull names its corners by their place in the plane, which leads back to the account.
  const places = new Map(
    placed.map((row) => [plane.project(lat[row]!, lng[row]!).join(), [lng[row]!, lat[row]!]]),
  );
  const hull = convexHull(Float64Array.from(placed.flatMap((row) => plane.project(lat[row]!, lng[row]!))));
  const ring: number[][] = [];
  for (let at = 0; at < hull.length; at += 2) ring.push(places.get(`${hull[at]},${hull[at + 1]}`)!);
  if (ring.length < 3) return null;
  ring.push(ring[0]!);
  return counterclockwise({ type: 'Polygon', coordinates: [ring] });
}

function areaOf(boundary: Boundary): Polygon | MultiPolygon {
  return counterclockwise({ type: 'Polygon', coordinates: [[...boundary, boundary[0]!]] });
}

/** Outer rings counterclockwise and holes clockwise, as RFC 7946 asks; pieces folded flat by rounding are dropped. */
function counterclockwise(area: Polygon | MultiPolygon): Polygon | MultiPolygon {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  const wound = polygons.flatMap((rings) => {
    const [outer, ...holes] = rings.filter((ring) => twiceArea(ring) !== 0);
    if (!outer || twiceArea(rings[0]!) === 0) return [];
    return [[turned(outer, true), ...holes.map((hole) => turned(hole, false))]];
  });
  return wound.length === 1
    ? { type: 'Polygon', coordinates: wound[0]! }
    : { type: 'MultiPolygon', coordinates: wound };
}

function turned(ring: number[][], isCounterclockwise: boolean): number[][] {
  return twiceArea(ring) > 0 === isCounterclockwise ? ring : ring.toReversed();
}

function twiceArea(ring: number[][]): number {
  let sum = 0;
  for (let at = 1; at < ring.length; at++)
    sum += ring[at - 1]![0]! * ring[at]![1]! - ring[at]![0]! * ring[at - 1]![1]!;
  return sum;
}

/** Rounded to about a decimetre: more would only make files longer. */
export function roundedArea<A extends Polygon | MultiPolygon>(area: A): A {
  const round = (ring: number[][]) => ring.map((point) => point.map(roundDegrees));
  const coordinates =
    area.type === 'Polygon'
      ? area.coordinates.map(round)
      : area.coordinates.map((polygon) => polygon.map(round));
  return { ...area, coordinates };
}

export function roundDegrees(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
