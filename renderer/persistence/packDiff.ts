import type { AccountTable } from '../../shared/model/accountTable';
import type { AccountsChange, PlanChange, PlanDiff } from '../../shared/plan/planDiff';
import { diffAccounts, patchAccounts, type AccountsPatch } from './accountsPatch';

/** A diff as it lies in the journal: tables of accounts are kept as patches. */
export interface PackedDiff {
  readonly label: string;
  readonly changes: readonly PackedChange[];
}

type PackedChange =
  Exclude<PlanChange, AccountsChange> | { readonly kind: 'accountsPatch'; readonly patch: AccountsPatch };

/** The diff made small enough for the journal. */
export function packDiff({ label, changes }: PlanDiff): PackedDiff {
  return {
    label,
    changes: changes.map((change) =>
      change.kind === 'accounts'
        ? { kind: 'accountsPatch', patch: diffAccounts(change.before, change.after) }
        : change,
    ),
  };
}

export interface UnpackedDiff {
  readonly diff: PlanDiff;
  /** The table on the far side of the diff. */
  readonly accounts: AccountTable;
}

/** The diff whole again, from the table that stands before it. */
export function unpackForward({ label, changes }: PackedDiff, accounts: AccountTable): UnpackedDiff {
  let table = accounts;
  const unpacked = changes.map((change): PlanChange => {
    if (change.kind !== 'accountsPatch') return change;
    const before = table;
    table = patchAccounts(before, change.patch, 'forward');
    return { kind: 'accounts', before, after: table };
  });
  return { diff: { label, changes: unpacked }, accounts: table };
}

/** The diff whole again, from the table that stands after it. */
export function unpackBack({ label, changes }: PackedDiff, accounts: AccountTable): UnpackedDiff {
  let table = accounts;
  const unpacked = changes.toReversed().map((change): PlanChange => {
    if (change.kind !== 'accountsPatch') return change;
    const after = table;
    table = patchAccounts(after, change.patch, 'back');
    return { kind: 'accounts', before: table, after };
  });
  return { diff: { label, changes: unpacked.reverse() }, accounts: table };
}
