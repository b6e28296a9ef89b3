import type { Locator, Page } from '@playwright/test';
import { test } from './appTest';
import { goToScreen } from './steps/choose';
import { goOn, importFile } from './steps/importList';
import { keepScreen } from './steps/keepScreen';
import { openSample, openSaved, SAMPLE } from './steps/openPlan';
import { expect } from './steps/patience';

function table(page: Page): Locator {
  return page.getByRole('grid', { name: 'Accounts' });
}

/** Texts of a column's cells, from the top. */
async function readColumn(page: Page, title: string, count: number): Promise<string[]> {
  const titles = await table(page).getByRole('columnheader').allInnerTexts();
  const at = titles.findIndex((text) => text.trim().startsWith(title));
  const texts: string[] = [];
  for (let position = 0; position < count; position++) {
    const row = table(page).locator(`[aria-rowindex="${position + 2}"]`);
    texts.push((await row.getByRole('gridcell').nth(at).innerText()).trim());
  }
  return texts;
}

test('the accounts table sorts, filters, searches, groups, keeps its columns, edits, copies and pastes', async ({
  app,
}) => {
  let { page } = app;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openSample(page);
  await goToScreen(page, 'Accounts');
  await expect(page.getByText('2,500 accounts shown')).toBeVisible();

  await test.step('sort, filter by two columns, search', async () => {
    const head = table(page).getByRole('columnheader', { name: /^Potential/ });
    await head.getByRole('button').click();
    await head.getByRole('button').click();
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    const largest = (await readColumn(page, 'Potential', 5)).map((text) =>
      Number(text.replace(/[^\d.]/g, '')),
    );
    expect(largest).toEqual([...largest].sort((a, b) => b - a));
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    const menu = page.getByRole('dialog', { name: /^Filter/ });
    await menu.getByRole('combobox', { name: 'Column' }).fill('Segment');
    await menu.getByRole('option', { name: 'Segment' }).click();
    await menu.getByRole('group').getByRole('checkbox').first().click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Filter 1' })).toBeVisible();
    await page.getByRole('textbox', { name: 'Find accounts' }).fill('health');
    await expect(page.getByText('2,500 accounts shown')).toBeHidden();
    await keepScreen(page, 'accounts-filtered');
    await page.getByRole('button', { name: 'Clear all' }).click();
    await expect(page.getByText('2,500 accounts shown')).toBeVisible();
  });
  await test.step('groups add up to the whole', async () => {
    await page.getByRole('combobox', { name: 'Group by' }).click();
    await page.getByRole('option', { name: 'By segment' }).click();
    const groups = page.getByRole('grid', { name: 'Accounts by Segment' }).getByRole('row');
    const counts: number[] = [];
    for (const group of (await groups.all()).slice(1)) {
      const text = await group.getByRole('gridcell').nth(1).innerText();
      counts.push(Number(text.replace(/,/g, '')));
    }
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2500);
    await keepScreen(page, 'accounts-grouped');
    await page.getByRole('combobox', { name: 'Group by' }).click();
    await page.getByRole('option', { name: 'Not grouped' }).click();
  });
  await test.step('a cell is edited in place, and the edit undone', async () => {
    const [name] = await readColumn(page, 'Account', 1);
    const cell = table(page)
      .locator('[aria-rowindex="2"]')
      .getByRole('gridcell', { name: name!, exact: true });
    await cell.dblclick();
    await page.keyboard.type('Renamed Works');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await readColumn(page, 'Account', 1)).toEqual(['Renamed Works']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => readColumn(page, 'Account', 1)).toEqual([name]);
  });
  await test.step('a column drawn wider and one hidden are so after a restart', async () => {
    const head = table(page).getByRole('columnheader', { name: /^Segment/ });
    const box = (await head.boundingBox())!;
    await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width + 78, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'City', exact: true }).click();
    await page.keyboard.press('Escape');
    page = await app.reopen();
    await openSaved(page, SAMPLE);
    await goToScreen(page, 'Accounts');
    const after = table(page).getByRole('columnheader', { name: /^Segment/ });
    await expect.poll(async () => Math.round((await after.boundingBox())!.width - box.width)).toBe(80);
    await expect(table(page).getByRole('columnheader', { name: 'City' })).toBeHidden();
  });
  await test.step('several rows are copied as text for a spreadsheet, and cells pasted back', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const [first] = await readColumn(page, 'Account', 1);
    await table(page).locator('[aria-rowindex="2"]').click();
    await table(page)
      .locator('[aria-rowindex="4"]')
      .click({ modifiers: ['Shift'] });
    await expect(page.getByText('Selection 3')).toBeVisible();
    await page.keyboard.press('Control+c');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.trimEnd().split('\n')).toHaveLength(4);
    expect(copied).toContain(first!);
    await page.evaluate(() => navigator.clipboard.writeText('Pasted One\nPasted Two'));
    await page.keyboard.press('Control+v');
    await expect.poll(() => readColumn(page, 'Account', 2)).toEqual(['Pasted One', 'Pasted Two']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => readColumn(page, 'Account', 1)).toEqual([first]);
  });
  expect(app.complaints).toEqual([]);
});

test('territories come from any column of the list, and an account without a place is put on the map by hand', async ({
  app,
}) => {
  const { page } = app;
  const rows = [
    'Id,Name,City,State,Owner,Patch,Revenue',
    '1,Harbor Clinic,Boston,MA,Ann Field,North,100',
    '2,Boise Supply,Boise,ID,Ben Marsh,West,200',
    '3,Bay Optics,San Francisco,CA,Ben Marsh,West,300',
    '4,Somewhere Foods,Nowhereville,,Ann Field,North,400',
  ];
  await importFile(page, app.folder, 'patches.csv', rows.join('\n'));
  await goOn(page, 'Places', 'Review');
  await page.getByRole('checkbox', { name: /Make territories from/ }).check();
  await page.getByRole('combobox', { name: 'Column that names them' }).click();
  await page.getByRole('option', { name: 'Patch' }).click();
  await expect(page.getByText('North 2 · West 2')).toBeVisible();
  await keepScreen(page, 'import-today');
  await goOn(page, 'Import');
  await expect(page.getByRole('treeitem', { name: /^West/ })).toBeVisible();
  await expect(page.getByRole('treeitem', { name: /^North/ })).toBeVisible();

  await goToScreen(page, 'Accounts');
  await page
    .getByRole('radiogroup', { name: 'Which accounts are shown' })
    .getByText(/^Places to check/)
    .click();
  const panel = page.getByRole('complementary', { name: 'Places to check' });
  await expect(panel).toContainText('Somewhere Foods');
  await keepScreen(page, 'places-to-check');
  await panel.getByRole('application').click();
  await expect(panel).not.toContainText('Somewhere Foods');
  await expect(page.getByRole('radio', { name: 'Places to check 3' })).toBeAttached();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('radio', { name: 'Places to check 4' })).toBeAttached();
  expect(app.complaints).toEqual([]);
});
