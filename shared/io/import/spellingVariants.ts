import type { AttributeColumn } from '../../model/accountTable';
import { foldText, isOneEditAway } from '../../geo/geocoderNames';

export interface Spelling {
  readonly text: string;
  /** Rows that have it. */
  readonly count: number;
}

/** Texts of a column that seem to mean the same; the most frequent comes first and is the one proposed. */
export interface VariantGroup {
  readonly spellings: readonly Spelling[];
}

/** Shorter names differ by a letter and are still different people. */
const FUZZY_FROM_LETTERS = 8;
/** Above this many distinct texts only like keys are joined, since comparing all pairs would take too long. */
const FUZZY_UP_TO_TEXTS = 3000;

/**
 * Finds spelling variants in a column of names (owners, as a rule): other capitals, accents, blanks, order
 * ("Dubois, Claire"), or one letter off.
 * @param removed 1 where the row was removed and does not count
 */
export function findSpellingVariants(column: AttributeColumn, removed?: Uint8Array): VariantGroup[] {
  const counts = new Int32Array(column.dictionary.length);
  for (const [row, code] of column.codes.entries()) if (!removed?.[row]) counts[code]!++;
  const groups = new Map<string, Spelling[]>();
  column.dictionary.forEach((text, code) => {
    if (text === '' || counts[code] === 0) return;
    const key = nameKey(text);
    const spelling = { text, count: counts[code]! };
    const group = groups.get(key);
    if (group) group.push(spelling);
    else groups.set(key, [spelling]);
  });
  if (groups.size <= FUZZY_UP_TO_TEXTS) joinNearKeys(groups);
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({ spellings: group.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)) }));
}

/** Words in alphabetical order, so that "Dubois, Claire" is "Claire Dubois". */
function nameKey(text: string): string {
  return foldText(text)
    .split(/[^\p{L}\p{N}@]+/u)
    .filter(Boolean)
    .sort()
    .join(' ');
}

function joinNearKeys(groups: Map<string, Spelling[]>): void {
  const keys = [...groups.keys()].filter((key) => key.length >= FUZZY_FROM_LETTERS && !/\d/.test(key));
  for (const [index, key] of keys.entries()) {
    const group = groups.get(key);
    if (!group) continue;
    for (const other of keys.slice(index + 1)) {
      const near = groups.get(other);
      if (!near || !isOneEditAway(key, other)) continue;
      group.push(...near);
      groups.delete(other);
    }
  }
}
