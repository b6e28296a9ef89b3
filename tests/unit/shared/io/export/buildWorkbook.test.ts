import { describe, expect, it } from 'vitest';
import { buildWorkbook } from '../../../../../shared/io/export/buildWorkbook';
import { exportContext } from '../../../../../shared/io/export/exportContext';
import {
  columnName,
  definedName,
  lookUpText,
  uniqueTexts,
} from '../../../../../shared/io/export/cellAddress';
import type { Cell, Sheet, WorkbookModel } from '../../../../../shared/io/export/workbook';
import { workbookProposal } from '../../../../../shared/io/export/back/workbookProposal';
import { rawOf } from './back/rawOf';
import type { PlanCommand } from '../../../../../shared/plan/command';
import { applyDiff } from '../../../../../shared/plan/applyDiff';
import { runCommand } from '../../../../../shared/plan/runCommand';
import { payingPlan, territory } from '../../plan/planFixture';

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
      'Plans',
      'Territories',
      'Accounts',
      'Roster',
      'Quotas',
      'Time by month',
      'Results',
      'Calc',
      'Payouts',
      'Summary',
      'Distribution',
      'Sensitivity',
      'Checks',
      'Change log',
      'Data notes',
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

  it('gives a rep of an overlay the quota that the plan has, beside those that share the pool', () => {
    const plan = payingPlan();
    const overlay: PlanCommand = {
      kind: 'addOverlay',
      scenarioId: 's1',
      role: 'SE',
      territories: [territory({ id: 'pod', name: 'Pod' })],
    };
    const overlaid = applyDiff(plan, runCommand(plan, overlay));
    const engineer = { ...plan.reps[0]!, id: 'r9', name: 'Sam Engel', territoryId: 'pod' };
    const built = buildWorkbook({ ...overlaid, reps: [...plan.reps, engineer] }, options);
    expect(rowsOf(built, 'Quotas').map((row) => asText(row)[0])).toEqual([
      'Rep',
      'Ann Reyes',
      'Bo Vos',
      'All reps',
    ]);
    const payouts = rowsOf(built, 'Payouts').map(asText);
    expect(payouts.find(([name]) => name?.includes('Sam Engel'))).toContain('=1050 → 1050');
  });

  it('prices marginal tiers with SUMPRODUCT and caps them', () => {
    const headers = asText(rowsOf(workbook, 'Calc')[0]!);
    const ann = asText(rowsOf(workbook, 'Calc')[1]!);
    const at = (header: string) => ann[headers.indexOf(header)];
    expect(at('Pay at the rate')).toBe(
      "=IF(H2>0,IF(G2<0,G2*INDEX('Plans'!$C$7:$C$8,1),(SUMPRODUCT((G2>'Plans'!$A$7:$A$8*H2)*" +
        "((G2<'Plans'!$B$7:$B$8*H2)*G2+(G2>='Plans'!$B$7:$B$8*H2)*'Plans'!$B$7:$B$8*H2-'Plans'!$A$7:$A$8*H2)" +
        "*'Plans'!$C$7:$C$8)))*IF(H2>0,K2/H2,0),0) → 10000",
    );
    expect(at('Cap')).toBe("='Plans'!$B$5*K2 → 200000");
    expect(at('Earned to date')).toBe(
      "=ROUND(ROUND(MIN(S2,T2)/'Plans'!$B$2+SIGN(S2)*1E-9,0)*'Plans'!$B$2,2) → 10000",
    );
    expect(at('Pay at the rate is')).toBe('live');
  });

  it('leaves out the sheets that nobody asked for, and never one that formulas refer to', () => {
    const few = buildWorkbook(payingPlan(), { ...options, sheets: ['Summary'] });
    const names = few.sheets.map((sheet) => sheet.name);
    expect(names).toContain('Summary');
    expect(names).not.toContain('Distribution');
    const text = few.sheets.flatMap((sheet) => [...sheet.rows()].flatMap(asText)).join('\n');
    for (const [, name] of text.matchAll(/'([^']+)'!/g)) expect(names).toContain(name);
  });

  it('says what moves against the first scenario, from whom to whom and why', () => {
    const plan = payingPlan();
    const [first] = plan.scenarios;
    const [primary] = first!.alignments;
    const second = {
      ...first!,
      id: 's2',
      name: 'B · Next',
      alignments: [{ ...primary!, claims: primary!.claims.with(0, 2) }],
    };
    const compared = buildWorkbook(
      { ...plan, scenarios: [first!, second] },
      { ...options, scenarioId: 's2' },
    );
    expect(rowsOf(compared, 'Moves').map((row) => asText(row).slice(0, 4))).toEqual([
      ['Account ID', 'Name', 'From (A · Today)', 'To (B · Next)'],
      ['a1', 'Ada Foods', 'North', "='Accounts'!$C$2 → South"],
    ]);
    const south = rowsOf(compared, 'Compare')
      .map(asText)
      .find((row) => row[1] === 'South')!;
    expect(south.slice(3)).toEqual(['70', '=C3-D3 → 10']);
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
    expect(asText(rowsOf(empty, 'Quotas').at(-1)!).at(-5)).toBe('=IF(L3>0,M3/L3,"") → ');
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

describe('names on sheets', () => {
  it('have signs that look alike for those that SUMIFS reads more into', () => {
    expect(['=Ann', 'Key*', '<5', 'a>b', 'Who?', '~', ' ', 'x'.repeat(300)].map(lookUpText)).toEqual([
      '＝Ann',
      'Key∗',
      '＜5',
      'a>b',
      'Who？',
      '∼',
      '(no name)',
      `${'x'.repeat(239)}…`,
    ]);
    expect(uniqueTexts(['01', '1', 'North', 'north'])).toEqual(['01', '1 (2)', 'North', 'north (2)']);
  });

  it('are the same where an edited workbook comes back', () => {
    const plan = payingPlan();
    const [first, ...others] = plan.reps;
    const odd = { ...plan, reps: [{ ...first!, name: '=Ann*', role: '' }, ...others] };
    const model = buildWorkbook(odd, options);
    expect(
      rowsOf(model, 'Roster')[1]!
        .slice(0, 3)
        .map(({ value }) => value),
    ).toEqual(['＝Ann∗', 'r1', '(none)']);
    expect(workbookProposal(odd, rawOf(model))).toMatchObject({ changes: [], problems: [] });
    expect(workbookProposal(odd, rawOf(model, { 'Quotas!F2': '12' })).changes).toMatchObject([
      { what: 'Pinned quota of ＝Ann∗', after: '12' },
    ]);
  });
});

describe('figures that are no formulas', () => {
  it('are said to be values where what is before them can be changed', () => {
    const notes = rowsOf(buildWorkbook(payingPlan(), options), 'Data notes').map(([what, , text]) => [
      what?.value,
      text?.value,
    ]);
    expect(notes).toContainEqual([
      'Territories: Travel',
      'A value, as Evenland measured it: it does not follow accounts moved here.',
    ]);
    expect(notes.map(([what]) => what)).not.toContain('Compare plans: Whole at attainment');
  });
});

describe('territories of the same name', () => {
  const plan = payingPlan();
  const [scenario] = plan.scenarios;
  const [north] = scenario!.territories.filter(({ name }) => name === 'North');
  const above = territory({ id: 'area', name: 'North', level: 0 });
  const named = {
    ...plan,
    scenarios: [{ ...scenario!, territories: [...scenario!.territories, above] }],
  };

  it('are told apart by the level of the one above; who has accounts keeps the name', () => {
    const { territoryNames } = exportContext(named, 's1', '2026-11-29', false);
    const at = scenario!.territories.indexOf(north!);
    expect(territoryNames[at]).toBe('North');
    expect(territoryNames.at(-1)).toBe(`North, ${scenario!.levels[0]!}`);
  });
});
