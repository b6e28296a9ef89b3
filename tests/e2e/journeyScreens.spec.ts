import type { Page } from '@playwright/test';
import { test } from './appTest';
import { seriousBarriers } from './steps/barriers';
import { chooseSegment, goToScreen } from './steps/choose';
import { keepScreen } from './steps/keepScreen';
import { openSample } from './steps/openPlan';
import { expect } from './steps/patience';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
] as const;
const SCHEMES = ['light', 'dark'] as const;

/** A screen, and what is on it once it is drawn. */
interface Stop {
  readonly name: string;
  readonly go: (page: Page) => Promise<void>;
}

const railStop = (name: string): Stop => ({ name: name.toLowerCase(), go: (page) => goToScreen(page, name) });

const STOPS: readonly Stop[] = [
  railStop('Accounts'),
  railStop('Territories'),
  {
    name: 'territory',
    go: async (page) => {
      await goToScreen(page, 'Territories');
      await page.getByRole('treeitem', { name: /^Chicago/ }).click();
    },
  },
  {
    name: 'balance',
    go: async (page) => {
      await goToScreen(page, 'Territories');
      await page.getByRole('main').getByRole('button', { name: 'Balance' }).first().click();
      await expect(page.getByRole('region', { name: 'Balance settings' })).toBeVisible();
    },
  },
  railStop('Team'),
  {
    name: 'comp',
    go: async (page) => {
      await goToScreen(page, 'Comp');
      await chooseSegment(page, 'Part of compensation', 'Design');
      await expect(page.getByRole('region', { name: 'Components' })).toBeVisible();
    },
  },
  {
    name: 'results',
    go: async (page) => {
      await goToScreen(page, 'Comp');
      await chooseSegment(page, 'Part of compensation', 'Results');
      await expect(page.getByRole('grid', { name: 'Pay by rep' })).toBeVisible();
    },
  },
  railStop('Export'),
];

test('the first screen has no serious barrier', async ({ app }) => {
  for (const scheme of SCHEMES) {
    await app.page.emulateMedia({ colorScheme: scheme });
    await expect(app.page.getByRole('button', { name: 'Open sample plan' })).toBeVisible();
    await keepScreen(app.page, `welcome-${scheme}`);
    expect.soft(await seriousBarriers(app.page), `welcome, ${scheme}`).toEqual([]);
  }
});

for (const scheme of SCHEMES) {
  test(`every screen of the sample plan, ${scheme}, wide and narrow, has no serious barrier`, async ({
    app,
  }) => {
    test.setTimeout(240_000);
    const { page } = app;
    await page.emulateMedia({ colorScheme: scheme });
    await openSample(page);
    // All that the rail offers is visited below.
    const rail = page.getByRole('navigation', { name: 'Screens' }).getByRole('button');
    const offered = (await rail.allInnerTexts()).filter((name) => name !== 'Settings');
    expect(STOPS.map(({ name }) => name)).toEqual(
      expect.arrayContaining(offered.map((name) => name.toLowerCase())),
    );

    // All else that is in the way is found in the light.
    const rules = scheme === 'light' ? 'all' : 'colours';
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const { name, go } of STOPS) {
        const place = `${name}-${size.width}-${scheme}`;
        await go(page);
        await page.mouse.move(0, 0);
        await expect(page.getByRole('main').locator('[aria-busy="true"]')).toHaveCount(0);
        await keepScreen(page, place);
        expect.soft(await seriousBarriers(page, rules), place).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect.soft(overflow, `${place} needs no sideways scrolling`).toBeLessThanOrEqual(0);
      }
    }
    expect(app.complaints).toEqual([]);
  });
}
