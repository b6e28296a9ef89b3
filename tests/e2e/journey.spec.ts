import type { Page } from '@playwright/test';
import { test } from './appTest';
import { chooseFile, chooseOption, chooseSegment, goToScreen } from './steps/choose';
import { drawLasso } from './steps/drawOnMap';
import { hospitalList, type HospitalList } from './steps/hospitalList';
import { openSaved } from './steps/openPlan';
import { expect } from './steps/patience';
import { figureOf, readGrid, readTerritory, readTree } from './steps/readFigures';
import { readWorkbook } from './steps/readWorkbook';
import { keepScreen } from './steps/keepScreen';

const TARGET = 10_000_000;
const OVER_ASSIGNMENT = 1.05;
const TARGET_INCENTIVE = 100_000;

test('from a list of hospitals to a workbook, and back the next day', async ({ app }) => {
  test.setTimeout(300_000);
  app.page.setDefaultTimeout(60_000);
  const list = hospitalList(app.folder);
  console.log(`The journey runs on ${list.isReal ? 'the real hospital list' : 'a look-alike list'}.`);

  await test.step('the list goes in, its columns mapped, one guess put right by hand', () =>
    importHospitals(app.page, list));
  await test.step('territories are drawn on the map and take accounts', () =>
    drawTerritories(app.page, list));
  await test.step('undo and redo name what they do', () => undoAndRedo(app.page));
  await test.step('the solver balances them', () => balance(app.page, list));
  await test.step('reps get quotas that add up', () => makeTeam(app.page));
  await test.step('a comp plan pays them', () => makeCompPlan(app.page));
  await test.step('the workbook says what the screen says', () => exportWorkbook(app.page, app.folder, list));
  await test.step('closed and opened again, nothing is lost', async () => {
    const before = await figuresOnScreen(app.page);
    const undo = await undoLabel(app.page);
    const page = await app.reopen();
    page.setDefaultTimeout(60_000);
    await openSaved(page, 'Hospitals');
    expect(await figuresOnScreen(page)).toEqual(before);
    expect(await undoLabel(page)).toBe(undo);
    await page.getByRole('button', { name: undo }).click();
    await expect(page.getByRole('button', { name: undo.replace('Undo', 'Redo') })).toBeEnabled();
  });
  expect(app.complaints).toEqual([]);
});

/** What undo says that it would undo. */
async function undoLabel(page: Page): Promise<string> {
  const label = await page.getByRole('button', { name: /^Undo: / }).getAttribute('aria-label');
  return label ?? '';
}

async function importHospitals(page: Page, list: HospitalList): Promise<void> {
  const rows = list.rowCount.toLocaleString('en-US');
  await chooseFile(page, page.getByRole('button', { name: 'Choose a file' }), list.path);
  await expect(page.getByRole('combobox', { name: 'Field of column BEDS' })).toHaveValue('Measure');
  await expect(page.getByRole('combobox', { name: 'Field of column ZIP', exact: true })).toHaveValue(
    'Postal code',
  );
  // Who owns a hospital is not who sells to it.
  await chooseOption(page, 'Field of column OWNER', /^Attribute/);
  await chooseOption(page, 'Field of column POPULATION', /^Skip/);
  await chooseOption(page, 'Field of column TTL_STAFF', /^Skip/);
  await expect(page.getByRole('combobox', { name: 'Field of column OWNER' })).toHaveValue('Attribute');
  const unknown = list.unknownBeds.toLocaleString('en-US');
  await expect(
    page.getByRole('button', { name: new RegExp(`BEDS not known.*${unknown}.*row \\d+, column`, 's') }),
  ).toBeVisible();
  await keepScreen(page, 'import-columns');

  await page.getByRole('button', { name: 'Places', exact: true }).click();
  await expect(page.getByRole('heading', { name: `${rows} of ${rows} placed, offline` })).toBeVisible();
  await keepScreen(page, 'import-places');
  await page.getByRole('button', { name: 'Review', exact: true }).click();
  await page.getByLabel('Name of the plan').fill('Hospitals');
  await keepScreen(page, 'import-review');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('toolbar', { name: 'Map tools' })).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText(`${rows} accounts`);
}

