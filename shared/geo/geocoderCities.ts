import { countyKey, foldText, isOneEditAway, placeKey } from './geocoderNames';
import type { Places } from './geocoderPlaces';

export interface CityPlace {
  /** Degrees. */
  readonly lat: number;
  readonly lng: number;
  /** Region code of the area that the place lies in. */
  readonly region: string;
  readonly population: number;
  readonly countyFips: string;
}

/** Lookup key → all places of that name in one country, most populous first. */
type CountryCities = Map<string, CityPlace[]>;

/** Shorter names have too many neighbours for a slip of one letter to be told. */
const FUZZY_FROM_LETTERS = 5;

/** Cities of the world by name; a country is indexed when its first account comes. */
export class CityIndex {
  private readonly countries = new Map<string, CountryCities>();
  private readonly keysOfRegion = new Map<string, string[]>();
  private largeCities: Map<string, string[]> | null = null;
  private counties: Map<string, CityPlace> | null = null;

  constructor(private readonly places: Places) {}

  /** Places of a name in a country, most populous first. */
  find(country: string, name: string): readonly CityPlace[] {
    return this.countryCities(country).get(placeKey(name)) ?? [];
  }

  /** Countries that have a large city of the name. */
  countriesOf(name: string): readonly string[] {
    this.largeCities ??= indexLargeCities(this.places);
    return this.largeCities.get(placeKey(name)) ?? [];
  }

  /** The one place in the region whose name is one letter away; null where there is none, or several. */
  findOneEditAway(country: string, region: string, name: string): CityPlace | null {
    const key = placeKey(name);
    if (key.length < FUZZY_FROM_LETTERS) return null;
    const cities = this.countryCities(country);
    let found: CityPlace | null = null;
    for (const other of this.regionKeys(country, region)) {
      if (!isOneEditAway(key, other)) continue;
      const place = cities.get(other)!.find((candidate) => candidate.region === region)!;
      if (found && (Math.abs(found.lat - place.lat) > 0.2 || Math.abs(found.lng - place.lng) > 0.2))
        return null;
      found ??= place;
    }
    return found;
  }

  /** A US county by state and name, or by FIPS code with or without its leading zero. */
  findCounty(state: string, county: string): CityPlace | null {
    this.counties ??= indexCounties(this.places);
    const text = county.trim();
    if (/^\d{4,5}(\.0)?$/.test(text))
      return this.counties.get(text.replace('.0', '').padStart(5, '0')) ?? null;
    return text && state ? (this.counties.get(`${state}.${countyKey(text)}`) ?? null) : null;
  }

  private regionKeys(country: string, region: string): string[] {
    const area = `${country}.${region}`;
    let keys = this.keysOfRegion.get(area);
    if (!keys) {
      keys = [];
      for (const [key, places] of this.countryCities(country)) {
        if (places.some((place) => place.region === region)) keys.push(key);
      }
      this.keysOfRegion.set(area, keys);
    }
    return keys;
  }

  private countryCities(country: string): CountryCities {
    let cities = this.countries.get(country);
    if (!cities) {
      cities = indexCities(this.places, country);
      if (country === 'US') addPostalPlaces(this.places, cities);
      this.countries.set(country, cities);
    }
    return cities;
  }
}

function indexCities({ cities }: Places, country: string): CountryCities {
  const index: CountryCities = new Map();
  for (let row = 0; row < cities.rowCount; row++) {
    const area = cities.areas[cities.area[row]!]!;
    if (!area.startsWith(country) || area[country.length] !== '.') continue;
    const place = {
      lat: cities.lat[row]!,
      lng: cities.lng[row]!,
      region: area.slice(country.length + 1),
      population: cities.population[row]!,
      countyFips: cities.countyFips[row]!,
    };
    add(index, placeKey(cities.name[row]!), place);
    const others = cities.otherNames[row]!;
    if (others) for (const other of others.split('|')) add(index, placeKey(other), place);
  }
  for (const places of index.values()) places.sort((a, b) => b.population - a.population);
  return index;
}

