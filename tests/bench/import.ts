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
const PEER_RUNS = 3;

/**
 * Medians of several works in ms, run by turns so that a busy machine burdens all alike, after one round that warms up.
 */
async function medians(works: readonly (() => unknown)[], runs: number): Promise<number[]> {
  const times = works.map(() => [] as number[]);
  for (let run = 0; run <= runs; run++) {
    for (const [index, work] of works.entries()) {
      const start = performance.now();
      await work();
      if (run > 0) times[index]!.push(performance.now() - start);
    }
  }
  return times.map((list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!);
}

/** read-excel-file runs out of stack at times on a busy machine: it then does not count as the fastest. */
async function readWithReadExcelFile(bytes: Uint8Array): Promise<void> {
  try {
    await readSheet(Buffer.from(bytes));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    readExcelFileFailed = true;
  }
}
let readExcelFileFailed = false;

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
const [papaparseMs = NaN, csvMs = NaN] = await medians(
  [() => Papa.parse(csv).data.length, () => importAll(csvBytes, 'list.csv')],
  RUNS,
);

const xlsx = listXlsx(ROWS, zips);
const [xlsxMs = NaN, hucreMs = NaN, readExcelFileMs = NaN] = await medians(
  [() => readFile(xlsx, 'list.xlsx'), () => readWithHucre(xlsx), () => readWithReadExcelFile(xlsx)],
  PEER_RUNS,
);
const peer = readExcelFileFailed || hucreMs <= readExcelFileMs ? 'hucre' : 'read-excel-file';
const peerXlsxMs = peer === 'hucre' ? hucreMs : readExcelFileMs;

const rows = Array.from({ length: GEOCODED_ROWS }, (_, index) => {
  const { zip, place, state } = zips[(index * 7919) % zips.length]!;
  return { city: place, region: state, postal: index % 2 === 0 ? zip : '' };
});
const [geocodeMs = NaN] = await medians(
  [() => rows.filter((row) => geocoder.geocode(row).level === 'none').length],
  RUNS,
);

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
