import { fromCents, toCents } from '../../../model/money';
import type { Rep } from '../../../model/rep';
import type { ExportContext } from '../exportContext';
import { QUOTAS_SHEET, ROSTER_SHEET } from '../sheetNames';
import type { ProposedEdits, WorkbookReview } from './workbookReview';

/** Columns of Roster and Quotas that are inputs, from 0. */
const CAPACITY = 6;
const BASE_SALARY = 9;
const TARGET_INCENTIVE = 10;
const HISTORY = 4;
const PIN = 5;

/** Pins, history, capacity, salary and target incentive of reps; found by the rep's name in the workbook. */
export function repChanges(context: ExportContext, review: WorkbookReview): ProposedEdits {
  const reps = context.document.reps.flatMap((rep, at): Rep[] => {
    const name = context.repNames[at]!;
    let changed = rep;
    const take = (
      sheet: string,
      column: number,
      label: string,
      before: number | null,
      put: (value: number | null) => Partial<Rep>,
    ) => {
      const row = review.cells.rowOf(sheet, 0, name);
      if (row === null) return;
      const after = review.number([sheet, row, column], before);
      if (after === undefined) return;
      const what = `${label} of ${name}`;
      if (review.note([sheet, row, column], { what, before: words(before), after: words(after) })) {
        changed = { ...changed, ...put(after) };
      }
    };
    const cents = (value: number | null) => (value === null ? null : fromCents(value));
    take(ROSTER_SHEET, CAPACITY, 'Capacity', rep.capacityRatio, (value) => ({ capacityRatio: value ?? 0 }));
    take(ROSTER_SHEET, BASE_SALARY, 'Base salary', fromCents(rep.baseSalaryCents), (value) => ({
      baseSalaryCents: toCents(value ?? 0),
    }));
    take(
      ROSTER_SHEET,
      TARGET_INCENTIVE,
      'Target incentive',
      fromCents(rep.targetIncentiveCents),
      (value) => ({
        targetIncentiveCents: toCents(value ?? 0),
      }),
    );
    take(QUOTAS_SHEET, HISTORY, 'History', cents(rep.historyCents), (value) => ({
      historyCents: value === null ? null : toCents(value),
    }));
    take(QUOTAS_SHEET, PIN, 'Pinned quota', cents(rep.quotaPinCents), (value) => ({
      quotaPinCents: value === null ? null : toCents(value),
    }));
    return changed === rep ? [] : [changed];
  });
  return reps.length === 0 ? [] : [{ kind: 'putReps', reps }];
}

const words = (value: number | null) => (value === null ? 'none' : String(value));
