import { fromCents } from '../../../model/money';
import type { RepPay } from '../../../plan/evaluatePay';
import type { ExportContext } from '../exportContext';
import { PAYOUTS_SHEET } from '../sheetNames';
import type { Cell, CellFormat, Sheet } from '../workbook';
import { formulaCell, headerRow, valueCell } from '../workbook';
import type { CalcSheet } from './calcSheet';
import type { QuotasSheet } from './quotasSheet';

const FIRST_ROW = 2;
const COLUMNS: readonly (readonly [string, CellFormat])[] = [
  ['Rep', 'text'],
  ['Role', 'text'],
  ['Comp plan', 'text'],
  ['Base salary', 'moneyCents'],
  ['Target incentive', 'moneyCents'],
  ['Quota', 'moneyCents'],
  ['Components', 'moneyCents'],
  ['Total cap', 'moneyCents'],
  ['Draw and guarantee', 'moneyCents'],
  ['Payout', 'moneyCents'],
  ['Of target', 'percent'],
  ['Total pay', 'moneyCents'],
];

/** A row a rep: what the components add up to, the plan's cap, and what is paid. */
export function payoutsSheet(context: ExportContext, quotas: QuotasSheet, calc: CalcSheet): Sheet {
  const paid = context.evaluation.pay.reps.flatMap((pay, position) =>
    pay.payout ? [{ pay, name: context.repNames[position]! }] : [],
  );
  const last = Math.max(FIRST_ROW, FIRST_ROW + paid.length - 1);
  // Without reps an empty row keeps the totals from adding up themselves.
  const body =
    paid.length > 0
      ? paid.map(({ pay, name }, position) => payoutRow(quotas, calc, pay, name, FIRST_ROW + position))
      : [[]];
  const rows = [
    headerRow(COLUMNS.map(([header]) => header)),
    ...body,
    totalRow(
      paid.map(({ pay }) => pay),
      last,
    ),
  ];
  return {
    name: PAYOUTS_SHEET,
    columns: COLUMNS.map(([header, format], position) => ({
      format,
      widthChars: position === 0 || position === 2 ? 24 : Math.max(14, header.length + 2),
    })),
    rows: () => rows,
    rowCount: rows.length,
    frozenRows: 1,
    frozenColumns: 1,
    filterRow: 1,
    corridor: null,
    choices: [],
  };
}

function payoutRow(quotas: QuotasSheet, calc: CalcSheet, pay: RepPay, name: string, at: number): Cell[] {
  const [period] = pay.payout!.periods;
  const cap = totalCap(pay);
  const sumCents = period?.sumCents ?? 0;
  const otherCents = pay.payoutCents - sumCents - (period?.totalCapCents ?? 0);
  const { baseSalaryCents, targetIncentiveCents } = pay.rep;
  return [
    valueCell(name),
    valueCell(pay.rep.role),
    valueCell(pay.compPlan!.name),
    valueCell(fromCents(baseSalaryCents), 'input'),
    valueCell(fromCents(targetIncentiveCents), 'input'),
    formulaCell(`SUMIFS(${quotas.quotaRange},${quotas.repRange},A${at})`, fromCents(pay.quotaCents)),
    formulaCell(`SUMIFS(${calc.payoutRange},${calc.repRange},A${at})`, fromCents(sumCents)),
    cap === null ? valueCell(null) : formulaCell(cap.formula(at), cap.amount),
    valueCell(fromCents(otherCents)),
    formulaCell(
      cap === null ? `ROUND(G${at}+I${at},2)` : `ROUND(MIN(G${at},H${at})+I${at},2)`,
      fromCents(pay.payoutCents),
    ),
    formulaCell(
      `IF(E${at}>0,J${at}/E${at},"")`,
      targetIncentiveCents > 0 ? pay.payoutCents / targetIncentiveCents : Number.NaN,
    ),
    formulaCell(`D${at}+J${at}`, fromCents(baseSalaryCents + pay.payoutCents)),
  ];
}

/** The plan's cap on all incentive: an amount, a share of target, or the lower of both. */
function totalCap(pay: RepPay): { formula: (at: number) => string; amount: number } | null {
  const { totalCents, totalOfTargetRatio } = pay.compPlan!.caps;
  const target = fromCents(pay.rep.targetIncentiveCents);
  const ofTarget = totalOfTargetRatio === null ? Number.POSITIVE_INFINITY : totalOfTargetRatio * target;
  const amount = totalCents === null ? Number.POSITIVE_INFINITY : fromCents(totalCents);
  if (totalOfTargetRatio === null && totalCents === null) return null;
  const parts = (at: number) => [
    ...(totalOfTargetRatio === null ? [] : [`${totalOfTargetRatio}*E${at}`]),
    ...(totalCents === null ? [] : [String(fromCents(totalCents))]),
  ];
  return { formula: (at) => `MIN(${parts(at).join(',')})`, amount: Math.min(ofTarget, amount) };
}

function totalRow(paid: readonly RepPay[], last: number): Cell[] {
  const sum = (column: string, cents: (pay: RepPay) => number): Cell =>
    formulaCell(
      `SUM(${column}${FIRST_ROW}:${column}${last})`,
      fromCents(paid.reduce((total, pay) => total + cents(pay), 0)),
      'total',
    );
  const empty = valueCell(null, 'total');
  return [
    valueCell('All reps', 'total'),
    empty,
    empty,
    sum('D', (pay) => pay.rep.baseSalaryCents),
    sum('E', (pay) => pay.rep.targetIncentiveCents),
    sum('F', (pay) => pay.quotaCents),
    sum('G', (pay) => pay.payout!.periods[0]?.sumCents ?? 0),
    empty,
    empty,
    sum('J', (pay) => pay.payoutCents),
    empty,
    sum('L', (pay) => pay.rep.baseSalaryCents + pay.payoutCents),
  ];
}
