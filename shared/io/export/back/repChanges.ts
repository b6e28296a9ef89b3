import { fromCents, toCents } from '../../../model/money';
import type { Rep } from '../../../model/rep';
import type { ExportContext } from '../exportContext';
import { QUOTAS_SHEET, ROSTER_SHEET } from '../sheetNames';
import { repTimeChanges } from './repTimeChanges';
import type { ProposedEdits, WorkbookReview } from './workbookReview';

/** Columns of Roster and Quotas that are inputs, from 0, with what stands over them. */
const CAPACITY = [6, 'Capacity'] as const;
const BASE_SALARY = [9, 'Base salary'] as const;
const TARGET_INCENTIVE = [10, 'Target incentive'] as const;
const HISTORY = [4, 'History'] as const;
const PIN = [5, 'Pin'] as const;

/** Pins, history, capacity, salary, target incentive, dates and ramp of reps; found by the rep's name in the workbook. */
export function repChanges(context: ExportContext, review: WorkbookReview): ProposedEdits {
  const reps = context.document.reps.flatMap((rep, at): Rep[] => {
    const name = context.repNames[at]!;
    let changed = rep;
    const take = (
      sheet: string,
      [column, header]: readonly [column: number, header: string],
      label: string,
      before: number | null,
      put: (value: number | null) => Partial<Rep>,
    ) => {
      if (!review.hasColumn(sheet, 0, 'Rep') || !review.hasColumn(sheet, column, header)) return;
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
    const row = review.hasColumn(ROSTER_SHEET, 0, 'Rep') ? review.cells.rowOf(ROSTER_SHEET, 0, name) : null;
    const times = row === null ? {} : repTimeChanges(rep, { review, row, name });
    if (Object.keys(times).length > 0) changed = { ...changed, ...times };
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
