import { expect, type Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPlanFile } from '../../shared/io/project/planFile';
import { test } from './appTest';
import { keepScreen } from './steps/keepScreen';
import { openSample } from './steps/openPlan';

/** Chooses an entry of the list, exports it, and gives the bytes of what was saved. */
async function exported(page: Page, title: string): Promise<{ path: string; bytes: Buffer }> {
  await page.getByRole('radio', { name: title, exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('main').getByRole('button', { name: 'Export', exact: true }).click();
  const path = await (await download).path();
  return { path, bytes: readFileSync(path) };
}

/** Files below a folder, at any depth. */
function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}

test('every entry of the export screen makes a file that opens, and a cancelled one leaves none', async ({
  app,
}) => {
  // A dozen exports, one after the other.
  test.setTimeout(240_000);
  const { page } = app;
  await openSample(page);
  await page.evaluate(() => {
    location.hash = '#/export';
  });
  await expect(page.getByRole('radiogroup', { name: 'What to export' })).toBeVisible();

  const deck = Object.keys(unzipSync((await exported(page, 'PowerPoint deck')).bytes));
  expect(deck.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).length).toBeGreaterThan(4);

  const parquet = unzipSync((await exported(page, 'Parquet tables')).bytes);
  expect(Object.keys(parquet).sort()).toEqual(
    ['accounts', 'assignments', 'roster', 'territories'].map((name) => `${name}.parquet`),
  );
  expect(Object.values(parquet).every((bytes) => strFromU8(bytes.subarray(-4)) === 'PAR1')).toBe(true);

  const tables = unzipSync((await exported(page, 'CSV tables')).bytes);
  expect(strFromU8(tables['accounts.csv']!).split('\r\n').length).toBeGreaterThan(2_500);

  const hubspot = (await exported(page, 'HubSpot owners')).bytes.toString('utf8');
  expect(hubspot).toMatch(/^Record ID,Company owner\r\n/);
  const dynamics = (await exported(page, 'Dynamics owners')).bytes.toString('utf8');
  expect(dynamics).toMatch(/^Account,Owner\r\n/);

  const geojson = JSON.parse((await exported(page, 'GeoJSON')).bytes.toString('utf8')) as {
    type: string;
    features: unknown[];
  };
  expect(geojson.type).toBe('FeatureCollection');
  expect(geojson.features.length).toBeGreaterThan(2_500);
  const kml = await exported(page, 'KML');
  const listed = spawnSync('ogrinfo', ['-ro', '-q', kml.path], { encoding: 'utf8' });
  if (listed.error) console.log('Skipped: ogrinfo is not installed (Debian: apt-get install gdal-bin).');
  else expect(listed.stdout).toContain('Territories');

  // The plan file with everything, and the copy without pay.
  const whole = readPlanFile(new Uint8Array((await exported(page, 'Plan file')).bytes));
  expect(whole.compPlans.length).toBeGreaterThan(0);
  await page.getByRole('radio', { name: /^Without pay/ }).click();
  await keepScreen(page, 'export-plan-file');
  const blind = readPlanFile(new Uint8Array((await exported(page, 'Plan file')).bytes));
  expect(blind.accounts.rowCount).toBe(whole.accounts.rowCount);
  expect([blind.compPlans.length, blind.reps.length]).toEqual([0, whole.reps.length]);
  expect(blind.reps.every(({ targetIncentiveCents }) => targetIncentiveCents === 0)).toBe(true);

  // What is put on paper is chosen in a dialog of its own, at the work that was asked for.
  for (const [title, work] of [
    ['Map on a page', 'PDF page'],
    ['Territory book', 'Territory book'],
    ['Map as a picture', 'PNG'],
    ['Map as a drawing', 'SVG'],
  ] as const) {
    await page.getByRole('radio', { name: title, exact: true }).click();
    await page.getByRole('main').getByRole('button', { name: 'Export…', exact: true }).click();
    const works = page.getByRole('radiogroup', { name: 'What to make' });
    await expect(works.getByRole('radio', { name: work, exact: true })).toBeChecked();
    await page.keyboard.press('Escape');
    await expect(works).toBeHidden();
  }

  // A long one, cancelled as it runs.
  await page.getByRole('radio', { name: 'Excel workbook', exact: true }).click();
  await page.getByRole('radio', { name: /^Everything/ }).click();
  await page.getByLabel('Simulated years').fill('100000');
  await page.getByLabel('Simulated years').press('Enter');
  const before = filesBelow(join(app.folder, 'outbox')).sort();
  await page.getByRole('main').getByRole('button', { name: 'Export', exact: true }).click();
  const runs = page.getByRole('region', { name: 'Exports' });
  await runs.getByRole('button', { name: 'Cancel' }).click();
  await expect(runs.getByRole('img', { name: 'cancelled' })).toBeVisible();
  await expect(runs.getByRole('button', { name: 'Cancel' })).toBeHidden();
  await expect.poll(() => filesBelow(join(app.folder, 'outbox')).sort()).toEqual(before);
  expect(app.complaints).toEqual([]);
});
