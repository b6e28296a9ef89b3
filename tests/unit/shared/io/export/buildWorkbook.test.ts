import { describe, expect, it } from 'vitest';
import { buildWorkbook } from '../../../../../shared/io/export/buildWorkbook';
import { columnName, definedName, uniqueTexts } from '../../../../../shared/io/export/cellAddress';
import type { Cell, Sheet, WorkbookModel } from '../../../../../shared/io/export/workbook';
import { payingPlan } from '../../plan/planFixture';

const options = { scenarioId: 's1', madeOn: '2026-11-23', withoutPay: false };

function rowsOf(workbook: WorkbookModel, name: string): (readonly Cell[])[] {
  return [...workbook.sheets.find((sheet) => sheet.name === name)!.rows()];
}

/** A row as text: values as they are, formulas as "=formula → value". */
function asText(row: readonly Cell[]): string[] {
  return row.map((cell) =>
    cell.formula === null ? String(cell.value ?? '') : `=${cell.formula} → ${cell.value}`,
  );
}

describe('the workbook as data', () => {
  const workbook = buildWorkbook(payingPlan(), options);

  it('holds the sheets finance asks for, names legal and unique', () => {
    const names = workbook.sheets.map((sheet) => sheet.name);
    expect(names).toEqual([
      'Cover',
      'Assumptions',
      'Territories',
      'Accounts',
      'Plans',
      'Quotas',
      'Calc',
      'Payouts',
      'Checks',
    ]);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  });

  it('sums territories live, counting what is below zero as 0', () => {
    const north = asText(rowsOf(workbook, 'Territories')[1]!);
    expect(north.slice(0, 7)).toEqual([
      'North',
      'West',
      '1',
      "=COUNTIFS('Accounts'!$C$2:$C$7,$A2) → 2",
      `=SUMIFS('Accounts'!$D$2:$D$7,'Accounts'!$C$2:$C$7,$A2,'Accounts'!$D$2:$D$7,">0") → 30`,
      '=IF(SUM($C$2:$C$3)>0,SUM($E$2:$E$4)*$C2/SUM($C$2:$C$3),0) → 37.5625',
      '=IF(F2>0,100*E2/F2,"") → 79.86688851913478',
    ]);
  });

  it('prices marginal tiers with SUMPRODUCT and caps them', () => {
    const ann = asText(rowsOf(workbook, 'Calc')[1]!);
    expect(ann[10]).toBe(
      "=SUMPRODUCT((I2>'Plans'!$A$4:$A$5)*((I2<'Plans'!$B$4:$B$5)*I2+(I2>='Plans'!$B$4:$B$5)*'Plans'!$B$4:$B$5" +
        "-'Plans'!$A$4:$A$5)*'Plans'!$C$4:$C$5)*H2*IF(H2>0,J2/H2,0) → 10000",
    );
    expect(ann[11]).toBe('=2*J2 → 200000');
    expect(ann[12]).toBe('=ROUND(MIN(K2,L2)/0.01,0)*0.01 → 10000');
  });

  it('writes ids as text and never NaN or an infinity', () => {
    for (const sheet of workbook.sheets) {
      for (const row of sheet.rows()) {
        for (const { value } of row) expect(typeof value === 'number' && !Number.isFinite(value)).toBe(false);
      }
    }
    const last = rowsOf(workbook, 'Accounts').at(-1)!;
    expect(last[0]!.value).toBe('a6');
    expect(last[3]!.value).toBe(-999);
  });

  it('adds up nothing, not itself, where there are no reps', () => {
    const empty = buildWorkbook({ ...payingPlan(), reps: [] }, options);
    expect(asText(rowsOf(empty, 'Quotas').at(-1)!).at(-1)).toBe('=SUM(L2:L2) → 0');
    expect(rowsOf(empty, 'Quotas')).toHaveLength(3);
    expect(rowsOf(empty, 'Payouts')).toHaveLength(3);
  });

  it('counts its rows right, since the writer plans by them', () => {
    const count = (sheet: Sheet) => [...sheet.rows()].length;
    expect(workbook.sheets.map(count)).toEqual(workbook.sheets.map((sheet) => sheet.rowCount));
  });

  it('leaves pay out entirely for those who may not see it', () => {
    const blind = buildWorkbook(payingPlan(), { ...options, withoutPay: true });
    const text = blind.sheets.flatMap((sheet) => [...sheet.rows()].flatMap(asText)).join('\n');
    expect(blind.sheets.map((sheet) => sheet.name)).not.toContain('Payouts');
    expect(text).not.toMatch(/Ann Reyes|quota|salary|incentive/i);
  });
});

describe('addresses', () => {
  it('names columns as Excel does', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });

  it('makes names and texts distinct', () => {
    const taken = new Set<string>();
    expect(definedName('A', 'Weight a&b', taken)).toBe('A_Weight_a_b');
    expect(definedName('A', 'Weight a b', taken)).toBe('A_Weight_a_b_2');
    expect(uniqueTexts(['North', 'north', 'North'])).toEqual(['North', 'north (2)', 'North (3)']);
  });
});
