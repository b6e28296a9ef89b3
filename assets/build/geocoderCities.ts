import type { PackedColumns } from '../../shared/geo/geocoderColumns';
import { placeKey } from '../../shared/geo/geocoderNames';
import { FIPS_OF_STATE, US_TERRITORIES } from './geocoderUsStates';

export interface GeoNamesCity {
  name: string;
  /** Other names in Latin letters whose lookup key differs from the name's. */
  otherNames: string[];
  lat: number;
  lng: number;
  /** ISO 3166 code; the US territories count as US, and are its regions. */
  country: string;
  /** GeoNames admin1 code, for the US the USPS code. */
  region: string;
  /** Census FIPS code, US only. */
  countyFips: string;
  population: number;
}

/** Below this a place's foreign names are left out: they would triple the file for few hits. */
const OTHER_NAMES_FROM_POPULATION = 15_000;

/** GeoNames' cities500 as records. */
export function readGeoNamesCities(lines: readonly string[]): GeoNamesCity[] {
  return lines.map((line) => {
    const field = line.split('\t');
    const geoCountry = field[8]!;
    const isTerritory = US_TERRITORIES.has(geoCountry);
    const country = isTerritory ? 'US' : geoCountry;
    const region = isTerritory ? geoCountry : field[10]!;
    const population = Number(field[14]);
    const countyCode = geoCountry === 'PR' ? field[10]! : field[11]!;
    const fips = country === 'US' && /^\d{3}$/.test(countyCode) ? FIPS_OF_STATE.get(region) : undefined;
    return {
      name: field[1]!,
      otherNames: otherNames(field[1]!, field[2]!, field[3]!, population),
      lat: Number(field[4]),
      lng: Number(field[5]),
      country,
      region,
      countyFips: fips ? fips + countyCode : '',
      population,
    };
  });
}

function otherNames(name: string, ascii: string, alternates: string, population: number): string[] {
  const seen = new Set([placeKey(name)]);
  const kept: string[] = [];
  const candidates = [ascii, ...(population >= OTHER_NAMES_FROM_POPULATION ? alternates.split(',') : [])];
  for (const candidate of candidates) {
    // Transliterations of other scripts come without a capital; airport codes come in capitals only.
    if (!/^\p{Lu}[\p{Script=Latin}\p{M} .'’-]{2,}$/u.test(candidate) || /^\p{Lu}{3,4}$/u.test(candidate))
      continue;
    const key = placeKey(candidate);
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(candidate);
  }
  return kept;
}

/** Cities as columns, sorted by country, region and name; lat and lng in 1e-3 degrees. */
export function buildCities(cities: readonly GeoNamesCity[]): PackedColumns {
  const rows = cities
    .slice()
    .sort((a, b) => order(a.country, b.country) || order(a.region, b.region) || order(a.name, b.name));
  const areas = [...new Set(rows.map((row) => `${row.country}.${row.region}`))];
  const areaIndex = new Map(areas.map((area, index) => [area, index]));
  return {
    rowCount: rows.length,
    texts: {
      areas,
      name: rows.map((row) => row.name),
      otherNames: rows.map((row) => row.otherNames.join('|')),
      countyFips: rows.map((row) => row.countyFips),
    },
    numbers: {
      area: Int32Array.from(rows, (row) => areaIndex.get(`${row.country}.${row.region}`)!),
      lat: Int32Array.from(rows, (row) => Math.round(row.lat * 1e3)),
      lng: Int32Array.from(rows, (row) => Math.round(row.lng * 1e3)),
      population: Int32Array.from(rows, (row) => row.population),
    },
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
