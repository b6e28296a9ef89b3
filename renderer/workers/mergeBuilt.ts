import type { AccountTable } from '../../shared/model/accountTable';
import type { BuiltAccounts } from '../../shared/io/import/buildAccounts';
import { mergeAccounts } from '../../shared/io/import/mergeAccounts';
import type { MergeSummary } from './importContract';

/** Accounts and cells that are named of each kind. */
const NAMED = 200;

/** The plan's table with the list in it, and how the two differ; the list's own table where there is no plan. */
export function mergeBuilt(
  built: BuiltAccounts,
  into: AccountTable | null,
  removesMissing: boolean,
): { readonly table: AccountTable; readonly summary: MergeSummary | null } {
  if (!into || into.rowCount === 0) return { table: built.table, summary: null };
  const merge = mergeAccounts(into, built.table, { removesMissing });
  const summary: MergeSummary = {
    added: merge.added.length,
    changed: merge.changed.length,
    same: merge.sameCount,
    missing: merge.missing.length,
    missingNames: Array.from(merge.missing.subarray(0, NAMED), (row) => into.names[row]!),
    addedNames: Array.from(merge.added.subarray(0, NAMED), (row) => merge.table.names[row]!),
    changes: merge.changes.slice(0, NAMED).map(({ row, column, before, after }) => ({
      account: into.names[row]!,
      column,
      before,
      after,
    })),
    changeCount: merge.changes.length,
  };
  return { table: merge.table, summary };
}
