import { diffAccounts } from './accountsPatch';
import type { PlanDiff } from './planDiff';

/**
 * The diff made small enough for the history and the journal, which hold every edit of a plan's life: a table that was
 * swapped for another is kept as a patch. It does the same.
 */
export function packDiff({ label, changes }: PlanDiff): PlanDiff {
  return {
    label,
    changes: changes.map((change) =>
      change.kind === 'accounts'
        ? { kind: 'accountsPatch', patch: diffAccounts(change.before, change.after) }
        : change,
    ),
  };
}
