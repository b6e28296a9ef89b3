import { test } from './appTest';
import { goToScreen } from './steps/choose';
import { hoverAccount } from './steps/drawOnMap';
import { keepScreen } from './steps/keepScreen';
import { openSample } from './steps/openPlan';
import { expect } from './steps/patience';

test.use({ viewport: { width: 1440, height: 900 } });

test('why an account is where it is, is told on the map, on its card and in the table', async ({ app }) => {
  test.setTimeout(120_000);
  const { page } = app;
  await openSample(page);
  const asImported = 'As the imported list had it.';
  let name = '';

  await test.step('the pointer rests on a dot', async () => {
    ({ name } = await hoverAccount(page, [0.62, 0.5]));
    const tip = page.getByText(asImported);
    await expect(tip).toBeVisible();
    await keepScreen(page, 'why-tip');
  });

  await test.step('the card of its move', async () => {
    await page.mouse.down();
    await page.mouse.up();
    await page.getByRole('button', { name: 'Move to…' }).click();
    const card = page.getByRole('dialog', { name: 'Preview of the move' });
    await expect(card).toContainText('Move 1 account to');
    await card.getByRole('button', { name: 'Why is it here?' }).click();
    const dialog = page.getByRole('dialog', { name: 'Why is this account here?' });
    await expect(dialog).toContainText(asImported);
    await keepScreen(page, 'why-dialog');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(card).toBeVisible();
    await card.getByRole('button', { name: 'Move' }).click();
    await expect(card).toBeHidden();
  });

  await test.step('the table of accounts', async () => {
    await goToScreen(page, 'Accounts');
    await page.getByRole('textbox', { name: 'Find accounts' }).fill(name);
    await page.getByRole('gridcell', { name, exact: true }).first().click();
    await page.getByRole('button', { name: 'Why here?' }).click();
    const dialog = page.getByRole('dialog', { name: 'Why is this account here?' });
    await expect(dialog).toContainText(/By hand: move 1 account to/);
  });
  expect(app.complaints).toEqual([]);
});
