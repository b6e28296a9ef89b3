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

/** Scores computed between two yields, and rows narrowed. */
const SLICE_SCORES = 1_500_000;
const SLICE_ROWS = 15_000;

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
  const { territoryCount, km } = terms;
  const score = new Float64Array(territoryCount);
  const nearest = new NearestScores(active.width);
  for (let row = from; row < to; row++) {
    const block = terms.rows.block[row]!;
    const first = scoreRow(terms, price, block, score);
    // Nothing dearer than this can be chosen before the next refresh.
    const inDoubt = score[first]! + doubtKm + 2 * driftKm * ratioSum(terms, block);
    const count = nearest.collect(score, inDoubt);
    if (count <= 1) {
      settle(active, terms, block, first);
      continue;
    }
    const start = active.count * active.width;
    for (let at = 0; at < active.width; at++) {
      const j = nearest.territory[at < count ? at : 0]!;
      active.territory[start + at] = j;
      active.km[start + at] = at < count ? km[block * territoryCount + j]! : Infinity;
    }
    active.block[active.count++] = block;
  }
}

/**
 * The same from rows found with a wider net, which hold as long as prices drifted less than that net's reach.
 * Looks at their candidates alone, a small part of all distances. Yields on the way.
 */
export function* narrowActiveRows(
  active: ActiveRows,
  wide: ActiveRows,
  terms: DualTerms,
  price: Float64Array,
  doubtKm: number,
  driftKm: number,
): Generator<void, void> {
  const { measureCount, ratio } = terms;
  active.count = 0;
  active.settledCost = wide.settledCost;
  active.settledLoad.set(wide.settledLoad);
  const score = new Float64Array(wide.width);
  const nearest = new NearestScores(active.width);
  for (let row = 0; row < wide.count; row++) {
    if (row % SLICE_ROWS === SLICE_ROWS - 1) yield;
    const block = wide.block[row]!;
    const from = row * wide.width;
    let first = 0;
    for (let at = 0; at < wide.width; at++) {
      const j = wide.territory[from + at]!;
      let value = wide.km[from + at]!;
      for (let m = 0; m < measureCount; m++) {
        value += ratio[block * measureCount + m]! * price[j * measureCount + m]!;
      }
      score[at] = value;
      if (value < score[first]!) first = at;
    }
    const count = nearest.collect(score, score[first]! + doubtKm + 2 * driftKm * ratioSum(terms, block));
    if (count <= 1) {
      settle(active, terms, block, wide.territory[from + first]!);
      continue;
    }
    const start = active.count * active.width;
    for (let at = 0; at < active.width; at++) {
      const rank = from + nearest.territory[at < count ? at : 0]!;
      active.territory[start + at] = wide.territory[rank]!;
      active.km[start + at] = at < count ? wide.km[rank]! : Infinity;
    }
    active.block[active.count++] = block;
  }
}

/** Priced km of a block to every territory; returns the cheapest. */
function scoreRow(terms: DualTerms, price: Float64Array, block: number, score: Float64Array): number {
  const { territoryCount, measureCount, km, ratio } = terms;
  const base = block * territoryCount;
  const firstRatio = ratio[block * measureCount]!;
  let least = Infinity;
  let cheapest = 0;
  for (let j = 0; j < territoryCount; j++) {
    let value = km[base + j]! + firstRatio * price[j * measureCount]!;
    for (let m = 1; m < measureCount; m++) {
      value += ratio[block * measureCount + m]! * price[j * measureCount + m]!;
    }
    score[j] = value;
    if (value < least) {
      least = value;
      cheapest = j;
    }
  }
  return cheapest;
}

/** The few least scores of a row, least first. */
class NearestScores {
  readonly territory: Int32Array;
  private readonly value: Float64Array;

  constructor(private readonly width: number) {
    this.territory = new Int32Array(width);
    this.value = new Float64Array(width);
  }

  /** Takes the least scores up to a limit; returns how many. */
  collect(score: Float64Array, limit: number): number {
    const { width, territory, value } = this;
    let filled = 0;
    let worst = limit;
    for (let j = 0; j < score.length; j++) {
      const own = score[j]!;
      if (own > worst || (filled === width && own === worst)) continue;
      let at = filled < width ? filled++ : width - 1;
      while (at > 0 && value[at - 1]! > own) {
        value[at] = value[at - 1]!;
        territory[at] = territory[at - 1]!;
        at--;
      }
      value[at] = own;
      territory[at] = j;
      if (filled === width) worst = value[width - 1]!;
    }
    return filled;
  }
}

function ratioSum(terms: DualTerms, block: number): number {
  const { ratio, measureCount } = terms;
  let sum = 0;
  for (let m = 0; m < measureCount; m++) sum += ratio[block * measureCount + m]!;
  return sum;
}

function settle(active: ActiveRows, terms: DualTerms, block: number, j: number): void {
  const { measureCount } = terms;
  active.settledCost += terms.weight[block]! * terms.km[block * terms.territoryCount + j]!;
  for (let m = 0; m < measureCount; m++) {
    active.settledLoad[j * measureCount + m]! += terms.load[block * measureCount + m]!;
  }
}
