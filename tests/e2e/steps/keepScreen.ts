import type { Page } from '@playwright/test';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', '..', 'test-results', 'screens');

/** Keeps a picture of the window in test-results/screens. */
export async function keepScreen(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
