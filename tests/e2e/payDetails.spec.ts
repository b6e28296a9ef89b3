import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test } from './appTest';
import { chooseFile, chooseSegment, goToScreen } from './steps/choose';
import { keepScreen } from './steps/keepScreen';
import { openSample } from './steps/openPlan';
import { expect } from './steps/patience';

/** Keeps a screen light and wide, then dark and small; nothing on it may be cut off at the side. */
async function keepBoth(page: Page, name: string): Promise<void> {
  await keepScreen(page, name);
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await keepScreen(page, `${name}-dark-1024`);
  const overflow = await page.evaluate(() => document.body.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
}

const DEAL_HEADER = 'Deal ID,Owner,Stage,Close Date,Amount,Currency code,Cancellation date,Component';

async function importResults(page: Page, name: string, rows: readonly string[]): Promise<void> {
  const file = join(mkdtempSync(join(tmpdir(), 'evenland-deals-')), name);
  writeFileSync(file, rows.join('\n'));
  await chooseFile(page, page.getByRole('button', { name: 'Import results' }), file);
}

/** Deals of which one was cancelled and one is in francs, without a rate. */
async function importDeals(page: Page, rep: string): Promise<void> {
  await importResults(page, 'deals.csv', [
    DEAL_HEADER,
    `D1,${rep},Closed Won,2027-01-15,900000,USD,,Bookings`,
    `D2,${rep},Cancelled,2027-01-20,100000,USD,2027-04-02,Bookings`,
    `D3,${rep},Closed Won,2027-04-10,50000,USD,,Bookings`,
    `D4,${rep},Closed Won,2027-04-11,50000,CHF,,Bookings`,
  ]);
  await expect(page.getByRole('alert', { name: 'What could not be read' })).toContainText(
    'the plan has no rate between them on 2027-01-01',
  );
}

test('a cancelled deal is taken back, a contest is designed, and quotas weigh the pipeline', async ({
  app,
}) => {
  test.setTimeout(240_000);
  const { page } = app;
  await openSample(page);
  await goToScreen(page, 'Comp');

  // A contest among the reps of the plan, tied prizes taken in full; then taken back.
  await page.getByRole('button', { name: 'Add component' }).click();
  await page.getByRole('menuitem', { name: /SPIF/ }).click();
  const settings = page.getByRole('region', { name: /^Settings of/ });
  await settings.getByRole('button', { name: /^Pays/ }).click();
  await page.getByRole('option', { name: 'a contest: prizes by place' }).click();
  await expect(settings.getByRole('table', { name: 'Prizes' }).getByRole('row')).toHaveCount(4);
  await settings.getByRole('button', { name: /^Those tied/ }).click();
  await page.getByRole('option', { name: 'each take the prize of their place' }).click();
  await expect(page.getByText('prizes go by place among the reps')).toBeVisible();
  await keepBoth(page, 'spifContest');
  for (let edits = 0; edits < 3; edits++) await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: /SPIF: show its curve/ })).toHaveCount(0);

  // A clawback, and a deal of January that is cancelled in April.
  await page.getByRole('button', { name: 'Add limit or draw' }).click();
  await page.getByRole('menuitem', { name: 'Clawback' }).click();
  await expect(page.getByRole('article', { name: 'Clawback' })).toContainText('gives back its commission');
  await chooseSegment(page, 'Part of compensation', 'Actuals');
  await importDeals(page, 'Maya Lindqvist');
  const statement = page.getByRole('region', { name: 'Statement of Maya Lindqvist' });
  await expect(statement.getByRole('table', { name: 'Pay of Maya Lindqvist' })).toContainText('Clawback');
  await expect(statement.getByRole('list', { name: 'Steps of the payout' })).toContainText(
    'D2, cancelled after 2 of 12 months',
  );
  await statement
    .getByRole('list', { name: 'Steps of the payout' })
    .getByText('D2, cancelled')
    .scrollIntoViewIfNeeded();
  await keepBoth(page, 'clawback');

  // A list of cancellations alone is added: what January sold stays credited.
  await importResults(page, 'churn.csv', [
    DEAL_HEADER,
    'D1,Maya Lindqvist,Closed Won,2027-01-15,900000,USD,2027-04-20,Bookings',
  ]);
  await expect(page.getByText('1 cancellation added from churn.csv')).toBeVisible();
  const pay = statement.getByRole('table', { name: 'Pay of Maya Lindqvist' });
  await expect(pay).toContainText('$1,000,000');
  await expect(statement.getByRole('list', { name: 'Steps of the payout' })).toContainText(
    'D1, cancelled after 3 of 12 months',
  );

  // Quotas weigh a measure as pipeline, and a rep who starts in July counts for the half year on both sides.
  await goToScreen(page, 'Team');
  await chooseSegment(page, 'Panel', 'Quotas');
  await page.getByRole('combobox', { name: 'Pipeline is' }).click();
  await page.getByRole('option').first().click();
  const weight = page.getByRole('textbox', { name: 'Weight of pipeline' });
  await weight.fill('50');
  await weight.press('Enter');
  await expect(page.getByText('Quotas add up to the cent.')).toBeVisible();
  await chooseSegment(page, 'View of the team', 'Top-down, bottom-up');
  await keepBoth(page, 'pipelineQuotas');

  // In a small window the panel takes over what it shows of a rep, so that the table needs no sideways scrolling.
  await chooseSegment(page, 'View of the team', 'Reps');
  await page.setViewportSize({ width: 1024, height: 700 });
  await expect(page.getByRole('columnheader', { name: 'Index' })).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'Show Quotas and rep' }).click();
  await expect(page.getByRole('columnheader', { name: 'Base' })).toHaveCount(0);
  await expect(page.getByRole('columnheader', { name: 'Index' })).toBeInViewport({ ratio: 1 });
  await keepScreen(page, 'team-panel-1024');
  expect(app.complaints).toEqual([]);
});
