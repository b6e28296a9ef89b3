import { describe, expect, it } from 'vitest';
import { workbookProposal } from '../../../../../../shared/io/export/back/workbookProposal';
import { buildWorkbook } from '../../../../../../shared/io/export/buildWorkbook';
import type { RawSheets } from '../../../../../../shared/io/import/rawSheets';
import type { PlanDocument } from '../../../../../../shared/model/planDocument';
import { payingPlan } from '../../../plan/planFixture';
import { rawOf } from './rawOf';

const options = { scenarioId: 's1', madeOn: '2026-11-29', withoutPay: false };

/** A comp plan with a cap on a deal, and one on the total. */
function cappedPlan(): PlanDocument {
  const plan = payingPlan();
  const compPlans = plan.compPlans.map((each) => ({
    ...each,
    caps: { ...each.caps, dealCents: 500_000, totalCents: 9_000_000 },
  }));
  return { ...plan, compPlans };
}

/** The workbook as a version wrote it that had no row for the cap of a deal: what is below stands a row higher. */
function withoutRow(raw: RawSheets, sheetName: string, label: string): RawSheets {
  const sheets = raw.sheets.map((sheet) => {
    if (sheet.name !== sheetName) return sheet;
    const at = sheet.columns[0]!.indexOf(label);
    expect(at).toBeGreaterThan(0);
    return {
      ...sheet,
      rowCount: sheet.rowCount - 1,
      rowNumbers: sheet.rowNumbers.slice(0, -1),
      columns: sheet.columns.map((column) => column.toSpliced(at, 1)),
    };
  });
  return { ...raw, sheets };
}

describe('a workbook that an older version wrote', () => {
  const plan = cappedPlan();
  const raw = rawOf(buildWorkbook(plan, options));
  const older = withoutRow(raw, 'Plans', 'Most that one deal pays');

  it('asks for nothing where nothing was edited, though its rows stand elsewhere', () => {
    expect(workbookProposal(plan, older)).toMatchObject({ command: null, changes: [], problems: [] });
  });

  it('brings what was edited in the row where it stands', () => {
    const sheet = older.sheets.find(({ name }) => name === 'Plans')!;
    const row = sheet.columns[0]!.indexOf('Total cap');
    const columns = sheet.columns.map((column, at) => (at === 1 ? column.with(row, '80000') : column));
    const edited = {
      ...older,
      sheets: older.sheets.map((each) => (each === sheet ? { ...sheet, columns } : each)),
    };
    const { changes, command } = workbookProposal(plan, edited);
    expect(changes).toMatchObject([
      {
        key: `Plans!B${row + 1}`,
        what: 'Base rate, then 1.5 times, total cap',
        before: '90000',
        after: '80000',
      },
    ]);
    expect(command).toMatchObject({
      commands: [{ kind: 'putCompPlan', compPlan: { caps: { totalCents: 8_000_000, dealCents: 500_000 } } }],
    });
  });

  it('is not read where a table has other rows than the plan, which is said', () => {
    const [first] = plan.compPlans[0]!.components;
    if (first?.kind !== 'tiers') throw new Error('The plan pays by tiers.');
    const tiers = [...first.tiers.slice(0, -1), { ...first.tiers.at(-1)!, to: 3 }];
    const more = [...tiers, { from: 3, to: null, rate: 2, isRetroactive: false }];
    const components = [{ ...first, tiers: more }, ...plan.compPlans[0]!.components.slice(1)];
    const changed = { ...plan, compPlans: [{ ...plan.compPlans[0]!, components }] };
    const { changes, problems } = workbookProposal(changed, raw);
    expect(changes).toEqual([]);
    expect(problems.map(({ reason }) => reason)).toEqual([
      'Bookings has 3 rows in the plan and 2 here: its table is not read. Change it in Compensation.',
    ]);
  });
});
