import { describe, expect, it } from 'vitest';
import { buildWorkbook } from '../../../../../shared/io/export/buildWorkbook';
import type { PlanDocument } from '../../../../../shared/model/planDocument';
import { evaluatePlan } from '../../../../../shared/plan/evaluatePlan';
import { clawbackPlan } from '../../../../recalc/clawbackPlan';
import type { WorkbookModel } from '../../../../../shared/io/export/workbook';
import { payingPlan } from '../../plan/planFixture';

type Row = { value: string | number | null; formula: string | null }[];

const options = { scenarioId: 's1', madeOn: '2026-11-29', withoutPay: false };

function rowsOf({ sheets }: WorkbookModel, name: string): Row[] {
  const sheet = sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`There is no sheet ${name}.`);
  return [...sheet.rows()].map((row) => [...row]);
}

function cellsUnder(rows: Row[], header: string): Row {
  const at = rows[0]!.findIndex(({ value }) => value === header);
  if (at < 0) throw new Error(`There is no column ${header}.`);
  return rows.slice(1).map((row) => row[at] ?? { value: null, formula: null });
}

/** Many more reps than the small plan has, each with a territory's name of its own. */
function plan(): PlanDocument {
  const small = payingPlan();
  const reps = Array.from({ length: 12 }, (_, at) => ({
    ...small.reps[at % 2]!,
    id: `r${at + 1}`,
    name: `Rep ${at + 1}`,
  }));
  return clawbackPlan({ ...small, reps });
}

const whole = plan();
const workbook = buildWorkbook(whole, options);

describe('pay of cancelled deals in the workbook', () => {
  const rows = rowsOf(workbook, 'Taken back');

  it('is taken back by formulas on the deal, its window and the plan’s clawback', () => {
    const taken = cellsUnder(rows, 'Taken back');
    expect(taken.length).toBeGreaterThan(15);
    expect(taken.every(({ formula }) => formula?.startsWith('-ROUND(O'))).toBe(true);
    expect(cellsUnder(rows, 'Commission').every(({ formula }) => formula?.startsWith('ROUND(M'))).toBe(true);
    expect(cellsUnder(rows, 'Share taken back').every(({ formula }) => /'Plans'!/.test(formula!))).toBe(true);
    const words = new Set(cellsUnder(rows, 'Pay of the deal is').map(({ value }) => value));
    expect(words).toEqual(
      new Set([
        'live: what the deal was priced at by itself',
        'live: its part, by credit, of what its window earned',
        'live: its part, by credit, of what the report’s result earned',
        'live: its part of the mean of attainments that its window earned on',
      ]),
    );
  });

  it('comes to what the app takes back, also of the year before', () => {
    const { actuals } = evaluatePlan(whole, 's1');
    const cents = [...actuals.reps.values()]
      .flatMap(({ years }) => years.flatMap(({ payout }) => payout.periods))
      .reduce((sum, { clawbackCents }) => sum + clawbackCents, 0);
    const taken = cellsUnder(rows, 'Taken back').reduce((sum, { value }) => sum + Number(value), 0);
    expect(cents).toBeLessThan(0);
    expect(Math.round(taken * 100)).toBe(cents);
    expect(cellsUnder(rows, 'Deal').some(({ value }) => String(value).startsWith('Old'))).toBe(true);
    const payouts = cellsUnder(rowsOf(workbook, 'Actual payouts'), 'Taken back').slice(0, -1);
    expect(payouts.every(({ formula }) => formula?.startsWith("SUMIFS('Taken back'!"))).toBe(true);
  });

  it('is a sheet of its own under compared plans too', () => {
    const compared = rowsOf(workbook, 'Compared taken back');
    expect(cellsUnder(compared, 'Taken back').some(({ value }) => Number(value) < 0)).toBe(true);
    // Also for sales of the year before, whose lines under the compared plan are listed for it.
    expect(cellsUnder(compared, 'Commission').every(({ formula }) => formula !== null)).toBe(true);
    expect(cellsUnder(compared, 'Deal').some(({ value }) => String(value).startsWith('Old'))).toBe(true);
  });

  it('has no sheet where nothing was cancelled', () => {
    const without = { ...whole, payResults: whole.payResults!.map(({ cancelled: _, ...each }) => each) };
    expect(buildWorkbook(without, options).sheets.map(({ name }) => name)).not.toContain('Taken back');
  });
});

describe('what stood as a value', () => {
  it('is live for the quota of a whole window, a team’s too', () => {
    for (const name of ['Actual calc', 'Compared calc']) {
      const toDate = cellsUnder(rowsOf(workbook, name), 'Quota to date');
      expect(toDate.filter(({ formula }) => formula === null)).toEqual([]);
    }
    const window = cellsUnder(rowsOf(workbook, 'Actual parts'), 'Quota of the whole window');
    expect(window.some(({ formula }) => formula?.includes("'Quota by month'!"))).toBe(true);
  });

  it('is live for deals and teams on the Compared sheets, by the cells of the reps’ own results', () => {
    const basis = cellsUnder(rowsOf(workbook, 'Compared calc'), 'Pay at the rate is').map(
      ({ value }) => value,
    );
    expect(basis.filter((value) => value === 'value: priced deal by deal')).toEqual([]);
    expect(basis).toContain('live, on Compared parts');
    const rows = rowsOf(workbook, 'Compared parts');
    const labels = cellsUnder(rows, 'Report or deal');
    const credited = cellsUnder(rows, 'Credited');
    labels.forEach(({ value }, at) => {
      if (String(value).startsWith('Deal ')) expect(credited[at]!.formula).toMatch(/^('Actual parts'!|F\d)/);
    });
    // A plan that prices no deals lists them where a second version does.
    const actual = rowsOf(workbook, 'Actual parts');
    expect(cellsUnder(actual, 'Comp plan').map(({ value }) => value)).toContain('Plain, version 1');
  });
});
