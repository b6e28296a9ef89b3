/**
 * 100,000 × 12 as CSV (read, cleaned, placed) against papaparse's bare parse, and as XLSX against the fastest
 * other JavaScript reader, in the same run (`npm run -s bench:import -- --json`; in Node).
 */
import { read as readWithHucre } from 'hucre';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { createGeocoder } from '../../shared/geo/geocoder';
import { buildAccounts } from '../../shared/io/import/buildAccounts';
import { defaultBuildSettings } from '../../shared/io/import/buildSettings';
import { guessMapping } from '../../shared/io/import/guessMapping';
import { readFile } from '../../shared/io/import/readFile';
import { listCsv, listXlsx, type ZipPlace } from './importList';
import { loadPlaces } from './loadPlaces';

const ROWS = 100_000;
const GEOCODED_ROWS = 43_000;
const RUNS = 5;

/** Median of several runs, after one that warms up; in ms. */
async function median(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const start = performance.now();
    await work();
    if (run > 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

const places = loadPlaces();
const zips: ZipPlace[] = places.postal.zip
  .map((zip, row) => ({ zip, place: places.postal.place[row]!, state: places.postal.state[row]! }))
  .filter(({ state }) => state !== '' && state.length === 2);
const geocoder = createGeocoder(places);

function importAll(bytes: Uint8Array, fileName: string): number {
  const file = readFile(bytes, fileName);
  const sheet = file.sheets[file.mainSheet]!;
  const built = buildAccounts(
    sheet,
    guessMapping(sheet).columns,
    geocoder,
    defaultBuildSettings(fileName, file.delimiter),
  );
  if (built.imported !== ROWS || built.placed.none > 0)
    throw new Error(`${built.imported} of ${ROWS} rows imported`);
  return built.imported;
}

const csv = listCsv(ROWS, zips);
const csvBytes = new TextEncoder().encode(csv);
const papaparseMs = await median(() => Papa.parse(csv).data.length);
const csvMs = await median(() => importAll(csvBytes, 'list.csv'));

const xlsx = listXlsx(ROWS, zips);
const xlsxMs = await median(() => readFile(xlsx, 'list.xlsx').sheets.length);
const peers: [name: string, ms: number][] = [
  ['hucre', await median(() => readWithHucre(xlsx))],
  ['read-excel-file', await median(() => readSheet(Buffer.from(xlsx)))],
];
const [peer, peerXlsxMs] = peers.reduce((best, other) => (other[1] < best[1] ? other : best));

const rows = Array.from({ length: GEOCODED_ROWS }, (_, index) => {
  const { zip, place, state } = zips[(index * 7919) % zips.length]!;
  return { city: place, region: state, postal: index % 2 === 0 ? zip : '' };
});
const geocodeMs = await median(() => rows.filter((row) => geocoder.geocode(row).level === 'none').length);

const result = {
  rows: ROWS,
  csvMs: Math.round(csvMs),
  papaparseMs: Math.round(papaparseMs),
  csvRatio: Number((csvMs / papaparseMs).toFixed(2)),
  xlsxMs: Math.round(xlsxMs),
  peerXlsxMs: Math.round(peerXlsxMs),
  peer,
  xlsxRatio: Number((xlsxMs / peerXlsxMs).toFixed(2)),
  geocodeMs: Math.round(geocodeMs),
  host: 'Node',
};
if (process.argv.includes('--json')) console.log(JSON.stringify(result));
else console.table(result);
