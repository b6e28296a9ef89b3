import { fromCents, toCents } from '../../../model/money';
import type { PayAdjustment } from '../../../model/payAdjustment';
import type { PlanCommand } from '../../../plan/command';
import type { ExportContext } from '../exportContext';
import { CORRECTIONS_SHEET } from '../sheetNames';
import {
  AMOUNT_AT,
  CORRECTION_COLUMNS,
  correctionCells,
  correctionLines,
  FIRST_CORRECTION_ROW,
  REASON_AT,
} from '../sheets/correctionsSheet';
import type { CellPlace, ProposedEdits, WorkbookReview } from './workbookReview';

/** Columns that say which correction a row is; reason and amount tell apart those that are alike. */
const KEY_COLUMNS = [0, 1, 2, 3, 5, 7];
const SEPARATOR = '\u0001';

/** A correction of the plan, with its row on the sheet wherever it was sorted to; null = it is not there. */
interface FoundCorrection {
  readonly rep: string;
  readonly adjustment: PayAdjustment;
  readonly row: number | null;
}

/** Amounts of corrections, each found by what stands beside it. */
export function correctionChanges(context: ExportContext, review: WorkbookReview): ProposedEdits {
  const { cells } = review;
  if (!cells.has(CORRECTIONS_SHEET)) return [];
  const headers = CORRECTION_COLUMNS.map(([header]) => header);
  const isAsExported = [...KEY_COLUMNS, AMOUNT_AT].every((column) =>
    review.hasColumn(CORRECTIONS_SHEET, column, headers[column]!),
  );
  if (!isAsExported) return [];
  return foundCorrections(context, review).flatMap(({ rep, adjustment, row }): PlanCommand[] => {
    if (adjustment.kind !== 'correction') return [];
    const what = `Correction of ${rep} in ${adjustment.period}`;
    const place: CellPlace = [CORRECTIONS_SHEET, row ?? 1, AMOUNT_AT];
    if (row === null) {
      review.problem(place, `${what} stands in no row any more: it is kept as it is.`);
      return [];
    }
    const before = fromCents(adjustment.amountCents);
    const after = review.number(place, before, Number.NEGATIVE_INFINITY);
    if (after === null) review.problem(place, `${what}: an empty cell says no number. Write 0 for none.`);
    if (after === undefined || after === null) return [];
    if (!review.note(place, { what, before: String(before), after: String(after) })) return [];
    return [{ kind: 'putPayAdjustment', adjustment: { ...adjustment, amountCents: toCents(after) } }];
  });
}

/** Each correction's row: of rows that are alike the one with its reason and amount, then with its reason, then the first. */
function foundCorrections(context: ExportContext, { cells }: WorkbookReview): FoundCorrection[] {
  const rowsOf = new Map<string, number[]>();
  const last = cells.lastRow(CORRECTIONS_SHEET);
  for (let row = FIRST_CORRECTION_ROW; row <= last; row++) {
    const key = KEY_COLUMNS.map((column) => cells.text(CORRECTIONS_SHEET, row, column)).join(SEPARATOR);
    rowsOf.set(key, [...(rowsOf.get(key) ?? []), row]);
  }
  const lines = correctionLines(context).map((line) => {
    const texts = correctionCells(context, line.rep, line.adjustment).map(({ value }) => String(value ?? ''));
    return { ...line, texts, key: KEY_COLUMNS.map((column) => texts[column]).join(SEPARATOR) };
  });
  const rows = new Map<PayAdjustment, number>();
  for (const told of [[REASON_AT, AMOUNT_AT], [REASON_AT], []]) {
    for (const { adjustment, key, texts } of lines) {
      if (rows.has(adjustment)) continue;
      const free = rowsOf.get(key) ?? [];
      const row = free.find((each) =>
        told.every((column) => cells.text(CORRECTIONS_SHEET, each, column) === texts[column]),
      );
      if (row === undefined) continue;
      rows.set(adjustment, row);
      free.splice(free.indexOf(row), 1);
    }
  }
  return lines.map(({ rep, adjustment }) => ({ rep, adjustment, row: rows.get(adjustment) ?? null }));
}
