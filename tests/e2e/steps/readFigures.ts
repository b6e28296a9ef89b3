import type { Locator, Page } from '@playwright/test';
import { expect } from './patience';

/** A figure on screen as a number; NaN where there is none. */
export function figureOf(text: string): number {
  return Number.parseFloat(text.replace(/[^0-9.−-]/g, '').replace('−', '-'));
}

/** Index by territory name, as the tree shows it. */
export async function readTree(page: Page): Promise<Record<string, number>> {
  const lines = await page.getByRole('tree').getByRole('treeitem').allInnerTexts();
  return Object.fromEntries(
    lines.map((line) => {
      const parts = line.split('\n').filter(Boolean);
      return [parts[0]!, figureOf(parts.at(-1)!)];
    }),
  );
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
