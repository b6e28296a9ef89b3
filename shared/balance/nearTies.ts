import type { Blocks } from './blocks';
import type { Candidates } from './candidates';
import type { BlockDistances } from './distances';

/** A choice between two territories that costs a block hardly anything at the present prices. */
export interface NearTies {
  readonly count: number;
  readonly block: Int32Array;
  /** The lower-numbered and the higher-numbered territory of the pair. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** weight · (priced km to second − priced km to first): what the block regrets at second. */
  readonly regretToSecond: Float64Array;
  /** Entries that touch territory j: [touchStart[j], touchStart[j + 1]) of each list below. */
  readonly touchStart: Int32Array;
  /** The entries of each territory by growing load, one list a measure. */
  readonly touchBySize: readonly Int32Array[];
  /** The loads of the entries in touchBySize. */
  readonly touchSize: readonly Float64Array[];
}

/** Regrets beyond the longest way on Earth are of territories that may not serve the block. */
const FARTHEST_KM = 25_000;

/** Blocks looked at between two yields. */
const SLICE_BLOCKS = 10_000;

/** Territories whose regrets are sorted between two yields. */
const SLICE_SORTS = 50;

/** At most this many territories of one block take part. */
const MOST_CHOICES = 5;

/** Prices added to the way: the score by which a block chooses its territory. */
export function pricedKm(
  blocks: Blocks,
  km: BlockDistances,
  price: Float64Array,
  block: number,
  territory: number,
): number {
  const { measureCount, territoryCount, load, weight } = blocks;
  let priced = km[block * territoryCount + territory]!;
  for (let m = 0; m < measureCount; m++) {
    priced += (load[block * measureCount + m]! / weight[block]!) * price[territory * measureCount + m]!;
  }
  return priced;
}

/** Regret of block b at its candidate of the given rank, in activity-km. */
function regretAt(
  blocks: Blocks,
  km: BlockDistances,
  price: Float64Array,
  candidates: Candidates,
  b: number,
  rank: number,
): number {
  const at = b * candidates.width;
  const least = pricedKm(blocks, km, price, b, candidates.territory[at]!);
  return pricedKm(blocks, km, price, b, candidates.territory[at + rank]!) - least;
}

/**
 * For every territory the regret within which `wanted` blocks could come to it or leave it. A remote
 * territory needs a wider net than one in a crowd.
 */
function* regretLimits(
  blocks: Blocks,
  km: BlockDistances,
  price: Float64Array,
  candidates: Candidates,
  wanted: number,
): Generator<void, Float64Array> {
  const regrets: number[][] = Array.from({ length: blocks.territoryCount }, () => []);
  for (let b = 0; b < blocks.count; b++) {
    if (b % SLICE_BLOCKS === SLICE_BLOCKS - 1) yield;
    const home = candidates.territory[b * candidates.width]!;
    for (let rank = 1; rank < Math.min(MOST_CHOICES, candidates.width); rank++) {
      const regret = regretAt(blocks, km, price, candidates, b, rank);
      if (regret > FARTHEST_KM) break;
      if (rank === 1) regrets[home]!.push(regret);
      regrets[candidates.territory[b * candidates.width + rank]!]!.push(regret);
    }
  }
  const limits = new Float64Array(blocks.territoryCount);
  for (const [j, list] of regrets.entries()) {
    if (j % SLICE_SORTS === 0) yield;
    const sorted = Float64Array.from(list).sort();
    limits[j] = sorted[Math.min(sorted.length - 1, wanted)] ?? 0;
  }
  return limits;
}

/** For every territory the entries that touch it, by growing load of each measure. */
function touchLists(
  blocks: Blocks,
  ties: Pick<NearTies, 'count' | 'block' | 'first' | 'second'>,
): Pick<NearTies, 'touchStart' | 'touchBySize' | 'touchSize'> {
  const { territoryCount, measureCount, load } = blocks;
  const touchStart = new Int32Array(territoryCount + 1);
  for (let e = 0; e < ties.count; e++) {
    touchStart[ties.first[e]! + 1]!++;
    touchStart[ties.second[e]! + 1]!++;
  }
  for (let j = 0; j < territoryCount; j++) touchStart[j + 1]! += touchStart[j]!;
  const touchBySize: Int32Array[] = [];
  const touchSize: Float64Array[] = [];
  // Entries of one block stand together and are of one size: blocks are sorted, not entries.
  const runs = Int32Array.from(ties.block.keys()).filter(
    (e) => e === 0 || ties.block[e] !== ties.block[e - 1],
  );
  for (let m = 0; m < measureCount; m++) {
    const loadOf = (e: number): number => load[ties.block[e]! * measureCount + m]!;
    const next = touchStart.slice();
    const list = new Int32Array(2 * ties.count);
    const sizes = new Float64Array(list.length);
    for (const run of runs.slice().sort((a, b) => loadOf(a) - loadOf(b) || a - b)) {
      for (let e = run; e < ties.count && ties.block[e] === ties.block[run]; e++) {
        for (const j of [ties.first[e]!, ties.second[e]!]) {
          sizes[next[j]!] = loadOf(e);
          list[next[j]!++] = e;
        }
      }
    }
    touchBySize.push(list);
    touchSize.push(sizes);
  }
  return { touchStart, touchBySize, touchSize };
}

/**
 * Collects the near-ties of a plan: for every territory the `wanted` blocks that lose least by coming or
 * leaving, with every pair of territories among their choices.
 */
export function* collectNearTies(
  blocks: Blocks,
  km: BlockDistances,
  price: Float64Array,
  candidates: Candidates,
  wanted: number,
): Generator<void, NearTies> {
  const limits = yield* regretLimits(blocks, km, price, candidates, wanted);
  const { weight } = blocks;
  const entries: { block: number; first: number; second: number }[] = [];
  const choices: number[] = [];
  for (let b = 0; b < blocks.count; b++) {
    if (b % SLICE_BLOCKS === SLICE_BLOCKS - 1) yield;
    const at = b * candidates.width;
    const home = candidates.territory[at]!;
    choices.length = 0;
    choices.push(home);
    for (let rank = 1; rank < Math.min(MOST_CHOICES, candidates.width); rank++) {
      const j = candidates.territory[at + rank]!;
      if (regretAt(blocks, km, price, candidates, b, rank) <= Math.max(limits[j]!, limits[home]!))
        choices.push(j);
    }
    for (let x = 0; x < choices.length; x++) {
      for (let y = x + 1; y < choices.length; y++) {
        const first = Math.min(choices[x]!, choices[y]!);
        const second = Math.max(choices[x]!, choices[y]!);
        entries.push({ block: b, first, second });
      }
    }
  }
  yield;
  const count = entries.length;
  const ties = {
    count,
    block: Int32Array.from(entries, (entry) => entry.block),
    first: Int32Array.from(entries, (entry) => entry.first),
    second: Int32Array.from(entries, (entry) => entry.second),
    regretToSecond: Float64Array.from(
      entries,
      ({ block, first, second }) =>
        weight[block]! *
        (pricedKm(blocks, km, price, block, second) - pricedKm(blocks, km, price, block, first)),
    ),
  };
  yield;
  return { ...ties, ...touchLists(blocks, ties) };
}
