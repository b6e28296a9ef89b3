import type { BlockDistances } from './distances';

/** The nearest territories by priced distance, `width` a row, nearest first. */
export interface Candidates {
  readonly width: number;
  /** Territory at [row * width + rank]. */
  readonly territory: Int32Array;
}

/** What the relaxation leaves to a plan: its prices, each block's cheapest territories, and them rounded. */
export interface Relaxed {
  readonly price: Float64Array;
  readonly candidates: Candidates;
  readonly rounded: Int32Array;
}

/** The blocks a dual step works on: all of them, or a sample. */
export interface Rows {
  readonly count: number;
  /** Block of each row. */
  readonly block: Int32Array;
}

/** Rows of every block in order. */
export function allRows(count: number): Rows {
  return { count, block: Int32Array.from({ length: count }, (_, index) => index) };
}

/** Room for the candidates of `rows` rows. */
export function emptyCandidates(rows: number, territoryCount: number, width: number): Candidates {
  const bounded = Math.min(width, territoryCount);
  return { width: bounded, territory: new Int32Array(rows * bounded) };
}

/**
 * Finds, for rows [from, to), the candidates by km + Σ ratio · price over all territories.
 * @param ratio load / weight of each block and measure
 * @param price km a normalised load, [territory * measureCount + m]
 */
export function refreshCandidates(
  candidates: Candidates,
  rows: Rows,
  km: BlockDistances,
  ratio: Float64Array,
  price: Float64Array,
  territoryCount: number,
  measureCount: number,
  from: number,
  to: number,
): void {
  const { width, territory } = candidates;
  const score = new Float64Array(width);
  const rank = new Int32Array(width);
  for (let row = from; row < to; row++) {
    const block = rows.block[row]!;
    const base = block * territoryCount;
    let filled = 0;
    let worst = Infinity;
    for (let j = 0; j < territoryCount; j++) {
      let value = km[base + j]!;
      for (let m = 0; m < measureCount; m++) {
        value += ratio[block * measureCount + m]! * price[j * measureCount + m]!;
      }
      if (filled === width && value >= worst) continue;
      let at = filled < width ? filled++ : width - 1;
      while (at > 0 && score[at - 1]! > value) {
        score[at] = score[at - 1]!;
        rank[at] = rank[at - 1]!;
        at--;
      }
      score[at] = value;
      rank[at] = j;
      if (filled === width) worst = score[width - 1]!;
    }
    for (let at = 0; at < width; at++) territory[row * width + at] = rank[at]!;
  }
}
