import { describe, expect, it } from 'vitest';
import { paymentsOf, standingOf, type PayStanding } from '../../../../../shared/comp/payments';
import { buildWorkbook, type WorkbookOptions } from '../../../../../shared/io/export/buildWorkbook';
import type { PlanDocument } from '../../../../../shared/model/planDocument';
import { comparePay } from '../../../../../shared/plan/comparePay';
import { evaluatePlan } from '../../../../../shared/plan/evaluatePlan';
import { payingPlan } from '../../plan/planFixture';

const options: WorkbookOptions = { scenarioId: 's1', madeOn: '2026-11-28', withoutPay: false };
const written = { author: 'Dana Ortiz', at: '2026-11-20T10:00:00.000Z', componentId: null };

/** Two months of results, corrections of both reps, one of them where there is no result, and a dispute. */
function paidPlan(): PlanDocument {
  const plan = payingPlan();
  const { fiscalYear } = plan.settings;
  const result = (repId: string, month: string, credited: number) => ({
    repId,
    component: 'bookings',
    period: `${fiscalYear}-${month}`,
    credited,
  });
  const correction = { kind: 'correction' as const, ...written, reason: 'A deal of the other rep' };
  return {
    ...plan,
    payResults: [result('r1', '01', 5_000), result('r1', '02', 9_000), result('r2', '01', 4_000)],
    payAdjustments: [
      { ...correction, id: 'c1', repId: 'r1', period: `${fiscalYear}-02`, amountCents: 12_345 },
      { ...correction, id: 'c2', repId: 'r2', period: `${fiscalYear}-11`, amountCents: -2_001 },
      {
        kind: 'dispute',
        ...written,
        id: 'd1',
        repId: 'r2',
        period: `${fiscalYear}-01`,
        reason: 'Two deals are missing',
        resolution: null,
      },
    ],
  };
}

type Row = { value: string | number | null; formula: string | null }[];

function rowsOf(plan: PlanDocument, name: string, wanted = options): Row[] {
  const sheet = buildWorkbook(plan, wanted).sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`There is no sheet ${name}.`);
  return [...sheet.rows()].map((row) => [...row]);
}

function column(rows: Row[], header: string): (string | number | null)[] {
  const at = rows[0]!.findIndex(({ value }) => value === header);
  if (at < 0) throw new Error(`There is no column ${header}.`);
  return rows.slice(1).map((row) => row[at]?.value ?? null);
}

