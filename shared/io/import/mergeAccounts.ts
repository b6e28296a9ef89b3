import type { AccountTable } from '../../model/accountTable';
import { mergeAttributes, mergeMeasures, type CellChange } from './mergeColumns';
import { withPlanParents } from './mergeParents';
import { matchRows } from './mergeMatch';
import { mergePlaces } from './mergePlaces';

export interface AccountMerge {
  /** The existing rows at their indices, changed where the list says so, and the new accounts after them. */
  readonly table: AccountTable;
  /** Indices of new accounts in `table`. */
  readonly added: Int32Array;
  /** Indices of accounts that the list changes; removed ones that come back are among them. */
  readonly changed: Int32Array;
  /** Indices of accounts that are not in the list. They stay, unless `removesMissing`. */
  readonly missing: Int32Array;
  /** Accounts that the list leaves as they are. */
  readonly sameCount: number;
  /** What changes, cell by cell, in row order within each column. */
  readonly changes: readonly CellChange[];
}

export interface MergeSettings {
  /** Accounts that are not in the list are removed (as tombstones, so that indices stay). */
  readonly removesMissing?: boolean;
}

/**
 * Brings a newer list into a plan's accounts, by id: 15- and 18-character Salesforce ids are one; accounts
 * without an id of their own are matched by name and place. Row indices stay, and so do assignments, locks and
 * notes, which hang on them. Columns that the list does not have stay as they are; a place set by hand stays, and a
 * better known place is not given up for a rougher one.
 */
export function mergeAccounts(
  existing: AccountTable,
  incoming: AccountTable,
  settings: MergeSettings = {},
): AccountMerge {
  const match = matchRows(existing, incoming);
  const rowCount = existing.rowCount + match.addedRows.length;
  const changes: CellChange[] = [];
  const names = mergeNames(existing, incoming, match.existingOf, rowCount, changes);
  const columns = { match, rowCount, changes };
  const ids = [...existing.ids, ...match.addedIds];
  const attributes = mergeAttributes(existing, withPlanParents(existing, incoming, match, ids), columns);
  const measures = mergeMeasures(existing, incoming, columns);
  const places = mergePlaces(existing, incoming, columns);
  const removed = new Uint8Array(rowCount);
  removed.set(existing.removed);
  const changedRows = new Set(changes.map(({ row }) => row).filter((row) => row < existing.rowCount));
  const isMatched = new Uint8Array(existing.rowCount);
  for (const row of match.existingOf) {
    if (row < 0 || row >= existing.rowCount) continue;
    isMatched[row] = 1;
    if (removed[row]) changedRows.add(row);
    removed[row] = 0;
  }
  const missing = [...isMatched.keys()].filter((row) => !isMatched[row] && !existing.removed[row]);
  if (settings.removesMissing) for (const row of missing) removed[row] = 1;
  return {
    table: { rowCount, ids, names, ...places, measures, attributes, removed },
    added: Int32Array.from({ length: match.addedRows.length }, (_, i) => existing.rowCount + i),
    changed: Int32Array.from(changedRows).sort(),
    missing: Int32Array.from(missing),
    sameCount: incoming.rowCount - match.addedRows.length - changedRows.size,
    changes,
  };
}

function mergeNames(
  existing: AccountTable,
  incoming: AccountTable,
  existingOf: Int32Array,
  rowCount: number,
  changes: CellChange[],
): readonly string[] {
  const names = [...existing.names, ...new Array<string>(rowCount - existing.rowCount).fill('')];
  existingOf.forEach((row, from) => {
    const after = incoming.names[from]!;
    const before = names[row]!;
    if (row < existing.rowCount && before !== after) changes.push({ row, column: 'Name', before, after });
    names[row] = after;
  });
  return names;
}
