import { foldText, placeKey } from './geocoderNames';
import type { RegionPlaces } from './geocoderPlaces';

/** Rows of RegionPlaces; -1 = not given or not known. */
export interface Area {
  readonly countryRow: number;
  readonly regionRow: number;
  /** ISO 3166 alpha-2 code, '' where unknown. */
  readonly country: string;
  /** GeoNames admin1 code, for the US the USPS code; '' where unknown. */
  readonly region: string;
  /** A region was given and is none of this country's. */
  readonly isRegionUnknown: boolean;
  /** Nothing in the row tells the country; the default stands. */
  readonly isAssumed: boolean;
}

const CANADIAN_POSTAL = /^[ABCEGHJ-NPRSTVXY]\d[A-Z]/i;
const US_POSTAL = /^\d{5}(-?\d{4})?$/;
const US_SHAPE = '#';

/** Province of a Canadian postal code by its first letter (Canada Post); GeoNames admin1 codes. */
const CANADIAN_PROVINCE: Readonly<Record<string, string>> = {
  A: '05',
  B: '07',
  C: '09',
  E: '04',
  G: '10',
  H: '10',
  J: '10',
  K: '08',
  L: '08',
  M: '08',
  N: '08',
  P: '08',
  R: '03',
  S: '11',
  T: '01',
  V: '02',
  Y: '12',
};

/** '#' for a ZIP code, the first letter of a Canadian postal code, '' for all else. */
function shapeOf(postal: string): string {
  if (postal === '') return '';
  const first = postal.charCodeAt(0);
  if (first >= 48 && first <= 57) return postal.length === 5 || US_POSTAL.test(postal) ? US_SHAPE : '';
  return CANADIAN_POSTAL.test(postal) ? postal[0]!.toUpperCase() : '';
}

function isCanadian(shape: string): boolean {
  return shape !== '' && shape !== US_SHAPE;
}

/** Finds the country and region that texts of a row mean. Answers are remembered, so a row costs two look-ups. */
export class RegionIndex {
  private readonly countryOfKey = new Map<string, number>();
  private readonly countryOfCode = new Map<string, number>();
  private readonly regionOfKey = new Map<string, number>();
  /** Region key → its only row in the world, or -1 where several countries have one. */
  private readonly anywhere = new Map<string, number>();
  /** Areas by region text, for each postal shape and country text; the last is at hand, since rows come alike. */
  private readonly remembered = new Map<string, Map<string, Area>>();
  private lastKey = '\u0000';
  private lastAreas = new Map<string, Area>();

  constructor(
    readonly regions: RegionPlaces,
    private readonly defaultCountry: string,
    /** The default was read off the list itself, so that it is no mere assumption. */
    private readonly isDefaultTold = false,
  ) {
    for (let row = 0; row < regions.rowCount; row++) {
      const country = regions.country[row]!;
      const keys = regions.aliases[row]!.split('|').map(placeKey);
      if (regions.code[row] === '') {
        this.countryOfCode.set(country, row);
        for (const key of [placeKey(country), ...keys])
          if (!this.countryOfKey.has(key)) this.countryOfKey.set(key, row);
        continue;
      }
      for (const key of [placeKey(regions.code[row]!), ...keys]) this.addRegion(country, key, row);
    }
  }

  private addRegion(country: string, key: string, row: number): void {
    const full = `${country}.${key}`;
    if (!this.regionOfKey.has(full)) this.regionOfKey.set(full, row);
    const other = this.anywhere.get(key);
    if (other === undefined) this.anywhere.set(key, row);
    else if (other !== row) this.anywhere.set(key, -1);
  }

  /** @param postal decides between California and Canada where both are written "CA" */
  find(countryText: string, regionText: string, postal: string): Area {
    const shape = shapeOf(postal);
    const byRegion = this.rememberedFor(countryText, shape);
    let area = byRegion.get(regionText);
    if (!area) byRegion.set(regionText, (area = this.decide(countryText.trim(), regionText.trim(), shape)));
    return area;
  }

  private rememberedFor(countryText: string, shape: string): Map<string, Area> {
    const key = shape + countryText;
    if (key === this.lastKey) return this.lastAreas;
    let areas = this.remembered.get(key);
    if (!areas) this.remembered.set(key, (areas = new Map<string, Area>()));
    this.lastKey = key;
    this.lastAreas = areas;
    return areas;
  }

  /** The row of a region, or of a country where the code is ''; -1 where there is none. */
  rowOf(country: string, code: string): number {
    if (!code) return this.countryOfCode.get(country) ?? -1;
    return this.regionOfKey.get(`${country}.${placeKey(code)}`) ?? -1;
  }

  private decide(countryText: string, regionText: string, shape: string): Area {
    const told = this.decideCountry(countryText, regionText, shape);
    const country = told || this.defaultCountry;
    let region = country ? this.regionRow(country, regionText) : -1;
    // "Puerto Rico" or "Guam" may stand in the country column alone.
    if (region < 0 && country === 'US' && !regionText) region = this.regionRow('US', countryText);
    if (region < 0 && country === 'GB' && !regionText) region = this.regionRow('GB', countryText);
    if (region < 0 && country === 'CA' && isCanadian(shape)) {
      region = this.rowOf('CA', CANADIAN_PROVINCE[shape] ?? '?');
    }
    return {
      countryRow: this.countryOfCode.get(country) ?? -1,
      regionRow: region,
      country,
      region: region < 0 ? '' : this.regions.code[region]!,
      isRegionUnknown: region < 0 && regionText !== '',
      isAssumed: told === '' && !this.isDefaultTold,
    };
  }

  /** '' where nothing tells it. */
  private decideCountry(countryText: string, regionText: string, shape: string): string {
    const row = countryText ? this.countryOfKey.get(placeKey(countryText)) : undefined;
    const named = row === undefined ? '' : this.regions.country[row]!;
    const isUsState = this.regionRow('US', regionText) >= 0;
    const isProvince = this.regionRow('CA', regionText) >= 0;
    if (named === 'CA' && !isCanadian(shape) && !isProvince && (isUsState || shape === US_SHAPE)) return 'US';
    if (named) return named;
    // The country column may hold a state ("California"), or nothing.
    if (countryText && this.regionRow('US', countryText) >= 0) return 'US';
    if (isCanadian(shape)) return 'CA';
    if (isUsState) return 'US';
    if (isProvince) return 'CA';
    const only = regionText ? (this.anywhere.get(placeKey(regionText)) ?? -1) : -1;
    if (only >= 0) return this.regions.country[only]!;
    const asCountry = regionText.length > 2 ? this.countryOfKey.get(placeKey(regionText)) : undefined;
    return asCountry === undefined ? '' : this.regions.country[asCountry]!;
  }

  private regionRow(country: string, text: string): number {
    if (!text) return -1;
    const direct = this.regionOfKey.get(`${country}.${placeKey(text)}`);
    if (direct !== undefined) return direct;
    const fips = /^\d$/.test(text) && country === 'US' ? this.regionOfKey.get(`US.0${text}`) : undefined;
    if (fips !== undefined) return fips;
    // "MA - Massachusetts", "US-MA", "State of New York"
    const words = foldText(text).replace(/^(the )?(state|province|commonwealth|region) of /, '');
    for (const part of [words, ...words.split(/\s*[-/,(]\s*/)]) {
      const row = part ? this.regionOfKey.get(`${country}.${placeKey(part)}`) : undefined;
      if (row !== undefined) return row;
    }
    return -1;
  }
}
