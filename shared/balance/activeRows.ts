import type { DualTerms } from './smoothedDual';

/**
 * The rows of a dual near some prices. Rows whose first choice is out of doubt are summed by territory
 * once; the others keep their cheapest candidates, copied together so that a pass over them runs straight
 * through memory.
 */
export interface ActiveRows {
  readonly width: number;
  count: number;
  readonly block: Int32Array;
  /** Territory and km of candidate `rank` at [row * width + rank]. */
  readonly territory: Int32Array;
  readonly km: Float32Array;
  /** Σ load of the settled rows at their first choice, [territory * measureCount + m]. */
  readonly settledLoad: Float64Array;
  /** Σ weight · km of the settled rows. */
  settledCost: number;
}

/** Scores computed between two yields. */
const SLICE_SCORES = 3_000_000;

/** Room for all rows of the terms. */
export function emptyActiveRows(terms: DualTerms, width: number): ActiveRows {
  const bounded = Math.min(width, terms.territoryCount);
  const rows = terms.rows.count;
  return {
    width: bounded,
    count: 0,
    block: new Int32Array(rows),
    territory: new Int32Array(rows * bounded),
    km: new Float32Array(rows * bounded),
    settledLoad: new Float64Array(terms.territoryCount * terms.measureCount),
    settledCost: 0,
  };
}

/**
 * Finds the candidates of every row afresh, over all territories; yields on the way.
 * @param doubtKm a row is settled when its second choice is dearer by more than this,
 * @param driftKm plus twice this much for each unit of load per weight: how far prices may move until the
 *   next refresh
 */
export function* refreshActiveRows(
  active: ActiveRows,
  terms: DualTerms,
  price: Float64Array,
  doubtKm: number,
  driftKm: number,
): Generator<void, void> {
  active.count = 0;
  active.settledCost = 0;
  active.settledLoad.fill(0);
  const slice = Math.max(1, Math.floor(SLICE_SCORES / terms.territoryCount));
  for (let from = 0; from < terms.rows.count; from += slice) {
    refreshSlice(active, terms, price, doubtKm, driftKm, from, Math.min(terms.rows.count, from + slice));
    yield;
  }
}

function refreshSlice(
  active: ActiveRows,
  terms: DualTerms,
  price: Float64Array,
  doubtKm: number,
  driftKm: number,
  from: number,
  to: number,
): void {
  const { km, ratio, territoryCount, measureCount, rows } = terms;
  const { width, territory } = active;
  const score = new Float64Array(width);
  const rank = new Int32Array(width);
  for (let row = from; row < to; row++) {
    const block = rows.block[row]!;
    const base = block * territoryCount;
    const firstRatio = ratio[block * measureCount]!;
    let filled = 0;
    let worst = Infinity;
    for (let j = 0; j < territoryCount; j++) {
      let value = km[base + j]! + firstRatio * price[j * measureCount]!;
      for (let m = 1; m < measureCount; m++) {
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
    if (isSettled(terms, block, width > 1 ? score[1]! - score[0]! : Infinity, doubtKm, driftKm)) {
      settle(active, terms, block, rank[0]!);
      continue;
    }
    const start = active.count * width;
    for (let at = 0; at < width; at++) {
      territory[start + at] = rank[at]!;
      active.km[start + at] = km[base + rank[at]!]!;
    }
    active.block[active.count++] = block;
  }
}

function isSettled(terms: DualTerms, block: number, gap: number, doubtKm: number, driftKm: number): boolean {
  let ratioSum = 0;
  for (let m = 0; m < terms.measureCount; m++) ratioSum += terms.ratio[block * terms.measureCount + m]!;
  return gap > doubtKm + 2 * driftKm * ratioSum;
}

function settle(active: ActiveRows, terms: DualTerms, block: number, j: number): void {
  const { measureCount } = terms;
  active.settledCost += terms.weight[block]! * terms.km[block * terms.territoryCount + j]!;
  for (let m = 0; m < measureCount; m++) {
    active.settledLoad[j * measureCount + m]! += terms.load[block * measureCount + m]!;
  }
}
