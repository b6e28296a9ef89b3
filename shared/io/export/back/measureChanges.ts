import type { ExportContext } from '../exportContext';
import { ACCOUNTS_SHEET, FIRST_MEASURE_AT } from '../sheets/accountsSheet';
import type { CellPlace, ProposedEdits, WorkbookReview } from './workbookReview';

/** Values of accounts' measures; rows are found by id, columns by their heading. All of them are one step. */
export function measureChanges({ document }: ExportContext, review: WorkbookReview): ProposedEdits {
  const { accounts } = document;
  const { cells } = review;
  const rowOfId = new Map(accounts.ids.map((id, row) => [id, row]));
  const last = cells.lastRow(ACCOUNTS_SHEET);
  let isTaken = false;
  const measures = accounts.measures.map((measure, order) => {
    const column = FIRST_MEASURE_AT + order;
    if (cells.text(ACCOUNTS_SHEET, 1, column) !== measure.name) return measure;
    let values: Float64Array | null = null;
    const seen = new Set<number>();
    for (let line = 2; line <= last; line++) {
      const row = rowOfId.get(cells.text(ACCOUNTS_SHEET, line, 0));
      // Of an account that stands in several rows the first counts, as its owner does.
      if (row === undefined || accounts.removed[row] || seen.has(row)) continue;
      seen.add(row);
      const known = measure.values[row]!;
      const before = Number.isFinite(known) ? known : null;
      const place: CellPlace = [ACCOUNTS_SHEET, line, column];
      const after = review.number(place, before, Number.NEGATIVE_INFINITY);
      if (after === undefined) continue;
      const words = {
        what: `${measure.name} of ${accounts.names[row]!}`,
        before: before === null ? 'none' : String(before),
        after: after === null ? 'none' : String(after),
      };
      if (!review.note(place, words)) continue;
      values ??= measure.values.slice();
      values[row] = after ?? Number.NaN;
    }
    if (!values) return measure;
    isTaken = true;
    return { ...measure, values };
  });
  if (!isTaken) return [];
  return [{ kind: 'importAccounts', table: { ...accounts, measures }, fileName: 'values of accounts' }];
}
