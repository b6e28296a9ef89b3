import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The only rule that hangs on the colour scheme. */
const COLOUR_RULE = 'color-contrast';

/**
 * Barriers of a serious or critical kind on the window, a line each.
 * @param rules all, or those alone whose answer another colour scheme changes
 */
export async function seriousBarriers(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  // A page of its own for axe would be a second window of the app.
  const isThere = await page.evaluate(() => 'axe' in window);
  // It is read in once a page: reading it takes as long as its rules do.
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: 'window.axe' }) }).setLegacyMode(true);
  // What passes is counted alone: naming each element of it takes longer than the rules do.
  axe.options({ resultTypes: ['violations'] });
  if (rules === 'colours') axe.withRules(COLOUR_RULE);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}
