import { UNREACHABLE_KM, type Blocks } from './blocks';
import type { BlockDistances } from './distances';

/** Distances are Float32: this share covers their rounding, so that the bound stays a bound. */
const FLOAT32_SHARE = 1.3e-7;

/** Longest way on Earth, km; covers the hair that idle units are priced at. */
const LONGEST_KM = 20_040;

/** Corridor of the load that can move: what the fixed load leaves, never below 0. */
export function movableCorridor(blocks: Blocks): { lower: Float64Array; upper: Float64Array } {
  const { lower, upper, fixedLoad } = blocks.targets;
  return {
    lower: lower.map((value, at) => Math.max(0, value - fixedLoad[at]!)),
    upper: upper.map((value, at) => Math.max(0, value - fixedLoad[at]!)),
  };
}

/**
 * g(u) = Σ wᵢ minⱼ(dᵢⱼ + rᵢ·uⱼ) − Σ max(u·U, u·L) over all territories, for blocks [from, to).
 * @returns the sum over these blocks alone; add corridorTerm once
 */
export function boundOfBlocks(
  blocks: Blocks,
  km: BlockDistances,
  price: Float64Array,
  from: number,
  to: number,
): number {
  const { territoryCount, measureCount, weight, load } = blocks;
  let sum = 0;
  for (let b = from; b < to; b++) {
    const w = weight[b]!;
    let least = Infinity;
    for (let j = 0; j < territoryCount; j++) {
      const d = km[b * territoryCount + j]!;
      if (d >= UNREACHABLE_KM) continue;
      let value = w * d;
      for (let m = 0; m < measureCount; m++)
        value += load[b * measureCount + m]! * price[j * measureCount + m]!;
      if (value < least) least = value;
    }
    if (least < Infinity) sum += least;
  }
  return sum;
}

/** − Σ max(u·U, u·L): what the corridor gives back. */
export function corridorTerm(price: Float64Array, lower: Float64Array, upper: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < price.length; at++) sum -= Math.max(price[at]! * upper[at]!, price[at]! * lower[at]!);
  return sum;
}

/** Rounds a computed bound down by what single precision and idle units could have added. */
export function roundBoundDown(blocks: Blocks, bound: number): number {
  let hair = 0;
  const given = blocks.problem.travelActivity;
  for (let i = 0; i < given.length; i++) {
    const own = given[i]!;
    hair += blocks.activity[i]! - (Number.isFinite(own) && own > 0 ? own : 0);
  }
  const idle = hair > 1e-12 ? hair * LONGEST_KM : 0;
  return Math.max(0, bound - Math.abs(bound) * FLOAT32_SHARE - idle);
}
