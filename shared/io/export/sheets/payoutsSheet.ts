import { roundHalfAway, fromCents } from '../../../model/money';
import { activeYear } from '../../../comp/settle';
import { columnRange } from '../cellAddress';
import type { ExportContext } from '../exportContext';
import { drawCells, drawnFormula } from '../pay/drawCells';
import type { PaidPeriod, PaidRep } from '../pay/payLines';
import { FIRST_PAY_ROW } from '../pay/payLines';
import { paidNow, waitingSum } from '../pay/waitingPay';
import type { PaySheetNames } from '../sheetNames';
import type { Cell, Sheet } from '../workbook';
import { EMPTY_CELL, formulaCell, valueCell } from '../workbook';
import type { CalcSheet, CalcSources } from './calcSheet';
import type { CorrectionsSheet } from './correctionsSheet';
import type { TakenBackSheet } from './takenBackSheet';
import { tableSheet, type TableColumn } from './tableSheet';

const COLUMNS: readonly TableColumn[] = [
  ['Rep', 'text', 24],
  ['Role', 'text', 10],
  ['Comp plan', 'text', 36],
  ['Period', 'text', 10],
  ['Quota', 'moneyCents'],
  ['Components', 'moneyCents'],
  ['Due, year to date', 'moneyCents'],
  ['Total cap', 'moneyCents'],
  ['Under the cap', 'moneyCents'],
  ['Guarantee', 'moneyCents'],
  ['Draw', 'moneyCents'],
  ['Draw recovered', 'moneyCents'],
  ['Draw still owed', 'moneyCents'],
  ['Taken back', 'moneyCents'],
  ['Payout', 'moneyCents'],
  ['Paid, year to date', 'moneyCents'],
];

/** Columns that corrections add, after those of the computed payout. */
const CORRECTED_COLUMNS: readonly TableColumn[] = [
  ['Corrections', 'moneyCents'],
  ['Paid with corrections', 'moneyCents', 18],
];
const PAYOUT_AT = 14;

export interface PayoutsSheet {
  readonly sheet: Sheet;
  readonly repRange: string;
  readonly componentsRange: string;
  /** What is computed, before corrections. */
  readonly computedRange: string;
  /** What is paid by rep and period, with corrections where there are any. */
  readonly payoutRange: string;
  /** Where a rep's payouts of a year stand. */
  yearRange(year: PaidRep): string;
}

/**
 * A row a rep and period: what the components add up to, the plan's cap, guarantee, draw, and what is paid.
 * @param takenBack the pay of cancelled deals
 * @param corrections what people add to it; null = the payouts are of a year that nobody has corrected
 */
export function payoutsSheet(
  context: ExportContext,
  paid: readonly PaidRep[],
  calc: CalcSheet,
  sources: CalcSources,
  names: PaySheetNames,
  takenBack: TakenBackSheet,
  corrections: CorrectionsSheet | null,
): PayoutsSheet {
  const { payouts: sheetName } = names;
  const computed = paid.flatMap((rep) =>
    rep.periods.map((period, periodAt) => [
      ...payoutRow(context, rep, periodAt, calc, sources, takenBack, names),
      ...(corrections?.cells(rep.name, period.name, period.row, period.paid.payoutCents) ?? []),
    ]),
  );
  const body = [...computed, ...correctedAlone(paid, corrections, FIRST_PAY_ROW + computed.length)];
  const last = Math.max(FIRST_PAY_ROW, FIRST_PAY_ROW + body.length - 1);
  // Without reps an empty row keeps the totals from adding up themselves.
  const rows = [...(body.length > 0 ? body : [[]]), totalRow(paid, last, corrections)];
  const columns = corrections ? [...COLUMNS, ...CORRECTED_COLUMNS] : COLUMNS;
  const range = (column: number) => columnRange(sheetName, column, FIRST_PAY_ROW, last);
  return {
    sheet: tableSheet(sheetName, columns, rows),
    repRange: range(0),
    componentsRange: range(5),
    computedRange: range(PAYOUT_AT),
    payoutRange: range(corrections ? PAYOUT_AT + 3 : PAYOUT_AT),
    yearRange: ({ periods }) => columnRange(sheetName, PAYOUT_AT, periods[0]!.row, periods.at(-1)!.row),
  };
}

/** Rows of corrections that no computed payout stands beside. */
function correctedAlone(
  paid: readonly PaidRep[],
  corrections: CorrectionsSheet | null,
  firstRow: number,
): Cell[][] {
  if (!corrections) return [];
  const computed = new Set(paid.flatMap((rep) => rep.periods.map(({ name }) => pairKey(rep.name, name))));
  const alone = corrections.pairs.filter(({ rep, period }) => !computed.has(pairKey(rep, period)));
  return alone.map(({ rep, period }, at): Cell[] => [
    valueCell(rep),
    EMPTY_CELL,
    EMPTY_CELL,
    valueCell(period),
    ...Array.from({ length: PAYOUT_AT - 4 + 2 }, () => EMPTY_CELL),
    ...corrections.cells(rep, period, firstRow + at, 0),
  ]);
}

const pairKey = (rep: string, period: string) => `${rep}\u0001${period}`;

