import type { Page } from '@playwright/test';
import { test } from './appTest';
import { drawLasso } from './steps/drawOnMap';
import { keepScreen } from './steps/keepScreen';
import { openSample } from './steps/openPlan';
import { expect } from './steps/patience';
import { readTree } from './steps/readFigures';

const LASSO = [
  [0.55, 0.35],
  [0.72, 0.35],
  [0.72, 0.6],
  [0.55, 0.6],
] as const;

test('what a move of accounts costs in pay: before it is made, after it, and nothing once it is undone', async ({
  app,
}) => {
  const { page } = app;
  await openSample(page);
  const before = await readTree(page);
  await drawLasso(page, LASSO);
  const card = page.getByRole('dialog', { name: 'Preview of the move' });
  await card.getByRole('button', { name: 'Rep by rep' }).click();
  const panel = page.getByRole('region', { name: 'Pay of this realignment' });
  const reps = panel.getByRole('list', { name: 'Reps touched' }).getByRole('listitem');
  await expect(reps.first()).toContainText(/Quota.*→/);
  const previewed = await changesOfPay(page);

  await test.step('the simulated years follow as a job', async () => {
    await expect(panel.getByRole('row', { name: /^P50/ })).toContainText('$');
    await expect(reps.first()).toContainText(/P10 · P50 · P90: \$.* before, \$.* after/);
  });
  await keepScreen(page, 'realignment-pay');

  await test.step('the move made costs what its preview said', async () => {
    await card.getByRole('button', { name: 'Move' }).click();
    await expect(card).toBeHidden();
    expect(await changesOfPay(page)).toEqual(previewed);
    expect(await readTree(page)).not.toEqual(before);
  });
  await test.step('against another scenario', async () => {
    await panel.getByRole('combobox', { name: 'Compared with' }).click();
    const scenarios = page.getByRole('group', { name: 'Scenarios' }).getByRole('option');
    await scenarios.first().click();
    await expect(reps.first()).toBeVisible();
    await panel.getByRole('combobox', { name: 'Compared with' }).click();
    await page
      .getByRole('option', { name: /^Before: move/ })
      .first()
      .click();
    expect(await changesOfPay(page)).toEqual(previewed);
  });
  await test.step('undo gives back every figure', async () => {
    await page.getByRole('button', { name: /^Undo: move/ }).click();
    await expect(panel).toContainText('No rep’s potential, quota or pay differs');
    expect(await readTree(page)).toEqual(before);
  });
  expect(app.complaints).toEqual([]);
});

/** Each touched rep's change of pay, as the panel says it. */
async function changesOfPay(page: Page): Promise<string[]> {
  return page
    .getByRole('list', { name: 'Reps touched' })
    .getByRole('listitem')
    .getByRole('button')
    .allInnerTexts();
}
