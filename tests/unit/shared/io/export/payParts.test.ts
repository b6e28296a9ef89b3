import { describe, expect, it } from 'vitest';
import { buildWorkbook } from '../../../../../shared/io/export/buildWorkbook';
import { MOST_PARTS } from '../../../../../shared/io/export/pay/payParts';
import { evaluatePlan } from '../../../../../shared/plan/evaluatePlan';
import type { PlanDocument } from '../../../../../shared/model/planDocument';
import { partsPlan } from '../../../../recalc/partsPlan';
import { payingPlan } from '../../plan/planFixture';

type Row = { value: string | number | null; formula: string | null }[];

function rowsOf(plan: PlanDocument, name: string): Row[] {
  const options = { scenarioId: 's1', madeOn: '2026-11-29', withoutPay: false };
  const sheet = buildWorkbook(plan, options).sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`There is no sheet ${name}.`);
  return [...sheet.rows()].map((row) => [...row]);
}

function cellsUnder(rows: Row[], header: string): Row {
  const at = rows[0]!.findIndex(({ value }) => value === header);
  if (at < 0) throw new Error(`There is no column ${header}.`);
  return rows.slice(1).map((row) => row[at] ?? { value: null, formula: null });
}

describe('pay that is made of reports and deals', () => {
  const plan = partsPlan(payingPlan());
  const parts = rowsOf(plan, 'Actual parts');

  it('stands as formulas, each priced by its parts', () => {
    const calc = rowsOf(plan, 'Actual calc');
    const basis = cellsUnder(calc, 'Pay at the rate is').map(({ value }) => value);
    // A manager of nobody has no result.
    expect(new Set(basis)).toEqual(new Set(['live', 'live, on Actual parts', 'value: no result yet']));
    expect(cellsUnder(calc, 'Credited to date').every(({ formula }) => formula !== null)).toBe(true);
    expect(cellsUnder(calc, 'After multiplier').every(({ formula }) => formula !== null)).toBe(true);
  });

  it('takes what a report brings in from the report’s own result, and a deal as an input', () => {
    const credited = cellsUnder(parts, 'Credited');
    const labels = cellsUnder(parts, 'Report or deal').map(({ value }) => String(value));
    const names = new Set(plan.reps.map(({ name }) => name));
    labels.forEach((label, at) => {
      if (names.has(label)) expect(credited[at]!.formula).toMatch(/^'Actual results'!\$D\$\d+$/);
    });
    const firstDeal = labels.indexOf('Deal 1');
    expect(credited[firstDeal]).toMatchObject({
      formula: null,
      value: plan.payResults!.find(({ repId }) => repId === 'r1')!.deals![0]! / 100,
    });
  });

  it('comes to what the app pays', () => {
    const total = cellsUnder(rowsOf(plan, 'Actual payouts'), 'Payout').at(-1)!;
    expect(total.value).toBe(evaluatePlan(plan, 's1').actuals.payoutCents / 100);
    expect(total.value).toBeGreaterThan(0);
  });

  it('says on Data notes how many lines are left as values where there are too many deals', () => {
    const [first] = plan.payResults!.filter(({ deals }) => deals);
    const deals = Array.from({ length: 2 * MOST_PARTS }, () => 100);
    const tooMany = plan.payResults!.map((result) =>
      result === first ? { ...result, deals, credited: deals.length * 100 } : result,
    );
    const rows = rowsOf({ ...plan, payResults: tooMany }, 'Data notes').map((row) =>
      row.map(({ value }) => value),
    );
    const note = rows.find(([what]) => what === 'Actual calc: lines that are no formula')!;
    const calc = rowsOf({ ...plan, payResults: tooMany }, 'Actual calc');
    const byDeal = cellsUnder(calc, 'Pay at the rate is').filter(
      ({ value }) => value === 'value: priced deal by deal',
    );
    expect(byDeal.length).toBeGreaterThan(0);
    expect(note[1]).toBeGreaterThanOrEqual(byDeal.length);
    expect(
      rowsOf(plan, 'Data notes')
        .flat()
        .map(({ value }) => value),
    ).not.toContain('Actual calc: lines that are no formula');
  });

  it('credits a manager of the expected year with the cells of the team', () => {
    const team = rowsOf(plan, 'Team results');
    expect(cellsUnder(team, 'Credited').every(({ formula }) => formula?.startsWith("'Results'!"))).toBe(true);
    expect(cellsUnder(team, 'Quota').every(({ formula }) => formula?.startsWith("'Calc'!"))).toBe(true);
  });
});
