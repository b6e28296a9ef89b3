import type { ActiveRows } from './activeRows';
import type { Rows } from './candidates';
import type { BlockDistances } from './distances';

/**
 * The dual of the transportation problem, smoothed at temperature ε so that Newton's method works:
 *   G(u) = −ε Σ wᵢ ln Σⱼ exp(−(dᵢⱼ + rᵢ·uⱼ)/ε) − Σ [middle·u + half·√(u² + ε²)]
 * over prices u (km a normalised load). As ε → 0 it becomes the exact dual bound.
 */
export interface DualTerms {
  readonly rows: Rows;
  readonly km: BlockDistances;
  readonly territoryCount: number;
  readonly measureCount: number;
  readonly weight: Float64Array;
  readonly load: Float64Array;
  /** load / weight */
  readonly ratio: Float64Array;
  /** Corridor of the movable load of these rows, [territory * measureCount + m]. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** What one evaluation leaves behind. */
export interface DualEvaluation {
  /** Gradient by price: movable load minus corridor. */
  readonly gradient: Float64Array;
  /** Minus the Hessian, order territoryCount · measureCount, row-major, both triangles. */
  readonly curvature: Float64Array;
}

/** Room for evaluations of a dual with `size` prices. */
export function emptyEvaluation(size: number): DualEvaluation {
  return { gradient: new Float64Array(size), curvature: new Float64Array(size * size) };
}

/** exp(−x) beyond this is nothing at the precision of the sums. */
export const NEGLIGIBLE_EXPONENT = 18;

/** The soft minimum of one row: which candidates take part, and with what share. */
export class RowSoftMin {
  readonly territory: Int32Array;
  readonly share: Float64Array;
  value = 0;

  constructor(width: number) {
    this.territory = new Int32Array(width);
    this.share = new Float64Array(width);
  }

  /** Returns how many candidates take part. */
  evaluate(terms: DualTerms, rows: ActiveRows, row: number, price: Float64Array, epsilon: number): number {
    const { ratio, measureCount } = terms;
    const { width, territory, km } = rows;
    const { share, territory: active } = this;
    const ratioAt = rows.block[row]! * measureCount;
    const firstRatio = ratio[ratioAt]!;
    const start = row * width;
    let least = Infinity;
    for (let at = 0; at < width; at++) {
      const j = territory[start + at]!;
      let score = km[start + at]! + firstRatio * price[j * measureCount]!;
      for (let m = 1; m < measureCount; m++) score += ratio[ratioAt + m]! * price[j * measureCount + m]!;
      share[at] = score;
      if (score < least) least = score;
    }
    const farthest = least + NEGLIGIBLE_EXPONENT * epsilon;
    let kept = 0;
    let sum = 0;
    for (let at = 0; at < width; at++) {
      const score = share[at]!;
      if (score > farthest) continue;
      const part = score === least ? 1 : Math.exp((least - score) / epsilon);
      active[kept] = territory[start + at]!;
      share[kept++] = part;
      sum += part;
    }
    this.value = least;
    if (kept === 1) share[0] = 1;
    else {
      for (let at = 0; at < kept; at++) share[at]! /= sum;
      this.value = least - epsilon * Math.log(sum);
    }
    return kept;
  }
}

function addBand(
  terms: DualTerms,
  price: Float64Array,
  epsilon: number,
  into: DualEvaluation | null,
): number {
  const size = price.length;
  let value = 0;
  for (let at = 0; at < size; at++) {
    const half = (terms.upper[at]! - terms.lower[at]!) / 2;
    const middle = (terms.upper[at]! + terms.lower[at]!) / 2;
    const root = Math.sqrt(price[at]! * price[at]! + epsilon * epsilon);
    value -= middle * price[at]! + half * root;
    if (!into) continue;
    into.gradient[at]! -= middle + (half * price[at]!) / root;
    into.curvature[at * size + at]! += (half * epsilon * epsilon) / (root * root * root);
  }
  return value;
}

function addRow(
  terms: DualTerms,
  soft: RowSoftMin,
  kept: number,
  block: number,
  epsilon: number,
  into: DualEvaluation,
): void {
  const { measureCount, load, weight } = terms;
  const { territory, share } = soft;
  const { gradient, curvature } = into;
  const size = gradient.length;
  for (let m = 0; m < measureCount; m++) {
    const loadM = load[block * measureCount + m]!;
    for (let at = 0; at < kept; at++) gradient[territory[at]! * measureCount + m]! += loadM * share[at]!;
    if (kept === 1) continue;
    for (let l = 0; l < measureCount; l++) {
      const factor = (loadM * load[block * measureCount + l]!) / (weight[block]! * epsilon);
      for (let at = 0; at < kept; at++) {
        const rowAt = (territory[at]! * measureCount + m) * size + l;
        const scaled = factor * share[at]!;
        curvature[rowAt + territory[at]! * measureCount]! += scaled;
        for (let other = 0; other < kept; other++) {
          curvature[rowAt + territory[other]! * measureCount]! -= scaled * share[other]!;
        }
      }
    }
  }
}

function evaluateRows(
  terms: DualTerms,
  rows: ActiveRows,
  price: Float64Array,
  epsilon: number,
  into: DualEvaluation | null,
  soft: RowSoftMin,
  from: number,
  to: number,
): number {
  let value = 0;
  for (let row = from; row < to; row++) {
    const kept = soft.evaluate(terms, rows, row, price, epsilon);
    const block = rows.block[row]!;
    value += terms.weight[block]! * soft.value;
    if (into) addRow(terms, soft, kept, block, epsilon, into);
  }
  return value;
}

/** Rows evaluated between two yields. */
const SLICE_ROWS = 20_000;

/**
 * Value of the smoothed dual at `price`; fills gradient and curvature where `into` is given. Yields on the
 * way.
 */
export function* evaluateDual(
  terms: DualTerms,
  rows: ActiveRows,
  price: Float64Array,
  epsilon: number,
  into: DualEvaluation | null,
): Generator<void, number> {
  const soft = new RowSoftMin(rows.width);
  if (into) {
    into.gradient.set(rows.settledLoad);
    into.curvature.fill(0);
  }
  let value = rows.settledCost;
  for (let at = 0; at < price.length; at++) value += rows.settledLoad[at]! * price[at]!;
  for (let from = 0; from < rows.count; from += SLICE_ROWS) {
    value += evaluateRows(
      terms,
      rows,
      price,
      epsilon,
      into,
      soft,
      from,
      Math.min(rows.count, from + SLICE_ROWS),
    );
    if (from + SLICE_ROWS < rows.count) yield;
  }
  return value + addBand(terms, price, epsilon, into);
}
