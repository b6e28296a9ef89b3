import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { test } from './appTest';
import type { MapSpot } from './steps/drawOnMap';
import { keepScreen } from './steps/keepScreen';
import { openSample } from './steps/openPlan';
import { expect } from './steps/patience';

test.use({ viewport: { width: 1440, height: 900 } });
test.setTimeout(120_000);

async function figures(page: Page): Promise<string> {
  const tree = page.getByRole('tree', { name: 'Territories with their index' });
  return (await tree.innerText()).replace(/\s+/g, ' ');
}

async function choose(page: Page, territory: string, item: string): Promise<void> {
  await page
    .getByRole('treeitem')
    .filter({ has: page.getByText(territory, { exact: true }) })
    .click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Boundary', exact: true }).hover();
  await page.getByRole('menuitem', { name: item }).click();
}

const corners = (page: Page) => page.locator('.marker-icon:not(.marker-icon-middle):not(.cursor-marker)');

/** Drags a corner, or the small one between two, by some pixels. */
async function drag(page: Page, corner: ReturnType<Page['locator']>, dx: number, dy: number): Promise<void> {
  const box = await corner.boundingBox();
  if (!box) throw new Error('That corner is not on screen.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx, y + dy, { steps: 8 });
  await page.mouse.up();
}

/** The map as it is saved as a drawing. */
async function printedSvg(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Print and picture' }).click();
  await page.getByRole('radiogroup', { name: 'What to make' }).getByText('SVG', { exact: true }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save SVG' }).click();
  return readFileSync(await (await saving).path(), 'utf8');
}

test('a boundary is drawn, its corners are dragged, added and removed; accounts inside follow, undo brings all back', async ({
  app,
}) => {
  const { page } = app;
  await openSample(page);
  const before = await figures(page);

  await choose(page, 'Rockies', 'Draw…');
  await expect(page.getByText('Click corners; the first one closes.')).toBeVisible();
  const map = await page.getByRole('application', { name: /^Map of territories/ }).boundingBox();
  if (!map) throw new Error('The map is not on screen.');
  const at = ([x, y]: MapSpot): [number, number] => [map.x + map.width * x, map.y + map.height * y];
  await expect(page.locator('.cursor-marker')).toHaveCount(1);
  for (const spot of [
    [0.2, 0.4],
    [0.4, 0.4],
    [0.4, 0.58],
    [0.2, 0.58],
    [0.2, 0.4],
  ] as const) {
    await page.mouse.move(...at(spot), { steps: 3 });
    await page.mouse.click(...at(spot));
  }
  const card = page.getByRole('dialog', { name: 'Boundary of Rockies' });
  await expect(card).toContainText('accounts change hands');
  await expect(corners(page)).toHaveCount(4);
  const text = await card.innerText();
  await drag(page, corners(page).nth(2), 60, 40);
  await expect.poll(() => card.innerText()).not.toBe(text);
  expect(await figures(page)).toBe(before);
  await keepScreen(page, 'boundary-edit');
  await page.keyboard.press('Enter');
  await expect(corners(page)).toHaveCount(0);
  const drawn = await figures(page);
  expect(drawn).not.toBe(before);
  await keepScreen(page, 'boundary-kept');
  expect(await printedSvg(page)).toContain('>Drawn boundary</text>');

  await choose(page, 'Rockies', 'Edit…');
  await expect(corners(page)).toHaveCount(4);
  await drag(page, page.locator('.marker-icon-middle').first(), 0, -50);
  await expect(corners(page)).toHaveCount(5);
  await expect(card.getByRole('button', { name: 'Keep' })).toBeEnabled();
  await corners(page).nth(4).click({ button: 'right' });
  await expect(corners(page)).toHaveCount(4);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(corners(page)).toHaveCount(0);
  expect(await figures(page)).toBe(drawn);

  await test.step('corners are moved, added and removed by keys', async () => {
    await choose(page, 'Rockies', 'Edit…');
    await expect(corners(page)).toHaveCount(4);
    const first = page.getByRole('button', { name: 'Corner 1 of 4' });
    await first.focus();
    const from = (await first.boundingBox())!;
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    const to = (await first.boundingBox())!;
    expect(Math.round(to.x - from.x)).toBe(10);
    expect(Math.round(to.y - from.y)).toBe(1);
    await page.keyboard.press('+');
    await expect(page.getByRole('button', { name: 'Corner 2 of 5' })).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(card.getByRole('button', { name: 'Keep' })).toBeEnabled();
    await page.keyboard.press('Delete');
    await expect(page.getByRole('button', { name: 'Corner 2 of 4' })).toBeFocused();
    for (let step = 0; step < 60; step++) await page.keyboard.press('ArrowLeft');
    await expect(corners(page)).toHaveCount(4);
    await page.keyboard.press('Enter');
    await expect(corners(page)).toHaveCount(0);
    await expect.poll(() => figures(page)).not.toBe(drawn);
    await page.keyboard.press('Control+z');
    await expect.poll(() => figures(page)).toBe(drawn);
  });

  await choose(page, 'Rockies', 'Remove, accounts stay');
  await expect(page.getByRole('button', { name: /^Undo: remove the boundary of Rockies/ })).toBeVisible();
  expect(await figures(page)).toBe(drawn);
  await page.getByRole('tree').focus();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => figures(page)).toBe(before);

  await test.step('no tip of a unit lies over what is drawn', async () => {
    await page.getByRole('button', { name: 'What tools pick' }).click();
    await page.getByRole('menuitemradio', { name: 'Counties' }).click();
    await page.mouse.move(...at([0.3, 0.5]));
    const tip = page.getByText(/^County \d{5}$/);
    await expect(tip).toBeVisible();
    await choose(page, 'Rockies', 'Draw…');
    await page.mouse.move(...at([0.3, 0.52]), { steps: 3 });
    await expect(page.locator('.cursor-marker')).toHaveCount(1);
    await expect(tip).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(page.locator('.cursor-marker')).toHaveCount(0);
  });

  await choose(page, 'Florida', 'Round its land…');
  await expect(page.getByRole('dialog', { name: 'Boundary of Florida' })).toBeVisible();
  await expect(corners(page)).toHaveCount(60);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 1024, height: 700 });
  await keepScreen(page, 'boundary-land-dark-1024');
  expect(app.complaints).toEqual([]);
});
