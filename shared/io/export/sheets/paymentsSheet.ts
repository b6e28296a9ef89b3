import { deferredPay, type DeferredPay } from '../../../comp/payments';
import { fromCents } from '../../../model/money';
import { cellAddress } from '../cellAddress';
import { CALC_COLUMNS } from '../pay/calcColumns';
import type { PaidRep } from '../pay/payLines';
import { paidNow, waitingSum } from '../pay/waitingPay';
import { PAYMENTS_SHEET, type PaySheetNames } from '../sheetNames';
import type { Cell, Sheet } from '../workbook';
import { formulaCell, valueCell } from '../workbook';
import type { PayoutsSheet } from './payoutsSheet';
import type { PlansSheet } from './plansSheet';
import { tableSheet, type TableColumn } from './tableSheet';

const FIRST_ROW = 2;
const COLUMNS: readonly TableColumn[] = [
  ['Rep', 'text', 24],
  ['Comp plan', 'text', 36],
  ['Component', 'text', 22],
  ['Period', 'text', 10],
  ['Earned', 'moneyCents'],
  ['Share held back', 'percent'],
  ['Held', 'moneyCents'],
  ['Instalments', 'integer'],
  ['Instalments paid', 'integer', 18],
  ['Paid by now', 'moneyCents'],
  ['Owed later', 'moneyCents'],
  ['Last instalment in', 'text', 20],
];
/** Columns of Payouts that the total cap is read from: what components add up to, to date, the cap, and what it leaves. */
const COMPONENTS_AT = 5;
const DUE_AT = 6;
const CAP_AT = 7;
const UNDER_CAP_AT = 8;
const PAYOUT_AT = CALC_COLUMNS.findIndex(([key]) => key === 'payout');

/** What of the pay on results is held back or comes in instalments; null where all is paid at once. */
export function paymentsSheet(
  paid: readonly PaidRep[],
  payouts: PayoutsSheet,
  names: PaySheetNames,
  plans: PlansSheet,
  earnedCents: number,
): Sheet | null {
  const deferred = paid.flatMap((rep) =>
    deferredPay(rep.compPlan, {
      payoutCents: 0,
      periods: rep.periods.map(({ paid: period }) => period),
    }).map((each) => ({ rep, each })),
  );
  if (deferred.length === 0) return null;
  // An instalment is paid by now where its period is one that the rep's results reach.
  const isReached = new Set(paid.flatMap((rep) => rep.periods.map(({ name }) => `${rep.name}\u0001${name}`)));
  const lines = deferred.map(({ rep, each }) => {
    const count = each.dueIn.filter((due) => isReached.has(`${rep.name}\u0001${due ?? ''}`)).length;
    const paidCents = each.instalmentsCents.slice(0, count).reduce((sum, cents) => sum + cents, 0);
    return { rep, each, count, paidCents };
  });
  const rows = lines.map((line, at) => paymentRow(line, FIRST_ROW + at, names, plans));
  const last = FIRST_ROW + rows.length - 1;
  const sum = (cents: (line: (typeof lines)[number]) => number) =>
    lines.reduce((total, line) => total + cents(line), 0);
  const heldCents = sum(({ each }) => each.heldCents);
  const owedCents = sum((line) => line.each.earnedCents - line.each.heldCents - line.paidCents);
  const total = (letter: string) => `SUM(${letter}${FIRST_ROW}:${letter}${last})`;
  const empty = valueCell(null, 'total');
  const all = (formula: string, cents: number) => formulaCell(formula, fromCents(cents), 'total');
  const totals: Cell[] = [
    valueCell('All pay on results', 'total'),
    ...Array.from({ length: 3 }, () => empty),
    all(`SUM(${payouts.payoutRange})`, earnedCents),
    empty,
    all(total('G'), heldCents),
    empty,
    empty,
    all(`E${last + 1}-G${last + 1}-K${last + 1}`, earnedCents - heldCents - owedCents),
    all(total('K'), owedCents),
    empty,
  ];
  return tableSheet(PAYMENTS_SHEET, COLUMNS, [...rows, totals]);
}

interface PaymentLine {
  readonly rep: PaidRep;
  readonly each: DeferredPay;
  readonly count: number;
  readonly paidCents: number;
}

/** What the total cap leaves of a component's pay, as a share: of pay that waits for its pay date, or of the rest. */
function shareUnderCap(
  rep: PaidRep,
  { periodAt, componentId }: DeferredPay,
  row: number,
  names: PaySheetNames,
): string {
  const at = (column: number) => cellAddress(names.payouts, column, row);
  const shareOf = (left: string, of: string) => `IF(${of}>0,MAX(0,MIN(1,${left}/${of})),1)`;
  const waiting = waitingSum(rep, periodAt, names);
  const components = at(COMPONENTS_AT);
  const under = at(UNDER_CAP_AT);
  if (waiting === null) return shareOf(under, components);
  const { totalCents, totalOfTargetRatio } = rep.compPlan.caps;
  const cap = totalCents === null && totalOfTargetRatio === null ? null : at(CAP_AT);
  const now = paidNow(waiting, { due: at(DUE_AT), cap, under });
  const own = rep.periods[periodAt]!.paid.components.find((each) => each.componentId === componentId);
  return own?.periodsToPayDate === undefined
    ? shareOf(now, `(${components}-${waiting})`)
    : shareOf(`(${under}-${now})`, waiting);
}

function paymentRow(
  { rep, each, count, paidCents }: PaymentLine,
  row: number,
  names: PaySheetNames,
  plans: PlansSheet,
): Cell[] {
  const componentAt = rep.compPlan.components.findIndex(({ id }) => id === each.componentId);
  const component = rep.compPlan.components[componentAt]!;
  const line = rep.lines[componentAt]![each.periodAt]!;
  const period = rep.periods[each.periodAt]!;
  const share = shareUnderCap(rep, each, period.row, names);
  // Equal parts of whole cents; what is left over goes to the earlier ones.
  const cents = `ROUND((E${row}-G${row})*100,0)`;
  const paidFormula = `(INT(${cents}/H${row})*I${row}+MIN(I${row},MOD(${cents},H${row})))/100`;
  const owedCents = each.earnedCents - each.heldCents - paidCents;
  return [
    valueCell(rep.name),
    valueCell(rep.planName),
    valueCell(component.name),
    valueCell(period.name),
    formulaCell(
      `ROUND(${cellAddress(names.calc, PAYOUT_AT, line.row)}*${share},2)`,
      fromCents(each.earnedCents),
    ),
    component.holdbackRatio > 0
      ? formulaCell(plans.cell(component, 'holdback'), component.holdbackRatio)
      : valueCell(0),
    formulaCell(`ROUND(E${row}-ROUND(E${row}*(1-F${row}),2),2)`, fromCents(each.heldCents)),
    component.instalments > 1
      ? formulaCell(plans.cell(component, 'instalments'), component.instalments)
      : valueCell(1),
    valueCell(count),
    formulaCell(paidFormula, fromCents(paidCents)),
    formulaCell(`ROUND(E${row}-G${row}-J${row},2)`, fromCents(owedCents)),
    valueCell(owedCents === 0 ? null : (each.dueIn.at(-1) ?? 'after the last period')),
  ];
}
