import { findAttribute, type AccountTable } from '../../model/accountTable';
import { accountFinder } from './accountFinder';
import type { RowMatch } from './mergeMatch';

/**
 * A list's accounts with their parents as ids of the plan. The list names parents by its own ids, which may be
 * made up from its row numbers or be the longer form of the plan's; a parent that is not in the list is looked for
 * in the plan, by id or by a name that one account only has.
 * @param mergedIds ids of the merged table
 */
export function withPlanParents(
  existing: AccountTable,
  incoming: AccountTable,
  { existingOf }: RowMatch,
  mergedIds: readonly string[],
): AccountTable {
  const parents = findAttribute(incoming, 'parent');
  if (!parents) return incoming;
  const rowOfId = new Map(incoming.ids.map((id, row) => [id, row]));
  const findInPlan = accountFinder(existing);
  const dictionary = parents.dictionary.map((parent) => {
    if (parent === '') return '';
    const row = rowOfId.get(parent);
    if (row !== undefined) return mergedIds[existingOf[row]!]!;
    const found = findInPlan(parent);
    return found < 0 ? parent : existing.ids[found]!;
  });
  const attributes = incoming.attributes.map((column) =>
    column === parents ? { ...parents, dictionary } : column,
  );
  return { ...incoming, attributes };
}
