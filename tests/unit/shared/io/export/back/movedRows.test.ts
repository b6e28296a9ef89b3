import { describe, expect, it } from 'vitest';
import { workbookProposal } from '../../../../../../shared/io/export/back/workbookProposal';
import { buildWorkbook } from '../../../../../../shared/io/export/buildWorkbook';
import { serialOf } from '../../../../../../shared/io/export/pay/rosterTimes';
import type { RawSheet, RawSheets } from '../../../../../../shared/io/import/rawSheets';
import type { PayAdjustment } from '../../../../../../shared/model/payAdjustment';
import type { PlanDocument } from '../../../../../../shared/model/planDocument';
import { applyDiff } from '../../../../../../shared/plan/applyDiff';
import { runCommand } from '../../../../../../shared/plan/runCommand';
import { payingPlan } from '../../../plan/planFixture';
import { rawOf } from './rawOf';

const options = { scenarioId: 's1', madeOn: '2026-11-29', withoutPay: false };

function withSheet(raw: RawSheets, name: string, change: (sheet: RawSheet) => Partial<RawSheet>): RawSheets {
  const sheets = raw.sheets.map((sheet) => (sheet.name === name ? { ...sheet, ...change(sheet) } : sheet));
  return { ...raw, sheets };
}

/** The rows below the heading the other way round. */
const reversed = ({ columns }: RawSheet) => ({
  columns: columns.map(([header, ...cells]) => [header!, ...cells.reverse()]),
});

function edited(raw: RawSheets, name: string, header: string, row: number, value: string): RawSheets {
  return withSheet(raw, name, ({ columns }) => ({
    columns: columns.map((cells) => (cells[0] === header ? cells.with(row, value) : cells)),
  }));
}

describe('corrections on a sheet that was sorted', () => {
  const correction = (id: string, repId: string, amountCents: number, reason: string): PayAdjustment => ({
    kind: 'correction',
    id,
    repId,
    period: '2027-02',
    componentId: null,
    amountCents,
    author: 'Dana Ortiz',
    reason,
    at: '2026-11-20T10:00:00.000Z',
  });
  const plan: PlanDocument = {
    ...payingPlan(),
    payAdjustments: [
      correction('a', 'r1', 10_000, 'A deal'),
      correction('b', 'r1', 20_000, 'A deal'),
      correction('c', 'r1', 20_000, 'Another deal'),
      correction('d', 'r2', 30_000, 'A deal'),
    ],
  };
  const sorted = withSheet(rawOf(buildWorkbook(plan, options)), 'Corrections', reversed);

  it('are found by what they are of', () => {
    expect(workbookProposal(plan, sorted)).toMatchObject({ command: null, changes: [], problems: [] });
    const row = sorted.sheets.find(({ name }) => name === 'Corrections')!.columns[6]!.indexOf('Another deal');
    const { command, problems } = workbookProposal(
      plan,
      edited(sorted, 'Corrections', 'Amount', row, '-7.5'),
    );
    expect(problems).toEqual([]);
    expect(applyDiff(plan, runCommand(plan, command!)).payAdjustments).toMatchObject([
      { id: 'a', amountCents: 10_000 },
      { id: 'b', amountCents: 20_000 },
      { id: 'c', amountCents: -750 },
      { id: 'd', amountCents: 30_000 },
    ]);
  });

  it('are told where their row was deleted', () => {
    const fewer = withSheet(sorted, 'Corrections', ({ columns, rowNumbers, rowCount }) => ({
      columns: columns.map((cells) => cells.toSpliced(1, 1)),
      rowNumbers: rowNumbers.slice(0, -1),
      rowCount: rowCount - 1,
    }));
    const { command, problems } = workbookProposal(plan, fewer);
    expect(command).toBeNull();
    expect(problems).toMatchObject([
      { reason: expect.stringContaining('stands in no row any more') as string },
    ]);
  });
});

describe('a column that was deleted', () => {
  const plan = payingPlan();
  const raw = rawOf(buildWorkbook(plan, options));

  it.each([
    ['Roster', 2, 'Capacity'],
    ['Quotas', 1, 'History'],
    ['Accounts', 1, 'Territory'],
    ['Territories', 1, 'Capacity'],
  ])('of %s is told, and what moved into its place is not taken for it', (name, column, header) => {
    const fewer = withSheet(raw, name, ({ columns }) => ({ columns: columns.toSpliced(column, 1) }));
    const { command, changes, problems } = workbookProposal(plan, fewer);
    expect([command, changes]).toEqual([null, []]);
    expect(problems.map(({ sheet, reason }) => [sheet, reason])).toContainEqual([
      name,
      `“${header}” should stand here: put the columns back as they were. It is not read.`,
    ]);
  });
});

