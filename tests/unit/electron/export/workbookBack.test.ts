import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeXlsx } from '../../../../electron/export/writeXlsx';
import { isExportedWorkbook, workbookProposal } from '../../../../shared/io/export/back/workbookProposal';
import { buildWorkbook } from '../../../../shared/io/export/buildWorkbook';
import { readFile } from '../../../../shared/io/import/readFile';
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

async function written(name: string): Promise<string> {
  const path = join(folder, name);
  const model = buildWorkbook(payingPlan(), { scenarioId: 's1', madeOn: '2026-11-28', withoutPay: false });
  await writeXlsx(path, model, () => undefined);
  return path;
}

const read = (path: string) => readFile(new Uint8Array(readFileSync(path)), 'plan.xlsx');

describe('a workbook that comes back', () => {
  it('asks for nothing where nothing was edited', { timeout: 120_000 }, async () => {
    const file = read(await written('same.xlsx'));
    expect(isExportedWorkbook(file)).toBe(true);
    expect(workbookProposal(payingPlan(), file)).toEqual({ scenarioId: 's1', command: null, changes: [] });
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
      const after = applyDiff(plan, runCommand(plan, command!));
      const { territories, pay } = evaluatePlan(after, 's1');
      expect(territories.assignment[0]).toBe(2);
      expect(after.scenarios[0]!.corridorShare).toBe(0.05);
      expect(pay.reps[0]!.quotaCents).toBe(12_345);
      expect(after.compPlans[0]!.components[0]).toMatchObject({ tiers: [{ rate: 1 }, { rate: 1.75 }] });
    },
  );
});
