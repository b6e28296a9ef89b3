import { expect, type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Gives the import screen a list, and waits until it is read. */
export async function importFile(page: Page, folder: string, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, text);
  await page.evaluate(() => {
    location.hash = '#/import';
  });
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose file' }).click();
  await (await chooser).setFiles(path);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('Rows 2 to')).toBeVisible({ timeout: 30_000 });
}

/** Presses the buttons of the import's steps, one after the other. */
export async function goOn(page: Page, ...steps: string[]): Promise<void> {
  for (const step of steps)
    await page.getByRole('main').getByRole('button', { name: step, exact: true }).last().click();
}
