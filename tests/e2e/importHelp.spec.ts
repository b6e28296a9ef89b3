import type { Page } from '@playwright/test';
import { zipSync } from 'fflate';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from './appTest';
import { seriousBarriers } from './steps/barriers';
import { goOn, importFile } from './steps/importList';
import { keepScreen } from './steps/keepScreen';
import { expect } from './steps/patience';

const ALIKE = join(import.meta.dirname, '../fixtures/import/alike-sheets.xlsx');

async function chooseFile(page: Page, button: string, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(path);
}

/** Drops a file on the window, as from a folder. */
async function dropFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.evaluate(
    ([fileName, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(content)], fileName));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, [...bytes]] as const,
  );
}

test.setTimeout(180_000);

test('the template is offered at the first start, and goes in as it is', async ({ app }) => {
  const { page } = app;
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Get a template to fill in' }).click();
  const path = join(app.folder, 'filled.xlsx');
  await (await download).saveAs(path);
  await keepScreen(page, 'first-run-template');
  await page.evaluate(() => {
    location.hash = '#/import';
  });
  await expect(page.getByRole('link', { name: 'Get a template' })).toBeVisible();
  await keepScreen(page, 'import-file');
  expect(await seriousBarriers(page)).toEqual([]);
  await chooseFile(page, 'Choose file', path);
  await expect(page.getByRole('radio', { name: 'Accounts', exact: true })).toBeChecked();
  await goOn(page, 'Columns');
  // The sheet that explains the columns is told of, and nothing else is.
  await expect(page.getByText('1 cell, 1 kind')).toBeVisible();
  await expect(page.getByText('Sheets not imported')).toBeVisible();
  await expect(page.getByText('0 cells need you')).toBeVisible();
  await goOn(page, 'Places', 'Review', 'Import');
  await expect(page.getByRole('contentinfo')).toContainText('2 accounts');
  expect(app.complaints).toEqual([]);
});

test('alike sheets of a workbook go in together', async ({ app }) => {
  const { page } = app;
  await page.evaluate(() => {
    location.hash = '#/import';
  });
  await chooseFile(page, 'Choose file', ALIKE);
  await page.getByText('Same columns, taken together').first().click();
  await keepScreen(page, 'import-stacked');
  await goOn(page, 'Columns');
  await expect(page.getByRole('combobox', { name: 'Field of column Sheet' })).toHaveValue('Attribute');
  expect(app.complaints).toEqual([]);
});

test('a country’s postal codes are dropped in, place the list in hand, are kept, and can be removed', async ({
  app,
}) => {
  const { page } = app;
  const list = 'Name,PLZ,Country\nElbe GmbH,01067,Germany\nAlster AG,20095,Germany\nHarbor,02110,US';
  await importFile(page, app.folder, 'deutsch.csv', list);
  await goOn(page, 'Places');
  const level = page.getByText('Postal code', { exact: true }).locator('..');
  await expect(level).toContainText('1');

  const lines = [
    'DE\t01067\tDresden\tSachsen\tSN\t\t\t\t\t51.06\t13.72\t4',
    'DE\t20095\tHamburg\tHamburg\tHH\t\t\t\t\t53.55\t10.00\t4',
  ];
  const zip = zipSync({ 'DE.txt': new TextEncoder().encode(lines.join('\n')) });
  await dropFile(page, 'DE.zip', zip);
  const added = page.getByRole('list', { name: 'Postal codes added' });
  await expect(added).toContainText('Germany');
  await expect(level).toContainText('3');
  await keepScreen(page, 'import-postal-codes');
  expect(await seriousBarriers(page)).toEqual([]);

  await app.reopen();
  await app.page.getByRole('button', { name: 'Settings' }).click();
  const settings = app.page.getByRole('dialog', { name: 'Settings' });
  await expect(settings.getByRole('list', { name: 'Postal codes added' })).toContainText('DE.zip');
  await keepScreen(app.page, 'settings-postal-codes');
  const wrong = join(app.folder, 'notes.txt');
  writeFileSync(wrong, 'no codes here');
  await chooseFile(app.page, 'Add postal codes', wrong);
  await expect(app.page.getByText('notes.txt is no GeoNames postal file')).toBeVisible();
  await settings.getByRole('button', { name: 'Remove the postal codes of Germany' }).click();
  await expect(settings.getByRole('list', { name: 'Postal codes added' })).toHaveCount(0);
  expect(app.complaints).toEqual([]);
});
