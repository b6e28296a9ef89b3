import { readFileSync } from 'node:fs';
import { test } from './appTest';
import { seriousBarriers } from './steps/barriers';
import { goOn, importFile } from './steps/importList';
import { keepScreen } from './steps/keepScreen';
import { expect } from './steps/patience';

const HEADER = 'Acct #,Customer,City,St,Zip,Rep,2026 Rev ($)';

function list(rows: readonly string[]): string {
  return [HEADER, ...rows].join('\n');
}

test.setTimeout(120_000);

test('one repair is refused, then all of its kind, and both are taken back', async ({ app }) => {
  const { page } = app;
  const rows = ['1,Ada,Boston,MA,2115,Ann,10', '2,Bolt,Boston,MA,2116,Ann,20', '3,Cor,Reno,NV,89501,Bo,30'];
  await importFile(page, app.folder, 'zips.csv', list(rows));
  const repaired = page.locator('td[data-tone="fix"]');
  await expect(repaired).toHaveCount(2);
  await page.getByRole('button', { name: 'Next problem' }).click();
  await expect(page.locator('td[data-focused]')).toContainText('02115');

  await page.getByRole('button', { name: 'Keep this one' }).click();
  await expect(page.getByText('1 cell stays as written.')).toBeVisible();
  await expect(repaired).toHaveCount(1);
  await expect(page.getByRole('cell', { name: '2115', exact: true })).toBeVisible();
  await keepScreen(page, 'import-refused');
  expect(await seriousBarriers(page)).toEqual([]);

  await page.getByRole('button', { name: 'Correct again' }).click();
  await expect(repaired).toHaveCount(2);
  await page.getByRole('button', { name: 'Next problem' }).click();
  await page.getByRole('button', { name: 'Keep all 2' }).click();
  await expect(page.getByText('2 cells stay as written.')).toBeVisible();
  await expect(repaired).toHaveCount(0);
});

test('an account whose id is there twice is kept, and all problems are saved as CSV', async ({ app }) => {
  const { page } = app;
  const rows = [
    '1,Ada,Boston,MA,02115,Ann,10',
    '1,Bolt,Reno,NV,89501,Ann,#REF!',
    '3,Cor,Reno,NV,89501,Bo,30',
  ];
  await importFile(page, app.folder, 'doubles.csv', list(rows));
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save all problems as CSV' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text).toContain('duplicate-id');
  expect(text).toContain('#REF!');

  await page.getByRole('button', { name: /id 1 is also in row 2/ }).click();
  await page.getByRole('button', { name: 'Keep it', exact: true }).click();
  await goOn(page, 'Places', 'Review', 'Import');
  await expect(page.getByRole('contentinfo')).toContainText('3 accounts');
});

test('a newer list shows each cell that changes; what it no longer has is removed on request', async ({
  app,
}) => {
  const { page } = app;
  const first = ['1,Ada,Boston,MA,02115,Ann,10', '2,Bolt,Reno,NV,89501,Ann,20', '3,Cor,Reno,NV,89501,Bo,30'];
  await importFile(page, app.folder, 'first.csv', list(first));
  await goOn(page, 'Places', 'Review', 'Import');
  await expect(page.getByRole('contentinfo')).toContainText('3 accounts');

  const newer = ['1,Ada,Boston,MA,02115,Ann,15', '3,Cor,Reno,NV,89501,Bo,30', '4,Dune,Tulsa,OK,74103,Bo,5'];
  await importFile(page, app.folder, 'newer.csv', list(newer));
  await goOn(page, 'Places', 'Review');
  const changes = page.getByRole('region', { name: 'What changes' });
  await expect(changes.getByRole('list', { name: 'Cells that change' })).toContainText('Ada');
  await expect(changes.getByRole('list', { name: 'New accounts' })).toContainText('Dune');
  await expect(changes.getByRole('list', { name: 'Not in the list' })).toContainText('Bolt');
  await changes.getByText('Remove it').click();
  await expect(page.getByText('Not in the file, removed')).toBeVisible();
  await keepScreen(page, 'reimport-review');
  expect(await seriousBarriers(page)).toEqual([]);
  await goOn(page, 'Import');
  await expect(page.getByRole('contentinfo')).toContainText('3 accounts');
  await page.getByRole('button', { name: 'Undo: import newer.csv' }).click();
  await page.getByRole('button', { name: 'Accounts', exact: true }).click();
  await expect(page.getByText('Bolt', { exact: true })).toBeVisible();
  await expect(page.getByText('Dune', { exact: true })).toHaveCount(0);
  expect(app.complaints).toEqual([]);
});
