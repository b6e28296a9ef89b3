import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Delaunay } from 'd3-delaunay';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { intersection, type Geom } from 'polyclip-ts';
import { feature, merge, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import type {
  GeometryCollection,
  MultiPolygon as ArcMulti,
  Polygon as ArcPolygon,
  Topology,
} from 'topojson-specification';
import { unpackColumns } from '../../shared/geo/geocoderColumns';
import { stateOfCounty } from '../../shared/plan/unitKeys';

const require = createRequire(import.meta.url);

/** Grid of the written topology. */
const QUANTUM = 1e5;
/** Share of the points that are kept: the areas are rough, and their inner borders all the more. */
const KEPT_SHARE = 0.35;
/** Degrees by which the cells reach beyond the points of a state. */
const MARGIN = 12;

interface ZipPoint {
  readonly lng: number;
  readonly lat: number;
  readonly zip3: string;
}

/**
 * Rough areas of the first three digits of ZIP codes: each place of a state belongs to the nearest ZIP code of that
 * state. The Postal Service draws no such areas. Ids are "CA-941": some ZIP3 reach into two states.
 */
export function buildZip3Areas(): Topology {
  const atlas = require('us-atlas/counties-10m.json') as Topology<{
    states: GeometryCollection<{ name: string }>;
  }>;
  const states = feature(atlas, atlas.objects.states) as FeatureCollection<Polygon | MultiPolygon>;
  const points = readZipPoints();
  const features: Feature<MultiPolygon>[] = [];
  for (const state of states.features) {
    const code = stateOfCounty(`${String(state.id)}000`);
    const own = points.get(code);
    if (own) features.push(...areasOfState(code, own, state.geometry));
  }
  const map = topology({ zip3: { type: 'FeatureCollection', features } as FeatureCollection }, QUANTUM);
  const weighed = presimplify(map as Parameters<typeof presimplify>[0]);
  return quantize(simplify(weighed, quantile(weighed, KEPT_SHARE)), QUANTUM);
}

function readZipPoints(): Map<string, ZipPoint[]> {
  const { texts, numbers } = unpackColumns(
    readFileSync(new URL('../data/places/us-postal.gz', import.meta.url)),
  );
  const byState = new Map<string, ZipPoint[]>();
  texts['zip']!.forEach((zip, row) => {
    const state = texts['state']![row]!;
    const point = {
      lng: numbers['lng']![row]! / 1e4,
      lat: numbers['lat']![row]! / 1e4,
      zip3: zip.slice(0, 3),
    };
    const list = byState.get(state);
    if (list) list.push(point);
    else byState.set(state, [point]);
  });
  return byState;
}

function areasOfState(
  state: string,
  points: readonly ZipPoint[],
  land: Polygon | MultiPolygon,
): Feature<MultiPolygon>[] {
  const cells = dissolvedCells(points);
  const own = (land.type === 'Polygon' ? [land.coordinates] : land.coordinates) as Geom;
  return [...cells].flatMap(([zip3, cell]) => {
    const coordinates = intersection(cell.coordinates as Geom, own) as Position[][][];
    if (coordinates.length === 0) return [];
    return {
      type: 'Feature' as const,
      id: `${state}-${zip3}`,
      properties: { name: `${state} ${zip3}` },
      geometry: { type: 'MultiPolygon' as const, coordinates },
    };
  });
}

/** Cells round the points, those of one ZIP3 as one area. */
function dissolvedCells(points: readonly ZipPoint[]): Map<string, MultiPolygon> {
  // Longitudes are shortened as on the ground, so that the nearest is the nearest there.
  const squeeze = Math.cos(((points[0]?.lat ?? 0) * Math.PI) / 180);
  const unique = [...new Map(points.map((point) => [`${point.lng} ${point.lat}`, point])).values()];
  const xs = unique.map(({ lng }) => lng * squeeze);
  const ys = unique.map(({ lat }) => lat);
  const voronoi = Delaunay.from(
    unique,
    ({ lng }) => lng * squeeze,
    ({ lat }) => lat,
  ).voronoi([
    Math.min(...xs) - MARGIN,
    Math.min(...ys) - MARGIN,
    Math.max(...xs) + MARGIN,
    Math.max(...ys) + MARGIN,
  ]);
  const features = unique.map((point, at): Feature<Polygon> => {
    const ring = voronoi.cellPolygon(at).map(([x, y]): Position => [x / squeeze, y]);
    return {
      type: 'Feature',
      properties: { zip3: point.zip3 },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  });
  const map = topology({ cells: { type: 'FeatureCollection', features } as FeatureCollection }) as Topology<{
    cells: GeometryCollection<{ zip3: string }>;
  }>;
  type Cell = ArcPolygon<{ zip3: string }> | ArcMulti<{ zip3: string }>;
  const byZip3 = new Map<string, Cell[]>();
  for (const cell of map.objects.cells.geometries as Cell[]) {
    const { zip3 } = cell.properties!;
    const list = byZip3.get(zip3);
    if (list) list.push(cell);
    else byZip3.set(zip3, [cell]);
  }
  return new Map([...byZip3].map(([zip3, list]) => [zip3, merge(map, list)]));
}
