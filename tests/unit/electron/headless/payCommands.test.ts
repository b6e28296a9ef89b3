import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import ExcelJS from 'exceljs';
import { readPlanFile, writePlanFile } from '../../../../shared/io/project/planFile';
import { drawSchema } from '../../../../shared/model/compPlan';
import { evenland } from './evenland';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evenland-pay-'));
  await evenland('sample', '--out', at('plan.evenland'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);
const json = (call: { out: string }) => JSON.parse(call.out) as Record<string, never>;
const rowsOf = (name: string) =>
  readFileSync(at(name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));

describe('team import', () => {
  it('takes a roster in, finds reps again by id, and names what it can not use by row and column', async () => {
    writeFileSync(
      at('roster.csv'),
      [
        'repId,name,role,manager,base,targetIncentive,plan,territory,lat,lng,start,end',
        'rep-01,Maya Lindqvist,AE,m1,"$120,000",80000,ae-fy26,t-cascadia,47.5,-122.3,2025-03-01,',
        'm1,Mo Manager,Manager,,150000,100000,"Account executive, FY27",,,,2020-01-01,',
        'n1,New One,AE,Mo Manager,lots,90000,No such plan,Nowhere,91,10,2027-02-30,',
        'n1,Again,AE,,1,1,,,,,,',
      ].join('\n'),
    );
    const call = await evenland(
      ...['team', 'import', at('roster.csv'), '--into', at('plan.evenland')],
      ...['--out', at('team.evenland'), '--json'],
    );
    expect(call).toMatchObject({ code: 0, err: '' });
    const report = json(call) as unknown as { reps: number; problems: { row: number; column: string }[] };
    expect(report.reps).toBe(3);
    expect(report.problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '4 base',
      '4 lat',
      '4 plan',
      '4 territory',
      '4 start',
      '5 repId',
    ]);
    expect(json(await evenland('info', at('team.evenland'), '--json'))).toMatchObject({ reps: 26 });
  });

  it('refuses a file without ids, and another action', async () => {
    writeFileSync(at('noids.csv'), 'person,role\nAnn,AE\n');
    const options = ['--into', at('plan.evenland'), '--out', at('no.evenland')];
    const call = await evenland('team', 'import', at('noids.csv'), ...options);
    expect(call).toMatchObject({ code: 1, out: '' });
    expect(call.err).toContain('noids.csv: no column "repId"');
    expect((await evenland('team', 'export', at('noids.csv'), ...options)).code).toBe(2);
  });
});

