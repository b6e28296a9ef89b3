import { areWholeNumbers, patchedKeys, type RankedTexts } from './patchedKeys';
import type { ColumnSource } from './tableColumns';
import { rankTexts } from './textRanks';

/** Keys by the array that they were made from. Columns are immutable, so an entry never grows stale. */
const keysOf = new WeakMap<object, Float64Array>();

/**
 * Numbers to sort a column by, one a row: values of measures, else alphabetical ranks; NaN where a row has
 * nothing. Dictionary-coded columns rank their few distinct texts, not their rows.
 */
export function columnKeys(source: ColumnSource): Float64Array {
  switch (source.kind) {
    case 'measure':
      return source.measure.values;
    case 'name':
    case 'id':
      return known(source.texts, () => keysNear(source.kind, source.texts));
    case 'attribute':
      return known(source.attribute.codes, () =>
        dictionaryKeys(source.attribute.dictionary, source.attribute.codes),
      );
    case 'place':
      return known(source.codes, () => Float64Array.from(source.codes));
    case 'territory':
      return known(source.codes, () => dictionaryKeys(source.dictionary, source.codes));
  }
}

function known(made: object, make: () => Float64Array): Float64Array {
  const keys = keysOf.get(made) ?? make();
  keysOf.set(made, keys);
  return keys;
}

/** The last texts ranked, by what they are: after an edit most are the same. */
const ranked = new Map<'name' | 'id', RankedTexts>();

function keysNear(kind: 'name' | 'id', texts: readonly string[]): Float64Array {
  const before = ranked.get(kind);
  const keys = (before && patchedKeys(before, texts)) ?? idKeys(texts);
  ranked.set(kind, { texts, keys, areNumbers: areWholeNumbers(texts) });
  return keys;
}

/** Ids that are all whole numbers sort as numbers: 9 before 10. */
function idKeys(texts: readonly string[]): Float64Array {
  if (areWholeNumbers(texts)) return Float64Array.from(texts, (text) => (text === '' ? NaN : Number(text)));
  const ranks = rankTexts(texts);
  return Float64Array.from(texts, (text, row) => (text === '' ? NaN : ranks[row]!));
}

function dictionaryKeys(dictionary: readonly string[], codes: Int32Array): Float64Array {
  const keyOfCode = idKeys(dictionary);
  const keys = new Float64Array(codes.length);
  for (let row = 0; row < codes.length; row++) keys[row] = keyOfCode[codes[row]!]!;
  return keys;
}
