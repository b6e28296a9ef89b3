import type { Page } from '@playwright/test';
import { test } from './appTest';
import { openSample } from './steps/openPlan';
import { expect } from './steps/patience';

test.use({ viewport: { width: 1440, height: 900 } });

async function tree(page: Page): Promise<string> {
  const figures = page.getByRole('tree', { name: 'Territories with their index' });
  return (await figures.innerText()).replace(/\s+/g, ' ');
}

test('accounts are selected by column and by an estimated drive, coloured by a column, and land gets a measure of its own', async ({
  app,
}) => {
  test.setTimeout(240_000);
  const { page } = app;
  await openSample(page);
  const before = await tree(page);
  const card = page.getByRole('dialog', { name: 'Preview of the move' });

  const form = (text: string) => page.getByRole('dialog').filter({ hasText: text });

  // Areas that cannot be read are told; the next try reads them.
  const byZip = {
    name: 'zips.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('ZIP3,Sales potential\nCA-941,1000000\nIL-606,2500000\n'),
  };
  await page.route('**/zip3*.gz', (route) => route.fulfill({ status: 200, body: '{' }));
  await page.getByLabel('File of a measure by unit').setInputFiles(byZip);
  await expect(page.getByText('The areas of the map could not be read. Try again.')).toBeVisible();
  await page.unroute('**/zip3*.gz');
  await page.getByLabel('File of a measure by unit').setInputFiles(byZip);
  await expect(page.getByRole('dialog', { name: 'Measure by unit' })).toContainText(
    'zips.csv: 2 ZIP3 areas, $3.5M together.',
  );
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Select by column' }).click();
  await page.getByRole('combobox', { name: 'Column' }).click();
  await page.getByRole('option', { name: 'Segment', exact: true }).click();
  await page.getByRole('combobox', { name: 'Value' }).fill('Enterprise');
  await expect(page.getByText(/^\d+ accounts$/)).toBeVisible();
  await page.getByRole('option', { name: 'Enterprise', exact: true }).click();
  await form('Add condition').getByRole('button', { name: 'Select', exact: true }).click();
  await expect(card).toContainText(/Move \d+ accounts to/);
  expect(await tree(page)).toBe(before);
  await page.keyboard.press('Enter');
  await expect.poll(() => tree(page)).not.toBe(before);
  await page.keyboard.press('Control+z');
  await expect.poll(() => tree(page)).toBe(before);

  await page.getByRole('treeitem', { name: /^Chicago/ }).click();
  await page.getByRole('button', { name: 'Within a drive, estimated' }).click();
  await page.getByRole('textbox', { name: 'Minutes by car' }).fill('120');
  await expect(page.getByText(/^Estimate: /)).toBeVisible();
  await form('Minutes by car').getByRole('button', { name: 'Select', exact: true }).click();
  await expect(card).toContainText(/Move \d+ accounts? to/);
  await page.keyboard.press('Enter');
  await expect.poll(() => tree(page)).not.toBe(before);
  await page.keyboard.press('Control+z');
  await expect.poll(() => tree(page)).toBe(before);

  const legend = page.getByRole('region', { name: 'Legend' });
  await legend.getByRole('button', { name: /^Colour by/ }).click();
  await page.getByRole('menuitemradio', { name: 'Segment, each account' }).click();
  await expect(legend).toContainText(/Enterprise\s*394/);
  await legend.getByRole('button', { name: /^Colour by/ }).click();
  await page.getByRole('menuitemradio', { name: 'Potential, each account' }).click();
  await legend.getByRole('button', { name: /^Accounts on the map/ }).click();
  await page.getByRole('menuitemradio', { name: 'Potential', exact: true }).click();
  await expect(legend).toContainText('Less Potential to more');
  await legend.getByRole('button', { name: /^Colour by/ }).click();
  await page.getByRole('menuitemradio', { name: 'Density of Potential' }).click();
  await expect(legend).toContainText('most in view');
  await page.getByRole('treeitem', { name: /^Chicago/ }).dblclick();
  for (let i = 0; i < 6; i++) await page.getByRole('button', { name: 'Zoom in' }).click();

  await page.getByLabel('File of a measure by unit').setInputFiles({
    name: 'potential.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('FIPS,Sales potential\n6075,1000000\n20137,2500000\n48201,750000\nnowhere,3\n'),
  });
  const dialog = page.getByRole('dialog', { name: 'Measure by unit' });
  await expect(dialog).toContainText('potential.csv: 3 counties, $4.25M together.');
  await expect(dialog.getByRole('list', { name: 'Rows left out' })).toContainText('Row 5: "nowhere"');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Land potential');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByRole('region', { name: 'Legend' })).toContainText('Land potential of the land');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeVisible();
  expect(await tree(page)).toBe(before);
  expect(app.complaints).toEqual([]);
});
