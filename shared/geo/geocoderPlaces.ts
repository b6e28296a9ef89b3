import { unpackColumns } from './geocoderColumns';

/** Files of assets/data/places that the geocoder reads; the caller fetches their bytes. */
export const PLACES_FILES = {
  usPostal: 'us-postal.gz',
  cities: 'cities.gz',
  regions: 'regions.gz',
} as const;

/** The bytes of PLACES_FILES, as stored. */
export type PlacesBytes = Record<keyof typeof PLACES_FILES, Uint8Array>;

/** Countries and their first-level regions, a row each; code is '' in a country's own row. */
export interface RegionPlaces {
  readonly rowCount: number;
  readonly country: readonly string[];
  /** GeoNames admin1 code; for the US the USPS code. */
  readonly code: readonly string[];
  readonly name: readonly string[];
  /** Other names, parted by "|". */
  readonly aliases: readonly string[];
  /** Census FIPS code of a state, else ''. */
  readonly fips: readonly string[];
  /** Degrees: centre of the population, and the box round all known places. */
  readonly lat: Float64Array;
  readonly lng: Float64Array;
  readonly south: Float64Array;
  readonly west: Float64Array;
  readonly north: Float64Array;
  readonly east: Float64Array;
}

export interface PostalPlaces {
  readonly rowCount: number;
  readonly zip: readonly string[];
  readonly place: readonly string[];
  readonly state: readonly string[];
  readonly county: readonly string[];
  readonly countyFips: readonly string[];
  readonly lat: Float64Array;
  readonly lng: Float64Array;
}

export interface CityPlaces {
  readonly rowCount: number;
  /** "US.MA": country and region code of an area; rows are sorted by it. */
  readonly areas: readonly string[];
  readonly area: Int32Array;
  readonly name: readonly string[];
  readonly otherNames: readonly string[];
  readonly countyFips: readonly string[];
  readonly lat: Float64Array;
  readonly lng: Float64Array;
  readonly population: Int32Array;
}

/** All places in memory, about 25 MB; build once and share among geocoders. */
export interface Places {
  readonly postal: PostalPlaces;
  readonly cities: CityPlaces;
  readonly regions: RegionPlaces;
}

/** Unpacks the three files. Takes about 0.3 s, so call it in a worker. */
export function readPlaces(bytes: PlacesBytes): Places {
  const postal = unpackColumns(bytes.usPostal);
  const cities = unpackColumns(bytes.cities);
  const regions = unpackColumns(bytes.regions);
  const milli = (column: string) => degrees(regions.numbers[column]!, 1e3);
  return {
    postal: {
      rowCount: postal.rowCount,
      zip: postal.texts['zip']!,
      place: postal.texts['place']!,
      state: postal.texts['state']!,
      county: postal.texts['county']!,
      countyFips: postal.texts['countyFips']!,
      lat: degrees(postal.numbers['lat']!, 1e4),
      lng: degrees(postal.numbers['lng']!, 1e4),
    },
    cities: {
      rowCount: cities.rowCount,
      areas: cities.texts['areas']!,
      area: cities.numbers['area']!,
      name: cities.texts['name']!,
      otherNames: cities.texts['otherNames']!,
      countyFips: cities.texts['countyFips']!,
      lat: degrees(cities.numbers['lat']!, 1e3),
      lng: degrees(cities.numbers['lng']!, 1e3),
      population: cities.numbers['population']!,
    },
    regions: {
      rowCount: regions.rowCount,
      country: regions.texts['country']!,
      code: regions.texts['code']!,
      name: regions.texts['name']!,
      aliases: regions.texts['aliases']!,
      fips: regions.texts['fips']!,
      lat: milli('lat'),
      lng: milli('lng'),
      south: milli('south'),
      west: milli('west'),
      north: milli('north'),
      east: milli('east'),
    },
  };
}

function degrees(values: Int32Array, perDegree: number): Float64Array {
  return Float64Array.from(values, (value) => value / perDegree);
}