describe('payout on results', () => {
  it('pays a year of results as the plan says, to the cent', async () => {
    const quotas = await evenland(
      ...['quota', at('plan.evenland'), '--target', '27100000', '--method', 'fair', '--over', '5'],
      ...['--out', at('quota.evenland'), '--json'],
    );
    const { quota } = (json(quotas).quotas as unknown as { repId: string; quota: number }[]).find(
      ({ repId }) => repId === 'rep-01',
    )!;
    writeFileSync(
      at('results.csv'),
      `repId,component,period,credited\nrep-01,Bookings,2027,${quota}\nrep-01,margin,2027,1\n`,
    );
    const call = await evenland(
      ...['payout', at('quota.evenland'), '--results', at('results.csv')],
      ...['--out', at('pay.csv'), '--json'],
    );
    expect(call).toMatchObject({ code: 0, err: '' });
    // At target on both components the target incentive of 96,000 is paid: 80% and 20% of it.
    expect(json(call)).toEqual({
      reps: 1,
      total: 96_000,
      byComponent: { Bookings: 76_800, 'Gross margin': 19_200 },
    });
    expect(rowsOf('pay.csv')).toEqual([
      ['repId', 'rep', 'plan', 'component', 'period', 'credited', 'quota', 'attainment', 'payout'],
      [
        'rep-01',
        'Maya Lindqvist',
        '"Account executive',
        ' FY27"',
        'Bookings',
        '2027',
        String(quota),
        String(quota),
        '1',
        '76800.00',
      ],
      [
        'rep-01',
        'Maya Lindqvist',
        '"Account executive',
        ' FY27"',
        'Gross margin',
        '2027',
        '1',
        '1',
        '1',
        '19200.00',
      ],
    ]);
  });

  it('reads quarters of another year from a workbook under a named plan, and says which rows it left out', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Results');
    sheet.addRow(['Rep', 'Component', 'Period', 'Credited']);
    sheet.addRow(['Maya Lindqvist', 'Bookings', '2026-Q1', 300000]);
    sheet.addRow(['rep-01', 'Bookings', 'Q2 2026', '$100,000.50']);
    sheet.addRow(['rep-99', 'Bookings', '2026-Q1', 1]);
    sheet.addRow(['rep-01', 'Renewals', '2026-Q1', 1]);
    sheet.addRow(['rep-01', 'Bookings', 'soon', 1]);
    await book.xlsx.writeFile(at('results.xlsx'));
    const call = await evenland(
      ...['payout', at('plan.evenland'), '--results', at('results.xlsx'), '--plan', 'ae-fy26'],
      ...['--out', at('quarters.csv'), '--json'],
    );
    expect(call.code).toBe(0);
    expect(call.err.trim().split('\n')).toEqual([
      'results.xlsx, row 4, column Rep (A): the plan has no rep "rep-99".',
      expect.stringContaining('row 5, column Component (B): The plan "Account executive, FY26" has no'),
      'results.xlsx, row 6, column Period (C): "soon" is no period; write 2026-01, 2026-Q1 or 2026.',
    ]);
    const rows = rowsOf('quarters.csv').slice(1);
    expect(rows.map((row) => [row[5], row[6]])).toEqual([
      ['2026-Q1', '300000'],
      ['2026-Q2', '100000.5'],
    ]);
  });

  it('has a row for the total cap, draw and corrections, so that its rows add up to the total', async () => {
    const plan = readPlanFile(readFileSync(at('plan.evenland')));
    const [rep] = plan.reps;
    const limits = {
      caps: { dealCents: null, totalCents: 1_000_000, totalOfTargetRatio: null },
      draw: drawSchema.parse({ kind: 'nonRecoverable', amountCents: 200_000 }),
    };
    const capped = {
      ...plan,
      compPlans: plan.compPlans.map((each) => ({ ...each, ...limits })),
      payResults: ['01', '03', '06'].map((month, i) => ({
        repId: rep!.id,
        component: 'bookings',
        period: `2027-${month}`,
        credited: [90_000_000, 0, 50_000_000][i]!,
      })),
      payAdjustments: [
        {
          kind: 'correction' as const,
          id: 'c1',
          repId: rep!.id,
          period: '2027-03',
          componentId: null,
          author: 'Dana',
          reason: 'Late deal',
          at: '2027-04-01T00:00:00.000Z',
          amountCents: 12_345,
        },
      ],
    };
    writeFileSync(at('capped.evenland'), writePlanFile(capped));
    const call = await evenland('payout', at('capped.evenland'), '--out', at('capped.csv'), '--json');
    expect(call.err).toBe('');
    const { total, byComponent } = json(call) as unknown as {
      total: number;
      byComponent: Record<string, number>;
    };
    const amounts = rowsOf('capped.csv').slice(1);
    const sum = amounts.reduce((all, row) => all + Number(row.at(-1)), 0);
    expect(sum).toBeCloseTo(total, 6);
    for (const name of ['Total cap', 'Draw', 'Corrections']) {
      expect(amounts.some((row) => row.includes(name))).toBe(true);
      expect(byComponent[name]).not.toBe(0);
    }
    expect(byComponent.Corrections).toBe(123.45);
  });

  it('takes one of results and attainment, and a file that is no results is exit 1', async () => {
    const both = ['--results', at('results.csv'), '--attainment', '100', '--out', at('x.csv')];
    expect((await evenland('payout', at('plan.evenland'), ...both)).code).toBe(2);
    expect((await evenland('payout', at('plan.evenland'), '--out', at('x.csv'))).code).toBe(2);
    writeFileSync(at('odd.csv'), 'a,b\n1,2\n');
    const odd = await evenland(
      'payout',
      at('plan.evenland'),
      '--results',
      at('odd.csv'),
      '--out',
      at('x.csv'),
    );
    expect(odd).toMatchObject({ code: 1, out: '' });
    expect(odd.err).toContain('no column "repId", "period", "credited"');
  });
});

