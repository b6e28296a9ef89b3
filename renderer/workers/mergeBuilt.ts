import type { AccountTable } from '../../shared/model/accountTable';
import type { BuiltAccounts } from '../../shared/io/import/buildAccounts';
import { mergeAccounts } from '../../shared/io/import/mergeAccounts';
import type { MergeSummary } from './importContract';

/** Named of the accounts that the list no longer has. */
const NAMED = 20;

/** The plan's table with the list in it, and how the two differ; the list's own table where there is no plan. */
export function mergeBuilt(
  built: BuiltAccounts,
  into: AccountTable | null,
): { readonly table: AccountTable; readonly summary: MergeSummary | null } {
  if (!into || into.rowCount === 0) return { table: built.table, summary: null };
  const merge = mergeAccounts(into, built.table);
  const summary: MergeSummary = {
    added: merge.added.length,
    changed: merge.changed.length,
    same: merge.sameCount,
    missing: merge.missing.length,
    missingNames: Array.from(merge.missing.subarray(0, NAMED), (row) => into.names[row]!),
  };
  return { table: merge.table, summary };
}
