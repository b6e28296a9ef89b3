import type { Page } from '@playwright/test';
import { test } from './appTest';
import { keepScreen } from './steps/keepScreen';
import { openSample } from './steps/openPlan';
import { expect } from './steps/patience';

/** The window at both sizes that the app is made for, in light and dark. */
async function keepAll(page: Page, name: string): Promise<void> {
  for (const [width, height] of [
    [1440, 900],
    [1024, 700],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await keepScreen(page, `${name}-${width}-${colorScheme}`);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}

async function openSizing(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Balance' }).first().click();
  await page.getByRole('button', { name: 'How many should there be?' }).click();
  await expect(page.getByRole('region', { name: 'How many, and where' })).toBeVisible();
}

/** Waits for the proposal and says what it is worth. */
async function proposalOf(page: Page): Promise<string> {
  await expect(page.getByRole('button', { name: 'Accept all' })).toBeEnabled({ timeout: 180_000 });
  return (await page.getByRole('main').getByRole('status').first().textContent()) ?? '';
}

test('reps come and go with few changes of hands, and a team from scratch is based in cities', async ({
  app,
}) => {
  test.setTimeout(400_000);
  const { page } = app;
  await openSample(page);
  await openSizing(page);
  const where = page.getByRole('region', { name: 'How many, and where' });

  await test.step('sizes are compared by travel', async () => {
    await where.getByRole('button', { name: 'Compare sizes by travel' }).click();
    const sizes = where.getByRole('region', { name: 'Sizes compared' });
    await expect(where.getByRole('button', { name: 'Compare sizes by travel' })).toBeVisible({
      timeout: 120_000,
    });
    expect(await sizes.getByRole('row').count()).toBeGreaterThan(4);
    await keepAll(page, 'sizing');
  });

  await test.step('two reps more move what they need, and stay two territories when accepted', async () => {
    await where.getByRole('textbox', { name: 'Reps to add' }).fill('2');
    await where.getByRole('button', { name: 'Add reps' }).click();
    expect(await proposalOf(page)).toMatch(/2 reps more: \d+ accounts change hands.*Based in \w+/);
    await expect(page.getByRole('img', { name: /^Proposed bases: \w+.*;/ })).toBeVisible();
    await keepAll(page, 'sizing-add');
    await page.getByRole('button', { name: 'Accept all' }).click();
    await expect(page.getByRole('textbox', { name: 'Territories', exact: true })).toHaveValue('26');
    await page.getByRole('button', { name: /^Undo: add 2 reps/ }).click();
    await expect(page.getByRole('textbox', { name: 'Territories', exact: true })).toHaveValue('24');
  });

  await test.step('who is missed least goes, and refusing keeps the plan', async () => {
    await page.getByRole('button', { name: 'Lose a rep' }).click();
    expect(await proposalOf(page)).toMatch(/Without [\w ]+: \d+ accounts get another rep/);
    await expect(page.getByText(/stays in Team without a territory/)).toBeVisible();
    await page.getByRole('button', { name: 'End their time' }).click();
    await page.getByLabel('Last day').fill('2027-03-31');
    await page.getByLabel('Last day').press('Enter');
    await expect(page.getByText(/leaves Team after the last day/)).toBeVisible();
    // The person is paid for a part of the year only.
    await expect(page.getByText(/base pay [−-]/)).toBeVisible();
    await expect(page.getByLabel('Last day')).toHaveValue('2027-03-31');
    await keepAll(page, 'sizing-lose');
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect(page.getByRole('textbox', { name: 'Territories', exact: true })).toHaveValue('24');
  });

  await test.step('a team from scratch', async () => {
    await page.getByRole('button', { name: 'How many should there be?' }).click();
    await where.getByRole('textbox', { name: 'Reps to find places for' }).fill('20');
    await where.getByRole('button', { name: 'Propose where' }).first().click();
    expect(await proposalOf(page)).toMatch(/Travel within .* from these cities/);
    await keepAll(page, 'sizing-where');
    await page.getByRole('button', { name: 'Accept all' }).click();
    await expect(page.getByRole('button', { name: /^Scenario 20 territories/ })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Territories', exact: true })).toHaveValue('20');
  });
  expect(app.complaints).toEqual([]);
});