/** From this population on a city tells the country of a list that does not name it. */
const LARGE_CITY = 15_000;

function indexLargeCities({ cities }: Places): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (let row = 0; row < cities.rowCount; row++) {
    if (cities.population[row]! < LARGE_CITY) continue;
    const area = cities.areas[cities.area[row]!]!;
    const country = area.slice(0, area.indexOf('.'));
    const others = cities.otherNames[row]!;
    for (const name of [cities.name[row]!, ...(others ? others.split('|') : [])]) {
      const key = placeKey(name);
      const countries = index.get(key);
      if (!countries) index.set(key, [country]);
      else if (!countries.includes(country)) countries.push(country);
    }
  }
  return index;
}

function add(index: CountryCities, key: string, place: CityPlace): void {
  const places = index.get(key);
  if (!places) index.set(key, [place]);
  else places.push(place);
}

/** Post-office names that are no city of their own (Brooklyn Heights, Fpo …) are placed at the middle of their ZIPs. */
function addPostalPlaces({ postal }: Places, cities: CountryCities): void {
  const groups = new Map<string, number[]>();
  for (let row = 0; row < postal.rowCount; row++) {
    const name = `${postal.state[row]!}\u0001${postal.place[row]!}`;
    const rows = groups.get(name);
    if (rows) rows.push(row);
    else groups.set(name, [row]);
  }
  for (const [name, rows] of groups) {
    const [region, place] = name.split('\u0001') as [string, string];
    const key = placeKey(place);
    if (!key || cities.get(key)?.some((city) => city.region === region)) continue;
    add(cities, key, {
      lat: mean(rows, postal.lat),
      lng: mean(rows, postal.lng),
      region,
      population: 0,
      countyFips: postal.countyFips[rows[0]!]!,
    });
  }
}

function mean(rows: readonly number[], values: Float64Array): number {
  let sum = 0;
  for (const row of rows) sum += values[row]!;
  return sum / rows.length;
}

function indexCounties({ postal }: Places): Map<string, CityPlace> {
  const rowsOf = new Map<string, number[]>();
  for (let row = 0; row < postal.rowCount; row++) {
    const fips = postal.countyFips[row]!;
    if (!fips) continue;
    const rows = rowsOf.get(fips);
    if (rows) rows.push(row);
    else rowsOf.set(fips, [row]);
  }
  const index = new Map<string, CityPlace>();
  for (const [fips, rows] of rowsOf) {
    const region = postal.state[rows[0]!]!;
    const county = {
      lat: mean(rows, postal.lat),
      lng: mean(rows, postal.lng),
      region,
      population: 0,
      countyFips: fips,
    };
    index.set(fips, county);
    const name = `${region}.${countyKey(postal.county[rows[0]!]!)}`;
    // "Baltimore (city)" must not hide "Baltimore" the county.
    if (!index.has(name) || !postal.county[rows[0]!]!.includes('(')) index.set(name, county);
  }
  return index;
}

/**
 * The readings of a city text that are tried in turn: as written, cut at a comma, without what stands in
 * brackets, the first of "A/B", and without "City of" or "Township".
 */
export function cityReadings(text: string): string[] {
  const full = text.trim();
  if (!full) return [];
  const readings = new Set([full]);
  readings.add(full.split(',')[0]!);
  readings.add(full.replace(/\(.*?\)/g, ' '));
  readings.add(full.split(/\s*[/&;]\s*|\s+and\s+|\s+-\s+/i)[0]!);
  const folded = foldText(full.split(',')[0]!);
  readings.add(folded.replace(/^(the )?(city|town|village|township|borough|municipality) of /, ''));
  readings.add(
    folded.replace(
      / (city|town|township|twp|village|borough|boro|cdp|charter township|municipality|downtown|pueblo)\.?$/,
      '',
    ),
  );
  readings.add(folded.replace(/^(downtown|greater|metro) /, ''));
  readings.add(`${folded} city`);
  return [...readings].filter((reading) => reading.trim() !== '');
}
