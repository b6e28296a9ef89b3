import type { Cents } from '../../../model/money';
import { fromCents } from '../../../model/money';
import type { PayAdjustment } from '../../../model/payAdjustment';
import { correctionOf } from '../../../plan/evaluateActuals';
import { columnRange } from '../cellAddress';
import type { ExportContext } from '../exportContext';
import { CORRECTIONS_SHEET } from '../sheetNames';
import type { Cell, Sheet } from '../workbook';
import { formulaCell, valueCell } from '../workbook';
import { tableSheet, type TableColumn } from './tableSheet';

export const FIRST_CORRECTION_ROW = 2;
export const AMOUNT_AT = 4;
export const REASON_AT = 6;
export const CORRECTION_COLUMNS: readonly TableColumn[] = [
  ['Rep', 'text', 24],
  ['Period', 'text', 10],
  ['Component', 'text', 24],
  ['Is', 'text', 12],
  ['Amount', 'moneyCents', 16],
  ['Author', 'text', 20],
  ['Reason', 'text', 44],
  ['Written', 'text', 18],
  ['Settled', 'text', 44],
];

export interface CorrectionsSheet {
  readonly sheet: Sheet;
  readonly totalCents: Cents;
  readonly amountRange: string;
  /** Reps and periods that corrections are of, each once. */
  readonly pairs: readonly { readonly rep: string; readonly period: string }[];
  /** What is added to a rep's payout of a period, whose sheet has rep, period and payout in A, D and O; and the sum. */
  cells(rep: string, period: string, row: number, payoutCents: Cents): Cell[];
}

/** Disputes and corrections with the rep's name in the workbook, a row of the sheet each. */
export function correctionLines({ document, evaluation, repNames }: ExportContext) {
  return document.reps.flatMap(({ id }, at) =>
    (evaluation.actuals.reps.get(id)?.adjustments ?? []).map((adjustment: PayAdjustment) => ({
      rep: repNames[at]!,
      adjustment,
    })),
  );
}

/** Disputes and corrections, who wrote them and why; null where there are none. */
export function correctionsSheet(context: ExportContext): CorrectionsSheet | null {
  const lines = correctionLines(context);
  if (lines.length === 0) return null;
  const centsOf = (rep: string, period: string) =>
    lines
      .filter((line) => line.rep === rep && line.adjustment.period === period)
      .reduce((sum, { adjustment }) => sum + correctionOf(adjustment), 0);
  const last = FIRST_CORRECTION_ROW + lines.length - 1;
  const range = (column: number) => columnRange(CORRECTIONS_SHEET, column, FIRST_CORRECTION_ROW, last);
  const pairs = new Map(
    lines
      .filter(({ adjustment }) => adjustment.kind === 'correction')
      .map(({ rep, adjustment: { period } }) => [`${rep}\u0001${period}`, { rep, period }]),
  );
  return {
    sheet: tableSheet(
      CORRECTIONS_SHEET,
      CORRECTION_COLUMNS,
      lines.map(({ rep, adjustment }) => correctionCells(context, rep, adjustment)),
      { atLeast: [{ range: `E${FIRST_CORRECTION_ROW}:E${last}`, least: null }] },
    ),
    totalCents: lines.reduce((sum, { adjustment }) => sum + correctionOf(adjustment), 0),
    amountRange: range(AMOUNT_AT),
    pairs: [...pairs.values()],
    cells(rep, period, row, payoutCents) {
      const cents = centsOf(rep, period);
      return [
        formulaCell(`SUMIFS(${range(AMOUNT_AT)},${range(0)},A${row},${range(1)},D${row})`, fromCents(cents)),
        formulaCell(`O${row}+Q${row}`, fromCents(payoutCents + cents)),
      ];
    },
  };
}

/** A row of the sheet. */
export function correctionCells(context: ExportContext, rep: string, adjustment: PayAdjustment): Cell[] {
  const { period, componentId, kind, author, reason, at } = adjustment;
  const component = context.document.compPlans
    .flatMap(({ components }) => components)
    .find(({ id }) => id === componentId);
  return [
    valueCell(rep),
    valueCell(period),
    valueCell(component?.name ?? componentId ?? 'the payout as a whole'),
    valueCell(kind),
    kind === 'correction' ? valueCell(fromCents(adjustment.amountCents), 'input') : valueCell(null),
    valueCell(author),
    valueCell(reason),
    valueCell(dateOf(at)),
    valueCell(kind === 'dispute' ? settledWords(adjustment) : null),
  ];
}

function settledWords({ resolution }: Extract<PayAdjustment, { kind: 'dispute' }>): string {
  if (resolution === null) return 'open';
  return `${resolution.reason} (${resolution.author}, ${dateOf(resolution.at)})`;
}

/** ISO times begin with their date. */
const dateOf = (at: string) => at.slice(0, 10);
