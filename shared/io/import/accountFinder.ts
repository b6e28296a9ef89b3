import { foldText } from '../../geo/geocoderNames';
import { idKey } from '../../model/salesforceId';

/** Accounts that a text may name as a parent. */
export interface NamedAccounts {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** 1 where the account is no more; left out = all are there. */
  readonly removed?: Uint8Array;
}

/**
 * Finds accounts by id, else by a name that one account only has.
 * Ids are compared as Salesforce does: 15 and 18 characters are one.
 * @returns from a text to the account's row, -1 where none or several are meant
 */
export function accountFinder({ ids, names, removed }: NamedAccounts): (text: string) => number {
  const rowOfId = new Map<string, number>();
  const rowOfName = new Map<string, number>();
  ids.forEach((id, row) => {
    if (removed?.[row]) return;
    rowOfId.set(idKey(id), row);
    const name = foldText(names[row]!);
    rowOfName.set(name, rowOfName.has(name) ? -1 : row);
  });
  return (text) => rowOfId.get(idKey(text)) ?? rowOfName.get(foldText(text)) ?? -1;
}
