import { describe, expect, it } from 'vitest';
import { workbookProposal } from '../../../../../../shared/io/export/back/workbookProposal';
import { buildWorkbook } from '../../../../../../shared/io/export/buildWorkbook';
import { withActuals } from '../../../../../recalc/actualsPlan';
import { payingPlan } from '../../../plan/planFixture';
import { rawOf } from './rawOf';

const options = { scenarioId: 's1', madeOn: '2026-11-29', withoutPay: false };
const paying = payingPlan();
const third = { ...paying.reps[1]!, id: 'r3', name: 'Third' };
const paid = withActuals({ ...paying, reps: [...paying.reps, third] });
const [first, second] = paid.reps;

/** The first rep is there from March on, with results from then; the second is there all year. */
const plan = {
  ...paid,
  reps: paid.reps.map((rep) => (rep === first ? { ...rep, startDate: '2027-03-01' } : rep)),
  payResults: paid.payResults!.filter(({ repId, period }) => repId !== first!.id || period >= '2027-03'),
};
const model = buildWorkbook(plan, options);
const roster = [...model.sheets.find(({ name }) => name === 'Roster')!.rows()].map((row) =>
  row.map(({ value }) => value),
);
const cell = (header: string, row: number) =>
  `Roster!${String.fromCharCode(65 + roster[0]!.indexOf(header))}${row}`;
const notesOf = (header: string, row: number, day: string) =>
  workbookProposal(plan, rawOf(model, { [cell(header, row)]: day })).notes;

describe('dates that were changed in the workbook', () => {
  it('are told where they ask for other pay periods than it shows', () => {
    const note = `${first!.name} has other pay periods by these dates: the workbook’s own figures leave them out. Take the changes, then export again.`;
    expect(notesOf('Starts', 2, '2027-02-10')).toEqual([note]);
  });

  it('are told where the rep is not there in the year any more', () => {
    expect(notesOf('Ends', 3, '2026-12-31')).toEqual([
      expect.stringContaining(`${second!.name} has other pay periods`),
    ]);
  });

  it('are not where the periods stay', () => {
    expect(notesOf('Starts', 2, '2027-03-15')).toEqual([]);
    expect(notesOf('Ends', 3, '2027-08-31')).toEqual([]);
  });
});

describe('an exported roster', () => {
  it('says of each rep with a comp plan that the pay periods are as exported, and Checks that all are', () => {
    const at = roster[0]!.indexOf('Pay periods');
    expect(roster.slice(1).map((row) => row[at])).toEqual(['as exported', 'as exported', 'as exported']);
    const checks = [...model.sheets.find(({ name }) => name === 'Checks')!.rows()];
    const check = checks.find(([label]) => String(label?.value).includes('other pay periods'));
    expect(check?.[1]?.formula).toMatch(/^COUNTIF\('Roster'!.*"export again"\)$/);
    expect(check?.[3]?.value).toBe('equal');
  });
});
