import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test } from './appTest';
import { chooseFile, chooseOption, chooseSegment, goToScreen } from './steps/choose';
import { keepScreen } from './steps/keepScreen';
import { openSample } from './steps/openPlan';
import { expect } from './steps/patience';

/** Types over a figure of the settings panel. */
async function typeSetting(page: Page, label: RegExp, typed: string): Promise<void> {
  await page
    .getByRole('region', { name: /^Settings of/ })
    .getByRole('button', { name: label })
    .click();
  const field = page.getByRole('dialog').getByRole('textbox');
  await field.fill(typed);
  await field.press('Enter');
}

async function addComponent(page: Page, kind: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Add component' }).click();
  await page.getByRole('menuitem', { name: kind }).click();
}

/** Three components by hand: a curve, tiers and objectives. */
async function buildPlan(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Comp plan / }).click();
  await page.getByRole('menuitem', { name: 'New, empty' }).click();
  await expect(page.getByText('Nothing is paid yet.')).toBeVisible();
  await addComponent(page, 'Payout curve');
  await typeSetting(page, /^Share of target incentive/, '60');
  await addComponent(page, /tiers/i);
  await typeSetting(page, /^Share of target incentive/, '30');
  const settings = page.getByRole('region', { name: 'Settings of Commission' });
  await settings.getByRole('button', { name: 'Add tier' }).click();
  await expect(settings.getByRole('button', { name: 'Remove tier 4' })).toBeVisible();
  await settings.getByRole('button', { name: 'Remove tier 2' }).click();
  await expect(settings.getByRole('table', { name: 'Tiers' }).getByRole('row')).toHaveCount(4);
  await addComponent(page, /objectives/i);
  await expect(page.getByRole('region', { name: 'Settings of Objectives' })).toContainText('10%');
  await expect(page.getByText(/at 100% on every measure/)).toBeVisible();
}

/** A limit that nothing keeps, then one between both ends: the value is found and put into the plan. */
async function seekGoal(page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: 'Goal seek' });
  const limit = async (amount: number) => {
    await panel.getByRole('button', { name: /^Limit/ }).click();
    const field = page.getByRole('dialog').getByRole('textbox');
    await field.fill(String(amount));
    await field.press('Enter');
    await panel.getByRole('button', { name: 'Find it' }).click();
  };
  await limit(1);
  await expect(panel.getByRole('status')).toContainText('No value from');
  const tried = await panel.getByRole('row').locator('td:nth-child(3)').allTextContents();
  const [low, high] = tried.map((text) => Number(text.replace(/[^\d.]/g, '')));
  await limit(Math.round((low! + high!) / 2));
  await expect(panel.getByRole('status')).toContainText(/keeps P90 at/);
  await keepScreen(page, 'goalSeek');
  await panel.getByRole('button', { name: 'Use it' }).click();
  await expect(page.getByText(/^Undo: set point \d pays of Bookings to/)).toBeVisible();
}

/** A list of deals as a CRM gives it: sold ones are credited in their months, the others are named; then Undo. */
async function importDeals(page: Page, folder: string, rep: string): Promise<void> {
  const file = join(folder, 'deals.csv');
  const rows = [
    'Deal ID,Deal Name,Owner,Stage,Close Date,Amount,Split,Component',
    `D1,Mercy,${rep},Closed Won,1/15/2027,"$400,000",50%,Bookings`,
    `D2,Union,${rep},Closed Won,1/31/2027,"100,000",,Bookings`,
    `D3,Valley,${rep},Closed Won,2/10/2027,"50,000",,Bookings`,
    `D4,Harbor,${rep},Negotiation,2/11/2027,"90,000",,Bookings`,
  ];
  writeFileSync(file, rows.join('\n'));
  await chooseFile(page, page.getByRole('button', { name: 'Import results' }), file);
  await expect(page.getByText('3 deals from deals.csv', { exact: true })).toBeVisible();
  await expect(page.getByRole('alert', { name: 'What could not be read' })).toContainText(
    'not sold and was left out (Negotiation 1)',
  );
  const table = page.getByRole('region', { name: 'Results by rep' }).getByRole('table');
  for (const month of ['2027-01', '2027-02']) {
    await expect(table.getByRole('columnheader', { name: month })).toBeVisible();
  }
  await expect(page.getByRole('region', { name: `Statement of ${rep}` })).toContainText('3 deals');
  await keepScreen(page, 'actualsOfDeals');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('No results for this plan yet')).toBeVisible();
}

