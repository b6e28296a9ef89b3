import type { Page } from '@playwright/test';
import { test } from './appTest';
import { drawLasso, type MapSpot } from './steps/drawOnMap';
import { keepScreen } from './steps/keepScreen';
import { openSample } from './steps/openPlan';
import { expect } from './steps/patience';

test.use({ viewport: { width: 1440, height: 900 } });
test.setTimeout(180_000);

async function figures(page: Page): Promise<string> {
  const tree = page.getByRole('tree', { name: 'Territories with their index' });
  return (await tree.innerText()).replace(/\s+/g, ' ');
}

async function nameIt(page: Page, title: string, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByRole('textbox').fill(name);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

async function goToAlignment(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Alignment / }).click();
  await page.getByRole('menuitemradio', { name, exact: true }).click();
}

/** Adds a territory to the overlay and draws round its accounts. */
async function addPod(page: Page, name: string, spots: readonly MapSpot[]): Promise<void> {
  await page.getByRole('button', { name: 'Add territory' }).first().click();
  await nameIt(page, 'Add territory', name);
  await drawLasso(page, spots);
  const card = page.getByRole('dialog', { name: 'Preview of the move' });
  await expect(card.getByRole('button', { name: `Receiving territory: ${name}` })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(card).toBeHidden();
}

const line = (page: Page, name: string) =>
  page.getByRole('treeitem').filter({ has: page.getByText(name, { exact: true }) });

async function choose(page: Page, territory: string, item: RegExp): Promise<void> {
  await line(page, territory).click({ button: 'right' });
  await page.getByRole('menuitem', { name: item }).click();
}

async function undo(page: Page, name: RegExp, before: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  await expect.poll(() => figures(page)).toBe(before);
}

/** Splits, merges, dissolves and hands over in the overlay alone; each is undone. */
async function reshapeOverlay(page: Page, before: string): Promise<void> {
  await choose(page, 'Pod West', /^Split…/);
  const split = page.getByRole('dialog', { name: 'Split Pod West' });
  await expect(split.getByRole('row', { name: /^Pod West 2 new/ })).toBeVisible();
  await keepScreen(page, 'overlay-split');
  await split.getByRole('button', { name: 'Split' }).click();
  await expect(line(page, 'Pod West 2')).toBeVisible();
  await undo(page, /^Undo: split Pod West into/, before);

  await choose(page, 'Pod West', /^Merge into/);
  const merge = page.getByRole('dialog', { name: 'Merge Pod West into another' });
  await merge.getByRole('combobox', { name: 'Into' }).click();
  await page.getByRole('option', { name: /^Pod East/ }).click();
  await expect(merge.getByRole('row', { name: /^Pod West goes/ })).toBeVisible();
  await merge.getByRole('button', { name: 'Merge' }).click();
  await expect(line(page, 'Pod West')).toBeHidden();
  await undo(page, /^Undo: merge Pod West into Pod East/, before);

  await choose(page, 'Pod East', /^Dissolve/);
  const dissolve = page.getByRole('dialog', { name: 'Dissolve Pod East' });
  await expect(dissolve.getByRole('row', { name: /^Pod East goes/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(line(page, 'Pod East')).toBeHidden();
  await undo(page, /^Undo: dissolve Pod East/, before);

  await choose(page, 'Pod West', /^Hand accounts over/);
  const hand = page.getByRole('dialog', { name: /^Hand over the accounts of Pod West/ });
  await expect(hand.getByRole('row', { name: /^Pod West/ })).toBeVisible();
  await keepScreen(page, 'overlay-handover');
  await hand.getByRole('button', { name: 'Hand over' }).click();
  await undo(page, /^Undo: hand [\d,]+ accounts of Pod West/, before);
}

const WEST: readonly MapSpot[] = [
  [0.1, 0.1],
  [0.45, 0.1],
  [0.45, 0.9],
  [0.1, 0.9],
];
const EAST: readonly MapSpot[] = [
  [0.55, 0.1],
  [0.95, 0.1],
  [0.95, 0.75],
  [0.55, 0.9],
];

async function pickBy(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'What tools pick' }).click();
  await page.getByRole('menuitemradio', { name, exact: true }).click();
}

/** The tip of the unit under the pointer lies over the card that says what to do first. */
async function seeUnitBesideCard(page: Page): Promise<void> {
  await pickBy(page, 'Counties');
  const card = page
    .locator('[data-map-control]')
    .filter({ hasText: 'No territories in Sales engineers yet' });
  const { x, y } = (await card.boundingBox())!;
  await page.mouse.move(x - 30, y + 150);
  const tip = page.getByText(/^County \d{5}$/).locator('..');
  await expect(tip).toBeVisible();
  const box = (await tip.boundingBox())!;
  expect(box.x + box.width).toBeGreaterThan(x + 16);
  const isOnTop = await tip.evaluate((element: HTMLElement) => {
    // The pointer goes through a tip, and so would this look.
    element.style.pointerEvents = 'auto';
    const { right, top, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(right - 8, top + height / 2));
  });
  expect(isOnTop).toBe(true);
  await pickBy(page, 'Accounts');
}

test('an overlay role has territories of its own over the same accounts; the primary stays as it is', async ({
  app,
}) => {
  const { page } = app;
  await openSample(page);
  const primary = await figures(page);

  await page.getByRole('button', { name: 'Tree options' }).click();
  await page.getByRole('menuitem', { name: 'Add overlay role…' }).click();
  await nameIt(page, 'Add overlay role', 'Sales engineers');
  await expect(page.getByText('No territories in Sales engineers yet')).toBeVisible();
  await seeUnitBesideCard(page);
  await expect(page.getByRole('treeitem')).toHaveCount(0);

  await addPod(page, 'Pod West', WEST);
  await addPod(page, 'Pod East', EAST);
  await expect(page.getByRole('treeitem')).toHaveCount(2);
  const overlay = await figures(page);
  expect(overlay).toMatch(/Pod West.*\d+ Pod East.*\d+/);
  await page.keyboard.press('v');
  await keepScreen(page, 'overlay');
  await page.getByRole('tab', { name: /^Checks/ }).click();
  await expect(page.getByText('Pod West has no rep.')).toBeVisible();
  await expect(page.getByText(/nobody's/)).toHaveCount(0);
  await page.getByRole('tab', { name: /^Territories/ }).click();

  await goToAlignment(page, 'Primary');
  await expect.poll(() => figures(page)).toBe(primary);
  await keepScreen(page, 'overlay-primary');
  await goToAlignment(page, 'Sales engineers');
  await expect.poll(() => figures(page)).toBe(overlay);

  await reshapeOverlay(page, overlay);

  await page.setViewportSize({ width: 1024, height: 700 });
  await keepScreen(page, 'overlay-1024');
  await page.emulateMedia({ colorScheme: 'dark' });
  await keepScreen(page, 'overlay-dark');
  await page.setViewportSize({ width: 1440, height: 900 });

  // Move, add, move, add: then the role itself goes, and the primary is on screen again.
  await page.getByRole('tree').focus();
  for (let step = 0; step < 4; step++) await page.keyboard.press('Control+z');
  await expect(page.getByRole('treeitem')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect.poll(() => figures(page)).toBe(primary);
  await expect(page.getByRole('button', { name: /^Alignment / })).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByRole('button', { name: 'Alignment Sales engineers' })).toBeVisible();
  expect(app.complaints).toEqual([]);
});