describe('pay on the results that a plan holds', () => {
  const plan = paidPlan();
  const { actuals } = evaluatePlan(plan, 's1');

  it('has every result as an input of its period', () => {
    const rows = rowsOf(plan, 'Actual results');
    expect(column(rows, 'Period')).toEqual(
      ['2027-01', '2027-02', '2027-01', '2027-02'].map((text) =>
        text.replace('2027', String(plan.settings.fiscalYear)),
      ),
    );
    expect(column(rows, 'Credited')).toEqual([50, 90, 40, 0]);
    expect(rows.slice(1).every((row) => row[3]!.formula === null)).toBe(true);
  });

  it('adds corrections, with author and reason, up to what the app pays', () => {
    const rows = rowsOf(plan, 'Actual payouts');
    const total = rows.at(-1)!;
    expect(actuals.payoutCents).not.toBe(0);
    expect(total.at(-1)).toMatchObject({ value: actuals.payoutCents / 100 });
    expect(total.at(-1)!.formula).toMatch(/^SUM\(R2:R\d+\)$/);
    expect(total.at(-2)!.value).toBe(103.44);
    const sheet = rowsOf(plan, 'Corrections');
    expect(column(sheet, 'Amount')).toEqual([123.45, -20.01, null]);
    expect(column(sheet, 'Author')).toEqual(Array(3).fill('Dana Ortiz'));
    expect(column(sheet, 'Reason')).toContain('A deal of the other rep');
    expect(column(sheet, 'Settled')).toEqual([null, null, 'open']);
  });

  it('has a line for a correction of a period without results', () => {
    const rows = rowsOf(plan, 'Actual payouts');
    const alone = rows.find((row) => String(row[3]?.value).endsWith('-11'))!;
    expect([alone[0]!.value, alone.at(-2)!.value, alone.at(-1)!.value]).toEqual(['Bo Vos', -20.01, -20.01]);
  });

  it('is summed by role in Summary, and checked', () => {
    const paid = column(rowsOf(plan, 'Summary'), 'Paid on results, with corrections');
    expect(paid.at(-1)).toBe(actuals.payoutCents / 100);
    expect(column(rowsOf(plan, 'Checks'), 'Check')).toContain(
      'Pay on results and its corrections add up to what is paid',
    );
  });

  it('says what is paid by now, held back and owed in instalments', () => {
    const components = plan.compPlans[0]!.components.map((each) => ({
      ...each,
      timing: { ...each.timing, measuredOver: 'month' as const, paidEvery: 'month' as const },
      holdbackRatio: 0.1,
      instalments: 2,
    }));
    const held = { ...plan, compPlans: [{ ...plan.compPlans[0]!, components }] };
    const rows = rowsOf(held, 'Payments');
    const sum = (header: string) => column(rows, header).at(-1);
    const standings = [...evaluatePlan(held, 's1').actuals.reps.values()].map((own) =>
      standingOf(paymentsOf(own.years), own.correctionCents),
    );
    const total = (cents: (standing: PayStanding) => number) =>
      standings.reduce((whole, standing) => whole + cents(standing), 0) / 100;
    expect(sum('Earned')).toBe(total(({ earnedCents }) => earnedCents));
    expect(sum('Held')).toBe(total(({ heldCents }) => heldCents));
    expect(sum('Paid by now')).toBe(total(({ paidCents }) => paidCents));
    expect(sum('Owed later')).toBe(total(({ owedCents }) => owedCents));
    expect(total(({ owedCents }) => owedCents)).toBeGreaterThan(0);
    expect(column(rows, 'Last instalment in')).toContain(`${plan.settings.fiscalYear}-03`);
  });

  it('is not there for a plan without results', () => {
    const names = buildWorkbook(payingPlan(), options).sheets.map(({ name }) => name);
    expect(names.filter((name) => /Actual|Corrections|Compare/.test(name))).toEqual([]);
  });
});

