import { test } from './appTest';
import { chooseSegment } from './steps/choose';
import { keepScreen } from './steps/keepScreen';
import { openSample } from './steps/openPlan';
import { expect } from './steps/patience';

test('a balance says why each account moves, and what gentler plans there are', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = app;
  await openSample(page);
  await page.getByRole('main').getByRole('button', { name: 'Balance' }).first().click();
  const settings = page.getByRole('region', { name: 'Balance settings' });
  await settings.getByRole('button', { name: 'Balance', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Accept all' })).toBeEnabled({ timeout: 120_000 });

  await test.step('moves tell their reasons, and are narrowed by them', async () => {
    await chooseSegment(page, 'Before and after by', 'Moves');
    const moves = page.getByRole('grid', { name: 'Moves' });
    await expect(moves.getByRole('row').nth(1)).toContainText(
      / was \d.*% (over|under)|Closer by|passes load on/,
    );
    await page.getByRole('textbox', { name: 'Find moves' }).fill('Closer by');
    await expect(moves.getByRole('row').nth(1)).toContainText('Closer by');
    await moves.getByRole('row').nth(1).click();
    await expect(page.getByRole('region', { name: 'Why this move' })).toContainText('Way from');
  });
  await test.step('the curve offers gentler plans', async () => {
    const points = page.getByRole('button', { name: /accounts move: travel/ });
    await expect(points.nth(2)).toBeVisible();
    await keepScreen(page, 'balance-curve');
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await expect(page.getByText('Stopped before all were sought.')).toBeVisible();
    await page.setViewportSize({ width: 1024, height: 700 });
    const kinds = page.getByRole('radiogroup', { name: 'What travel is drawn against' });
    await expect(kinds.getByText('Tolerance', { exact: true })).toBeInViewport({ ratio: 1 });
    await chooseSegment(page, 'Before and after by', 'Territories');
    for (const name of ['In', 'Out']) {
      await expect(page.getByRole('columnheader', { name, exact: true })).toBeInViewport({ ratio: 1 });
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });
  await test.step('a fix of what is out is set against the fewest moves there can be', async () => {
    await settings.getByRole('button', { name: /^Fix only what is out of/ }).click();
    await expect(
      page.getByRole('status').filter({ hasText: /No plan can do it with fewer than|no plan moves fewer/ }),
    ).toBeVisible({ timeout: 120_000 });
  });
  expect(app.complaints).toEqual([]);
});

test('a balance keeps territories in one piece, an attribute to those who serve it, and goes by capacity', async ({
  app,
}) => {
  test.setTimeout(300_000);
  const { page } = app;
  await openSample(page);
  await page.getByRole('main').getByRole('button', { name: 'Balance' }).first().click();
  const settings = page.getByRole('region', { name: 'Balance settings' });
  await test.step('a territory of half a rep, and one with a free base', async () => {
    await settings.getByRole('button', { name: 'Capacity and base by territory…' }).click();
    const terms = page.getByRole('dialog', { name: 'Capacity and base by territory' });
    await terms.getByRole('textbox', { name: 'Capacity of Rockies' }).fill('0.5');
    await terms.getByRole('textbox', { name: 'Capacity of Rockies' }).press('Enter');
    await expect(terms.getByRole('row', { name: /^Rockies/ })).toContainText('2.1%');
    await terms.getByRole('checkbox', { name: 'Base of Florida stays' }).uncheck();
    await keepScreen(page, 'balance-terms');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: /^Undo: change territory Rockies/ })).toBeVisible();
  });
  await settings.getByRole('combobox', { name: 'In one piece' }).click();
  await page.getByRole('option', { name: 'By county' }).click();
  await settings.getByRole('combobox', { name: 'Column that tells who may serve an account' }).click();
  await page.getByRole('option', { name: 'By Segment' }).click();
  await settings.getByRole('combobox', { name: 'Value of Segment' }).click();
  await page.getByRole('option', { name: 'Enterprise' }).click();
  await keepScreen(page, 'balance-settings');
  await settings.getByRole('button', { name: 'Remove Enterprise' }).click();
  await settings.getByRole('button', { name: 'Balance', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Accept all' })).toBeEnabled({ timeout: 120_000 });
  await keepScreen(page, 'balance-pieces');
  await page.getByRole('button', { name: 'Accept all' }).click();
  await expect(page.getByRole('button', { name: /^Undo: balance/ })).toBeVisible();
  expect(app.complaints).toEqual([]);
});
