import type { Page } from '@playwright/test';
import { test } from './appTest';
import { SAMPLE } from './steps/openPlan';
import { expect } from './steps/patience';

const MOST_STOPS = 40;

/** Presses Tab until the focus is in a part; each stop on the way must show that it is one. */
async function tabTo(page: Page, role: string, name: string): Promise<void> {
  const unseen: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    const at = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const isFilled =
        element.getAttribute('role') === 'separator' && style.backgroundColor !== 'rgba(0, 0, 0, 0)';
      const isMarked =
        isFilled ||
        style.outlineStyle !== 'none' ||
        style.boxShadow !== 'none' ||
        getComputedStyle(element.parentElement ?? element, '::after').borderTopStyle !== 'none';
      return {
        role: element.getAttribute('role') ?? '',
        name: element.getAttribute('aria-label') ?? element.innerText,
        isBody: element === document.body,
        isSeen: box.width > 0 && box.height > 0 && isMarked,
      };
    });
    if (at.role === role && at.name === name) {
      expect(unseen).toEqual([]);
      return;
    }
    if (!at.isBody && !at.isSeen) unseen.push(at.name);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${role} "${name}".`);
}

test('without a mouse: the sample plan, a territory, the command search', async ({ app }) => {
  test.setTimeout(120_000);
  const { page } = app;
  await expect(page.getByRole('button', { name: 'Open sample plan' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `Plan ${SAMPLE}` })).toBeVisible();
  await expect(page.getByRole('treeitem').first()).toBeVisible();

  await tabTo(page, 'tree', 'Territories with their index');
  for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowDown');
  const selected = page.getByRole('treeitem', { selected: true });
  await expect(selected).toHaveCount(1);
  const name = (await selected.innerText()).split('\n')[0]!;
  await expect(page.getByRole('region', { name: `Territory ${name}` })).toBeVisible();

  await page.keyboard.press('Control+k');
  const search = page.getByRole('textbox', { name: 'Search or run a command' });
  await expect(search).toBeFocused();
  await page.keyboard.type('Chicago');
  const found = page.getByRole('dialog', { name: 'Search' }).getByRole('button');
  await expect(found.first()).toHaveAccessibleName(/^Chicago/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Territory Chicago' })).toBeVisible();

  await page.keyboard.press('Control+k');
  await expect(search).toBeFocused();
  await page.keyboard.type('Team');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Team and quotas' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(search).toBeFocused();
  await page.keyboard.type('balance');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/balance/);

  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(search).toBeHidden();
  expect(app.complaints).toEqual([]);
});
