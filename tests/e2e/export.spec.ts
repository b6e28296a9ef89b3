import { expect } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from './appTest';
import { keepScreen } from './steps/keepScreen';
import { openSample } from './steps/openPlan';
import { readWorkbook } from './steps/readWorkbook';

test('what leaves the app is chosen by mouse or keys, remembered, and written beside the window', async ({
  app,
}) => {
  const { page } = app;
  await openSample(page);
  await page.evaluate(() => {
    location.hash = '#/export';
  });
  const choices = page.getByRole('radiogroup', { name: 'What to export' });
  await page.getByLabel('Seed').fill('99');
  await page.getByLabel('Seed').press('Enter');
  await page.getByLabel('Simulated years').fill('200');
  await page.getByLabel('Simulated years').press('Enter');
  const workbook = page.waitForEvent('download');
  await page.getByRole('main').getByRole('button', { name: 'Export', exact: true }).click();
  const { rows } = (await readWorkbook(await (await workbook).path())).get('Distribution')!;
  // The sheet begins with its title alone: what stands beside a label has no header.
  expect(rows).toContainEqual({ Distribution: 'Seed', '': 99 });
  expect(rows).toContainEqual({ Distribution: 'Simulated years', '': 200 });

  await choices.getByRole('radio', { name: 'Excel workbook' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { level: 1, name: 'Salesforce set' })).toBeVisible();
  await keepScreen(page, 'export');

  const territories = join(app.folder, 'Territory2.csv');
  writeFileSync(territories, 'Id,DeveloperName\n0MI000000000001,Cascadia\n');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Territories: choose file' }).click();
  await (await chooser).setFiles(territories);
  await expect(page.getByText('Territory2.csv')).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('main').getByRole('button', { name: 'Export', exact: true }).click();
  const saved = await (await download).path();
  const files = unzipSync(readFileSync(saved));
  expect(Object.keys(files)).toContain('rollback/1-Account-update.csv');
  const inserts = Object.entries(files).find(([name]) => /ObjectTerritory2Association-insert/.test(name))![1];
  expect(strFromU8(inserts)).toContain(',0MI000000000001,Territory2Manual');
  await expect(page.getByRole('region', { name: 'Exports' }).getByText(/Salesforce\.zip/)).toBeVisible();

  await page.reload();
  await expect(choices.getByRole('radio', { name: 'Salesforce set' })).toBeChecked();
  await choices.getByRole('radio', { name: 'Excel workbook' }).click();
  await expect(page.getByLabel('Seed')).toHaveValue('99');
  expect(app.complaints).toEqual([]);
});
