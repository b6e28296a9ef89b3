import { radixOrder } from './radixSort';

/**
 * Alphabetical ranks of texts without asking a collator a million times: seven letters at a time become one
 * whole number, and numbers are radix-sorted; only where letters of other scripts meet is a collator asked.
 * Accents and case don't count; space, then punctuation, then digits, then letters, as collators have it.
 */

const PUNCTUATION = `_-,;:!?.'"()[]{}@*/\\&#%\`^+<=>|~$`;
const ALPHABET = ` ${PUNCTUATION}0123456789abcdefghijklmnopqrstuvwxyz`;
/** Letters of other scripts: after z, and not told apart here. */
const OTHER = ALPHABET.length + 1;
const BASE = 128;
const LETTERS_A_STEP = 7;
/** Below this a comparing sort is faster than counting digits. */
const SMALL_RUN = 64;

const CODE_OF = new Uint8Array(128).fill(1);
for (let i = 0; i < ALPHABET.length; i++) {
  CODE_OF[ALPHABET.charCodeAt(i)] = i + 1;
  CODE_OF[ALPHABET[i]!.toUpperCase().charCodeAt(0)] = i + 1;
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base' });

const NOT_PLAIN = /[^\0-\x7f]/;

function isPlain(text: string): boolean {
  return !NOT_PLAIN.test(text);
}

/** Decomposes accents; texts of plain letters, which most are, pass as they are. */
export function withoutAccents(text: string): string {
  return isPlain(text) ? text : text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

/** Seven letters from an offset as one number; a text's end is 0, so that "ab" comes before "abc". */
function packLetters(text: string, offset: number): number {
  let packed = 0;
  for (let i = offset; i < offset + LETTERS_A_STEP; i++) packed = packed * BASE + letterCode(text, i);
  return packed;
}

function letterCode(text: string, i: number): number {
  if (i >= text.length) return 0;
  const code = text.charCodeAt(i);
  return code < 128 ? CODE_OF[code]! : OTHER;
}

/**
 * Ranks texts from 0 in alphabetical order; texts that differ in case or accents alone share a rank.
 * @returns one rank a text
 */
export function rankTexts(texts: readonly string[]): Int32Array {
  const folded = texts.map(withoutAccents);
  const isForeign = new Uint8Array(texts.length);
  const order = new Int32Array(texts.length);
  for (let i = 0; i < texts.length; i++) {
    isForeign[i] = isPlain(folded[i]!) ? 0 : 1;
    order[i] = i;
  }
  const isNewRank = new Uint8Array(texts.length);
  const runs: [start: number, end: number, offset: number][] = [[0, texts.length, 0]];
  const compare = (a: number, b: number): number =>
    isForeign[a] || isForeign[b]
      ? collator.compare(texts[a]!, texts[b]!)
      : compareLetters(folded[a]!, folded[b]!);

  const sortSmall = (start: number, end: number): void => {
    order.subarray(start, end).sort((a, b) => compare(a, b) || a - b);
    isNewRank[start] = 1;
    for (let i = start + 1; i < end; i++) {
      if (compare(order[i - 1]!, order[i]!) !== 0) isNewRank[i] = 1;
    }
  };

  for (let run = runs.pop(); run; run = runs.pop()) {
    const [start, end, offset] = run;
    const part = order.subarray(start, end);
    if (part.length < SMALL_RUN) {
      sortSmall(start, end);
      continue;
    }
    const keys = new Float64Array(part.length);
    for (let i = 0; i < part.length; i++) keys[i] = packLetters(folded[part[i]!]!, offset);
    const positions = radixOrder(keys);
    const sorted = new Int32Array(part.length);
    for (let i = 0; i < part.length; i++) sorted[i] = part[positions[i]!]!;
    part.set(sorted);
    for (let i = 0; i < part.length;) {
      const key = keys[positions[i]!]!;
      let next = i + 1;
      while (next < part.length && keys[positions[next]!] === key) next++;
      isNewRank[start + i] = 1;
      if (next - i > 1) {
        if (hasForeignLetter(part.subarray(i, next), folded, isForeign, offset))
          sortSmall(start + i, start + next);
        // A last letter of 0 says that every text of the run has ended: they are the same.
        else if (key % BASE !== 0) runs.push([start + i, start + next, offset + LETTERS_A_STEP]);
      }
      i = next;
    }
  }

  const ranks = new Int32Array(texts.length);
  for (let i = 0, rank = -1; i < order.length; i++) {
    rank += isNewRank[i]!;
    ranks[order[i]!] = rank;
  }
  return ranks;
}

/** Which of two texts comes first, as rankTexts has it; 0 where they share a rank. */
export function compareTexts(a: string, b: string): number {
  const foldedA = withoutAccents(a);
  const foldedB = withoutAccents(b);
  return isPlain(foldedA) && isPlain(foldedB) ? compareLetters(foldedA, foldedB) : collator.compare(a, b);
}

function compareLetters(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = letterCode(a, i) - letterCode(b, i);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether the letters that made these texts one run hold some that packing can't tell apart. */
function hasForeignLetter(
  run: Int32Array,
  folded: readonly string[],
  isForeign: Uint8Array,
  offset: number,
): boolean {
  for (let i = 0; i < run.length; i++) {
    if (isForeign[run[i]!] && !isPlain(folded[run[i]!]!.slice(offset, offset + LETTERS_A_STEP))) return true;
  }
  return false;
}
