import type { Page } from '@playwright/test';
import { test } from './appTest';
import { keepScreen } from './steps/keepScreen';
import { openSample, openSaved, SAMPLE } from './steps/openPlan';
import { expect } from './steps/patience';

test.use({ viewport: { width: 1440, height: 900 } });

const layer = (page: Page, name: string) => page.locator(`canvas[data-layer="${name}"]`);

/** How many pixels of a layer of the map are drawn on. */
function inkOf(page: Page, name: string): Promise<number> {
  return layer(page, name).evaluate((canvas: HTMLCanvasElement) => {
    if (canvas.width === 0) return 0;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let at = 3; at < data.length; at += 4) if (data[at]! > 0) count++;
    return count;
  });
}

async function showAs(page: Page, choice: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^Accounts on the map/ }).click();
  await page.getByRole('menuitemradio', { name: choice }).click();
}

test('far away the map shows density by itself, near it shows dots; the choice is kept', async ({ app }) => {
  test.setTimeout(120_000);
  let { page } = app;
  await openSample(page);
  let legend = page.getByRole('region', { name: 'Legend' });
  await expect(layer(page, 'dots')).toBeVisible();
  await expect(layer(page, 'heat')).toBeHidden();

  for (let step = 0; step < 6; step++) await page.getByRole('button', { name: 'Zoom out' }).click();
  await expect(layer(page, 'heat')).toBeVisible();
  await expect(layer(page, 'dots')).toBeHidden();
  await expect.poll(() => inkOf(page, 'heat')).toBeGreaterThan(500);
  await expect(legend).toContainText('Few to most in view');

  await showAs(page, /^Dots$/);
  await expect(layer(page, 'dots')).toBeVisible();
  await expect(layer(page, 'heat')).toBeHidden();
  await expect.poll(() => inkOf(page, 'dots')).toBeGreaterThan(500);
  await expect(legend).not.toContainText('most in view');

  await page.getByRole('button', { name: 'Fit plan' }).click();
  await showAs(page, /^Density/);
  await expect(layer(page, 'heat')).toBeVisible();
  await keepScreen(page, 'density');
  await page.emulateMedia({ colorScheme: 'dark' });
  await keepScreen(page, 'density-dark');

  page = await app.reopen();
  await openSaved(page, SAMPLE);
  legend = page.getByRole('region', { name: 'Legend' });
  await expect(layer(page, 'heat')).toBeVisible();
  await page.getByRole('treeitem', { name: /^Chicago/ }).dblclick();
  for (let step = 0; step < 10; step++) await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(layer(page, 'dots')).toBeVisible();
  await expect(layer(page, 'heat')).toBeHidden();
  await expect(legend).toContainText('ZIP3 area, approximate');
  await keepScreen(page, 'zip3');
  await page.getByRole('button', { name: 'Fit plan' }).click();
  await expect(legend).not.toContainText('ZIP3');
  expect(app.complaints).toEqual([]);
});
