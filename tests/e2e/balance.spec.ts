import { test } from './appTest';
import { chooseSegment } from './steps/choose';
import { keepScreen } from './steps/keepScreen';
import { openSample } from './steps/openPlan';
import { expect } from './steps/patience';

test('a balance says why each account moves, what its tolerance costs, and is taken move by move', async ({
  app,
}) => {
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
    const drawing = page.getByRole('status').filter({ hasText: 'Seeking ten plans in the background' });
    if (await drawing.isVisible()) await drawing.getByRole('button', { name: 'Stop' }).click();
    await expect(drawing).toBeHidden();
    await points.first().focus();
    await points.first().press('Enter');
    await expect(points.first()).toHaveAttribute('aria-pressed', 'true');
    const gentle = Number(/^[\d,]+/.exec((await points.first().getAttribute('aria-label'))!)![0]);
    await expect(page.getByText(`This proposal: ${gentle} accounts`)).toBeVisible();
    await keepScreen(page, 'balance-curve');
  });
  await test.step('a move left out stays out, and one step takes the rest back', async () => {
    await page.getByRole('textbox', { name: 'Find moves' }).fill('');
    const moves = page.getByRole('grid', { name: 'Moves' });
    await moves.focus();
    await moves.press('ArrowDown');
    await moves.press(' ');
    await page.getByRole('button', { name: /^Accept \d+$/ }).click();
    const undo = page.getByRole('button', { name: /^Undo: balance 24 territories, \d+ of \d+ moves/ });
    await expect(undo).toBeEnabled();
    await undo.click();
    await expect(page.getByRole('button', { name: /^Redo: balance 24/ })).toBeEnabled();
  });
  await test.step('the size of the team leads back to a balance of so many', async () => {
    await settings.getByRole('button', { name: 'How many should there be?' }).click();
    const workload = page.getByRole('region', { name: 'By workload' });
    await workload.getByRole('button', { name: 'Why this number?' }).click();
    await expect(page.getByText('Working days of a rep')).toBeVisible();
    await page.keyboard.press('Escape');
    await keepScreen(page, 'sizing');
    const reps = (await workload.locator('strong').innerText()).replace(/\D/g, '');
    await workload.getByRole('button', { name: /^Where\? Balance/ }).click();
    await expect(settings.getByRole('textbox', { name: 'Territories' })).toHaveValue(reps);
    await settings.getByRole('textbox', { name: 'Territories' }).fill('24');
    await page.keyboard.press('Enter');
  });
  await test.step('only what is out of tolerance is mended', async () => {
    await settings.getByRole('button', { name: /^Fix only what is out/ }).click();
    await expect(page.getByRole('region', { name: 'Before and after', exact: true })).toContainText(
      '24 of 24 in',
    );
  });
  expect(app.complaints).toEqual([]);
});
