import type { PackedColumns } from '../../shared/geo/geocoderColumns';
import { placeKey } from '../../shared/geo/geocoderNames';
import type { GeoNamesCity } from './geocoderCities';
import { COUNTRY_ALIASES, REGION_ALIASES } from './geocoderAliases';
import { US_STATES, US_TERRITORIES } from './geocoderUsStates';

interface Area {
  country: string;
  /** GeoNames admin1 code, '' for a country itself. */
  code: string;
  name: string;
  aliases: string[];
  fips: string;
}

/** Languages in which people write a country's name in a customer list. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'da', 'fi', 'cs'];

/**
 * Countries (code '') and their first-level regions: country, code, name, aliases, fips; lat and lng (1e-3 degrees) of the
 * population's centre; boxes (1e-3 degrees) round all known places, by which coordinates are doubted.
 */
export function buildRegions(
  cities: readonly GeoNamesCity[],
  admin1: readonly { code: string; name: string }[],
  postal: PackedColumns,
): PackedColumns {
  const areas = listAreas(cities, admin1);
  const index = new Map(areas.map((area, row) => [`${area.country}.${area.code}`, row]));
  const spans = areas.map(() => new Span());
  const add = (country: string, code: string, lat: number, lng: number, weight: number) => {
    for (const key of code ? [`${country}.`, `${country}.${code}`] : [`${country}.`]) {
      const row = index.get(key);
      if (row !== undefined) spans[row]!.add(lat, lng, weight);
    }
  };
  for (const city of cities) add(city.country, city.region, city.lat, city.lng, city.population + 1);
  postal.texts['state']!.forEach((state, row) => {
    // Military posts lie all over the world and belong to no area.
    if (state && !/^A[AEP]$/.test(state)) {
      add('US', state, postal.numbers['lat']![row]! / 1e4, postal.numbers['lng']![row]! / 1e4, 1);
    }
  });
  return toColumns(areas, spans);
}

function listAreas(
  cities: readonly GeoNamesCity[],
  admin1: readonly { code: string; name: string }[],
): Area[] {
  const countries = [...new Set(cities.map((city) => city.country))].sort();
  const names = LANGUAGES.map((language) => new Intl.DisplayNames(language, { type: 'region' }));
  const areas: Area[] = countries.map((country) => ({
    country,
    code: '',
    name: names[0]!.of(country) ?? country,
    aliases: distinct([
      ...names.map((language) => language.of(country) ?? ''),
      ...(COUNTRY_ALIASES[country] ?? []),
    ]),
    fips: '',
  }));
  for (const [code, fips, name] of US_STATES) {
    areas.push({
      country: 'US',
      code,
      name,
      aliases: distinct([code, name, fips, ...(REGION_ALIASES[`US.${code}`] ?? [])]),
      fips,
    });
  }
  for (const { code: full, name } of admin1) {
    const [country, code] = full.split('.') as [string, string];
    if (country === 'US' || US_TERRITORIES.has(country)) continue;
    areas.push({ country, code, name, aliases: distinct([name, ...(REGION_ALIASES[full] ?? [])]), fips: '' });
  }
  return areas;
}

function distinct(names: readonly string[]): string[] {
  return [...new Map(names.filter((name) => placeKey(name)).map((name) => [placeKey(name), name])).values()];
}

/** Population centre (as a mean of unit vectors, so that the date line does no harm) and bounding box of places. */
class Span {
  private x = 0;
  private y = 0;
  private z = 0;
  readonly box = [90, 180, -90, -180] as [south: number, west: number, north: number, east: number];

  add(lat: number, lng: number, weight: number): void {
    const phi = (lat * Math.PI) / 180;
    const lambda = (lng * Math.PI) / 180;
    this.x += weight * Math.cos(phi) * Math.cos(lambda);
    this.y += weight * Math.cos(phi) * Math.sin(lambda);
    this.z += weight * Math.sin(phi);
    const [south, west, north, east] = this.box;
    this.box.splice(
      0,
      4,
      Math.min(south, lat),
      Math.min(west, lng),
      Math.max(north, lat),
      Math.max(east, lng),
    );
  }

  get isEmpty(): boolean {
    return this.box[0] > this.box[2];
  }

  get lat(): number {
    return (Math.atan2(this.z, Math.hypot(this.x, this.y)) * 180) / Math.PI;
  }

  get lng(): number {
    return (Math.atan2(this.y, this.x) * 180) / Math.PI;
  }
}

function toColumns(allAreas: readonly Area[], allSpans: readonly Span[]): PackedColumns {
  const kept = allAreas.map((area, row) => ({ area, span: allSpans[row]! }));
  // A region with no known place can place nothing, but its name still tells the country (military posts).
  const rows = kept.filter(({ area, span }) => !span.isEmpty || area.country === 'US');
  const milli = (degrees: (span: Span) => number) =>
    Int32Array.from(rows, ({ span }) => (span.isEmpty ? 0 : Math.round(degrees(span) * 1e3)));
  return {
    rowCount: rows.length,
    texts: {
      country: rows.map(({ area }) => area.country),
      code: rows.map(({ area }) => area.code),
      name: rows.map(({ area }) => area.name),
      aliases: rows.map(({ area }) => area.aliases.join('|')),
      fips: rows.map(({ area }) => area.fips),
    },
    numbers: {
      lat: milli((span) => span.lat),
      lng: milli((span) => span.lng),
      south: milli((span) => span.box[0]),
      west: milli((span) => span.box[1]),
      north: milli((span) => span.box[2]),
      east: milli((span) => span.box[3]),
    },
  };
}
