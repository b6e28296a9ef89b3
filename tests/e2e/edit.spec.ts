import type { Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePlanFile } from '../../shared/io/project/planFile';
import { test } from './appTest';
import { chooseFile } from './steps/choose';
import { drawLasso } from './steps/drawOnMap';
import { keepScreen } from './steps/keepScreen';
import { largePlan } from './steps/largePlan';
import { openSample } from './steps/openPlan';
import { expect } from './steps/patience';
import { readTerritory, readTree } from './steps/readFigures';
import { expectWholePicture } from './steps/wholePicture';

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
    await expectWholePicture(page);
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

test('thousands of accounts move on the map of a large plan; every figure follows, and undo gives all back', async ({
  app,
}) => {
  const { page } = app;
  const file = join(app.folder, 'Large.evenland');
  writeFileSync(file, writePlanFile(largePlan(30_000, 60)));
  await chooseFile(page, page.getByRole('button', { name: 'Open plan' }), file);
  await expect(page.getByRole('contentinfo')).toContainText('30,000 accounts');
  await expect(page.getByRole('treeitem', { name: /^Territory 1\b/ })).toBeVisible();
  const tree = await readTree(page);
  expect(Object.keys(tree)).toHaveLength(60);
  const [one] = Object.keys(tree);
  const territory = await readTerritory(page, one!, 'Potential');

  await drawLasso(page, [
    [0.2, 0.2],
    [0.8, 0.2],
    [0.8, 0.8],
    [0.2, 0.8],
  ]);
  const card = page.getByRole('dialog', { name: 'Preview of the move' });
  const heading = await card.getByText(/^Move [\d,]+ accounts to/).innerText();
  const moved = /[\d,]+/.exec(heading)![0];
  expect(Number(moved.replace(',', ''))).toBeGreaterThan(3000);
  await card.getByRole('button', { name: 'Move' }).click();
  const undo = page.getByRole('button', { name: new RegExp(`^Undo: move ${moved} accounts to Territory`) });
  await expect(undo).toBeEnabled();
  const movedTree = await readTree(page);
  expect(Object.keys(tree).filter((name) => movedTree[name] !== tree[name]).length).toBeGreaterThan(5);

  await undo.click();
  await expect(page.getByRole('button', { name: new RegExp(`^Redo: move ${moved} accounts`) })).toBeEnabled();
  expect(await readTree(page)).toEqual(tree);
  expect(await readTerritory(page, one!, 'Potential')).toEqual(territory);
  await page.getByRole('button', { name: /^Redo: move/ }).click();
  expect(await readTree(page)).toEqual(movedTree);
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
