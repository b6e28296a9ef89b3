import { attributeText, type AccountTable } from '../../model/accountTable';
import { foldText } from '../../geo/geocoderNames';
import { postalKey } from '../../geo/geocoderPostal';
import { idKey } from '../../model/salesforceId';

export interface RowMatch {
  /** Index in the merged table of each incoming row: an existing row, or a new one behind them. */
  readonly existingOf: Int32Array;
  /** Incoming rows that are new, in order. */
  readonly addedRows: Int32Array;
  /** Their ids in the merged table; a made-up id that is taken gets a number. */
  readonly addedIds: readonly string[];
}

/** Ids that import made up from a row number, because the list had none (accountIdentity.ts). */
function isMadeUp(id: string): boolean {
  return /^row-\d+$/.test(id);
}

/** Which existing account each incoming row is. */
export function matchRows(existing: AccountTable, incoming: AccountTable): RowMatch {
  const rowOfId = new Map<string, number>();
  existing.ids.forEach((id, row) => {
    if (!isMadeUp(id)) rowOfId.set(idKey(id), row);
  });
  const rowOfPlace = uniquePlaces(existing);
  const taken = new Set(existing.ids);
  const claimed = new Set<number>();
  const existingOf = new Int32Array(incoming.rowCount);
  const addedRows: number[] = [];
  const addedIds: string[] = [];
  for (let row = 0; row < incoming.rowCount; row++) {
    const id = incoming.ids[row]!;
    // A made-up id says nothing about the account; its name and place do, if one account only has them.
    const found = isMadeUp(id) ? rowOfPlace.get(placeOf(incoming, row)) : rowOfId.get(idKey(id));
    if (found !== undefined && found >= 0 && !claimed.has(found)) {
      claimed.add(found);
      existingOf[row] = found;
      continue;
    }
    existingOf[row] = existing.rowCount + addedRows.length;
    addedRows.push(row);
    let free = id;
    for (let count = 2; taken.has(free); count++) free = `${id} (${count})`;
    taken.add(free);
    addedIds.push(free);
  }
  return { existingOf, addedRows: Int32Array.from(addedRows), addedIds };
}

/** Accounts by name and place; -1 where several are alike. */
function uniquePlaces(table: AccountTable): Map<string, number> {
  const rows = new Map<string, number>();
  for (let row = 0; row < table.rowCount; row++) {
    if (table.removed[row]) continue;
    const key = placeOf(table, row);
    rows.set(key, rows.has(key) ? -1 : row);
  }
  return rows;
}

function placeOf(table: AccountTable, row: number): string {
  const postal = postalKey(attributeText(table, 'postal', row));
  const place = postal || `${attributeText(table, 'city', row)}, ${attributeText(table, 'region', row)}`;
  return `${foldText(table.names[row]!)}\u0001${foldText(place)}`;
}
