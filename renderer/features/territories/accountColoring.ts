import type { AttributeColumn } from '../../../shared/model/accountTable';

/** Kinds of accounts beyond these are told together. */
const MOST_KINDS = 12;

/** Accounts by the values of an attribute. */
export interface AccountKinds {
  /** The kind of each row, by its place in `kinds`; −1 = one of the rest, or no value. */
  readonly codeOfRow: Int32Array;
  /** Most frequent first. */
  readonly kinds: readonly { readonly name: string; readonly count: number }[];
  readonly restCount: number;
}

/** The most frequent values of an attribute, each a kind; equals stand in the order of the dictionary. */
export function accountKinds({ codes, dictionary }: AttributeColumn, removed: Uint8Array): AccountKinds {
  const counts = new Float64Array(dictionary.length);
  let liveCount = 0;
  for (let row = 0; row < codes.length; row++) {
    if (removed[row]) continue;
    counts[codes[row]!]! += 1;
    liveCount++;
  }
  const ranked = [...counts.keys()]
    .filter((code) => counts[code]! > 0 && dictionary[code]!.trim() !== '')
    .sort((a, b) => counts[b]! - counts[a]! || a - b)
    .slice(0, MOST_KINDS);
  const kindOf = new Int32Array(dictionary.length).fill(-1);
  ranked.forEach((code, kind) => (kindOf[code] = kind));
  const kinds = ranked.map((code) => ({ name: dictionary[code]!, count: counts[code]! }));
  return {
    codeOfRow: Int32Array.from(codes, (code) => kindOf[code]!),
    kinds,
    restCount: kinds.reduce((rest, { count }) => rest - count, liveCount),
  };
}