describe('dates, leave and ramp on Roster', () => {
  const [first, second] = payingPlan().reps;
  const leaves = [{ from: '2027-05-01', to: '2027-05-09' }];
  const plan: PlanDocument = {
    ...payingPlan(),
    reps: [
      { ...first!, startDate: '2027-02-01', rampRatios: [0.25, 0.5] },
      { ...second!, endDate: '2027-08-31', leaves },
    ],
  };
  const raw = rawOf(buildWorkbook(plan, options));
  const put = (cells: readonly (readonly [header: string, row: number, value: string])[]) =>
    cells.reduce((done, [header, row, value]) => edited(done, 'Roster', header, row, value), raw);
  const repsAfter = (file: RawSheets) => {
    const { command, problems } = workbookProposal(plan, file);
    expect(problems).toEqual([]);
    return applyDiff(plan, runCommand(plan, command!)).reps;
  };

  it('are taken over, as days or as Excel’s numbers of them', () => {
    const file = put([
      ['Starts', 1, '2027-03-15'],
      ['Ramp, month 2', 1, '0.6'],
      ['Ramp, month 4', 1, '0.9'],
      ['Ends', 2, ''],
      ['Leave to', 2, String(serialOf('2027-05-20'))],
    ]);
    expect(repsAfter(file)).toMatchObject([
      // A month between that is left empty asks for all of the quota.
      { startDate: '2027-03-15', rampRatios: [0.25, 0.6, 1, 0.9] },
      { endDate: null, leaves: [{ from: '2027-05-01', to: '2027-05-20' }] },
    ]);
    const { changes } = workbookProposal(plan, file);
    expect(changes.map(({ what, before, after }) => [what, before, after])).toContainEqual([
      `Last day of leave of ${second!.name}`,
      '2027-05-09',
      '2027-05-20',
    ]);
  });

  it('take a leave that was emptied away, and a new one in', () => {
    const file = put([
      ['Leave from', 1, '2027-06-01'],
      ['Leave to', 1, '2027-06-30'],
      ['Leave from', 2, ''],
      ['Leave to', 2, ''],
    ]);
    expect(repsAfter(file).map((rep) => rep.leaves)).toEqual([
      [{ from: '2027-06-01', to: '2027-06-30' }],
      [],
    ]);
  });

  it('are read where an earlier version called leave another word', () => {
    const file = withSheet(put([['Leave to', 2, '2027-05-20']]), 'Roster', ({ columns }) => ({
      columns: columns.map(([header, ...cells]) => [header!.replace(/^Leave /, 'Away '), ...cells]),
    }));
    expect(file.sheets.find(({ name }) => name === 'Roster')!.columns.flat()).toContain('Away from');
    expect(repsAfter(file)[1]!.leaves).toEqual([{ from: '2027-05-01', to: '2027-05-20' }]);
  });

  it('are refused where they make no sense, with what to do', () => {
    const file = put([
      ['Starts', 1, 'soon'],
      ['Ends', 2, '2027-08-31'],
      ['Leave from', 1, '2027-06-30'],
      ['Leave to', 2, '2027-04-01'],
      ['Ramp, month 1', 2, 'half'],
    ]);
    const { command, problems } = workbookProposal(plan, file);
    expect(command).toBeNull();
    expect(problems.map(({ reason }) => reason)).toEqual([
      '“soon” is not a day: write it as 2027-03-15.',
      `The leave of ${first!.name} has one day alone: give its first and its last day.`,
      `The leave of ${second!.name} ends before it begins: give its first and its last day.`,
      '“half” is not a number of 0 or more.',
    ]);
    const ends = put([['Starts', 2, '2027-09-15']]);
    expect(workbookProposal(plan, ends).problems).toMatchObject([
      { reason: `${second!.name} would end on 2027-08-31, before the start on 2027-09-15: correct either.` },
    ]);
  });

  it('are no days of a calendar where the month does not have them', () => {
    const { command, problems } = workbookProposal(plan, put([['Starts', 1, '2027-02-30']]));
    expect(command).toBeNull();
    expect(problems.map(({ reason }) => reason)).toEqual([
      '“2027-02-30” is not a day: write it as 2027-03-15.',
    ]);
  });

  it('never end before they start: not where the start is left as it is, nor where one of the two is refused', () => {
    const unread = workbookProposal(
      plan,
      put([
        ['Starts', 1, 'soon'],
        ['Ends', 1, '2027-01-15'],
      ]),
    );
    expect(unread.command).toBeNull();
    expect(unread.problems.map(({ reason }) => reason)).toContain(
      `${first!.name} would end on 2027-01-15, before the start on 2027-02-01: correct either.`,
    );
    const moved = put([
      ['Starts', 2, '2027-09-15'],
      ['Ends', 2, '2027-12-31'],
    ]);
    const late = workbookProposal(plan, moved).changes.find(({ after }) => after === '2027-12-31')!;
    const refused = workbookProposal(plan, moved, new Set([late.key]));
    expect(refused.command).toBeNull();
    expect(refused.problems.map(({ reason }) => reason)).toEqual([
      `${second!.name} would end on 2027-08-31, before the start on 2027-09-15: correct either.`,
    ]);
  });
});
