import ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test } from './appTest';
import { keepScreen } from './steps/keepScreen';
import { openSample } from './steps/openPlan';
import { expect } from './steps/patience';

test.use({ viewport: { width: 1440, height: 900 } });

/** Drops a file on the window. */
async function dropFile(page: Page, path: string, name: string): Promise<void> {
  const dropped = await page.evaluateHandle(
    ([base64, fileName]) => {
      const bytes = Uint8Array.from(atob(base64!), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], fileName!));
      return transfer;
    },
    [readFileSync(path).toString('base64'), name],
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
}

test('a quota, a rate and an owner edited in Excel come back as one step, which undo takes back', async ({
  app,
}) => {
  const { page } = app;
  await openSample(page);
  await page.evaluate(() => {
    location.hash = '#/export';
  });
  const download = page.waitForEvent('download');
  await page.getByRole('main').getByRole('button', { name: 'Export', exact: true }).click();
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(await (await download).path());
  const before = book.getWorksheet('Accounts')!.getCell('C2').text;
  const after = before === 'Georgia' ? 'Delta' : 'Georgia';
  book.getWorksheet('Accounts')!.getCell('C2').value = after;
  book.getWorksheet('Accounts')!.getCell('C3').value = 'Atlantis';
  book.getWorksheet('Quotas')!.getCell('F2').value = 1_200_000;
  book.getWorksheet('Plans')!.getCell('B10').value = 2.75;
  const edited = join(app.folder, 'edited.xlsx');
  await book.xlsx.writeFile(edited);

  await dropFile(page, edited, 'edited.xlsx');
  await expect(page.getByRole('heading', { level: 1, name: 'Changes made in Excel' })).toBeVisible();
  await expect(page.getByRole('alert', { name: 'What could not be read' })).toContainText(
    'Accounts, C3: The scenario has no territory “Atlantis”',
  );
  const grid = page.getByRole('grid', { name: 'Changes made in Excel' });
  await expect(grid).toContainText('Accounts, C2');
  await expect(grid).toContainText(before);
  await expect(grid).toContainText('Quotas, F2');
  await expect(grid).toContainText('2.75');
  await keepScreen(page, 'excel-changes');

  // The rate is left as it is for now.
  await grid
    .getByRole('row', { name: /Plans, B10/ })
    .getByRole('checkbox')
    .click();
  await page.getByRole('button', { name: 'Take 2 changes' }).click();
  await expect(page.getByText('2 changes taken from edited.xlsx')).toBeVisible();

  // What was refused differs still; now it is taken too.
  await dropFile(page, edited, 'edited.xlsx');
  await expect(grid).toContainText('Plans, B10');
  await expect(grid).not.toContainText('Quotas, F2');
  await page.getByRole('button', { name: 'Take 1 change' }).click();
  await expect(page.getByText('1 change taken from edited.xlsx')).toBeVisible();

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await dropFile(page, edited, 'edited.xlsx');
  await expect(page.getByRole('button', { name: 'Take 3 changes' })).toBeVisible();
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await keepScreen(page, 'excel-changes-dark');
  await page.getByRole('button', { name: 'Leave the plan as it is' }).click();
  await expect(grid).toBeHidden();
  expect(app.complaints).toEqual([]);
});
