import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { readPlanFile } from '../../shared/io/project/planFile';
import { effectiveAssignment } from '../../shared/plan/effectiveAssignment';

/**
 * Draws the sample plan's territories as a small picture for the first screen (`npm run assets:art`): paths in
 * a view of 404 × 196, so that the picture follows the scheme and needs no map.
 */
const WIDTH = 404;
const HEIGHT = 196;
/** West and east edges of the view in degrees, and the latitude in its middle. */
const WEST = -133.5;
const EAST = -60.5;
const MIDDLE_LAT = 38.4;
const OUT = new URL('../data/art/sampleArt.json', import.meta.url);

const require = createRequire(import.meta.url);
const readTopology = (path: string): Topology =>
  JSON.parse(readFileSync(require.resolve(path), 'utf8')) as Topology;

const mercatorY = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
const scale = WIDTH / (((EAST - WEST) * Math.PI) / 180);
const place = ([lng = 0, lat = 0]: Position): [number, number] => [
  ((lng - WEST) / (EAST - WEST)) * WIDTH,
  HEIGHT / 2 - (mercatorY(lat) - mercatorY(MIDDLE_LAT)) * scale,
];
const round = (value: number): number => Math.round(value * 10) / 10;

function pathOf(geometry: Polygon | MultiPolygon, minSidePx: number): string {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons
    .flat()
    .map((ring) => ring.map(place).map(([x, y]) => [round(x), round(y)] as const))
    .filter((ring) => isInSight(ring, minSidePx))
    .map((ring) => `M${withoutRepeats(ring).join('L')}Z`)
    .join('');
}

function isInSight(ring: readonly (readonly [number, number])[], minSidePx: number): boolean {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  // A ring round the date line spans the whole world and would cover the view.
  if (right - left > 2 * WIDTH) return false;
  return (
    right > -20 &&
    left < WIDTH + 20 &&
    bottom > -20 &&
    top < HEIGHT + 20 &&
    right - left + bottom - top > minSidePx
  );
}

function withoutRepeats(ring: readonly (readonly [number, number])[]): string[] {
  return ring.map((point) => point.join(' ')).filter((point, at, all) => point !== all[at - 1]);
}

const plan = readPlanFile(readFileSync(new URL('../plans/sample.evenland', import.meta.url)));
const scenario = plan.scenarios[0]!;
const { lat, lng, rowCount } = plan.accounts;
const assignment = effectiveAssignment(plan.accounts, scenario, scenario.alignments[0]!);

/** So many nearest accounts have a say in whose county it is, the nearer the more: lone accounts make no islands. */
const VOTERS = 15;

function territoryOfPlace([atLng = 0, atLat = 0]: Position): number {
  const squeeze = Math.cos((atLat * Math.PI) / 180) ** 2;
  const voters = Array.from({ length: rowCount }, (_, row) => row)
    .filter((row) => assignment[row]! >= 0)
    .map((row) => ({
      territory: assignment[row]!,
      distance: (lat[row]! - atLat) ** 2 + squeeze * (lng[row]! - atLng) ** 2,
    }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, VOTERS);
  const votes = new Map<number, number>();
  for (const { territory, distance } of voters) {
    votes.set(territory, (votes.get(territory) ?? 0) + 1 / (distance + 0.5));
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? -1;
}

/** Square degrees of the least triangle that is kept: half a pixel by one. */
const LEAST_AREA = 0.02;

function simplified(topology: Topology): Topology {
  return simplify(presimplify(topology as never), LEAST_AREA);
}

const states = simplified(readTopology('us-atlas/counties-10m.json'));
const counties = states.objects['counties'] as GeometryCollection;

function shapeOf(county: (typeof counties.geometries)[number]): Polygon | MultiPolygon {
  const shape = feature(states, county);
  if (shape.type !== 'Feature') throw new Error('A county is one feature.');
  return shape.geometry as Polygon | MultiPolygon;
}

/** Alaska, Hawaii and the islands lie outside of the view. */
const OUTSIDE = new Set(['02', '15', '60', '66', '69', '72', '78']);
const byTerritory = new Map<number, GeometryCollection['geometries']>();
for (const county of counties.geometries) {
  if (OUTSIDE.has(String(county.id).slice(0, 2))) continue;
  const shape = shapeOf(county);
  const ring = shape.type === 'Polygon' ? shape.coordinates[0]! : shape.coordinates[0]![0]!;
  const middle = ring.reduce(
    (sum, point) => [sum[0]! + point[0]! / ring.length, sum[1]! + point[1]! / ring.length],
    [0, 0],
  );
  const territory = territoryOfPlace(middle);
  byTerritory.set(territory, [...(byTerritory.get(territory) ?? []), county]);
}

const world = simplified(readTopology('world-atlas/countries-50m.json'));
const neighbours = (world.objects['countries'] as GeometryCollection).geometries.filter(({ id }) =>
  ['124', '484', '192', '044', '320', '084'].includes(String(id)),
);
const stateLines = mesh(states, states.objects['states'] as never, (one, other) => one !== other);

const art = {
  land: pathOf(merge(world, neighbours as never), 6),
  territories: [...byTerritory]
    .sort(([a], [b]) => a - b)
    .map(([index, shapes]) => ({
      colorIndex: scenario.territories[index]!.colorIndex ?? 0,
      path: pathOf(merge(states, shapes as never), 2),
    })),
  states: stateLines.coordinates
    .map(
      (line) =>
        `M${withoutRepeats(line.map(place).map(([x, y]) => [round(x), round(y)] as const)).join('L')}`,
    )
    .join(''),
  dots: Array.from({ length: rowCount }, (_, row) => row)
    .filter((row) => row % 5 === 0 && assignment[row]! >= 0)
    .map((row) => [
      ...place([lng[row]!, lat[row]!]).map(round),
      scenario.territories[assignment[row]!]!.colorIndex ?? 0,
    ])
    .filter(([x = 0, y = 0]) => x > 0 && x < WIDTH && y > 0 && y < HEIGHT),
};
mkdirSync(new URL('.', OUT), { recursive: true });
writeFileSync(OUT, `${JSON.stringify(art)}\n`);
console.log(`sampleArt.json: ${(JSON.stringify(art).length / 1024).toFixed(0)} kB`);