function payoutRow(
  context: ExportContext,
  rep: PaidRep,
  periodAt: number,
  calc: CalcSheet,
  sources: CalcSources,
  takenBack: TakenBackSheet,
  names: PaySheetNames,
): Cell[] {
  const { name, paid, row } = rep.periods[periodAt]!;
  const before = rep.periods.slice(0, periodAt);
  const sum = (periods: readonly PaidPeriod[], cents: (period: PaidPeriod) => number) =>
    periods.reduce((total, period) => total + cents(period), 0);
  const dueCents = sum(before, (each) => each.paid.sumCents) + paid.sumCents;
  const allowedOf = (each: PaidPeriod) => each.paid.sumCents + each.paid.totalCapCents;
  const cap = totalCap(context, rep, sources);
  const previous = row - 1;
  const isFirst = periodAt === 0;
  const under = cap === null ? `G${row}` : `MIN(G${row},H${row})`;
  const now = allowedNow(rep, periodAt, names);
  const allowedBefore = isFirst ? '' : `-SUM(I${rep.periods[0]!.row}:I${previous})`;
  return [
    valueCell(rep.name),
    valueCell(rep.pay.rep.role),
    valueCell(rep.planName),
    valueCell(name),
    formulaCell(sources.quotas.quotaOf(rep.name), fromCents(rep.pay.quotaCents)),
    formulaCell(
      `SUMIFS(${calc.payoutRange},${calc.repRange},A${row},${calc.planRange},C${row},${calc.periodRange},D${row})`,
      fromCents(paid.sumCents),
    ),
    formulaCell(isFirst ? `F${row}` : `G${previous}+F${row}`, fromCents(dueCents)),
    cap === null ? EMPTY_CELL : formulaCell(cap.formula, fromCents(cap.cents)),
    formulaCell(`ROUND(${under}${allowedBefore},2)`, fromCents(allowedOf(rep.periods[periodAt]!))),
    ...drawCells(context, rep, periodAt, sources, now),
    takenBack.cell(rep, rep.periods[periodAt]!),
    formulaCell(payoutFormula(rep, periodAt, now), fromCents(paid.payoutCents)),
    formulaCell(
      isFirst ? `O${row}` : `P${previous}+O${row}`,
      fromCents(sum(before, (each) => each.paid.payoutCents) + paid.payoutCents),
    ),
  ];
}

/** The plan's cap on a year's incentive: an amount, a share of target, or the lower of both. */
function totalCap(
  context: ExportContext,
  rep: PaidRep,
  { plans, roster, time }: CalcSources,
): { formula: string; cents: number } | null {
  const { totalCents, totalOfTargetRatio } = rep.compPlan.caps;
  if (totalCents === null && totalOfTargetRatio === null) return null;
  const { targetIncentiveCents } = rep.inputs;
  const active = activeYear(rep.inputs);
  const { pay, fiscalYear } = rep;
  const months = time.activeMonths({ pay, fiscalYear, from: 0, to: 12 }, rep.inputs.periods[0]!.months);
  const target = roster.cell(context.document.reps.indexOf(rep.pay.rep), 'target');
  const parts = [
    ...(totalCents === null ? [] : [plans.cell(rep.compPlan, 'totalCap')]),
    ...(totalOfTargetRatio === null
      ? []
      : [`${plans.cell(rep.compPlan, 'totalCapRatio')}*${target}*(${months})/12`]),
  ];
  const cents = Math.min(
    totalCents ?? Number.POSITIVE_INFINITY,
    totalOfTargetRatio === null
      ? Number.POSITIVE_INFINITY
      : totalOfTargetRatio * targetIncentiveCents * active,
  );
  return { formula: `ROUND(MIN(${parts.join(',')}),2)`, cents: roundHalfAway(cents) };
}

/** What the cap leaves of the pay of a period, without what waits for its pay date. */
function allowedNow(rep: PaidRep, periodAt: number, names: PaySheetNames): string {
  const { row } = rep.periods[periodAt]!;
  const waiting = waitingSum(rep, periodAt, names);
  const { totalCents, totalOfTargetRatio } = rep.compPlan.caps;
  const cap = totalCents === null && totalOfTargetRatio === null ? null : `H${row}`;
  return waiting === null ? `I${row}` : paidNow(waiting, { due: `G${row}`, cap, under: `I${row}` });
}

function payoutFormula(rep: PaidRep, periodAt: number, now: string): string {
  const { row } = rep.periods[periodAt]!;
  const waiting = now === `I${row}` ? '' : `+I${row}-${now}`;
  return `ROUND(${drawnFormula(rep, row, now)}${waiting}+N${row},2)`;
}

function totalRow(paid: readonly PaidRep[], last: number, corrections: CorrectionsSheet | null): Cell[] {
  const periods = paid.flatMap((rep) => rep.periods);
  const sumCell = (column: string, cents: number): Cell =>
    formulaCell(`SUM(${column}${FIRST_PAY_ROW}:${column}${last})`, fromCents(cents), 'total');
  const sumOf = (cents: (period: PaidPeriod) => number) =>
    periods.reduce((total, period) => total + cents(period), 0);
  const payoutCents = sumOf((period) => period.paid.payoutCents);
  const empty = valueCell(null, 'total');
  const cells = COLUMNS.map(([header]) => {
    if (header === 'Rep') return valueCell('All reps', 'total');
    if (header === 'Components')
      return sumCell(
        'F',
        sumOf((period) => period.paid.sumCents),
      );
    return header === 'Payout' ? sumCell('O', payoutCents) : empty;
  });
  if (!corrections) return cells;
  const { totalCents } = corrections;
  return [...cells, sumCell('Q', totalCents), sumCell('R', payoutCents + totalCents)];
}
