import type { Page } from '@playwright/test';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', '..', 'test-results', 'screens');

/**
 * Keeps a picture of the window in test-results/screens for people to look at; no test reads it. EVENLAND_SCREENS=none
 * keeps none, where nobody would: a picture takes as long as opening the app. Either way the window is drawn after it.
 */
export async function keepScreen(page: Page, name: string): Promise<void> {
  if (process.env.EVENLAND_SCREENS === 'none') await page.evaluate(waitUntilDrawn);
  else await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

/** Two frames: the first is drawn once the second begins. */
async function waitUntilDrawn(): Promise<void> {
  await document.fonts.ready;
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}
