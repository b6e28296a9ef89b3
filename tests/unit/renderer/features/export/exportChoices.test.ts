import { describe, expect, it } from 'vitest';
import { EXPORT_CHOICES, exportFileName } from '../../../../../renderer/features/export/exportChoices';
import { sheetsOf } from '../../../../../renderer/features/export/workbookSheets';
import { printWorks } from '../../../../../renderer/state/printChoices';
import { exportKinds } from '../../../../../shared/bridge/contract';
import { buildWorkbook } from '../../../../../shared/io/export/buildWorkbook';
import { smallPlan } from '../../../shared/plan/planFixture';

const choiceOf = (kind: string) => EXPORT_CHOICES.find((choice) => choice.kind === kind)!;

describe('the choices of the export screen', () => {
  it('offers every kind that the host writes, what goes on paper and the plan file, once', () => {
    expect(EXPORT_CHOICES.map(({ kind }) => kind).sort()).toEqual(
      [...exportKinds, ...printWorks, 'evenland'].sort(),
    );
  });
});

describe('exportFileName', () => {
  it('is a name that every file system takes', () => {
    expect(exportFileName(choiceOf('xlsx'), 'FY27 Field Plan', 'B · Rebalance', false)).toBe(
      'FY27 Field Plan, B · Rebalance.xlsx',
    );
    expect(exportFileName(choiceOf('xlsx'), 'a/b:c*?', '  x  ', true)).toBe('a b c, x, without pay.xlsx');
    expect(exportFileName(choiceOf('xlsx'), '', '', false)).toBe('Plan.xlsx');
  });

  it('says what is in it, and of pay only where there is some', () => {
    expect(exportFileName(choiceOf('salesforce'), 'Plan', 'A', true)).toBe('Plan, A, Salesforce.zip');
    expect(exportFileName(choiceOf('csv'), 'Plan', 'A', true)).toBe('Plan, A, tables, without pay.zip');
  });
});

describe('the sheets that the screen lists', () => {
  it.each([
    [false, 's1'],
    [true, 's1'],
    [false, 's2'],
    [true, 's2'],
  ])('are those of the workbook (without pay: %s, scenario %s)', (withoutPay, scenarioId) => {
    const plan = smallPlan();
    const scenarios = [...plan.scenarios, { ...plan.scenarios[0]!, id: 's2', name: 'B' }];
    const workbook = buildWorkbook({ ...plan, scenarios }, { scenarioId, madeOn: '2026-01-01', withoutPay });
    const listed = sheetsOf(withoutPay, scenarioId === 's2').map((sheet) => sheet.name);
    expect(listed).toEqual(workbook.sheets.map((sheet) => sheet.name));
  });
});
