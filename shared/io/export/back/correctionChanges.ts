import { fromCents, toCents } from '../../../model/money';
import type { PlanCommand } from '../../../plan/command';
import type { ExportContext } from '../exportContext';
import { CORRECTIONS_SHEET } from '../sheetNames';
import { AMOUNT_AT, correctionLines, FIRST_CORRECTION_ROW } from '../sheets/correctionsSheet';
import type { CellPlace, ProposedEdits, WorkbookReview } from './workbookReview';

/** Amounts of corrections; the sheet keeps its rows, and what stands beside an amount has to be as it was. */
export function correctionChanges(context: ExportContext, review: WorkbookReview): ProposedEdits {
  const { cells } = review;
  if (!cells.has(CORRECTIONS_SHEET)) return [];
  return correctionLines(context).flatMap(({ rep, adjustment }, at): PlanCommand[] => {
    if (adjustment.kind !== 'correction') return [];
    const row = FIRST_CORRECTION_ROW + at;
    const place: CellPlace = [CORRECTIONS_SHEET, row, AMOUNT_AT];
    const isThere =
      cells.text(CORRECTIONS_SHEET, row, 0) === rep &&
      cells.text(CORRECTIONS_SHEET, row, 1) === adjustment.period;
    const what = `Correction of ${rep} in ${adjustment.period}`;
    if (!isThere) {
      review.problem(place, `${what} does not stand in this row any more: put the rows back in their order.`);
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
