import type { Page } from '@playwright/test';
import { test } from './appTest';
import { goToScreen } from './steps/choose';
import { goOn, importFile } from './steps/importList';
import { keepScreen } from './steps/keepScreen';
import { expect } from './steps/patience';

test.use({ viewport: { width: 1440, height: 900 } });

const HEADER = 'Acct #,Customer,City,St,Zip,Rep,Segment,2026 Rev ($)';
const FIRST = [
  '1,Ada,Boston,MA,02115,Ann,Enterprise,10',
  '2,Bolt,Boston,MA,02115,Ann,Community,20',
  '3,Cor,Reno,NV,89501,Bo,Enterprise,30',
  '4,Dune,Reno,NV,89501,Bo,Community,40',
  '5,Elm,Tulsa,OK,74103,Bo,Community,50',
];
const NEW = ['6,Fir,Reno,NV,89501,,Enterprise,5', '7,Gum,Tulsa,OK,74103,,Community,5'];
const list = (rows: readonly string[]) => [HEADER, ...rows].join('\n');

async function addRule(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'New rule' }).fill(text);
  await page.keyboard.press('Enter');
}

/** Asks on the screen of accounts why one is where it is. */
async function expectWhy(page: Page, account: string, answer: string): Promise<void> {
  await goToScreen(page, 'Accounts');
  await page.getByRole('gridcell', { name: account, exact: true }).click();
  await page.getByRole('button', { name: 'Why here?' }).click();
  const dialog = page.getByRole('dialog', { name: 'Why is this account here?' });
  await expect(dialog).toContainText(account);
  await expect(dialog).toContainText(answer);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

test('rules are written, ordered, tried, applied, answered for, and take the new accounts of a newer list', async ({
  app,
}) => {
  test.setTimeout(180_000);
  const { page } = app;
  await importFile(page, app.folder, 'first.csv', list(FIRST));
  await goOn(page, 'Places', 'Review');
  await page.getByRole('checkbox', { name: 'Make territories from owners' }).check();
  await goOn(page, 'Import');
  await expect(page.getByRole('contentinfo')).toContainText('5 accounts');
  await page.getByRole('tab', { name: /^Rules/ }).click();
  const rules = page.getByRole('list', { name: 'Rules, first match wins' }).getByRole('listitem');

  await test.step('a rule that means nothing is refused in words', async () => {
    await addRule(page, 'Segment is Enterprise → Nobody we know');
    await expect(page.getByText(/Nobody we know/)).toBeVisible();
    await expect(rules).toHaveCount(0);
    await page.getByRole('textbox', { name: 'New rule' }).fill('Segment');
    await expect(page.getByText(/Nobody we know/)).toBeHidden();
  });

  await test.step('rules are tried out before anything moves', async () => {
    await addRule(page, 'Segment is Enterprise → Ann');
    await addRule(page, 'City is Reno → Bo');
    await expect(rules).toHaveCount(2);
    // The list said who has them: rules leave them alone unless they are let.
    await expect(rules.first()).toContainText('2 held where they are');
    await page
      .getByRole('radiogroup', { name: 'Which accounts the rules may move' })
      .getByText('All', { exact: true })
      .click();
    await expect(rules.first()).toContainText('Takes 2 · 1 of them elsewhere now');
    await expect(rules.first()).toContainText('1 also meet rule 2; this one wins');
    await expect(rules.last()).toContainText('Takes 1');
    await expect(page.getByText('2 accounts meet no rule.')).toBeVisible();
    await keepScreen(page, 'rules');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 1024, height: 700 });
    await keepScreen(page, 'rules-dark-1024');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step('their order decides', async () => {
    await page.getByRole('button', { name: 'Move rule 2 up' }).click();
    await expect(rules.first()).toContainText('1. City is Reno → Bo');
    await expect(rules.first()).toContainText('Takes 2');
    await expect(rules.last()).toContainText('Takes 1');
    await page.getByRole('button', { name: 'Move rule 1 down' }).click();
    await expect(rules.first()).toContainText('1. Segment is Enterprise → Ann');
  });

  await test.step('they are applied as one step', async () => {
    await page.getByRole('button', { name: 'Apply, 1 move' }).click();
    const card = page.getByRole('dialog', { name: 'Apply rules to all accounts' });
    await expect(card).toContainText('1 account');
    await card.getByRole('button', { name: /^Apply/ }).click();
    await expect(card).toBeHidden();
    await expect(rules.first()).toContainText('Takes 2');
    await expect(rules.first()).not.toContainText('elsewhere');
    await expectWhy(page, 'Cor', 'By rule 1: Segment is Enterprise → Ann.');
  });

  await test.step('a newer list tells first what they will take', async () => {
    await importFile(page, app.folder, 'newer.csv', list([...FIRST, ...NEW]));
    await goOn(page, 'Places', 'Review');
    const review = page.getByRole('region', { name: 'Rules for new accounts' });
    await expect(review).toContainText(/1\. Segment is Enterprise → Ann\s*1/);
    await expect(review).toContainText(/No rule takes them\s*1/);
    await review.scrollIntoViewIfNeeded();
    await keepScreen(page, 'rules-import');
    await goOn(page, 'Import');
    await expect(page.getByText(/^Undo: import newer.csv/)).toBeVisible();
    await expectWhy(page, 'Fir', 'By rule 1: Segment is Enterprise → Ann.');
    await expectWhy(page, 'Gum', 'Nobody claims it');
  });

  await test.step('all of it is undone', async () => {
    await page.keyboard.press('Control+z');
    await expect(page.getByText('5 accounts shown')).toBeVisible();
    expect(app.complaints).toEqual([]);
  });
});
