import { clawbackCents, clawbackRatio } from '../../../comp/clawback';
import { roundHalfAway, fromCents } from '../../../model/money';
import { cellAddress, columnRange } from '../cellAddress';
import type { ExportContext } from '../exportContext';
import { cancelledPay, type CancelledPay } from '../pay/cancelledPay';
import type { PaidPeriod, PaidRep } from '../pay/payLines';
import { takenLines, type CancelledLine, type TakenLine } from '../pay/takenBack';
import type { PaySheetNames } from '../sheetNames';
import type { Cell, Sheet } from '../workbook';
import { EMPTY_CELL, formulaCell, valueCell } from '../workbook';
import type { CalcSources } from './calcSheet';
import { tableSheet, type TableColumn } from './tableSheet';

const FIRST_ROW = 2;
const COLUMNS: readonly TableColumn[] = [
  ['Rep', 'text', 24],
  ['Comp plan', 'text', 36],
  ['Component', 'text', 22],
  ['Sold in', 'text', 10],
  ['Deal', 'text', 24],
  ['Credited', 'moneyCents'],
  ['Months served', 'decimal'],
  ['Taken back in', 'text', 16],
  ['Credited in its window', 'moneyCents', 24],
  ['Earned in its window', 'moneyCents', 24],
  ['Attainment of the deal alone', 'percent', 20],
  ['Band of the deal alone', 'integer', 16],
  ['Pay of the deal', 'moneyCents'],
  ['Left by the total cap', 'percent', 22],
  ['Commission', 'moneyCents'],
  ['Share taken back', 'percent', 18],
  ['Taken back', 'moneyCents'],
  ['Pay of the deal is', 'text', 52],
];
/** Columns of Payouts: what is due in the year so far, and what the total cap leaves of a period. */
const DUE_AT = 6;
const UNDER_CAP_AT = 8;

export interface TakenBackSheet {
  /** Null where nothing is taken back. */
  readonly sheet: Sheet | null;
  /** What a rep's period takes back; the row of Payouts has the rep in A, the plan in B … C, the period in D. */
  cell(rep: PaidRep, period: PaidPeriod): Cell;
}

/**
 * Each cancelled deal whose pay goes back (compensation.md: −commission × (1 − months served / term), or the plan's
 * share of it): its part of what its window earned, or what it was priced at, less what the total cap took.
 */
export function takenBackSheet(
  context: ExportContext,
  paid: readonly PaidRep[],
  sources: CalcSources,
  names: PaySheetNames,
): TakenBackSheet {
  const lines = takenLines(paid).map((line, at) => takenRow(context, line, FIRST_ROW + at, sources, names));
  const last = FIRST_ROW + lines.length - 1;
  const range = (column: number) => columnRange(names.takenBack, column, FIRST_ROW, last);
  return {
    sheet:
      lines.length === 0
        ? null
        : tableSheet(
            names.takenBack,
            COLUMNS,
            lines.map(({ cells }) => cells),
          ),
    cell(rep, period) {
      const value = fromCents(period.paid.clawbackCents);
      const own = lines.filter((line) => line.rep === rep && line.period === period);
      const sumCents = own.reduce((sum, { takenCents }) => sum + takenCents, 0);
      if (lines.length === 0 || sumCents !== period.paid.clawbackCents) return valueCell(value);
      const { row } = period;
      return formulaCell(
        `SUMIFS(${range(16)},${range(0)},A${row},${range(1)},C${row},${range(7)},D${row})`,
        value,
      );
    },
  };
}

interface TakenRow {
  readonly rep: PaidRep;
  readonly period: PaidPeriod;
  readonly takenCents: number;
  readonly cells: readonly Cell[];
}

function takenRow(
  context: ExportContext,
  line: TakenLine,
  row: number,
  sources: CalcSources,
  names: PaySheetNames,
): TakenRow {
  const { rep, period, sale, given } = line;
  const clawback = rep.compPlan.clawback!;
  const label = sale?.deal.label ?? given?.label ?? '';
  const monthsServed = sale?.deal.monthsServed ?? given?.monthsServed ?? 0;
  const priced = sale && cancelledPay(context, sale, row, sources, names);
  const commission = commissionOf(line, priced, row, names);
  const takenCents = clawbackCents(clawback, commission.cents, monthsServed);
  const cells: Cell[] = [
    valueCell(rep.name),
    valueCell(rep.planName),
    valueCell(sale?.sold.component.name ?? null),
    valueCell(sale?.sold.periodName ?? 'an earlier year'),
    valueCell(label === '' ? null : label),
    priced?.credited ?? EMPTY_CELL,
    valueCell(monthsServed),
    valueCell(period.name),
    ...commission.cells,
    formulaCell(shareFormula(rep, row, sources), clawbackRatio(clawback, monthsServed)),
    formulaCell(`-ROUND(O${row}*P${row},2)`, fromCents(takenCents)),
    valueCell(commission.words, 'note'),
  ];
  return { rep, period, takenCents, cells };
}

/** From what the window was credited with to the deal's commission. */
function commissionOf(
  { sale, given }: TakenLine,
  priced: CancelledPay | null,
  row: number,
  names: PaySheetNames,
): { cents: number; cells: readonly Cell[]; words: string } {
  const left = sale && leftByCap(sale, names);
  const known = priced && left ? roundHalfAway(priced.cents * left.value) : null;
  // A sale of an earlier year comes with the commission that the engine was given.
  const cents = given?.commissionCents ?? known ?? 0;
  if (!priced || !left || known !== cents) {
    const value = valueCell(fromCents(cents), 'note');
    const words = 'value: the sale is of a year that is not in the workbook';
    return { cents, cells: [...Array.from({ length: 6 }, () => EMPTY_CELL), value], words };
  }
  return {
    cents,
    cells: [
      ...priced.window,
      ...priced.alone,
      priced.pay,
      formulaCell(left.formula, left.value),
      formulaCell(`ROUND(M${row}*N${row},2)`, fromCents(cents)),
    ],
    words: priced.words,
  };
}

/** The share that the total cap leaves of what is due in the year so far. */
function leftByCap({ rep, settled }: CancelledLine, { payouts }: PaySheetNames) {
  const first = rep.periods[0]!;
  const until = rep.periods.slice(0, rep.periods.indexOf(settled) + 1);
  const dueCents = until.reduce((sum, { paid }) => sum + paid.sumCents, 0);
  const allowedCents = until.reduce((sum, { paid }) => sum + paid.sumCents + paid.totalCapCents, 0);
  const due = cellAddress(payouts, DUE_AT, settled.row);
  const allowed = `SUM(${columnRange(payouts, UNDER_CAP_AT, first.row, settled.row)})`;
  return {
    value: dueCents > 0 ? Math.min(1, Math.max(0, allowedCents / dueCents)) : 1,
    formula: `IF(${due}>0,MIN(1,MAX(0,${allowed}/${due})),1)`,
  };
}

/** As shared/comp/clawback has it. */
function shareFormula({ compPlan }: PaidRep, row: number, { plans }: CalcSources): string {
  const clawback = compPlan.clawback!;
  const cell = (key: string) => plans.cell(compPlan, key);
  if (clawback.kind === 'prorated') {
    const term = cell('clawbackTerm');
    return `IF(${term}>0,MIN(1,MAX(0,1-G${row}/${term})),0)`;
  }
  const share = cell('clawbackShare');
  return clawback.termMonths === null ? share : `IF(G${row}>=${cell('clawbackTerm')},0,${share})`;
}
