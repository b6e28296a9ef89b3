import type { Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from './appTest';
import { chooseFile, goToScreen } from './steps/choose';
import { openSample } from './steps/openPlan';
import { expect } from './steps/patience';
import { readTree } from './steps/readFigures';
import { seededRandom } from './steps/seededRandom';

const random = seededRandom(912);
const UNREADABLE = [
  { name: 'nothing.csv', bytes: Buffer.alloc(0), says: /nothing\.csv is empty/ },
  {
    name: 'picture.csv',
    bytes: Buffer.from(Array.from({ length: 4096 }, () => Math.floor(random() * 256))),
    says: /picture\.csv/,
  },
  { name: 'headers.csv', bytes: Buffer.from('ID,Name,City,State\n'), says: /headers\.csv/ },
];
const LONG_ROW = '1,"Ash and Birch of the long road, a firm like any other",Boise,ID\n';
const FAR_NORTH = [
  'ID,Name,City,State,Latitude,Longitude,Beds',
  '1,Ash,Boise,ID,43.62,-116.2,10',
  '2,Birch,Reno,NV,912,-119.8,20',
  '3,Cedar,Tulsa,OK,36.15,-95.99,30',
].join('\n');

/** What the open plan comes to. */
async function planState(page: Page) {
  await goToScreen(page, 'Territories');
  return {
    tree: await readTree(page),
    undo: await page.getByRole('button', { name: /^Undo: |^Nothing to undo/ }).getAttribute('aria-label'),
    totals: await page.getByRole('contentinfo').innerText(),
  };
}

async function openImport(page: Page, path: string): Promise<void> {
  await goToScreen(page, 'Accounts');
  await chooseFile(page, page.getByRole('main').getByRole('button', { name: 'Import', exact: true }), path);
}

test('lists that can not be read say what, where and what to do, and the open plan stays as it is', async ({
  app,
}) => {
  test.setTimeout(180_000);
  const { page } = app;
  await openSample(page);
  const before = await planState(page);

  for (const { name, bytes, says } of UNREADABLE) {
    const path = join(app.folder, name);
    writeFileSync(path, bytes);
    await openImport(page, path);
    const alert = page.getByRole('main').getByRole('alert');
    await expect(alert).toContainText(says);
    await expect(alert).toContainText('Nothing in the plan has changed.');
    await expect(alert).not.toContainText(/ at .*\.js|undefined|NaN/);
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    expect(await planState(page)).toEqual(before);
  }

  await test.step('a list that takes long is given up while it is read', async () => {
    const long = join(app.folder, 'long.csv');
    writeFileSync(long, 'ID,Name,City,State\n' + LONG_ROW.repeat(1_500_000));
    await openImport(page, long);
    await page.getByRole('status').getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('button', { name: 'Choose file' })).toBeVisible();
    await expect(page.getByText('Reading long.csv')).toBeHidden();
    await expect(page.getByRole('main').getByRole('alert')).toBeHidden();
  });

  const path = join(app.folder, 'north.csv');
  writeFileSync(path, FAR_NORTH);
  await openImport(page, path);
  const finding = page.getByRole('button', { name: /912/ });
  await expect(finding).toBeVisible();
  await expect(finding).toContainText(/row 3/);
  await expect(finding).toContainText(/column E/);
  await expect(page.getByRole('heading', { level: 1, name: 'north.csv' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  expect(await planState(page)).toEqual(before);
  expect(app.complaints).toEqual([]);
});
