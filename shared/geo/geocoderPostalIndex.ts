import { placeKey } from './geocoderNames';
import type { PostalPlaces } from './geocoderPlaces';
import { foreignPostalKeys, readUsPostal } from './geocoderPostal';
import type { PlaceReason } from './geocoderReasons';
import type { Area } from './geocoderRegions';

export interface PostalHit {
  /** Degrees. */
  readonly lat: number;
  readonly lng: number;
  readonly countyFips: string;
  /** The post office's place, '' where not known. */
  readonly place: string;
  readonly reason: PlaceReason;
  /** The code lies in another region than the row says. */
  readonly isOtherRegion: boolean;
}

interface Centre {
  readonly lat: number;
  readonly lng: number;
  /** USPS codes of the states that the area reaches into. */
  readonly states: ReadonlySet<string>;
}

const REASON_OF_REPAIR = {
  none: 'postal',
  trimmed: 'postal',
  zeroRestored: 'postalZeroRestored',
  nineDigits: 'postalNineDigits',
  nineDigitsZeroRestored: 'postalNineDigits',
} as const;

/** ZIP codes by number, and the postal codes of countries that the user added. */
export class PostalIndex {
  private readonly rowOfZip = new Int32Array(100_000).fill(-1);
  private readonly foreign = new Map<string, Map<string, [lat: number, lng: number]>>();
  private zip3: Map<string, Centre> | null = null;

  constructor(private readonly postal: PostalPlaces) {
    for (let row = 0; row < postal.rowCount; row++) this.rowOfZip[Number(postal.zip[row])] = row;
  }

  /** @param city bears out a code whose zero was lost where the row names no state */
  find(area: Area, text: string, city: string): PostalHit | null {
    if (area.country !== 'US' && area.country !== '') return this.findForeign(area.country, text);
    const code = readUsPostal(text);
    const row = code ? this.rowOfZip[Number(code.zip)]! : -1;
    if (!code || row < 0) return null;
    const { postal } = this;
    const state = postal.state[row]!;
    const isOtherRegion =
      area.region !== '' && state !== '' && area.region !== state && !isMilitary(area.region);
    const isPadded = code.repair === 'zeroRestored' || code.repair === 'nineDigitsZeroRestored';
    if (isPadded && (isOtherRegion || !this.isPaddingLikely(area, row, city))) return null;
    return {
      lat: postal.lat[row]!,
      lng: postal.lng[row]!,
      countyFips: postal.countyFips[row]!,
      place: postal.place[row]!,
      reason: isMilitary(state) ? 'militaryPost' : REASON_OF_REPAIR[code.repair],
      isOtherRegion,
    };
  }

  isKnownZip(zip: string, region: string): boolean {
    const row = this.rowOfZip[Number(zip)] ?? -1;
    if (row < 0) return false;
    const state = this.postal.state[row]!;
    return region === '' || state === '' || state === region;
  }

  private isPaddingLikely(area: Area, row: number, city: string): boolean {
    if (area.isRegionUnknown) return placeKey(city) === placeKey(this.postal.place[row]!);
    return true;
  }

  /** The middle of all ZIPs that share the first three digits, if the state has some of them. */
  findZip3(text: string, state: string): { lat: number; lng: number } | null {
    const code = readUsPostal(text);
    const prefix = code?.zip.slice(0, 3) ?? /^\d{3}$/.exec(text.trim())?.[0];
    if (!prefix) return null;
    this.zip3 ??= indexZip3(this.postal);
    const centre = this.zip3.get(prefix);
    return centre && (!state || centre.states.has(state)) ? { lat: centre.lat, lng: centre.lng } : null;
  }

  private findForeign(country: string, text: string): PostalHit | null {
    const codes = this.foreign.get(country);
    if (!codes) return null;
    const keys = foreignPostalKeys(country, text);
    for (let i = 0; i < keys.length; i++) {
      const point = codes.get(keys[i]!);
      if (!point) continue;
      const reason = i === 0 ? 'postal' : 'postalShortened';
      return { lat: point[0], lng: point[1], countyFips: '', place: '', reason, isOtherRegion: false };
    }
    return null;
  }

  /**
   * GeoNames postal file: country, code, place, admin names and codes, lat (10th), lng (11th), tab-parted.
   * @returns codes added; lines of another shape are left out
   */
  addFile(text: string): number {
    let added = 0;
    for (const line of text.split(/\r?\n/)) {
      const fields = line.split('\t');
      const country = fields[0]?.trim().toUpperCase() ?? '';
      const code = fields[1] ?? '';
      const lat = Number(fields[9]);
      const lng = Number(fields[10]);
      if (fields.length < 11 || country.length !== 2 || !fields[9] || !fields[10]) continue;
      if (!(Math.abs(lat) <= 90 && Math.abs(lng) <= 180)) continue;
      let codes = this.foreign.get(country);
      if (!codes) this.foreign.set(country, (codes = new Map<string, [number, number]>()));
      const key = foreignPostalKeys(country, code)[0];
      if (!key || codes.has(key)) continue;
      codes.set(key, [lat, lng]);
      added++;
    }
    return added;
  }
}

/** AA, AE and AP are written for posts whose codes GeoNames files without a state. */
function isMilitary(region: string): boolean {
  return region === 'AA' || region === 'AE' || region === 'AP';
}

function indexZip3(postal: PostalPlaces): Map<string, Centre> {
  const sums = new Map<string, { lat: number; lng: number; count: number; states: Set<string> }>();
  for (let row = 0; row < postal.rowCount; row++) {
    const prefix = postal.zip[row]!.slice(0, 3);
    let sum = sums.get(prefix);
    if (!sum) sums.set(prefix, (sum = { lat: 0, lng: 0, count: 0, states: new Set() }));
    sum.lat += postal.lat[row]!;
    sum.lng += postal.lng[row]!;
    sum.count++;
    sum.states.add(postal.state[row]!);
  }
  return new Map(
    [...sums].map(([prefix, { lat, lng, count, states }]) => [
      prefix,
      { lat: lat / count, lng: lng / count, states },
    ]),
  );
}