async function drawTerritories(page: Page, list: HospitalList): Promise<void> {
  await page.getByRole('button', { name: 'Add territory' }).last().click();
  await nameTerritory(page, 'West');
  await drawLasso(page, [
    [0.1, 0.12],
    [0.36, 0.12],
    [0.36, 0.72],
    [0.1, 0.6],
  ]);
  const card = page.getByRole('dialog', { name: 'Preview of the move' });
  await expect(card.getByRole('button', { name: 'Receiving territory: West' })).toBeVisible();
  await keepScreen(page, 'lasso');
  await page.keyboard.press('Enter');
  await expect(card).toBeHidden();

  for (const [name, from, to] of [
    ['Centre', 0.37, 0.6],
    ['East', 0.61, 0.97],
  ] as const) {
    await drawLasso(page, [
      [from, 0.1],
      [to, 0.1],
      [to, 0.82],
      [from, 0.82],
    ]);
    await expect(card).toBeVisible();
    await page.getByRole('button', { name: 'Add territory', exact: true }).click();
    await nameTerritory(page, name);
    await expect(card).toBeHidden();
  }

  const tree = await readTree(page);
  expect(Object.keys(tree).sort()).toEqual(['Centre', 'East', 'West']);
  const totals = await allTotals(page, ['West', 'Centre', 'East']);
  for (const { accounts } of totals) expect(accounts).toBeGreaterThan(list.rowCount / 50);
  // The index is 100 × total ÷ (total of all accounts ÷ territories); what nobody has counts in the target.
  totals.forEach(({ name, total }) =>
    expect(Math.abs(tree[name]! - (300 * total) / list.beds)).toBeLessThanOrEqual(0.51),
  );
  await keepScreen(page, 'territories-drawn');
}

async function nameTerritory(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: /^Add territory/ });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('treeitem', { name: new RegExp(`^${name}\\b`) })).toBeVisible();
}

async function allTotals(page: Page, names: readonly string[]) {
  const totals = [];
  for (const name of names) totals.push({ name, ...(await readTerritory(page, name, 'BEDS')) });
  return totals;
}

async function undoAndRedo(page: Page): Promise<void> {
  const before = await readTree(page);
  await page.getByRole('button', { name: /^Undo: add territory East with [\d,]+ accounts/ }).click();
  await expect(page.getByRole('treeitem', { name: /^East/ })).toHaveCount(0);
  await page.getByRole('button', { name: /^Undo: add territory Centre/ }).click();
  await expect(page.getByRole('button', { name: /^Undo: move [\d,]+ accounts to West/ })).toBeEnabled();
  await page.getByRole('button', { name: /^Redo: add territory Centre/ }).click();
  await page.getByRole('button', { name: /^Redo: add territory East/ }).click();
  await expect(page.getByRole('treeitem', { name: /^East/ })).toBeVisible();
  expect(await readTree(page)).toEqual(before);
}

async function balance(page: Page, list: HospitalList): Promise<void> {
  await page.getByRole('region', { name: 'Territories' }).getByRole('button', { name: 'Balance' }).click();
  await chooseSegment(page, 'Bases', 'Free');
  await page
    .getByRole('region', { name: 'Balance settings' })
    .getByRole('button', { name: 'Balance', exact: true })
    .click();
  await expect(page.getByRole('progressbar', { name: 'Balancing' }).first()).toBeVisible();
  const accept = page.getByRole('button', { name: 'Accept all' });
  await expect(accept).toBeEnabled({ timeout: 120_000 });
  await expect(page.getByRole('region', { name: 'Before and after', exact: true })).toContainText(
    '3 of 3 in ±5%',
  );
  await keepScreen(page, 'balance-proposal');
  await accept.click();
  await expect(page.getByRole('button', { name: 'Undo: balance 3 territories' })).toBeEnabled();

  await goToScreen(page, 'Territories');
  const tree = await readTree(page);
  for (const index of Object.values(tree)) expect(Math.abs(index - 100)).toBeLessThanOrEqual(5.5);
  const totals = await allTotals(page, Object.keys(tree));
  expect(totals.reduce((sum, { total }) => sum + total, 0)).toBe(list.beds);
  expect(totals.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(list.rowCount);
}

async function makeTeam(page: Page): Promise<void> {
  await goToScreen(page, 'Team');
  await page.getByRole('main').getByRole('button', { name: 'One rep per territory' }).last().click();
  const grid = page.getByRole('grid', { name: 'Reps' });
  await expect(grid.getByRole('row', { name: /^East rep/ })).toBeVisible();
  const target = page.getByLabel('Target of the company');
  await target.fill(String(TARGET));
  await target.press('Enter');
  await expect(page.getByText('Quotas add up to the cent.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Quota settings' })).toContainText('$10,500,000');
  await keepScreen(page, 'team');
}

