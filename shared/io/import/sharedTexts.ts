/** Texts remembered of a column; more than the distinct values of most that repeat. */
const SLOTS = 1 << 13;

/** Cells looked at before a column is judged, and the share of them that must have been there before. */
const TRIAL = 4096;
const LEAST_SHARE = 0.25;

/**
 * Gives the cells of a column as texts, the same object where the same text was there before: a list repeats its
 * states, owners and dates, and memory, the collector and every later map of them gain. A column whose texts hardly
 * repeat is cut without looking.
 */
export class SharedTexts {
  private readonly known = new Array<string>(SLOTS).fill('');
  private readonly hashes = new Int32Array(SLOTS);
  private looked = 0;
  private found = 0;
  private isWorthIt = true;

  /** The text from `start` to `end`. */
  slice(text: string, start: number, end: number): string {
    if (!this.isWorthIt) return text.slice(start, end);
    let hash = end - start;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    this.looked++;
    if (this.hashes[slot] === hash && isAt(this.known[slot]!, text, start, end)) {
      this.found++;
      return this.known[slot]!;
    }
    if (this.looked === TRIAL) this.isWorthIt = this.found >= TRIAL * LEAST_SHARE;
    const cut = text.slice(start, end);
    this.hashes[slot] = hash;
    this.known[slot] = cut;
    return cut;
  }
}

function isAt(known: string, text: string, start: number, end: number): boolean {
  if (known.length !== end - start) return false;
  for (let i = 0; i < known.length; i++) {
    if (known.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  }
  return true;
}