describe('two comp plans compared', () => {
  const base = payingPlan();
  const [older] = base.compPlans;
  // The same components by identity, as a new version has them until it is edited.
  const newer = { ...older!, id: 'next', version: 2, caps: { ...older!.caps, totalCents: 800_000 } };
  const plan = { ...base, compPlans: [older!, newer] };

  it('pays each rep under both, as the app’s own comparison does', () => {
    const rows = rowsOf(plan, 'Compare plans');
    const { pay } = evaluatePlan(plan, 's1');
    const known = comparePay(plan, pay.reps, older!, newer, { on: { kind: 'expected' } });
    expect(column(rows, 'Payout, old plan').slice(0, 3)).toEqual(
      [...known.rows.map(({ oldCents }) => oldCents), known.oldCents].map((cents) => cents / 100),
    );
    expect(column(rows, 'Payout, new plan').slice(0, 3)).toEqual(
      [...known.rows.map(({ newCents }) => newCents), known.newCents].map((cents) => cents / 100),
    );
    expect(known.losers).toBeGreaterThan(0);
    expect(column(rows, 'Who').slice(0, 2)).toEqual(known.rows.map(({ verdict }) => verdict));
    expect(rows.find(([first]) => first?.value === 'loses')![1]).toMatchObject({
      value: known.losers,
      formula: 'COUNTIFS(H2:H3,"loses")',
    });
    for (const row of rows.slice(1, 3)) {
      expect(row[3]!.formula).toMatch(/^SUM\('Compared payouts'!/);
    }
  });

  it('holds the numbers of both plans, each in cells of its own, though they share their components', () => {
    const rows = rowsOf(plan, 'Plans');
    const titles = rows.map(([first]) => first?.value);
    expect(titles.filter((title) => String(title).startsWith('Base rate, then'))).toEqual([
      'Base rate, then 1.5 times, version 1',
      'Base rate, then 1.5 times, version 2',
    ]);
    const calc = rowsOf(plan, 'Compared calc');
    const targets = calc.slice(1).map((row) => row.map(({ formula }) => formula).join(' '));
    const cellsOf = (text: string) =>
      [...text.matchAll(/'Plans'!\$B\$(\d+)\*/g)].map(([, row]) => Number(row));
    const second = titles.lastIndexOf('Base rate, then 1.5 times, version 2') + 1;
    expect(Math.min(...targets.slice(2).flatMap(cellsOf))).toBeGreaterThan(second);
    expect(Math.max(...targets.slice(0, 2).flatMap(cellsOf))).toBeLessThan(second);
  });

  it('is asked for by id, of the results where the plan holds some, and left out on request', () => {
    const paid = { ...paidPlan(), compPlans: plan.compPlans };
    const asked = { ...options, comparedPlans: [{ oldId: 'next', newId: 'base' }] };
    const rows = rowsOf(paid, 'Compare plans', asked);
    expect(column(rows, 'New plan')[0]).toBe('Base rate, then 1.5 times, version 1');
    expect(column(rows, 'Paid on')[0]).toBe(`results of fiscal year ${paid.settings.fiscalYear}`);
    expect(rowsOf(paid, 'Compared results')[1]![3]!.formula).toBe("'Actual results'!$D$2");
    const none = buildWorkbook(paid, { ...asked, sheets: ['Summary'] }).sheets.map(({ name }) => name);
    expect(none.filter((name) => name.startsWith('Compare'))).toEqual([]);
    expect(() =>
      rowsOf(paid, 'Cover', { ...options, comparedPlans: [{ oldId: 'x', newId: 'base' }] }),
    ).toThrow('The plan has no comp plan x to compare.');
  });

  it('finds the plan before by version or by the year in its name', () => {
    const named = (id: string, name: string) => ({ ...older!, id, name });
    const years = {
      ...base,
      compPlans: [named('base', 'AE, FY27'), named('b', 'AE, FY26'), named('c', 'AE, FY25')],
    };
    expect(column(rowsOf(years, 'Compare plans'), 'Old plan')[0]).toBe('AE, FY26');
  });
});

describe('a copy without pay', () => {
  it('holds nothing of pay: no rep, plan, quota, amount, author or reason, in any sheet', () => {
    const plan = paidPlan();
    const [first] = plan.scenarios;
    const [older] = plan.compPlans;
    const second = { ...first!, id: 's2', name: 'B · Next', budgetCents: 7_654_321 };
    const rich = {
      ...plan,
      scenarios: [{ ...first!, budgetCents: 7_654_321 }, second],
      reps: plan.reps.map((rep) => ({ ...rep, quotaPinCents: 43_210 })),
      compPlans: [older!, { ...older!, id: 'next', version: 2 }],
    };
    const made = (withoutPay: boolean) => buildWorkbook(rich, { ...options, scenarioId: 's2', withoutPay });
    const textOf = (withoutPay: boolean) =>
      made(withoutPay)
        .sheets.flatMap((sheet) => [
          sheet.name,
          ...[...sheet.rows()].flatMap((row) => row.flatMap(({ value, formula }) => [value, formula])),
        ])
        .join('\n');
    const secrets =
      /Ann Reyes|Bo Vos|Dana Ortiz|other rep|Base rate|quota|salary|incentive|payout|pinned|432\.1|76543\.21|123\.45|Actual|Corrections|Compare plans|Seed/i;
    expect(textOf(true)).not.toMatch(secrets);
    // The control: the full copy holds each of them.
    for (const secret of secrets.source.split('|')) expect(textOf(false)).toMatch(new RegExp(secret, 'i'));
    expect(
      made(true)
        .names.map(({ name }) => name)
        .join(),
    ).not.toMatch(/quota|budget|attainment|growth/i);
  });
});
