import { test } from './appTest';
import { seriousBarriers } from './steps/barriers';
import { keepScreen } from './steps/keepScreen';
import { openSample } from './steps/openPlan';
import { expect } from './steps/patience';

test.use({ viewport: { width: 1440, height: 900 } });
test.setTimeout(180_000);

test('checks: F8 goes through the findings, a fix shows its effect, bridges join islands, undo brings all back', async ({
  app,
}) => {
  const { page } = app;
  await openSample(page);
  const tab = page.getByRole('tab', { name: /^Checks \d+/ });
  // The checks of land come a moment after the others, once the map is read.
  await expect(tab).toHaveAccessibleName(/^Checks \d{2,}/);
  const panel = page.getByRole('tabpanel', { name: /^Checks/ });

  await page.keyboard.press('F8');
  await expect(panel.getByRole('status')).toHaveText(/^1 of \d+$/);
  await page.keyboard.press('F8');
  await expect(panel.getByRole('status')).toHaveText(/^2 of \d+$/);
  await page.keyboard.press('Shift+F8');
  await expect(panel.getByRole('status')).toHaveText(/^1 of \d+$/);
  await expect(panel).toContainText('Every territory has a rep');

  // Accounts that nobody has: the nearest territory takes them, and the check passes.
  await page.getByRole('tab', { name: /^Territories/ }).click();
  await page.getByRole('treeitem', { name: /^Indiana/ }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Remove/ }).click();
  await page.getByRole('dialog', { name: 'Remove Indiana' }).getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('tab', { name: /^Checks/ }).click();
  const gap = panel.getByRole('region', { name: 'Accounts nobody has' });
  await gap.getByRole('button').first().click();
  await expect(page.getByText(/^Selection \d+$/)).toBeVisible();
  await keepScreen(page, 'checks');
  expect(await seriousBarriers(page)).toEqual([]);
  for (let left = await gap.getByRole('listitem').count(); left > 0; left--) {
    await gap.getByRole('listitem').first().getByRole('button').first().click();
    await gap.getByRole('button', { name: /^Assign to .*, the nearest$/ }).click();
    const card = page.getByRole('dialog', { name: /^Assign to/ });
    await expect(card).toContainText('change hands');
    await card.getByRole('button', { name: 'Apply' }).click();
    await expect(gap.getByRole('listitem')).toHaveCount(left - 1);
  }
  await expect(panel).toContainText('Every account has a territory');
  await page.getByRole('button', { name: /^Undo: move \d+ accounts? to/ }).click();
  await expect(gap).toBeVisible();

  await panel.getByRole('button', { name: 'Bridges' }).click();
  const bridges = page.getByRole('dialog', { name: 'Bridges over water' });
  await expect(bridges).toContainText('San Francisco, CA – Marin, CA');
  await bridges.getByRole('button', { name: 'Remove the bridge San Francisco, CA – Marin, CA' }).click();
  await expect(bridges).not.toContainText('San Francisco, CA – Marin, CA');
  await keepScreen(page, 'bridges');
  await bridges.getByRole('button', { name: 'The usual list' }).click();
  await expect(bridges).toContainText('San Francisco, CA – Marin, CA');
  await bridges.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: /^Undo: take the usual bridges/ })).toBeVisible();
  expect(app.complaints).toEqual([]);
});
