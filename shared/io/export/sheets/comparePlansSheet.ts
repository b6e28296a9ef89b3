import { fromCents } from '../../../model/money';
import type { CompPlan } from '../../../model/compPlan';
import type { ExportContext } from '../exportContext';
import type { ComparedPair, ComparedPay } from '../pay/paidReps';
import { COMPARE_PLANS_SHEET } from '../sheetNames';
import type { Cell, Sheet } from '../workbook';
import { formulaCell, valueCell } from '../workbook';
import type { PayoutsSheet } from './payoutsSheet';
import { tableSheet, type TableColumn } from './tableSheet';

const COLUMNS: readonly TableColumn[] = [
  ['Rep', 'text', 26],
  ['Old plan', 'text', 38],
  ['New plan', 'text', 38],
  ['Payout, old plan', 'moneyCents', 18],
  ['Payout, new plan', 'moneyCents', 18],
  ['Difference', 'moneyCents', 16],
  ['Of the old payout', 'percent', 12],
  ['Who', 'text', 12],
  ['Whole at attainment', 'percent', 14],
  ['Paid on', 'text', 28],
];

/**
 * Reps under their old comp plan and the new one, live by the Compared sheets: who gains, who loses and by how much, and
 * what each plan costs. What attainment keeps a rep whole is sought by Evenland, and stands as a value.
 */
export function comparePlansSheet(
  context: ExportContext,
  compared: ComparedPay,
  payouts: PayoutsSheet,
): Sheet {
  const rows: Cell[][] = [];
  for (const pair of compared.pairs) {
    const first = 2 + rows.length;
    rows.push(...repRows(context, pair, compared, payouts, first));
    if (pair.comparison.rows.length > 0) rows.push(...totalRows(context, pair, first));
  }
  return tableSheet(COMPARE_PLANS_SHEET, COLUMNS, rows, { filterRow: null });
}

function onWords({ on }: ComparedPay): string {
  return on.kind === 'expected' ? 'the expected year' : `results of fiscal year ${on.fiscalYear}`;
}

function repRows(
  context: ExportContext,
  { oldPlan, newPlan, comparison }: ComparedPair,
  compared: ComparedPay,
  payouts: PayoutsSheet,
  firstRow: number,
): Cell[][] {
  const nameOf = new Map(context.document.reps.map(({ id }, at) => [id, context.repNames[at]!]));
  return comparison.rows.map((row, position): Cell[] => {
    const at = firstRow + position;
    // A rep's last year under a plan is the one that is compared; earlier ones stand for what goes back of them.
    const paid = ({ id }: CompPlan) => {
      const year = compared.reps.findLast(
        ({ pay, compPlan }) => pay.rep.id === row.repId && compPlan.id === id,
      );
      return year && year.periods.length > 0 ? `SUM(${payouts.yearRange(year)})` : '0';
    };
    return [
      valueCell(nameOf.get(row.repId) ?? row.repId),
      valueCell(context.planNames.get(oldPlan.id)!),
      valueCell(context.planNames.get(newPlan.id)!),
      formulaCell(paid(oldPlan), fromCents(row.oldCents)),
      formulaCell(paid(newPlan), fromCents(row.newCents)),
      formulaCell(`E${at}-D${at}`, fromCents(row.deltaCents)),
      formulaCell(`IF(D${at}>0,F${at}/D${at},"")`, row.oldCents > 0 ? row.deltaCents / row.oldCents : ''),
      formulaCell(`IF(ABS(F${at})<0.005,"same",IF(F${at}>0,"gains","loses"))`, row.verdict),
      valueCell(row.wholeAtRatio ?? 'never'),
      valueCell(onWords(compared), 'note'),
    ];
  });
}

/** What both plans cost, and how many gain, lose and stay. */
function totalRows(
  context: ExportContext,
  { oldPlan, newPlan, comparison }: ComparedPair,
  first: number,
): Cell[][] {
  const { oldCents, newCents, deltaCents } = comparison;
  const last = first + comparison.rows.length - 1;
  const row = last + 1;
  const sum = (column: string, cents: number) =>
    formulaCell(`SUM(${column}${first}:${column}${last})`, fromCents(cents), 'total');
  const count = (words: string, number: number): Cell[] => [
    valueCell(words, 'note'),
    formulaCell(`COUNTIFS(H${first}:H${last},"${words}")`, number, 'plain', 'integer'),
  ];
  return [
    [
      valueCell('All of them', 'total'),
      valueCell(context.planNames.get(oldPlan.id)!, 'total'),
      valueCell(context.planNames.get(newPlan.id)!, 'total'),
      sum('D', oldCents),
      sum('E', newCents),
      sum('F', deltaCents),
      formulaCell(
        `IF(D${row}>0,F${row}/D${row},"")`,
        oldCents > 0 ? deltaCents / oldCents : '',
        'total',
        'percent',
      ),
    ],
    count('gains', comparison.winners),
    count('loses', comparison.losers),
    count('same', comparison.neutral),
    [],
  ];
}
