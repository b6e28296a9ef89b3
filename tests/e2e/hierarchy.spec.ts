import type { Page } from '@playwright/test';
import { test } from './appTest';
import { seriousBarriers } from './steps/barriers';
import { keepScreen } from './steps/keepScreen';
import { openSample } from './steps/openPlan';
import { expect } from './steps/patience';

test.use({ viewport: { width: 1440, height: 900 } });
test.setTimeout(240_000);

const line = (page: Page, name: string) =>
  page.getByRole('treeitem').filter({ has: page.getByText(name, { exact: true }) });

/** The tree as it reads, with its indices: what an undo must bring back. */
async function figures(page: Page): Promise<string> {
  const tree = page.getByRole('tree', { name: 'Territories with their index' });
  return (await tree.innerText()).replace(/\s+/g, ' ');
}

async function choose(page: Page, territory: string, item: string | RegExp): Promise<void> {
  await line(page, territory).click({ button: 'right' });
  await page.getByRole('menuitem', { name: item }).click();
}

async function undo(page: Page, name: RegExp, before: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  await expect.poll(() => figures(page)).toBe(before);
}

test('territories and levels are changed: the effect first, and undo brings all back', async ({ app }) => {
  test.setTimeout(360_000);
  const { page } = app;
  await openSample(page);
  const before = await figures(page);

  await test.step('a territory is split, merged, dissolved and handed over: its effect first, Enter makes it, undo brings all back', async () => {
    await choose(page, 'Chicago', 'Split…');
    const split = page.getByRole('dialog', { name: 'Split Chicago' });
    await expect(split.getByRole('row', { name: /^Chicago 2 new/ })).toBeVisible();
    await split.getByLabel('Parts').fill('3');
    await expect(split.getByRole('row', { name: /^Chicago 3 new/ })).toBeVisible();
    await expect(split).toContainText('Budget, all reps');
    await keepScreen(page, 'hierarchy-split');
    expect(await seriousBarriers(page)).toEqual([]);
    expect(await figures(page)).toBe(before);
    await split.getByRole('button', { name: 'Split' }).click();
    await expect(line(page, 'Chicago 3')).toBeVisible();
    await undo(page, /^Undo: split Chicago into/, before);

    await choose(page, 'Michigan', 'Merge into…');
    const merge = page.getByRole('dialog', { name: 'Merge Michigan into another' });
    await merge.getByRole('combobox', { name: 'Into' }).click();
    await page.getByRole('option', { name: /^Indiana/ }).click();
    await expect(merge.getByRole('row', { name: /^Michigan goes/ })).toBeVisible();
    await merge.getByRole('button', { name: 'Merge' }).click();
    await expect(line(page, 'Michigan')).toBeHidden();
    await undo(page, /^Undo: merge Michigan into Indiana/, before);

    await choose(page, 'Indiana', /^Dissolve/);
    const dissolve = page.getByRole('dialog', { name: 'Dissolve Indiana' });
    await expect(dissolve.getByRole('row', { name: /^Indiana goes/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(line(page, 'Indiana')).toBeHidden();
    await undo(page, /^Undo: dissolve Indiana/, before);

    await choose(page, 'Georgia', /^Hand accounts over/);
    const hand = page.getByRole('dialog', { name: /^Hand over the accounts of Georgia/ });
    await expect(hand.getByRole('row', { name: /^Georgia/ })).toBeVisible();
    await keepScreen(page, 'hierarchy-handover');
    await page.keyboard.press('Escape');
    await expect(hand).toBeHidden();
    expect(await figures(page)).toBe(before);
    await choose(page, 'Georgia', /^Hand accounts over/);
    await hand.getByRole('button', { name: 'Hand over' }).click();
    await undo(page, /^Undo: hand \d+ accounts of Georgia/, before);
  });

  await test.step('nodes are moved by mouse and by menu, renamed and recoloured; accounts are dropped on a territory', async () => {
    await line(page, 'Michigan').dragTo(line(page, 'Plains').first());
    await undo(page, /^Undo: move Michigan under Plains/, before);

    await line(page, 'Michigan').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Move under' }).hover();
    await page.getByRole('menuitem', { name: 'South / Southeast' }).click();
    await undo(page, /^Undo: move Michigan under Southeast/, before);

    await line(page, 'Michigan').click();
    await page.getByRole('tree').focus();
    await page.keyboard.press('F2');
    await page
      .getByRole('dialog', { name: /^Rename/ })
      .getByLabel('Name')
      .fill('Wolverine State and the Upper Peninsula');
    await page.keyboard.press('Enter');
    const renamed = page.getByText('Wolverine State and the Upper Peninsula', { exact: true }).first();
    await expect(renamed).toHaveCSS('text-overflow', 'ellipsis');
    await undo(page, /^Undo: rename Michigan to Wolverine State/, before);
    await expect(line(page, 'Michigan').getByText('Michigan', { exact: true })).toHaveCSS(
      'text-overflow',
      'clip',
    );

    await page
      .getByRole('row', { name: /Michigan/ })
      .nth(1)
      .dragTo(line(page, 'Indiana'));
    const card = page.getByRole('dialog', { name: 'Preview of the move' });
    await expect(card.getByRole('button', { name: 'Receiving territory: Indiana' })).toBeVisible();
    await page.keyboard.press('Enter');
    await undo(page, /^Undo: move 1 account to Indiana/, before);
  });

  await test.step('levels are added, named and removed', async () => {
    await page.getByRole('button', { name: 'Tree options' }).click();
    await page.getByRole('menuitem', { name: 'Levels…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Levels of the hierarchy' });
    await dialog
      .getByRole('button', { name: /^Add a level above/ })
      .first()
      .click();
    await dialog.getByRole('textbox', { name: 'Name of level 1' }).fill('Theatre');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: 'Remove level Theatre' })).toBeVisible();
    await keepScreen(page, 'hierarchy-levels');
    expect(await seriousBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Done' }).click();

    await page.getByRole('button', { name: 'Tree options' }).click();
    await page.getByRole('menuitem', { name: 'Add theatre…' }).click();
    await page.getByRole('dialog', { name: 'Add theatre' }).getByRole('button', { name: 'Add' }).click();
    await choose(page, 'West', 'Move under');
    await page.getByRole('menuitem', { name: 'New theatre' }).click();
    await expect(page.getByRole('button', { name: /^Undo: move West under New theatre/ })).toBeVisible();
    for (let step = 0; step < 4; step++) await page.keyboard.press('Control+z');
    await expect.poll(() => figures(page)).toBe(before);
  });
  expect(app.complaints).toEqual([]);
});

test('keys walk and fold the tree; a territory chosen on the map comes out of what is folded', async ({
  app,
}) => {
  const { page } = app;
  await openSample(page);
  const chosen = page.getByRole('tree').locator('[aria-selected="true"]');
  await line(page, 'Upper Midwest').click();
  await page.getByRole('tree').focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(line(page, 'Upper Midwest')).toBeHidden();
  await page.keyboard.press('ArrowLeft');
  await expect(chosen).toContainText('Central');
  await page.keyboard.press('ArrowLeft');
  await expect(line(page, 'Chicago')).toBeHidden();
  await page.keyboard.press('End');
  await expect(chosen).toContainText('New England');

  const find = page.getByRole('textbox', { name: 'Find territory or rep' });
  await find.fill('New England');
  await expect(page.getByRole('treeitem', { name: /Gulf/ })).toHaveCount(0);
  await find.fill('');
  await expect(page.getByRole('treeitem').nth(8)).toBeAttached();
  await expect(chosen).toBeInViewport();
  await page.getByRole('tree').press('ContextMenu');
  const menu = page.getByRole('menu', { name: 'New England' });
  await expect(menu.getByText('New England', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();

  const map = (await page.getByRole('application', { name: /^Map of territories/ }).boundingBox())!;
  await page.mouse.click(map.x + map.width * 0.43, map.y + map.height * 0.32);
  await expect(chosen).toContainText('Upper Midwest');
  await expect(chosen).toBeInViewport();
  expect(app.complaints).toEqual([]);
});
