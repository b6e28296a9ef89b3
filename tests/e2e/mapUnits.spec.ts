import type { Page } from '@playwright/test';
import { test } from './appTest';
import { drawLasso, type MapSpot } from './steps/drawOnMap';
import { keepScreen } from './steps/keepScreen';
import { openSample } from './steps/openPlan';
import { expect } from './steps/patience';

test.use({ viewport: { width: 1440, height: 900 } });

async function tree(page: Page): Promise<string> {
  const figures = page.getByRole('tree', { name: 'Territories with their index' });
  return (await figures.innerText()).replace(/\s+/g, ' ');
}

async function spot(page: Page, [x, y]: MapSpot): Promise<[number, number]> {
  const map = (await page.getByRole('application', { name: /^Map of territories/ }).boundingBox())!;
  return [map.x + map.width * x, map.y + map.height * y];
}

async function pickUnits(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'What tools pick' }).click();
  await page.getByRole('menuitemradio', { name }).click();
}

test('units are picked by click, Shift and lasso, assigned with their accounts or alone, and undone', async ({
  app,
}) => {
  test.setTimeout(150_000);
  const { page } = app;
  await openSample(page);
  const before = await tree(page);
  const card = page.getByRole('dialog', { name: 'Preview of the move' });

  await pickUnits(page, 'Counties');
  await page.mouse.move(...(await spot(page, [0.68, 0.5])));
  await expect(page.getByText(/^County \d{5}$/)).toBeVisible();
  await page.mouse.click(...(await spot(page, [0.68, 0.5])));
  await expect(card).toContainText('Assign 1 county to');
  await page.keyboard.down('Shift');
  await page.mouse.click(...(await spot(page, [0.66, 0.56])));
  await page.keyboard.up('Shift');
  await expect(card).toContainText('Assign 2 counties to');
  await page.keyboard.down('Alt');
  await page.mouse.click(...(await spot(page, [0.66, 0.56])));
  await page.keyboard.up('Alt');
  await expect(card).toContainText('Assign 1 county to');
  await test.step('the unit is locked with a reason, and the lock taken back', async () => {
    await page.getByRole('button', { name: 'Set an exception on the selection' }).click();
    const dialog = page.getByRole('dialog', { name: /^Exception for [A-Z]/ });
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Franchise agreement');
    await dialog.getByLabel(/^Owner/).fill('Dana Whitfield, who is head of sales operations');
    await dialog.getByLabel(/^Until/).fill('2099-12-31');
    await dialog.getByRole('button', { name: 'Set' }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole('tab', { name: /^Exceptions/ }).click();
    await expect(page.getByText('Franchise agreement · Dana Whitfield, who is head of')).toBeVisible();
    await expect(page.getByText(/^Lock · until .*2099$/)).toBeVisible();
    await keepScreen(page, 'exceptions');
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Franchise agreement')).toBeHidden();
    await page
      .getByRole('tab', { name: /^(Tree|Territories)/ })
      .first()
      .click();
  });
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();

  await drawLasso(page, [
    [0.55, 0.45],
    [0.68, 0.47],
    [0.66, 0.62],
    [0.54, 0.6],
  ]);
  await expect(card).toContainText(/Assign \d+ counties to/);
  await expect(card).toContainText(/[1-9]\d* accounts change hands/);
  expect(await tree(page)).toBe(before);
  await page.keyboard.press('Enter');
  await expect.poll(() => tree(page)).not.toBe(before);
  await page.keyboard.press('Control+z');
  await expect.poll(() => tree(page)).toBe(before);

  await pickUnits(page, 'Units only');
  await pickUnits(page, /^Regions/);
  await page.getByRole('button', { name: 'Select', exact: true }).click();
  await page.mouse.click(...(await spot(page, [0.45, 0.45])));
  await expect(card).toContainText('No account changes hands');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Undo: assign 1 region to/)).toBeVisible();
  expect(await tree(page)).toBe(before);
  await page.keyboard.press('Control+z');
  await pickUnits(page, /^ZIP3/);
  await page.mouse.move(...(await spot(page, [0.6, 0.55])));
  await expect(page.getByText(/outline approximate/)).toBeVisible();
  expect(app.complaints).toEqual([]);
});
