import type { Locator, Page } from '@playwright/test';
import { expect } from './patience';

/** A figure on screen as a number; NaN where there is none. */
export function figureOf(text: string): number {
  return Number.parseFloat(text.replace(/[^0-9.−-]/g, '').replace('−', '-'));
}

/** Index by territory name, as the tree shows it from its top to its end. */
export async function readTree(page: Page): Promise<Record<string, number>> {
  const tree = page.getByRole('tree');
  const figures: Record<string, number> = {};
  for (let isAtEnd = false, topPx = 0; !isAtEnd;) {
    for (const line of await tree.getByRole('treeitem').allInnerTexts()) {
      const parts = line.split('\n').filter(Boolean);
      figures[parts[0]!] = figureOf(parts.at(-1)!);
    }
    [isAtEnd, topPx] = await tree.evaluate(scrollOn, topPx);
  }
  await tree.evaluate((list) => (list.scrollTop = 0));
  return figures;
}

/** Scrolls on by a view, and waits until its lines are drawn. @returns whether there was nothing below, and where it is now */
async function scrollOn(list: Element, topPx: number): Promise<[boolean, number]> {
  const lowestPx = list.scrollHeight - list.clientHeight;
  if (topPx >= lowestPx) return [true, topPx];
  list.scrollTop = Math.min(lowestPx, topPx + list.clientHeight);
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  return [false, list.scrollTop];
}

/** Accounts, and the total of a measure to the last unit, of a territory that is chosen in the tree. */
export async function readTerritory(
  page: Page,
  name: string,
  measure: string,
): Promise<{ readonly accounts: number; readonly total: number }> {
  await page.getByRole('treeitem', { name: new RegExp(`^${name}\\b`) }).click();
  const inspector = page.getByRole('region', { name: `Territory ${name}` });
  const accounts = await inspector.getByRole('heading', { name: / accounts?$/ }).innerText();
  const line = inspector.getByText(measure, { exact: true }).locator('..');
  const figure = line.locator('[data-tone]').last();
  return {
    accounts: figureOf(accounts),
    total: figureOf((await figure.getAttribute('title')) ?? (await figure.innerText())),
  };
}

/** Rows of a grid as records by column name, without its unit; the header row is left out. */
export async function readGrid(grid: Locator): Promise<Readonly<Record<string, string>>[]> {
  await expect(grid.getByRole('gridcell').first()).toBeVisible();
  const names = (await grid.getByRole('columnheader').allInnerTexts()).map((name) =>
    name.split(',')[0]!.trim(),
  );
  const rows = await grid
    .getByRole('row')
    .filter({ has: grid.page().getByRole('gridcell') })
    .all();
  return Promise.all(
    rows.map(async (row) => {
      const cells = await row.getByRole('gridcell').allInnerTexts();
      return Object.fromEntries(cells.map((cell, at) => [names[at]!, cell.trim()]));
    }),
  );
}
