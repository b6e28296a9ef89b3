import { expect, type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from './appTest';
import { keepScreen } from './steps/keepScreen';

async function openList(page: Page, folder: string, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, text);
  await page.evaluate(() => {
    location.hash = '#/import';
  });
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose file' }).click();
  await (await chooser).setFiles(path);
  await expect(page.getByRole('heading', { level: 2, name: 'How the list is read' })).toBeVisible({
    timeout: 60_000,
  });
}

test.setTimeout(180_000);

test('a measure is computed by a formula shown as it is typed, and amounts in euro convert at the rate given', async ({
  app,
}) => {
  const { page } = app;
  const rows = [
    'Acct #,Customer,Zip,Currency,Revenue,Visits,Hours,Since',
    '1,Harbor Clinic,02115,EUR,1000,4,2,03/04/2026',
    '2,Boise Supply,83702,USD,500,3,5,05/06/2026',
  ];
  await openList(page, app.folder, 'mixed.csv', rows.join('\n'));

  await page.getByRole('button', { name: 'Compute a measure from others' }).click();
  const formula = page.getByRole('form', { name: 'Derived measure' });
  await formula.getByLabel('Derived measure').fill('Workload');
  await formula.getByLabel('Formula').fill('Visits * Trips');
  await expect(formula.getByText('There is no measure “Trips”')).toBeVisible();
  await formula.getByLabel('Formula').fill('[Visits] * [Hours]');
  await expect(page.getByRole('list', { name: 'What the formula gives' })).toContainText('Harbor Clinic8');
  await formula.getByRole('button', { name: 'Add measure' }).click();
  await expect(page.getByRole('list', { name: 'Derived measures' })).toContainText('Workload');

  await expect(page.getByText('No rate to USD for EUR')).toBeVisible();
  const rate = page.getByRole('form', { name: 'Rate of exchange' });
  await rate.getByLabel('In USD').fill('1.25');
  await rate.getByRole('button', { name: 'Add rate' }).click();
  await expect(page.getByText('No rate to USD for EUR')).toBeHidden();
  await expect(page.getByRole('cell', { name: '1000 1,250' })).toBeVisible();

  await page.getByRole('combobox', { name: 'Order of dates' }).click();
  await page.getByRole('option', { name: 'Day first: 03/04/2026 is April 3' }).click();
  await expect(page.getByRole('cell', { name: '03/04/2026 2026-04-03' })).toBeVisible();
  await keepScreen(page, 'import-reading');
  expect(app.complaints).toEqual([]);
});

test('rows that name no country lie in the one chosen', async ({ app }) => {
  const { page } = app;
  const list = 'Acct #,Customer,City\n1,Harbor Clinic,London\n2,Mill Supply,Cambridge\n';
  await openList(page, app.folder, 'cities.csv', list);
  const country = page.getByRole('combobox', { name: 'Rows without a country lie in' });
  await expect(country).toHaveValue(/^What the list points to/);
  await country.click();
  await country.fill('Canad');
  await page.getByRole('option', { name: 'Canada' }).click();
  await expect(country).toHaveValue('Canada');
  await keepScreen(page, 'import-country');
  await page.getByRole('main').getByRole('button', { name: 'Places', exact: true }).last().click();
  await expect(page.getByText('City and state', { exact: true })).toBeVisible();
  await keepScreen(page, 'import-country-places');
  expect(app.complaints).toEqual([]);
});