test('a plan is built from nothing, paid on results, stated, disputed and compared', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = app;
  await openSample(page);
  await goToScreen(page, 'Comp');
  await buildPlan(page);
  await keepScreen(page, 'compBuilt');

  // A point of the curve is dragged, and taken back by name.
  await page.getByRole('button', { name: 'Bookings: show its curve' }).click();
  const point = page.getByRole('slider', { name: 'Excellence' });
  const before = await point.getAttribute('aria-valuetext');
  const box = (await point.locator('circle').last().boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + 40, { steps: 5 });
  await page.mouse.up();
  await expect(point).not.toHaveAttribute('aria-valuetext', before!);
  await expect(page.getByText(/^Undo: set excellence of Bookings/)).toBeVisible();

  // One rep comes onto the plan.
  await goToScreen(page, 'Team');
  await page.getByRole('button', { name: 'More for the team' }).click();
  await page.getByRole('menuitem', { name: /^All fields of/ }).click();
  const rep = await page.getByRole('textbox', { name: 'Name', exact: true }).inputValue();
  await chooseOption(page, 'Comp plan', /^New comp plan/);
  await keepScreen(page, 'teamRep');
  for (const view of ['Roll-up', 'Top-down, bottom-up', 'Fairness']) {
    await chooseSegment(page, 'View of the team', view);
    await keepScreen(page, `team-${view}`);
  }

  // A roster comes in; the manager of the team is new, and one name is not known.
  const folder = mkdtempSync(join(tmpdir(), 'evenland-comp-'));
  const roster = join(folder, 'roster.csv');
  writeFileSync(
    roster,
    `Name,Role,Base,TI,Manager\nMira Boss,Manager,150000,100000,\n${rep},AE,,,Mira Boss\nAl New,AE,90k,90k,Who`,
  );
  await chooseFile(page, page.getByRole('button', { name: 'Import roster' }), roster);
  await expect(page.getByRole('alert', { name: 'What could not be read' })).toContainText('row 4');
  await chooseSegment(page, 'View of the team', 'Roll-up');
  await expect(page.getByRole('row', { name: /^Mira Boss Manager 1/ })).toBeVisible();
  await chooseSegment(page, 'View of the team', 'Reps');
  await keepScreen(page, 'teamRoster');

  await goToScreen(page, 'Comp');
  await chooseSegment(page, 'Part of compensation', 'Actuals');
  await importDeals(page, folder, rep);

  // Results come in; what can't be read is named by row.
  const file = join(folder, 'results.csv');
  const rows = [
    'Rep,Component,Period,Credited,Quota',
    `${rep},Bookings,2027,"1,200,000","1,000,000"`,
    `${rep},Commission,2027,"1,200,000","1,000,000"`,
    'Nobody Known,Bookings,2027,5,',
  ];
  writeFileSync(file, rows.join('\n'));
  await chooseFile(page, page.getByRole('button', { name: 'Import results' }), file);
  await expect(page.getByRole('alert', { name: 'What could not be read' })).toContainText('row 4');
  const statement = page.getByRole('region', { name: `Statement of ${rep}` });
  const pay = statement.getByRole('table', { name: `Pay of ${rep}` });
  await expect(pay).toContainText('120.0%');
  await expect(statement.getByRole('list', { name: 'Steps of the payout' })).toContainText('Credit');

  // An objective is scored where its statement stands, and the steps say weight × score.
  const score = statement.getByRole('textbox', { name: 'Score of Objective 1' });
  await score.fill('90');
  await score.press('Enter');
  const steps = statement.getByRole('list', { name: 'Steps of the payout' });
  await expect(steps).toContainText('Objective 1: 50% × 90%');
  await expect(page.getByText(/^Undo: score Objectives of/)).toBeVisible();

  // A dispute and a correction, with who and why.
  await statement.getByRole('button', { name: 'Add correction' }).click();
  await statement.getByRole('textbox', { name: /^Amount/ }).fill('250');
  await statement.getByRole('textbox', { name: 'Author' }).fill('Kim');
  await statement.getByRole('textbox', { name: 'Reason' }).fill('A deal was left out');
  await statement.getByRole('button', { name: 'Add the correction' }).click();
  await expect(pay).toContainText('A deal was left out (Kim)');
  await statement.getByRole('button', { name: 'Add dispute note' }).click();
  await statement.getByRole('textbox', { name: 'Author' }).fill(rep);
  await statement.getByRole('textbox', { name: 'Reason' }).fill('The margin is missing');
  await statement.getByRole('button', { name: 'Add the note' }).click();
  await expect(page.getByRole('region', { name: 'Results by rep' })).toContainText('disputed');
  await keepScreen(page, 'actuals');

  // The statement as it is printed; its pages are kept.
  await page.evaluate(() => {
    window.print = () => {
      const sheet = document.querySelector<HTMLElement>('[data-sheet]')!;
      document.body.append(Object.assign(sheet.cloneNode(true), { id: 'printed' }));
    };
  });
  await statement.getByRole('button', { name: 'Print statement' }).click();
  await expect(page.locator('#printed')).toContainText('Incentive statement');
  await expect(page.locator('#printed')).toContainText('The margin is missing');
  await page.pdf({ path: join('test-results', 'screens', 'statement.pdf'), preferCSSPageSize: true });
  await page.evaluate(() => document.querySelector('#printed')!.remove());

  // The new plan against another, rep by rep.
  await chooseSegment(page, 'Part of compensation', 'Results');
  await chooseOption(page, 'Compare with', /^Account executive, FY27/);
  await expect(
    page.getByText(/This plan pays .* under Account executive.* on the expected year/),
  ).toBeVisible();
  await chooseOption(page, 'Compare on', /^On the results of FY27/);
  await expect(page.getByText(/on the results of FY27: /)).toBeVisible();
  await chooseOption(page, 'Compare on', /^On the simulated year/);
  await expect(
    page.getByText(/on the simulated year: .* In eight years of ten this plan costs/),
  ).toBeVisible();
  await keepScreen(page, 'comparedOnSimulated');
  await chooseOption(page, 'Compare on', /^On the results of FY27/);
  for (const column of [/^Change/, 'Whole at']) {
    await expect(page.getByRole('columnheader', { name: column })).toBeInViewport({ ratio: 1 });
  }
  await keepScreen(page, 'comparedOnResults');
  // The largest change is drawn to its end.
  const bars = page.getByRole('grid', { name: 'Pay by rep' }).locator('svg[width="56"]');
  expect(await bars.first().evaluate((bar) => bar.parentElement!.clientWidth)).toBeGreaterThanOrEqual(56);

  // What the simulated year rests on is chosen; its figures and how far they have settled are shown.
  await expect(page.getByText(/Past attainments can be drawn from once/)).toBeVisible();
  await page.getByRole('button', { name: /^How reps differ/ }).click();
  await page.getByRole('option', { name: 'as a table of attainments says' }).click();
  await page.getByRole('button', { name: 'Remove attainment 5' }).click();
  await expect(page.getByRole('table', { name: /^Attainments and how likely/ })).toContainText(
    'in proportion',
  );
  await expect(page.getByRole('table', { name: 'The simulated year in figures' })).toContainText('CCOS');
  const fan = page.getByRole('region', { name: 'Cost through the year' });
  await expect(fan.getByRole('img', { name: /^Incentives earned to date by month/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Convergence' })).toContainText('standard error after 2,000');
  await keepScreen(page, 'simulatedByTable');

  await chooseSegment(page, 'Charts', 'What if');
  await seekGoal(page);
  for (const chart of ['Cost by team attainment', 'From plan to plan', 'Sensitivity']) {
    await expect(page.getByRole('region', { name: chart })).toBeVisible();
  }
  await keepScreen(page, 'whatIf');
  await chooseSegment(page, 'Charts', 'Reference');
  const source = page.getByRole('textbox', { name: 'Source of Quota : OTE' });
  await source.fill('Our own survey');
  await source.press('Enter');
  await expect(page.getByText('Undo: change reference figures')).toBeVisible();
  await keepScreen(page, 'reference');
  expect(app.complaints).toEqual([]);
});
