import type { PlaceLevel } from '../model/placeLevel';
import { CityIndex, cityReadings, type CityPlace } from './geocoderCities';
import { PostalIndex, type PostalHit } from './geocoderPostalIndex';
import type { Places } from './geocoderPlaces';
import { PointCheck } from './geocoderPoints';
import type { PlaceReason } from './geocoderReasons';
import { RegionIndex, type Area } from './geocoderRegions';

/** What a row says about its place; '' where it says nothing. */
export interface PlaceFields {
  /** Degrees; NaN or left out where the row has none. */
  readonly lat?: number;
  readonly lng?: number;
  readonly city?: string;
  readonly region?: string;
  readonly postal?: string;
  readonly county?: string;
  readonly country?: string;
}

export interface Placement {
  /** Degrees; NaN at level none. */
  readonly lat: number;
  readonly lng: number;
  readonly level: PlaceLevel;
  readonly reason: PlaceReason;
  /** Census FIPS code of the US county, '' where not known. */
  readonly countyFips: string;
}

export interface GeocoderSettings {
  /** ISO code that stands where a row names no country; '' = let nothing stand. */
  readonly defaultCountry?: string;
}

export interface Geocoder {
  /**
   * Places a row: exact coordinates → postal code → city and region → ZIP3 → county and region → region →
   * country → none. Coordinates are taken as they are; check them before.
   */
  geocode(fields: PlaceFields): Placement;
  /** The country and region that the texts mean, for checks of coordinates and for showing. */
  findArea(fields: PlaceFields): Area;
  /** The English name of an area's region, '' where it has none. */
  regionName(area: Area): string;
  /** Whether a ZIP code exists, and lies in the region that the row names (or the row names none). */
  isKnownZip(zip: string, area: Area): boolean;
  /** Doubts coordinates: do they lie in the area that the row names, and near any place? */
  readonly points: PointCheck;
  /** Adds a country's postal codes from a GeoNames postal file (tab-parted text); returns the codes added. */
  addPostalFile(text: string): number;
}

const NOWHERE: Placement = { lat: NaN, lng: NaN, level: 'none', reason: 'none', countyFips: '' };

/** A lone city name outside any known region counts only from this population on. */
const LONE_CITY_POPULATION = 15_000;

/** A geocoder over the bundled places (readPlaces); works offline and answers 100,000 rows in well under a second. */
export function createGeocoder(places: Places, settings: GeocoderSettings = {}): Geocoder {
  const regions = new RegionIndex(places.regions, settings.defaultCountry ?? 'US');
  const postal = new PostalIndex(places.postal);
  const cities = new CityIndex(places);
  return {
    geocode: (fields) => geocodeRow(fields, regions, postal, cities),
    findArea: (fields) => regions.find(fields.country ?? '', fields.region ?? '', fields.postal ?? ''),
    regionName: (area) => places.regions.name[area.regionRow] ?? '',
    isKnownZip: (zip, area) => postal.isKnownZip(zip, area.region),
    points: new PointCheck(places),
    addPostalFile: (text) => postal.addFile(text),
  };
}

function geocodeRow(
  fields: PlaceFields,
  regions: RegionIndex,
  postal: PostalIndex,
  cities: CityIndex,
): Placement {
  const { lat = NaN, lng = NaN, city = '', county = '', country = '', postal: postalText = '' } = fields;
  const region = fields.region || regionAfterComma(city);
  const area = regions.find(country, region, postalText);
  const code = postalText ? postal.find(area, postalText, city) : null;
  if (!Number.isNaN(lat) && !Number.isNaN(lng)) {
    const countyFips = code && isNear(code, lat, lng) ? code.countyFips : '';
    return { lat, lng, level: 'exact', reason: 'coordinates', countyFips };
  }
  if (code && !code.isOtherRegion) return postalPlacement(code, code.reason);
  const place = city ? findCity(area, city, cities) : null;
  if (place && code) return { ...place, reason: 'cityAfterPostal' };
  if (place) return place;
  if (code) return postalPlacement(code, 'postalOtherRegion');
  return approximate(area, postalText, county || city, regions, postal, cities);
}

function postalPlacement(code: PostalHit, reason: PlaceReason): Placement {
  return { lat: code.lat, lng: code.lng, level: 'postal', reason, countyFips: code.countyFips };
}

/** "Boston, MA" in a city column names the state too. */
function regionAfterComma(city: string): string {
  const comma = city.lastIndexOf(',');
  return comma < 0
    ? ''
    : city
        .slice(comma + 1)
        .replace(/[\d-]+/g, '')
        .trim();
}

/** Degrees within which a postal code and a point may belong to one another. */
const NEAR_DEGREES = 0.5;

function isNear(code: PostalHit, lat: number, lng: number): boolean {
  return Math.abs(code.lat - lat) < NEAR_DEGREES && Math.abs(code.lng - lng) < NEAR_DEGREES;
}

function findCity(area: Area, city: string, cities: CityIndex): Placement | null {
  const readings = cityReadings(city);
  for (const reading of readings) {
    const found = area.country ? cities.find(area.country, reading) : [];
    const inRegion = found.find((place) => place.region === area.region);
    if (inRegion) return cityPlacement(inRegion, 'city');
    // In the US a city of another state is another city; elsewhere regions are written in many ways.
    if (area.country === 'US' && area.region) continue;
    const largest = found[0];
    if (!largest) continue;
    if (area.region) return null;
    if (largest.population >= LONE_CITY_POPULATION || found.length === 1)
      return cityPlacement(largest, 'cityOnly');
  }
  const close = area.region ? cities.findOneEditAway(area.country, area.region, readings[0] ?? '') : null;
  return close ? cityPlacement(close, 'cityOneLetter') : null;
}

function cityPlacement(place: CityPlace, reason: PlaceReason): Placement {
  return { lat: place.lat, lng: place.lng, level: 'city', reason, countyFips: place.countyFips };
}

function approximate(
  area: Area,
  postalText: string,
  county: string,
  regions: RegionIndex,
  postal: PostalIndex,
  cities: CityIndex,
): Placement {
  const zip3 = area.country === 'US' ? postal.findZip3(postalText, area.region) : null;
  if (zip3) return { ...zip3, level: 'zip3', reason: 'zip3', countyFips: '' };
  const found = area.country === 'US' ? cities.findCounty(area.region, county) : null;
  if (found) return { ...cityPlacement(found, 'county'), level: 'county' };
  const row = area.regionRow >= 0 ? area.regionRow : area.countryRow;
  if (row < 0 || (area.isAssumed && area.regionRow < 0)) return NOWHERE;
  const level = area.regionRow >= 0 ? 'region' : 'country';
  return {
    lat: regions.regions.lat[row]!,
    lng: regions.regions.lng[row]!,
    level,
    reason: level,
    countyFips: '',
  };
}
