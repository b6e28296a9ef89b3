import { expect } from '@playwright/test';
import { test } from './appTest';
import { seriousBarriers } from './steps/barriers';
import { goOn, importFile } from './steps/importList';

const HEADER = 'Acct #,Customer,City,St,Zip,Rep,2026 Rev ($)';
const CITIES = ['Boston,MA,2115', 'Boise,ID,83702', 'Reno,NV,89501', 'Tulsa,OK,74103'];

/** Rows as a person keeps them: zeros lost, one amount in brackets, one formula's error, one owner blank. */
function messyList(count: number, revenueOf: (row: number) => string): string {
  const rows = Array.from({ length: count }, (_, row) => {
    const owner = row === 5 ? '' : `Rep ${row % 3}`;
    return `${1000 + row},Account ${row},${CITIES[row % CITIES.length]!},${owner},${revenueOf(row)}`;
  });
  return [HEADER, ...rows].join('\n');
}

const firstYear = messyList(60, (row) => (row === 3 ? '#REF!' : row === 4 ? '(500)' : String(1000 + row)));

// Cleaning and placing wait for the places of the world to be read, which takes its time on a busy machine.
test.setTimeout(180_000);

test('a messy list is repaired, goes in, comes out by Undo, is edited, and gives way to a newer one', async ({
  app,
}) => {
  const { page } = app;
  await test.step('a messy list shows every repair, goes in as one step with its owners as territories, and comes out by Undo', async () => {
    await importFile(page, app.folder, 'customers.csv', firstYear);

    const repaired = page.getByRole('cell', { name: '2115 02115' }).first();
    await expect(repaired.locator('s')).toHaveText('2115');
    await page.getByRole('button', { name: 'Next problem' }).click();
    await expect(page.locator('td[data-focused]')).toHaveText('#REF!');
    expect(await seriousBarriers(page)).toEqual([]);

    await goOn(page, 'Places', 'Review');
    await expect(page.getByText('Nothing is changed until you press Import')).toBeVisible();
    await page.getByRole('checkbox', { name: 'Make territories from owners' }).check();
    expect(await seriousBarriers(page)).toEqual([]);
    await goOn(page, 'Import');

    await expect(page.getByRole('contentinfo')).toContainText('60 accounts');
    await expect(page.getByRole('contentinfo')).toContainText('3 territories');
    await page.getByRole('button', { name: 'Undo: import customers.csv' }).click();
    await expect(page.getByRole('contentinfo')).toContainText(/(?<!\d)0 accounts/);
  });

  await test.step('the table sorts, searches, edits in place and is undone', async () => {
    await importFile(page, app.folder, 'customers.csv', firstYear);
    await goOn(page, 'Places', 'Review', 'Import');
    await expect(page.getByRole('contentinfo')).toContainText('60 accounts');
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Accounts' }).click();
    const grid = page.getByRole('grid', { name: 'Accounts' });
    await grid.getByRole('button', { name: /2026 Rev/ }).click();
    await grid.getByRole('button', { name: /2026 Rev/ }).click();
    await expect(grid.getByRole('row').nth(1)).toContainText('Account 59');

    await page.getByRole('textbox', { name: 'Find accounts' }).fill('BOISE 1005');
    await expect(page.getByText('1 account shown')).toBeVisible();
    await grid
      .getByRole('row')
      .nth(1)
      .getByText(/^Account/)
      .dblclick();
    await page.keyboard.type('Renamed Ltd');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(grid).toContainText('Renamed Ltd');
    expect(await seriousBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: /^Undo: rename/ }).click();
    await expect(grid).not.toContainText('Renamed Ltd');
  });

  await test.step('a newer list is matched by id: the mapping is remembered, added and changed are counted, nothing is lost', async () => {
    const newer = messyList(64, (row) => (row === 10 ? '777' : String(row < 5 ? 1 : 1000 + row)));
    await importFile(page, app.folder, 'newer.csv', newer.replace(/^1002,.*\n/m, ''));
    await expect(page.getByText('Fields as you saved them.')).toBeVisible();
    await goOn(page, 'Places', 'Review');
    const fact = (label: string) => page.locator('dl > div').filter({ hasText: label });
    await expect(fact('New accounts')).toContainText('4');
    await expect(fact('Not in the file, kept')).toContainText('Account 2');
    await goOn(page, 'Import');
    await expect(page.getByRole('contentinfo')).toContainText('64 accounts');
  });
  expect(app.complaints).toEqual([]);
});
