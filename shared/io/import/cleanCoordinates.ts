import type { Geocoder } from '../../geo/geocoder';
import type { Area } from '../../geo/geocoderRegions';
import { isNoneMark } from './cleanNumber';
import type { Findings } from './findings';
import type { RawSheet } from './rawSheets';

/** Columns of the coordinates; -1 where there is none. `lat` may hold both in one cell. */
export interface CoordinateColumns {
  readonly lat: number;
  readonly lng: number;
}

export interface Points {
  /** Degrees, one a row; NaN where the row has no usable point. */
  readonly lat: Float64Array;
  readonly lng: Float64Array;
}

/** One number of degrees: 42.36, 42,36, 42.36° N, 71°03'30"W, −71.06. NaN where it is none. */
export function readDegrees(text: string): number {
  const plain = Number(text);
  if (text !== '' && !Number.isNaN(plain) && !/[xob]/i.test(text)) return plain;
  const bare = text
    .trim()
    .replace(/\u2212/g, '-')
    .replace(/(?<=\d),(?=\d)/, '.');
  if (bare === '') return NaN;
  const parts =
    /^([NSEWO])?\s*([-+]?\d+(?:\.\d+)?)\s*°?\s*(?:(\d+(?:\.\d+)?)\s*['′’]?\s*)?(?:(\d+(?:\.\d+)?)\s*(?:["″”]|'')?\s*)?([NSEWO])?$/i.exec(
      bare,
    );
  if (!parts) return NaN;
  const degrees = Number(parts[2]);
  const minutes = Number(parts[3] ?? 0);
  const seconds = Number(parts[4] ?? 0);
  if (minutes >= 60 || seconds >= 60) return NaN;
  const size = Math.abs(degrees) + minutes / 60 + seconds / 3600;
  const side = (parts[1] ?? parts[5] ?? '').toUpperCase();
  const isNegative = side === 'S' || side === 'W' || degrees < 0 || Object.is(degrees, -0);
  return isNegative ? -size : size;
}

/** "42.36, -71.06", "(42,36; −71,06)": both degrees of one cell, or null. */
export function readPair(text: string): [lat: number, lng: number] | null {
  const bare = text
    .trim()
    .replace(/^[([]|[)\]]$/g, '')
    .replace(/^POINT\s*\(?/i, '');
  const parts = bare.includes(';') ? bare.split(';') : bare.split(/,\s+|(?<=\.\d+),|\s+/);
  if (parts.length !== 2) return null;
  const [lat, lng] = [readDegrees(parts[0]!), readDegrees(parts[1]!)];
  return Number.isNaN(lat) || Number.isNaN(lng) ? null : [lat, lng];
}

/** Share of points in the default country from which on a row without a country is taken to lie in it. */
const MAJORITY = 0.5;

/**
 * Reads and doubts the coordinates of all rows: swapped, 0,0, out of range, both in one cell, a lost minus, in
 * the sea. What the row's own country and region make plain is repaired, what stays doubtful is reported.
 * @param areaOf country and region of an account row
 */
export function cleanCoordinates(
  sheet: RawSheet,
  columns: CoordinateColumns,
  rows: Int32Array,
  areaOf: (index: number) => Area,
  geocoder: Geocoder,
  findings: Findings,
): Points {
  const reader = new PointReader(sheet, columns, geocoder, findings);
  const lat = new Float64Array(rows.length).fill(NaN);
  const lng = new Float64Array(rows.length).fill(NaN);
  let inside = 0;
  let known = 0;
  for (let i = 0; i < rows.length; i++) {
    const point = reader.read(rows[i]!, areaOf(i));
    if (!point) continue;
    [lat[i], lng[i]] = point;
    known++;
    if (geocoder.points.isInArea(areaOf(i), point[0], point[1])) inside++;
  }
  // Where a row names neither state nor country, most points must lie in the default country before one is doubted.
  const isDefaultLikely = inside > known * MAJORITY;
  for (let i = 0; i < rows.length; i++) {
    if (Number.isNaN(lat[i]!)) continue;
    const area = areaOf(i);
    if (isDefaultLikely || !area.isAssumed) [lat[i], lng[i]] = reader.doubt(rows[i]!, lat[i]!, lng[i]!, area);
  }
  return { lat, lng };
}

class PointReader {
  constructor(
    private readonly sheet: RawSheet,
    private readonly columns: CoordinateColumns,
    private readonly geocoder: Geocoder,
    private readonly findings: Findings,
  ) {}

  /** The point of a row as written, in range and not 0,0; null where there is none. */
  read(row: number, area: Area): [number, number] | null {
    const latText = this.cell(row, this.columns.lat);
    const lngText = this.cell(row, this.columns.lng);
    if (latText === '' && lngText === '') return null;
    const pair = this.pairOf(row, latText, lngText) ?? this.pairOf(row, lngText, latText);
    if (pair) return this.inRange(row, pair[0], pair[1], area);
    const lat = this.readOne(row, this.columns.lat, latText);
    const lng = this.readOne(row, this.columns.lng, lngText);
    if (lat === null || lng === null) return null;
    if (Number.isNaN(lat) || Number.isNaN(lng)) {
      const column = Number.isNaN(lat) ? this.columns.lat : this.columns.lng;
      this.note(
        row,
        column,
        'half-a-coordinate',
        'warning',
        'only one of the two coordinates is given; the address places the row.',
      );
      return null;
    }
    return this.inRange(row, lat, lng, area);
  }

  /** NaN where the cell is blank, null where it can't be read (which is reported). */
  private readOne(row: number, column: number, text: string): number | null {
    if (text === '') return NaN;
    const degrees = readDegrees(text);
    if (Number.isNaN(degrees)) {
      this.note(
        row,
        column,
        'not-a-coordinate',
        'error',
        `“${text}” is no coordinate; the address places the row.`,
      );
      return null;
    }
    if (!/^[-+]?[\d.]+$/.test(text)) {
      if (!this.findings.repair(this.numberOf(row), column, text, String(degrees), 'coordinateForm')) {
        const kept = `“${text}” stays as it is written, as you chose; the address places the row.`;
        this.note(row, column, 'not-a-coordinate', 'warning', kept);
        return null;
      }
    }
    return degrees;
  }

  private pairOf(row: number, text: string, other: string): [number, number] | null {
    const pair = text !== '' && (other === '' || other === text) ? readPair(text) : null;
    if (!pair) return null;
    const column = this.cell(row, this.columns.lat) === text ? this.columns.lat : this.columns.lng;
    const after = `${pair[0]}, ${pair[1]}`;
    return this.findings.repair(this.numberOf(row), column, text, after, 'pair') ? pair : null;
  }

  private inRange(row: number, lat: number, lng: number, area: Area): [number, number] | null {
    if (lat === 0 && lng === 0) {
      this.note(
        row,
        this.columns.lat,
        'zero-coordinates',
        'warning',
        '0, 0 lies in the Atlantic and stands for “not known”; the address places the row.',
      );
      return null;
    }
    if (Math.abs(lat) <= 90 && Math.abs(lng) <= 180) return [lat, lng];
    if (Math.abs(lng) <= 90 && Math.abs(lat) <= 180 && this.maySwap(lat, lng, area))
      return this.swap(row, lat, lng);
    const isLat = Math.abs(lat) > 90;
    const column = isLat ? this.columns.lat : this.columns.lng;
    const text = isLat ? `latitude ${lat} is outside −90 to 90` : `longitude ${lng} is outside −180 to 180`;
    this.note(row, column, 'out-of-range', 'error', `${text}; the address places the row.`);
    return null;
  }

  /** Whether the swapped point, its signs aside, lies near some place of the area that the row names. */
  private maySwap(lat: number, lng: number, area: Area): boolean {
    const { points } = this.geocoder;
    const signs = [
      [lng, lat],
      [lng, -lat],
      [-lng, lat],
      [-lng, -lat],
    ] as const;
    return signs.some(
      ([newLat, newLng]) =>
        points.isNearPlace(newLat, newLng) && (area.isAssumed || points.isInArea(area, newLat, newLng)),
    );
  }

  private swap(row: number, lat: number, lng: number): [number, number] | null {
    const column = this.columns.lat;
    const isMade = this.findings.repair(
      this.numberOf(row),
      column,
      `${lat}, ${lng}`,
      `${lng}, ${lat}`,
      'swapped',
    );
    if (isMade) return [lng, lat];
    const text = `${lat}, ${lng} stays as it is written, as you chose; the address places the row.`;
    this.note(row, column, 'out-of-range', 'warning', text);
    return null;
  }

  /** Compares a point with the row's own country and region, and repairs what they make plain. */
  doubt(row: number, lat: number, lng: number, area: Area): [number, number] {
    const { points } = this.geocoder;
    if (points.isInArea(area, lat, lng)) {
      if (!points.isNearPlace(lat, lng)) this.noteFar(row);
      return [lat, lng];
    }
    for (const [newLat, newLng, rule] of [
      [lat, -lng, 'signLost'],
      [lng, lat, 'swapped'],
      [-lat, lng, 'signLost'],
      [-lat, -lng, 'signLost'],
      [-lng, lat, 'swapped'],
      [lng, -lat, 'swapped'],
    ] as const) {
      if (
        Math.abs(newLat) > 90 ||
        !points.isInArea(area, newLat, newLng) ||
        !points.isNearPlace(newLat, newLng)
      )
        continue;
      const column = rule === 'signLost' && newLat === lat ? this.columns.lng : this.columns.lat;
      const isMade = this.findings.repair(
        this.numberOf(row),
        column,
        `${lat}, ${lng}`,
        `${newLat}, ${newLng}`,
        rule,
      );
      return isMade ? [newLat, newLng] : [lat, lng];
    }
    if (!points.isNearPlace(lat, lng)) this.noteFar(row);
    else {
      const text = `${lat}, ${lng} lies outside the state or country that the row names; the point is kept.`;
      this.note(row, this.columns.lat, 'outside-its-region', 'warning', text);
    }
    return [lat, lng];
  }

  private noteFar(row: number): void {
    this.note(
      row,
      this.columns.lat,
      'far-from-any-place',
      'warning',
      'no city or postal code lies within 50 km of this point; is it in the sea?',
    );
  }

  private note(
    row: number,
    column: number,
    code: Parameters<Findings['problem']>[2],
    severity: 'error' | 'warning',
    text: string,
  ): void {
    this.findings.problem(this.numberOf(row), column, code, severity, text);
  }

  private numberOf(row: number): number {
    return this.sheet.rowNumbers[row]!;
  }

  private cell(row: number, column: number): string {
    const text = column < 0 ? '' : this.sheet.columns[column]![row]!.trim();
    return isNoneMark(text) ? '' : text;
  }
}
