import { describe, expect, it } from 'vitest';
import { resultsEdit } from '../../../../../renderer/features/compensation/resultsEdit';
import type { PayResult } from '../../../../../shared/model/payResult';
import { runCommand } from '../../../../../shared/plan/runCommand';
import { applyDiff } from '../../../../../shared/plan/applyDiff';
import { smallPlan } from '../../../shared/plan/planFixture';

const january: PayResult = {
  repId: 'r1',
  component: 'new',
  period: '2027-01',
  credited: 100,
  deals: [60, 40],
};
const gone = { credited: 40, month: '2027-04', monthsServed: 3, deal: 'Acme' };
const plan = { ...smallPlan(), payResults: [january] };

describe('resultsEdit', () => {
  it('adds cancellations alone to the results that are there, and says so', () => {
    const list: PayResult[] = [{ ...january, credited: 40, deals: [40], cancelled: [gone] }];
    const edit = resultsEdit(plan, list, 'churn.csv');
    expect(edit.label).toBe('add 1 cancellation from churn.csv');
    expect(edit.title).toBe('1 cancellation added from churn.csv');
    expect(edit.text).toBe(
      'The list holds only cancelled deals, so it was added to the results there: nothing of them is replaced. 1 deal was credited before.',
    );
    const after = applyDiff(plan, runCommand(plan, { kind: 'putPayResults', ...edit }));
    expect(after.payResults).toEqual([{ ...january, cancelled: [gone] }]);
  });

  it('replaces results by any other list, and counts its deals or rows', () => {
    const list = [{ ...january, credited: 90, deals: [50, 40] }];
    expect(resultsEdit(plan, list, 'deals.csv')).toEqual({
      results: list,
      label: 'import 2 deals from deals.csv',
      title: '2 deals from deals.csv',
      text: '',
    });
    const rows = [{ repId: 'r1', component: 'new', period: '2027', credited: 9 }];
    expect(resultsEdit(plan, rows, 'r.csv').title).toBe('1 result from r.csv');
  });
});
