import type { Page } from '@playwright/test';
import { expect } from './patience';

export const SAMPLE = 'FY27 Field Plan';

/** Opens the sample plan with one click, and waits for its map. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open sample plan' }).click();
  await expect(page.getByRole('button', { name: `Plan ${SAMPLE}` })).toBeVisible();
  await expect(page.getByRole('treeitem').first()).toBeVisible();
}

/** Opens a plan that this browser, or a backup, holds; where it is open already nothing is done. */
export async function openSaved(page: Page, name: string): Promise<void> {
  const plan = page.getByRole('button', { name: `Plan ${name}` });
  const saved = page
    .getByRole('list', { name: 'Plans on this computer' })
    .getByRole('button', { name: new RegExp(`^${name}\\b`) });
  await expect(plan.or(saved).first()).toBeVisible();
  if (await saved.isVisible()) await saved.click();
  await expect(plan).toBeVisible();
}
