import { describe, expect, it } from 'vitest';
import { workbookName } from '../../../../../renderer/features/export/startWorkbookExport';
import { workbookSheets } from '../../../../../renderer/features/export/workbookSheets';
import { buildWorkbook } from '../../../../../shared/io/export/buildWorkbook';
import { smallPlan } from '../../../shared/plan/planFixture';

describe('workbookName', () => {
  it('is a name that every file system takes', () => {
    expect(workbookName('FY27 Field Plan', 'B · Rebalance', false)).toBe(
      'FY27 Field Plan, B · Rebalance.xlsx',
    );
    expect(workbookName('a/b:c*?', '  x  ', true)).toBe('a b c, x, without pay.xlsx');
    expect(workbookName('', '', false)).toBe('Plan.xlsx');
  });
});

describe('the sheets that the screen lists', () => {
  it.each([false, true])('are those of the workbook (without pay: %s)', (withoutPay) => {
    const workbook = buildWorkbook(smallPlan(), { scenarioId: 's1', madeOn: '2026-01-01', withoutPay });
    const listed = workbookSheets.filter((sheet) => !withoutPay || !sheet.isPay).map((sheet) => sheet.name);
    expect(listed).toEqual(workbook.sheets.map((sheet) => sheet.name));
  });
});
