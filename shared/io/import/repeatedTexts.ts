import { foldText } from '../../geo/geocoderNames';

/** Slots of the count table; twenty times the rows of a large list, so that few texts meet by chance. */
const SLOTS = 1 << 21;

/**
 * Marks texts that may be there more than once, capitals and accents aside: 1 = perhaps, 0 = surely once.
 * In a list of distinct names it spares a map of all of them, at a tenth of the time.
 * @param length letters that count; what follows is not compared
 */
export function markRepeated(texts: readonly string[], length = Infinity): Uint8Array {
  const counts = new Uint8Array(SLOTS);
  const slots = new Uint32Array(texts.length);
  for (let i = 0; i < texts.length; i++) {
    const slot = hash(texts[i]!, length);
    slots[i] = slot;
    if (counts[slot]! < 2) counts[slot]!++;
  }
  const marks = new Uint8Array(texts.length);
  for (let i = 0; i < texts.length; i++) marks[i] = counts[slots[i]!]! > 1 ? 1 : 0;
  return marks;
}

/** FNV-1a over lower-case letters. */
function hash(text: string, length: number): number {
  let state = 0x811c9dc5;
  const end = Math.min(text.length, length);
  for (let at = 0; at < end; at++) {
    let code = text.charCodeAt(at);
    if (code > 127) return hash(asciiOf(foldText(text.slice(0, end))), Infinity);
    if (code >= 65 && code <= 90) code |= 32;
    state = Math.imul(state ^ code, 0x01000193);
  }
  return (state ^ (state >>> 15)) & (SLOTS - 1);
}

/** Letters that folding leaves outside ASCII are hashed by their low bits. */
function asciiOf(text: string): string {
  let ascii = '';
  for (let at = 0; at < text.length; at++) ascii += String.fromCharCode(text.charCodeAt(at) & 127);
  return ascii;
}
