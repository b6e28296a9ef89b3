import type { AccountTable, AttributeColumn } from '../../../shared/model/accountTable';

export interface TextFound {
  readonly from: string;
  readonly to: string;
  /** Accounts that have it. */
  readonly count: number;
}

/**
 * Texts of a column that hold what is looked for, capitals aside, and what they become.
 * @param isWhole whether the whole text must be it, blank included; else every place within it is replaced
 */
export function findTexts(
  accounts: AccountTable,
  column: AttributeColumn,
  find: string,
  replaceWith: string,
  isWhole: boolean,
): TextFound[] {
  if (find === '' && !isWhole) return [];
  const counts = new Int32Array(column.dictionary.length);
  for (let row = 0; row < accounts.rowCount; row++) if (!accounts.removed[row]) counts[column.codes[row]!]!++;
  const wanted = find.toLowerCase();
  return column.dictionary
    .map((from, code) => ({ from, to: replaced(from, wanted, replaceWith, isWhole), count: counts[code]! }))
    .filter(({ from, to, count }) => count > 0 && to !== null && to !== from)
    .map(({ from, to, count }) => ({ from, to: to!, count }))
    .sort((a, b) => b.count - a.count);
}

function replaced(text: string, wanted: string, replaceWith: string, isWhole: boolean): string | null {
  const lower = text.toLowerCase();
  if (isWhole) return lower.trim() === wanted.trim() ? replaceWith : null;
  // Lower case may be longer than the text (İ): places would shift, so that such texts are compared as they are.
  const hay = lower.length === text.length ? lower : text;
  let result = '';
  let from = 0;
  for (let at = hay.indexOf(wanted); at >= 0; at = hay.indexOf(wanted, from)) {
    result += text.slice(from, at) + replaceWith;
    from = at + wanted.length;
  }
  return from === 0 ? null : result + text.slice(from);
}
