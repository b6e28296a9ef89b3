import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeXlsx } from '../../../../electron/export/writeXlsx';
import { isExportedWorkbook, workbookProposal } from '../../../../shared/io/export/back/workbookProposal';
import { buildWorkbook } from '../../../../shared/io/export/buildWorkbook';
import type { RawSheets } from '../../../../shared/io/import/rawSheets';
import { readFile } from '../../../../shared/io/import/readFile';
import type { PlanDocument } from '../../../../shared/model/planDocument';
import { applyDiff } from '../../../../shared/plan/applyDiff';
import { evaluatePlan } from '../../../../shared/plan/evaluatePlan';
import { runCommand } from '../../../../shared/plan/runCommand';
import { payingPlan } from '../../shared/plan/planFixture';

const PYTHON = '/usr/bin/python3';
const folder = mkdtempSync(join(tmpdir(), 'evenland-back-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const EDIT = `
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
book['Accounts']['C2'] = 'South'
book['Quotas']['F2'] = 123.45
book['Plans']['C8'] = 1.75
for row in book['Assumptions'].iter_rows():
    if row[4].value == 'A_Corridor': row[1].value = 0.05
book.save(sys.argv[2])
`;

async function written(name: string, plan = payingPlan()): Promise<string> {
  const path = join(folder, name);
  const model = buildWorkbook(plan, { scenarioId: 's1', madeOn: '2026-11-28', withoutPay: false });
  await writeXlsx(path, model, () => undefined);
  return path;
}

const read = (path: string) => readFile(new Uint8Array(readFileSync(path)), 'plan.xlsx');

describe('a workbook that comes back', () => {
  it('asks for nothing where nothing was edited', { timeout: 120_000 }, async () => {
    const file = read(await written('same.xlsx'));
    expect(isExportedWorkbook(file)).toBe(true);
    expect(workbookProposal(payingPlan(), file)).toMatchObject({
      scenarioId: 's1',
      command: null,
      changes: [],
      problems: [],
    });
  });

  it('holds days as days, which come back as they were', { timeout: 120_000 }, async () => {
    const plan = payingPlan();
    const [first, ...others] = plan.reps;
    const leaves = [{ from: '2027-05-01', to: '2027-05-09' }];
    const dated = { ...first!, startDate: '2027-02-15', endDate: '2027-11-30', leaves, rampRatios: [0.25] };
    const withDates = { ...plan, reps: [dated, ...others] };
    const file = read(await written('dated.xlsx', withDates));
    expect(workbookProposal(withDates, file)).toMatchObject({ command: null, changes: [], problems: [] });
    const { changes } = workbookProposal(plan, file);
    expect(changes.map(({ key, after }) => [key, after])).toEqual([
      ['Roster!M2', '2027-02-15'],
      ['Roster!N2', '2027-11-30'],
      ['Roster!R2', '2027-05-01'],
      ['Roster!S2', '2027-05-09'],
      ['Roster!T2', '25%'],
    ]);
  });

  const hasOpenpyxl = spawnSync(PYTHON, ['-c', 'import openpyxl']).status === 0;
  if (!hasOpenpyxl)
    console.log('Skipped: openpyxl is not installed (Debian: apt-get install python3-openpyxl).');
  it.skipIf(!hasOpenpyxl)(
    'brings the owner, pin, rate and corridor that were edited, as one step',
    { timeout: 120_000 },
    async () => {
      const edited = join(folder, 'edited.xlsx');
      const { stderr } = spawnSync(PYTHON, ['-c', EDIT, await written('plan.xlsx'), edited], {
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      const plan = payingPlan();
      const { command, changes } = workbookProposal(plan, read(edited));
      expect(changes.map(({ what, before, after }) => [what, before, after])).toEqual([
        ['Territory of Ada Foods', 'North', 'South'],
        ['Corridor of the index, ±', '0.15', '0.05'],
        ['Pinned quota of Ann Reyes', 'none', '123.45'],
        ['Base rate, then 1.5 times, Bookings: rate of band 2', '1.5', '1.75'],
      ]);
      expect(changes.map(({ key }) => key)).toEqual(
        expect.arrayContaining(['Accounts!C2', 'Quotas!F2', 'Plans!C8']),
      );
      const after = applyDiff(plan, runCommand(plan, command!));
      const { territories, pay } = evaluatePlan(after, 's1');
      expect(territories.assignment[0]).toBe(2);
      expect(after.scenarios[0]!.corridorShare).toBe(0.05);
      expect(pay.reps[0]!.quotaCents).toBe(12_345);
      expect(after.compPlans[0]!.components[0]).toMatchObject({ tiers: [{ rate: 1 }, { rate: 1.75 }] });
    },
  );

  /** The workbook as it was read, with some cells as a person would have left them. */
  async function withCells(cells: Readonly<Record<string, string>>, plan = payingPlan()): Promise<RawSheets> {
    const file = read(await written('cells.xlsx', plan));
    const sheets = file.sheets.map((sheet) => {
      const columns = sheet.columns.map((column) => [...column]);
      for (const [place, text] of Object.entries(cells)) {
        const [name, letter, row] = /^([\w ]+)!([A-Z])(\d+)$/.exec(place)!.slice(1) as [
          string,
          string,
          string,
        ];
        if (name !== sheet.name) continue;
        columns[letter.charCodeAt(0) - 65]![sheet.rowNumbers.indexOf(Number(row))] = text;
      }
      return { ...sheet, columns };
    });
    return { ...file, sheets };
  }

  it('leaves out what is refused, but tells it still', { timeout: 120_000 }, async () => {
    const file = await withCells({ 'Accounts!C2': 'South', 'Quotas!F2': '9' });
    const plan = payingPlan();
    const { command, changes } = workbookProposal(plan, file, new Set(['Accounts!C2']));
    expect(changes.map(({ key }) => key)).toEqual(['Accounts!C2', 'Quotas!F2']);
    const after = applyDiff(plan, runCommand(plan, command!));
    expect(evaluatePlan(after, 's1').territories.assignment[0]).toBe(1);
    expect(after.reps[0]!.quotaPinCents).toBe(900);
    const all = new Set(changes.map(({ key }) => key));
    expect(workbookProposal(plan, file, all).command).toBeNull();
  });

  it('says of each cell that it can not take where it is and why, and takes the rest', async () => {
    const file = await withCells({
      'Accounts!C2': 'Atlantis',
      'Accounts!A3': 'unknown-id',
      'Accounts!C4': '',
      'Quotas!F2': 'much',
      'Plans!C8': '',
      'Accounts!C5': 'South',
    });
    const { changes, problems } = workbookProposal(payingPlan(), file);
    expect(problems.map(({ sheet, cell }) => `${sheet}!${cell}`)).toEqual([
      'Accounts!C2',
      'Accounts!A3',
      'Accounts!C4',
      'Quotas!F2',
      'Plans!C8',
    ]);
    expect(problems[0]!.reason).toContain('no territory “Atlantis”');
    expect(problems[3]!.reason).toBe('“much” is not a number of 0 or more.');
    expect(changes.every(({ sheet }) => sheet === 'Accounts')).toBe(true);
  });

  it('refuses numbers that make no plan, all of that plan at once', async () => {
    const file = await withCells({});
    const plans = file.sheets.find(({ name }) => name === 'Plans')!;
    const at = plans.columns[0]!.indexOf('Share of target incentive');
    const cell = `B${plans.rowNumbers[at]!}`;
    const edited = await withCells({ [`Plans!${cell}`]: '-0.5', 'Plans!C8': '1.6' });
    const { command, changes, problems } = workbookProposal(payingPlan(), edited);
    expect([command, changes]).toEqual([null, []]);
    expect(problems.map((problem) => problem.cell).sort()).toEqual([cell, 'C8'].sort());
  });

  /** Two months of results of both reps, the second month of the first rep deal by deal, and a correction. */
  function paidPlan(): PlanDocument {
    const plan = payingPlan();
    const result = (repId: string, month: string, credited: number) => ({
      repId,
      component: 'bookings',
      period: `${plan.settings.fiscalYear}-${month}`,
      credited,
    });
    return {
      ...plan,
      payResults: [
        result('r1', '01', 5_000),
        { ...result('r1', '02', 9_000), deals: [4_000, 5_000] },
        result('r2', '01', 4_000),
      ],
      payAdjustments: [
        {
          kind: 'correction',
          id: 'c1',
          repId: 'r1',
          period: `${plan.settings.fiscalYear}-02`,
          componentId: null,
          amountCents: 12_345,
          author: 'Dana Ortiz',
          reason: 'A deal of the other rep',
          at: '2026-11-20T10:00:00.000Z',
        },
      ],
    };
  }

  it('brings results and corrections that were edited, as one step', async () => {
    const plan = paidPlan();
    const same = await withCells({}, plan);
    expect(workbookProposal(plan, same)).toMatchObject({ command: null, changes: [], problems: [] });
    const file = await withCells({ 'Actual results!D2': '61.5', 'Corrections!E2': '-20' }, plan);
    const { command, changes, problems } = workbookProposal(plan, file);
    expect(problems).toEqual([]);
    const year = plan.settings.fiscalYear;
    expect(changes.map(({ key, what, before, after }) => [key, what, before, after])).toEqual([
      ['Actual results!D2', `Bookings of Ann Reyes in ${year}-01`, '50', '61.5'],
      ['Corrections!E2', `Correction of Ann Reyes in ${year}-02`, '123.45', '-20'],
    ]);
    const after = applyDiff(plan, runCommand(plan, command!));
    expect(after.payResults!.map(({ credited }) => credited)).toEqual([6_150, 9_000, 4_000]);
    expect(after.payAdjustments).toMatchObject([{ amountCents: -2_000 }]);
    expect(evaluatePlan(after, 's1').actuals.payoutCents).not.toBe(
      evaluatePlan(plan, 's1').actuals.payoutCents,
    );
  });

  it('says of a result that came deal by deal where its deals are changed', async () => {
    const plan = paidPlan();
    const file = await withCells({ 'Actual results!D3': '95', 'Actual results!D4': '' }, plan);
    const { command, problems } = workbookProposal(plan, file);
    expect(command).toBeNull();
    expect(problems.map(({ cell }) => cell)).toEqual(['D3', 'D4']);
    expect(problems[0]!.reason).toContain('came deal by deal');
    expect(problems[1]!.reason).toContain('an empty cell says no number');
  });

  it('takes a deal that was edited where pay is by the deal', async () => {
    const plan = paidPlan();
    const [compPlan] = plan.compPlans;
    const capped = {
      ...plan,
      compPlans: [
        { ...compPlan!, caps: { ...compPlan!.caps, dealCents: 100_000 } },
        ...plan.compPlans.slice(1),
      ],
    };
    const sheet = (await withCells({}, capped)).sheets.find(({ name }) => name === 'Actual parts')!;
    const at = sheet.columns[4]!.indexOf('Deal 3');
    expect(at).toBeGreaterThan(0);
    const file = await withCells({ [`Actual parts!F${sheet.rowNumbers[at]!}`]: '77' }, capped);
    const { command, changes } = workbookProposal(capped, file);
    expect(changes).toMatchObject([{ before: '50', after: '77' }]);
    const after = applyDiff(capped, runCommand(capped, command!));
    expect(after.payResults![1]).toMatchObject({ credited: 11_700, deals: [4_000, 7_700] });
  });
});
