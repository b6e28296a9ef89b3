import { compareTexts } from './textRanks';

/** Texts and the numbers that put them in order; equal texts have equal numbers, none has NaN. */
export interface RankedTexts {
  readonly texts: readonly string[];
  readonly keys: Float64Array;
  /** The texts are all whole numbers, and the keys those numbers. */
  readonly areNumbers: boolean;
}

/** With more changes than these it is quicker to rank all anew. */
const MOST_CHANGES = 12;

const WHOLE_NUMBER = /^\d{1,15}$/;

/** Whether texts sort as numbers: each is a whole one, or nothing. */
export function areWholeNumbers(texts: readonly string[]): boolean {
  return texts.every((text) => text === '' || WHOLE_NUMBER.test(text));
}

/**
 * Keys after a few texts were changed, in one pass a change: a new text's key lies between those of its
 * neighbours.
 * @returns null where all must be ranked anew
 */
export function patchedKeys(before: RankedTexts, texts: readonly string[]): Float64Array | null {
  const changed = changedRows(before.texts, texts);
  // One text may decide whether all are numbers.
  if (!changed || areWholeNumbers(texts) !== before.areNumbers) return null;
  const keys = before.keys.slice();
  const present = [...before.texts];
  for (const row of changed) {
    const text = texts[row]!;
    const key = before.areNumbers ? numberKey(text) : keyBetween(present, keys, text, row);
    if (key === null) return null;
    keys[row] = key;
    present[row] = text;
  }
  return keys;
}

function changedRows(before: readonly string[], after: readonly string[]): number[] | null {
  if (before.length !== after.length) return null;
  const rows: number[] = [];
  for (let row = 0; row < after.length; row++) {
    if (before[row] === after[row]) continue;
    rows.push(row);
    if (rows.length > MOST_CHANGES) return null;
  }
  return rows;
}

function numberKey(text: string): number {
  return text === '' ? Number.NaN : Number(text);
}

/** @returns null where no number is left between the neighbours */
function keyBetween(
  texts: readonly string[],
  keys: Float64Array,
  text: string,
  exceptRow: number,
): number | null {
  if (text === '') return Number.NaN;
  let below = -Infinity;
  let above = Infinity;
  for (let row = 0; row < texts.length; row++) {
    const key = keys[row]!;
    // Only keys between the neighbours found so far can tell more.
    if (row === exceptRow || !(key > below && key < above)) continue;
    const order = compareTexts(texts[row]!, text);
    if (order === 0) return key;
    if (order < 0) below = key;
    else above = key;
  }
  if (below === -Infinity) return above === Infinity ? 0 : above - 1;
  if (above === Infinity) return below + 1;
  const between = (below + above) / 2;
  return between > below && between < above ? between : null;
}
