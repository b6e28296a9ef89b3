import type { AccountTable } from '../../shared/model/accountTable';
import type { BuiltAccounts } from '../../shared/io/import/buildAccounts';
import type { MergeSummary } from './importContract';

/** The plan's table with the list in it, and how the two differ; the list's own table where there is no plan. */
export function mergeBuilt(
  built: BuiltAccounts,
  into: AccountTable | null,
): { readonly table: AccountTable; readonly summary: MergeSummary | null } {
  if (!into || into.rowCount === 0) return { table: built.table, summary: null };
  throw new Error('not yet');
}
