import type { AccountTable } from '../../shared/model/accountTable';
import { findAttribute } from '../../shared/model/accountTable';
import type { BuildSummary } from './importContract';

/** Distinct owners of a list with their accounts, most first. */
export function countOwners(table: AccountTable): BuildSummary['owners'] {
  const owners = findAttribute(table, 'owner');
  if (!owners) return [];
  const counts = new Int32Array(owners.dictionary.length);
  for (const code of owners.codes) counts[code]!++;
  return owners.dictionary
    .map((name, code) => ({ name, count: counts[code]! }))
    .filter(({ name, count }) => name !== '' && count > 0)
    .sort((a, b) => b.count - a.count);
}