async function makeCompPlan(page: Page): Promise<void> {
  await goToScreen(page, 'Comp');
  await page.getByRole('main').getByRole('button', { name: 'Accelerators' }).click();
  const bookings = page.getByRole('article', { name: 'Bookings' });
  await expect(bookings.getByRole('button', { name: 'Bookings: 1×' })).toBeVisible();
  await setInSentence(page, 'Bookings: 1.5×', '2');
  await expect(bookings.getByRole('button', { name: 'Bookings: 2×' })).toHaveCount(2);
  await page.getByRole('button', { name: 'Add limit or draw' }).click();
  await page
    .getByRole('menuitem', { name: /total|all pay|year/i })
    .first()
    .click();
  await expect(page.getByRole('article', { name: 'Caps' })).toBeVisible();
  await keepScreen(page, 'comp-designer');

  await goToScreen(page, 'Team');
  for (const rep of ['West rep', 'Centre rep', 'East rep']) {
    const row = page.getByRole('grid', { name: 'Reps' }).getByRole('row', { name: new RegExp(`^${rep}`) });
    await row.getByRole('gridcell', { name: 'none' }).first().dblclick();
    await expect(page.getByRole('combobox', { name: `Comp plan of ${rep}` })).toBeVisible();
    await page.getByRole('option', { name: 'Accelerators' }).click();
    await expect(row.getByRole('gridcell', { name: 'Accelerators' })).toBeVisible();
  }

  await goToScreen(page, 'Comp');
  await chooseSegment(page, 'Part of compensation', 'Results');
  await setInSentence(page, 'Attainment: 100%', '120');
  const pay = page.getByRole('grid', { name: 'Pay by rep' });
  // Base rate to 100%, twice that for the 20% above it.
  await expect(pay.getByText('$140,000.00', { exact: true })).toHaveCount(3);
  await pay.getByRole('button', { name: 'Why this number for East rep?' }).click();
  const why = page.getByRole('complementary', { name: 'Why this number?' });
  await expect(why.getByRole('listitem')).toHaveCount(13);
  await expect(why).toContainText('120%');
  await expect(why).toContainText('$140,000');
  await keepScreen(page, 'comp-results');
  await why.getByRole('button', { name: 'Close' }).click();
}

async function setInSentence(page: Page, field: string, value: string): Promise<void> {
  await page.getByRole('button', { name: field }).click();
  const box = page.getByRole('textbox', { name: field.split(':')[0]!, exact: true });
  await box.fill(value);
  await box.press('Enter');
  await expect(box).toBeHidden();
}

async function exportWorkbook(page: Page, folder: string, list: HospitalList): Promise<void> {
  const onScreen = await figuresOnScreen(page);
  await goToScreen(page, 'Export');
  const download = page.waitForEvent('download', { timeout: 120_000 });
  await page.getByRole('main').getByRole('button', { name: 'Export', exact: true }).click();
  const path = `${folder}/workbook.xlsx`;
  await (await download).saveAs(path);
  await keepScreen(page, 'export');

  const sheets = await readWorkbook(path);
  for (const name of ['Accounts', 'Territories', 'Quotas', 'Payouts'])
    expect([...sheets.keys()]).toContain(name);
  for (const name of ['Territories', 'Quotas', 'Payouts'])
    expect(sheets.get(name)!.formulaCount).toBeGreaterThan(3);
  const rowsOf = (name: string) => sheets.get(name)!.rows;
  expect(rowsOf('Accounts')).toHaveLength(list.rowCount);
  for (const { name, accounts, total } of onScreen.totals) {
    const row = rowsOf('Territories').find(({ Territory }) => Territory === name);
    expect(row).toMatchObject({ Accounts: accounts, BEDS: total });
  }
  for (const [rep, quota, payout] of onScreen.pay) {
    expect(Math.round(Number(rowsOf('Quotas').find((row) => row.Rep === rep)?.Quota))).toBe(figureOf(quota));
    expect(rowsOf('Payouts').find((row) => row.Rep === rep)?.Payout).toBe(figureOf(payout));
  }
  const quotas = rowsOf('Payouts').filter(({ Role }) => Role !== undefined);
  expect(quotas.reduce((sum, row) => sum + Number(row.Quota), 0)).toBeCloseTo(TARGET * OVER_ASSIGNMENT, 2);
  const roster = rowsOf('Roster').filter(({ Role }) => Role !== undefined);
  expect(roster).toHaveLength(quotas.length);
  expect(roster.every((row) => row['Target incentive'] === TARGET_INCENTIVE)).toBe(true);
}

/** Index and totals by territory, and quota and pay by rep, as the screens show them. */
async function figuresOnScreen(page: Page) {
  await goToScreen(page, 'Territories');
  await expect(page.getByRole('treeitem').first()).toBeVisible();
  const tree = await readTree(page);
  const totals = await allTotals(page, Object.keys(tree));
  await goToScreen(page, 'Comp');
  await chooseSegment(page, 'Part of compensation', 'Results');
  const rows = await readGrid(page.getByRole('grid', { name: 'Pay by rep' }));
  const pay = rows.map(({ Rep, Quota, Incentive }) => [Rep!, Quota!, Incentive!] as const);
  expect(pay).toHaveLength(3);
  return { tree, totals, pay };
}
