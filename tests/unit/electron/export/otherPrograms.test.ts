import { DuckDBInstance } from '@duckdb/node-api';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../../electron/headless/main';

/**
 * The files of an export are opened by programs that had no part in writing them: DuckDB, and where they are
 * installed GDAL and LibreOffice.
 */
let folder: string;
const at = (name: string) => join(folder, name);
const sample = new URL('../../../../assets/plans/sample.evenland', import.meta.url).pathname;

function isInstalled(program: string): boolean {
  const isThere = spawnSync(program, ['--version']).error === undefined;
  if (!isThere) console.log(`Skipped: ${program} is not installed.`);
  return isThere;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evenland-export-'));
  const wanted = ['--parquet', at('parquet'), '--geojson', at('plan.geojson'), '--kml', at('plan.kml')];
  const code = await runCommandLine(['export', sample, ...wanted, '--pptx', at('plan.pptx'), '--json'], {
    out: () => undefined,
    err: (text) => console.error(text),
    assetsFolder: new URL('../../../../assets/', import.meta.url),
  });
  expect(code).toBe(0);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('Parquet in DuckDB', () => {
  it('sums the measure of each territory from the joined tables as the territories table has it', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const table = (name: string) => `read_parquet('${at(`parquet/${name}.parquet`)}')`;
    const reader = await connection.runAndReadAll(
      `SELECT t.name, t.Potential AS told, sum(a.Potential) AS summed, count(*) AS rows, t.accounts AS accounts
       FROM ${table('assignments')} s JOIN ${table('accounts')} a USING (accountId)
       JOIN ${table('territories')} t ON t.territoryId = s.territoryId
       WHERE s.scenario LIKE 'A %' GROUP BY ALL`,
    );
    const rows = reader.getRowObjectsJson() as Record<string, number | string>[];
    expect(rows).toHaveLength(24);
    for (const { told, summed, rows: count, accounts } of rows) {
      expect(Number(summed)).toBeCloseTo(Number(told), 6);
      expect(Number(count)).toBe(Number(accounts));
    }
    const columns = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${table('accounts')}`);
    const types = new Map(columns.getRows().map(([name, type]) => [name, type]));
    expect(types.get('accountId')).toBe('VARCHAR');
    expect(types.get('lat')).toBe('DOUBLE');
    connection.closeSync();
  });
});

describe.runIf(isInstalled('ogrinfo'))('areas in GDAL', () => {
  it.each([
    ['plan.geojson', 'plan', 24 + 2500],
    ['plan.kml', 'Territories', 24],
    ['plan.kml', 'Accounts', 2500],
  ])('opens %s, layer %s', (file, layer, least) => {
    const { stdout } = spawnSync('ogrinfo', ['-so', at(file), layer], { encoding: 'utf8' });
    expect(Number(/Feature Count: (\d+)/.exec(stdout)?.[1])).toBeGreaterThanOrEqual(least);
  });
});

describe('the deck', () => {
  it.runIf(isInstalled('soffice') && existsSync('/usr/lib/libreoffice/program/libsdlo.so'))(
    'becomes a PDF in LibreOffice, a page a slide',
    () => {
      const profile = `-env:UserInstallation=file://${at('profile')}`;
      spawnSync('soffice', [
        profile,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        at('plan.pptx'),
      ]);
      const pages = readFileSync(at('plan.pdf'), 'latin1').match(/\/Type\s*\/Page\b/g) ?? [];
      expect(pages).toHaveLength(8);
    },
    120_000,
  );
});
