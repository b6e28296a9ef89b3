import type { Page } from '@playwright/test';
import { test } from './appTest';
import { seriousBarriers } from './steps/barriers';
import { goOn, importFile } from './steps/importList';
import { keepScreen } from './steps/keepScreen';
import { expect } from './steps/patience';

const LIST = [
  'Account ID,Account Name,Billing City,Billing State,Billing Zip,Parent Account,Account Owner,Revenue,Segment',
  'A-1,Harbor Foods,Boston,MA,02110,,Jon Smith,1000,Enterprise',
  'A-2,HARBOR FOODS,Boston,MA,02110,,"Smith, Jon",500,',
  'A-3,Mesa Labs,Reno,NV,89501,A-1,jon smith,250,Mid',
  'A-4,Cedar Works,Tulsa,OK,74103,A-9,Ana Ruiz,750,Mid',
  'A-5,Dune Power,Boise,ID,83702,A-4,Ana Ruiz,300,Mid',
  'A-6,Elm Clinic,Boise,ID,83702,,Ana Ruiz,80,Small',
].join('\n');

async function openCleaning(page: Page, folder: string): Promise<void> {
  await importFile(page, folder, 'accounts.csv', LIST);
  await goOn(page, 'Places', 'Review');
  await page.getByRole('checkbox', { name: 'Make territories from owners' }).check();
  await goOn(page, 'Import');
  await expect(page.getByRole('contentinfo')).toContainText('6 accounts');
  await page.getByRole('button', { name: 'Accounts', exact: true }).click();
  await page.getByRole('button', { name: 'Clean up' }).click();
  await expect(page.getByRole('heading', { name: 'Clean up' })).toBeVisible();
}

test('what is there twice, out of its family or spelt in several ways is found and mended', async ({
  app,
}) => {
  test.setTimeout(240_000);
  const { page } = app;
  await openCleaning(page, app.folder);

  await test.step('an account that is in the list twice is compared, merged, and comes back by Undo', async () => {
    const compared = page.getByRole('table', { name: 'Accounts compared' });
    await expect(compared.getByRole('row', { name: /^Segment/ })).toContainText('Enterprise');
    await keepScreen(page, 'cleaning-duplicates');
    expect(await seriousBarriers(page)).toEqual([]);

    await page.getByText('Row 2', { exact: true }).click();
    await page.getByText('Add up measures').click();
    await page.getByRole('button', { name: 'Merge 1 account into row 2' }).click();
    await expect(page.getByText('No account is there twice')).toBeVisible();
    await expect(page.getByRole('contentinfo')).toContainText('5 accounts');

    await page.getByRole('button', { name: 'Undo: merge 1 account into HARBOR FOODS' }).click();
    await expect(page.getByRole('contentinfo')).toContainText('6 accounts');
    await page.getByRole('button', { name: 'They are different' }).click();
    await expect(page.getByText('No account is there twice')).toBeVisible();
    await page.getByRole('button', { name: /^Undo: say that 2 accounts/ }).click();
    await expect(compared).toBeVisible();
  });

  await test.step('families: a missing parent is named and mended, a family comes into one territory', async () => {
    await page.getByText('Families to check 2').click();
    await expect(page.getByText('This account names A-9 as parent')).toBeVisible();
    await keepScreen(page, 'cleaning-families');
    expect(await seriousBarriers(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Parent account' }).fill('Elm');
    await page.getByRole('option', { name: 'Elm Clinic (A-6)' }).click();
    await page.getByRole('button', { name: 'Make it the parent' }).click();
    await expect(page.getByRole('button', { name: 'Undo: make Elm Clinic the parent' })).toBeVisible();

    await expect(page.getByText('Families to check 1')).toBeVisible();
    await expect(page.getByText('Members of this family are in several territories.')).toBeVisible();
    await page.getByRole('button', { name: 'Move the family there' }).click();
    await expect(page.getByText('Families to check 0')).toBeVisible();
  });

  await test.step('spellings of an owner become one, and texts are found and replaced', async () => {
    await page.getByText('Spellings 1').click();
    await keepScreen(page, 'cleaning-spellings');
    expect(await seriousBarriers(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Spelling for all' }).fill('Jon Smith');
    await page.getByRole('button', { name: 'Make them one' }).click();
    await expect(page.getByText('Every name in this column is spelt in one way.')).toBeVisible();

    await page.getByRole('textbox', { name: 'Find', exact: true }).fill('ruiz');
    await page.getByRole('textbox', { name: 'Replace with' }).fill('Ruiz Vega');
    await expect(page.getByRole('list', { name: 'What would change' })).toContainText('Ana Ruiz Vega');
    await page.getByRole('button', { name: 'Replace in 3 accounts' }).click();
    await expect(
      page.getByRole('button', { name: 'Undo: replace Ana Ruiz with Ana Ruiz Vega in Owner' }),
    ).toBeVisible();
  });
  expect(app.complaints).toEqual([]);
});
