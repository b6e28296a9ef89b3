import { baseOfYearCents } from '../../../comp/repYear';
import { fromCents } from '../../../model/money';
import type { RepPay } from '../../../plan/evaluatePay';
import type { ExportContext } from '../exportContext';
import { regionName } from '../exportContext';
import { SUMMARY_SHEET } from '../sheetNames';
import type { Cell, Sheet } from '../workbook';
import { formulaCell, valueCell } from '../workbook';
import type { PayoutsSheet } from './payoutsSheet';
import type { QuotasSheet } from './quotasSheet';
import { roleName, type RosterSheet } from './rosterSheet';
import { tableSheet, type TableColumn } from './tableSheet';

const COLUMNS: readonly TableColumn[] = [
  ['By', 'text', 10],
  ['Group', 'text', 22],
  ['Reps', 'integer', 8],
  ['Base salary', 'moneyCents', 18],
  ['Target incentive', 'moneyCents', 18],
  ['Quota', 'moneyCents', 18],
  ['Bookings', 'moneyCents', 18],
  ['Attainment', 'percent'],
  ['Payout', 'moneyCents', 18],
  ['Payout, of target', 'percent'],
  ['Compensation cost of sales', 'percent'],
];

/** Only where the plan holds results, or corrections of pay. */
const ACTUAL_COLUMN: TableColumn = ['Paid on results, with corrections', 'moneyCents', 20];

interface SummarySources {
  readonly roster: RosterSheet;
  readonly quotas: QuotasSheet;
  readonly payouts: PayoutsSheet;
  readonly actual: PayoutsSheet | null;
}

interface Group {
  readonly by: 'Role' | 'Region' | 'All';
  readonly name: string;
  readonly reps: readonly RepPay[];
}

/** Quotas, bookings and pay by role and by region, and over all reps. */
export function summarySheet(context: ExportContext, sources: SummarySources): Sheet {
  const { reps } = context.evaluation.pay;
  const groups = [
    ...groupBy('Role', reps, (pay) => roleName(pay.rep.role)),
    ...groupBy('Region', reps, (pay) => regionName(context, pay.territoryIndex)),
    { by: 'All', name: 'All reps', reps } as const,
  ];
  return tableSheet(
    SUMMARY_SHEET,
    sources.actual ? [...COLUMNS, ACTUAL_COLUMN] : COLUMNS,
    groups.map((group, at) => groupRow(context, group, at + 2, sources)),
    { frozenColumns: 2 },
  );
}

function groupBy(by: Group['by'], reps: readonly RepPay[], nameOf: (pay: RepPay) => string): Group[] {
  const names = [...new Set(reps.map(nameOf))].sort((a, b) => (a < b ? -1 : 1));
  return names.map((name) => ({ by, name, reps: reps.filter((pay) => nameOf(pay) === name) }));
}

function groupRow(
  context: ExportContext,
  { by, name, reps }: Group,
  at: number,
  { roster, quotas, payouts, actual }: SummarySources,
): Cell[] {
  const sum = (cents: (pay: RepPay) => number) => reps.reduce((total, pay) => total + cents(pay), 0);
  const style = by === 'All' ? 'total' : 'plain';
  const key = by === 'Role' ? 'role' : 'region';
  const isIn = `(${roster.range(key)}=$B${at})`;
  const ofRoster = (column: 'yearBase' | 'target') =>
    by === 'All'
      ? `SUM(${roster.range(column)})`
      : `SUMIFS(${roster.range(column)},${roster.range(key)},$B${at})`;
  const ofReps = (amounts: string, names: string) =>
    by === 'All'
      ? `SUM(${amounts})`
      : `SUMPRODUCT(SUMIFS(${amounts},${names},${roster.range('rep')})*${isIn})`;
  const carriers = reps.filter((pay) => quotas.carries(pay));
  const carried = (cents: (pay: RepPay) => number) => carriers.reduce((total, pay) => total + cents(pay), 0);
  const figures = {
    base: sum((pay) => baseOfYearCents(pay.rep.baseSalaryCents, pay.time)),
    target: sum((pay) => pay.rep.targetIncentiveCents),
    quota: carried((pay) => pay.quotaCents),
    bookings: carried((pay) => pay.bookingsCents),
    payout: sum((pay) => pay.payoutCents),
  };
  const ratio = (top: number, bottom: number) => (bottom > 0 ? top / bottom : '');
  const money = (formula: string, cents: number) => formulaCell(formula, fromCents(cents), style);
  return [
    valueCell(by, style),
    valueCell(name, style),
    formulaCell(
      by === 'All' ? `COUNTA(${roster.range('rep')})` : `COUNTIFS(${roster.range(key)},$B${at})`,
      reps.length,
      style,
    ),
    money(ofRoster('yearBase'), figures.base),
    money(ofRoster('target'), figures.target),
    money(ofReps(quotas.quotaRange, quotas.repRange), figures.quota),
    money(ofReps(quotas.bookingsRange, quotas.repRange), figures.bookings),
    formulaCell(`IF(F${at}>0,G${at}/F${at},"")`, ratio(figures.bookings, figures.quota), style),
    money(ofReps(payouts.payoutRange, payouts.repRange), figures.payout),
    formulaCell(`IF(E${at}>0,I${at}/E${at},"")`, ratio(figures.payout, figures.target), style),
    formulaCell(
      `IF(G${at}>0,(D${at}+I${at})/G${at},"")`,
      ratio(figures.base + figures.payout, figures.bookings),
      style,
    ),
    ...(actual
      ? [
          money(
            ofReps(actual.payoutRange, actual.repRange),
            sum((pay) => context.evaluation.actuals.reps.get(pay.rep.id)?.payoutCents ?? 0),
          ),
        ]
      : []),
  ];
}
