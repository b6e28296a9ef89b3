import type { Places, RegionPlaces } from './geocoderPlaces';
import type { Area } from './geocoderRegions';

/** Cells of a quarter of a degree: 1440 × 720. */
const CELLS_PER_DEGREE = 4;
const COLUMNS = 360 * CELLS_PER_DEGREE;
const ROWS = 180 * CELLS_PER_DEGREE;
/** Cells to each side that count as near: about 50 km at the equator. */
const NEAR_CELLS = 2;

/** Slack round the box of a region's known places, in degrees. */
const BOX_MARGIN = 0.5;

/** Doubts coordinates: do they lie where the row says, and near any place at all? */
export class PointCheck {
  private readonly nearPlace = new Uint8Array(COLUMNS * ROWS);
  private readonly rowsOfCountry = new Map<string, number[]>();

  constructor(places: Places) {
    this.regions = places.regions;
    for (const { lat, lng } of [places.cities, places.postal]) {
      for (let row = 0; row < lat.length; row++) this.nearPlace[cellOf(lat[row]!, lng[row]!)] = 1;
    }
    for (let row = 0; row < this.regions.rowCount; row++) {
      if (this.regions.code[row] === '') continue;
      const country = this.regions.country[row]!;
      const rows = this.rowsOfCountry.get(country);
      if (rows) rows.push(row);
      else this.rowsOfCountry.set(country, [row]);
    }
  }

  private readonly regions: RegionPlaces;

  /** Whether a point may lie in the area; true where the area is not known. */
  isInArea(area: Area, lat: number, lng: number): boolean {
    if (area.regionRow >= 0) return this.isInBox(area.regionRow, lat, lng);
    if (area.countryRow < 0) return true;
    const rows = this.rowsOfCountry.get(area.country);
    if (!rows) return this.isInBox(area.countryRow, lat, lng);
    return rows.some((row) => this.isInBox(row, lat, lng));
  }

  /** Whether some city or postal code lies within about 50 km; a point far from all is likely in the sea. */
  isNearPlace(lat: number, lng: number): boolean {
    const row = Math.min(ROWS - 1, Math.max(0, Math.floor((lat + 90) * CELLS_PER_DEGREE)));
    const column = Math.floor((lng + 180) * CELLS_PER_DEGREE);
    // A degree of longitude is short in the north, so more cells make up the same distance.
    const reach = Math.min(40, Math.ceil(NEAR_CELLS / Math.max(0.05, Math.cos((lat * Math.PI) / 180))));
    for (let dy = -NEAR_CELLS; dy <= NEAR_CELLS; dy++) {
      const y = row + dy;
      if (y < 0 || y >= ROWS) continue;
      for (let dx = -reach; dx <= reach; dx++) {
        if (this.nearPlace[y * COLUMNS + ((column + dx + COLUMNS) % COLUMNS)]) return true;
      }
    }
    return false;
  }

  private isInBox(row: number, lat: number, lng: number): boolean {
    const { south, west, north, east } = this.regions;
    return (
      lat >= south[row]! - BOX_MARGIN &&
      lat <= north[row]! + BOX_MARGIN &&
      lng >= west[row]! - BOX_MARGIN &&
      lng <= east[row]! + BOX_MARGIN
    );
  }
}

function cellOf(lat: number, lng: number): number {
  const row = Math.min(ROWS - 1, Math.floor((lat + 90) * CELLS_PER_DEGREE));
  const column = Math.min(COLUMNS - 1, Math.floor((lng + 180) * CELLS_PER_DEGREE));
  return row * COLUMNS + column;
}
