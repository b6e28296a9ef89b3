/**
 * How near the offline geocoder comes without a list's coordinates, measured against them
 * (`npm run -s bench:geocode -- FILE --json`; in Node).
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createGeocoder } from '../../shared/geo/geocoder';
import { PLACE_LEVELS } from '../../shared/model/placeLevel';
import { buildAccounts } from '../../shared/io/import/buildAccounts';
import { defaultBuildSettings } from '../../shared/io/import/buildSettings';
import type { ColumnMapping } from '../../shared/io/import/fields';
import { guessMapping } from '../../shared/io/import/guessMapping';
import { readFile } from '../../shared/io/import/readFile';
import { loadPlaces } from './loadPlaces';

const EARTH_DIAMETER_KM = 12_742;

/** Great-circle distance by the haversine formula. */
function distanceKm(lat1: number, lng1: number, lat2: number, lng2: number): number {
  const radians = Math.PI / 180;
  const h =
    Math.sin(((lat2 - lat1) * radians) / 2) ** 2 +
    Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * Math.sin(((lng2 - lng1) * radians) / 2) ** 2;
  return EARTH_DIAMETER_KM * Math.asin(Math.sqrt(h));
}

const args = process.argv.slice(2);
const path = args.find((arg, index) => !arg.startsWith('--') && args[index - 1] !== '--ignore');
const ignored = new Set(args.filter((_, index) => args[index - 1] === '--ignore'));
if (!path) {
  console.error('Usage: bench:geocode -- FILE [--ignore HEADER …] [--json]');
  process.exit(2);
}

const file = readFile(new Uint8Array(readFileSync(path)), basename(path));
const sheet = file.sheets[file.mainSheet]!;
const geocoder = createGeocoder(loadPlaces());
const mapping = guessMapping(sheet).columns;
const settings = defaultBuildSettings(file.fileName, file.delimiter);

/** The mapping without some columns, other columns staying as they are. */
function without(isLeftOut: (column: ColumnMapping) => boolean): ColumnMapping[] {
  return mapping.map((column) => (isLeftOut(column) ? { ...column, field: 'ignore' as const } : column));
}

const isCoordinate = ({ field }: ColumnMapping) => field === 'lat' || field === 'lng';
const truth = buildAccounts(sheet, mapping, geocoder, settings).table;
const placed = buildAccounts(
  sheet,
  without((column) => isCoordinate(column) || ignored.has(column.header)),
  geocoder,
  settings,
).table;

const exact = PLACE_LEVELS.indexOf('exact');
const rowOfId = new Map(truth.ids.map((id, row) => [id, row]));
const levels: Record<string, { share: number; medianKm: number | null; p90Km: number | null }> = {};
for (const [code, level] of PLACE_LEVELS.entries()) {
  const rows = [...placed.placeLevels.keys()].filter((row) => placed.placeLevels[row] === code);
  if (rows.length === 0) continue;
  const distances = rows
    .map((row) => [row, rowOfId.get(placed.ids[row]!)] as const)
    .filter(([, other]) => other !== undefined && truth.placeLevels[other] === exact)
    .map(([row, other]) =>
      distanceKm(truth.lat[other!]!, truth.lng[other!]!, placed.lat[row]!, placed.lng[row]!),
    )
    .filter((km) => !Number.isNaN(km))
    .sort((a, b) => a - b);
  const at = (share: number) => {
    const km = distances[Math.floor(distances.length * share)];
    return km === undefined ? null : Number(km.toFixed(2));
  };
  levels[level] = {
    share: Number((rows.length / placed.rowCount).toFixed(4)),
    medianKm: at(0.5),
    p90Km: at(0.9),
  };
}
if (args.includes('--json')) console.log(JSON.stringify({ levels, rows: placed.rowCount, host: 'Node' }));
else console.table(levels);
