import { UNREACHABLE_KM, type Blocks } from './blocks';
import type { Candidates } from './candidates';
import type { BlockDistances } from './distances';
import { pricedKm } from './nearTies';

/** Distances are Float32: this share covers their rounding, so that the bound stays a bound. */
const FLOAT32_SHARE = 1.3e-7;

/**
 * The least that a block can add to g(u) = Σ minⱼ(wᵢdᵢⱼ + aᵢ·uⱼ) − Σ max(u·U, u·L), over all territories, with
 * no more than its own activity counted.
 */
function leastOfBlock(blocks: Blocks, km: BlockDistances, price: Float64Array, b: number): number {
  const { territoryCount, measureCount, weight, load, ownShare } = blocks;
  const w = weight[b]! * ownShare[b]!;
  let least = Infinity;
  for (let j = 0; j < territoryCount; j++) {
    const d = km[b * territoryCount + j]!;
    if (d >= UNREACHABLE_KM) continue;
    let value = w * d;
    for (let m = 0; m < measureCount; m++)
      value += load[b * measureCount + m]! * price[j * measureCount + m]!;
    if (value < least) least = value;
  }
  return least < Infinity ? least : 0;
}

/**
 * g(u) of blocks [from, to).
 * @returns the sum over these blocks alone; add corridorTerm once
 */
export function boundOfBlocks(
  blocks: Blocks,
  km: BlockDistances,
  price: Float64Array,
  from: number,
  to: number,
): number {
  let sum = 0;
  for (let b = from; b < to; b++) sum += leastOfBlock(blocks, km, price, b);
  return sum;
}

/**
 * g(u) of all blocks, where the cheapest territory of each at the prices is known. Idle blocks, whose priced
 * activity is more than their own, are looked at afresh.
 */
export function boundAtChoices(
  blocks: Blocks,
  km: BlockDistances,
  price: Float64Array,
  { territory, width }: Candidates,
): number {
  let sum = 0;
  for (let b = 0; b < blocks.count; b++) {
    if (blocks.ownShare[b]! < 1) sum += leastOfBlock(blocks, km, price, b);
    else {
      const cheapest = territory[b * width]!;
      if (km[b * blocks.territoryCount + cheapest]! >= UNREACHABLE_KM) continue;
      sum += blocks.weight[b]! * pricedKm(blocks, km, price, b, cheapest);
    }
  }
  return sum;
}

/** − Σ max(u·U, u·L): what the corridor gives back. */
export function corridorTerm(price: Float64Array, lower: Float64Array, upper: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < price.length; at++) sum -= Math.max(price[at]! * upper[at]!, price[at]! * lower[at]!);
  return sum;
}

/** Rounds a computed bound down by what single precision could have added. */
export function roundBoundDown(bound: number): number {
  return Math.max(0, bound - Math.abs(bound) * FLOAT32_SHARE);
}