it('quota by history says that no rep has any, and writes no plan', async () => {
  const plan = readPlanFile(readFileSync(at('plan.evenland')));
  const unknown = { ...plan, reps: plan.reps.map((rep) => ({ ...rep, historyCents: null })) };
  writeFileSync(at('nohistory.evenland'), writePlanFile(unknown));
  const options = ['--target', '1000', '--method', 'history', '--out', at('never.evenland')];
  const call = await evenland('quota', at('nohistory.evenland'), ...options);
  expect(call).toMatchObject({ code: 1, out: '' });
  expect(call.err).toContain('No rep has any history');
});

describe('simulate', () => {
  it('gives the same figures for the same seed, others for another, percentiles in order', async () => {
    const run = (seed: string) =>
      evenland('simulate', at('plan.evenland'), '--trials', '200', '--seed', seed, '--json');
    const [one, again, other] = [await run('7'), await run('7'), await run('8')];
    expect(one.code).toBe(0);
    expect(again.out).toBe(one.out);
    expect(other.out).not.toBe(one.out);
    const figures = json(one) as unknown as {
      trials: number;
      seed: number;
      cost: { p10: number; p50: number; p90: number; mean: number };
      atQuotaShare: number;
      ccos: number;
    };
    expect(figures).toMatchObject({ trials: 200, seed: 7 });
    expect(figures.cost.p10).toBeLessThan(figures.cost.p50);
    expect(figures.cost.p50).toBeLessThan(figures.cost.p90);
    expect(figures.atQuotaShare).toBeGreaterThan(0);
    expect(figures.atQuotaShare).toBeLessThan(1);
    expect(figures.ccos).toBeGreaterThan(0.05);
    expect((await evenland('simulate', at('plan.evenland'), '--trials', '1.5')).code).toBe(2);
  });
});

describe('compare', () => {
  it('sets two comp plans side by side; the rows add up to the total', async () => {
    const call = await evenland('compare', at('plan.evenland'), '--plans', 'ae-fy26,ae-fy27', '--json');
    expect(call).toMatchObject({ code: 0, err: '' });
    const { rows, total } = json(call) as unknown as {
      rows: { old: number; new: number; delta: number; verdict: string }[];
      total: { old: number; new: number; delta: number; gains: number; loses: number; same: number };
    };
    expect(rows).toHaveLength(24);
    const sum = (pick: (row: (typeof rows)[number]) => number) =>
      rows.reduce((all, row) => all + pick(row), 0);
    expect(sum((row) => row.old)).toBeCloseTo(total.old, 2);
    expect(sum((row) => row.new)).toBeCloseTo(total.new, 2);
    expect(total.new - total.old).toBeCloseTo(total.delta, 2);
    expect(total.gains + total.loses + total.same).toBe(24);
    // Names hold a comma themselves.
    const named = await evenland(
      ...['compare', at('plan.evenland'), '--json', '--plans'],
      'Account executive, FY26,Account executive, FY27',
    );
    expect(named.out).toBe(call.out);
  });

  it('sets two scenarios side by side, and asks for two of what there is', async () => {
    const call = await evenland(
      'compare',
      at('plan.evenland'),
      '--scenarios',
      'scenario-a,B · Rebalance',
      '--json',
    );
    const { rows, total } = json(call) as unknown as {
      rows: { old: { payout: number }; new: { payout: number }; delta: number }[];
      total: { old: { payout: number; quota: number }; new: { quota: number }; delta: number };
    };
    expect(rows).toHaveLength(24);
    expect(rows.reduce((sum, row) => sum + row.delta, 0)).toBeCloseTo(total.delta, 2);
    expect(total.old.quota).toBe(total.new.quota);
    expect((await evenland('compare', at('plan.evenland'))).code).toBe(2);
    for (const plans of ['ae-fy26,Nope', 'Account executive, FY26,Nope', 'Nope,Account executive, FY26']) {
      const { code, err } = await evenland('compare', at('plan.evenland'), '--plans', plans);
      expect([code, err]).toEqual([2, expect.stringContaining('There is no comp plan "Nope"')]);
    }
  });
});
