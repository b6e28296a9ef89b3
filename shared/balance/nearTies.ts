import type { Blocks } from './blocks';
import type { Candidates, Relaxed } from './candidates';
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

/** Near-ties whose regrets are computed between two yields. */
const SLICE_ENTRIES = 40_000;

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

/** Near-ties wanted: blocks for each territory, and for each border of two. */
export interface TiesWanted {
  readonly ofTerritory: number;
  /** Of blocks at home on one side whose next choice is the other: twins would take all of each other's. */
  readonly ofBorder: number;
}

/** Up to which regret blocks take part. */
interface RegretLimits {
  /** By territory that a block comes to or leaves. */
  readonly ofTerritory: Float64Array;
  /** Of blocks at home in one territory whose next choice is another, by home · territories + next. */
  readonly ofPair: ReadonlyMap<number, number>;
}

/** The number at a place of a list in growing order, its last where it is shorter; 0 where it is empty. */
function nthLeast(list: readonly number[], place: number): number {
  const sorted = Float64Array.from(list).sort();
  return sorted[Math.min(sorted.length - 1, place)] ?? 0;
}

function addTo(lists: Map<number, number[]>, key: number, value: number): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
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
  wanted: TiesWanted,
): Generator<void, RegretLimits> {
  const pairs = new Map<number, number[]>();
  const regrets: number[][] = Array.from({ length: blocks.territoryCount }, () => []);
  for (let b = 0; b < blocks.count; b++) {
    if (b % SLICE_BLOCKS === SLICE_BLOCKS - 1) yield;
    const home = candidates.territory[b * candidates.width]!;
    for (let rank = 1; rank < Math.min(MOST_CHOICES, candidates.width); rank++) {
      const j = candidates.territory[b * candidates.width + rank]!;
      const regret = regretAt(blocks, km, price, candidates, b, rank);
      if (regret > FARTHEST_KM) break;
      if (rank === 1) {
        regrets[home]!.push(regret);
        if (wanted.ofBorder > 0) addTo(pairs, home * blocks.territoryCount + j, regret);
      }
      regrets[j]!.push(regret);
    }
  }
  const ofTerritory = new Float64Array(blocks.territoryCount);
  for (const [j, list] of regrets.entries()) {
    if (j % SLICE_SORTS === 0) yield;
    ofTerritory[j] = nthLeast(list, wanted.ofTerritory);
  }
  const ofPair = new Map<number, number>();
  for (const [pair, list] of pairs) ofPair.set(pair, nthLeast(list, wanted.ofBorder));
  return { ofTerritory, ofPair };
}

/** For every territory the entries that touch it, by growing load of each measure. */
function* touchLists(
  blocks: Blocks,
  ties: Pick<NearTies, 'count' | 'block' | 'first' | 'second'>,
): Generator<void, Pick<NearTies, 'touchStart' | 'touchBySize' | 'touchSize'>> {
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
  yield;
  for (let m = 0; m < measureCount; m++) {
    const loadOf = (e: number): number => load[ties.block[e]! * measureCount + m]!;
    const next = touchStart.slice();
    const list = new Int32Array(2 * ties.count);
    const sizes = new Float64Array(list.length);
    const growing = runs.slice().sort((a, b) => loadOf(a) - loadOf(b) || a - b);
    yield;
    for (const [at, run] of growing.entries()) {
      if (at % SLICE_BLOCKS === SLICE_BLOCKS - 1) yield;
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

/** Entries as they are found, one number each. */
interface TieEntries {
  readonly block: number[];
  /** The lower-numbered and the higher-numbered territory of the pair. */
  readonly first: number[];
  readonly second: number[];
}

/** Adds an entry of a block for every pair of its choices. */
function addPairs({ block, first, second }: TieEntries, b: number, choices: readonly number[]): void {
  for (let x = 0; x < choices.length; x++) {
    for (let y = x + 1; y < choices.length; y++) {
      block.push(b);
      first.push(Math.min(choices[x]!, choices[y]!));
      second.push(Math.max(choices[x]!, choices[y]!));
    }
  }
}

/** True where a territory can be within its corridor with a block and without it. */
function fitsCorridor({ measureCount, load, targets }: Blocks, b: number, j: number): boolean {
  for (let m = 0; m < measureCount; m++) {
    const at = j * measureCount + m;
    if (load[b * measureCount + m]! > targets.upper[at]! - targets.lower[at]!) return false;
  }
  return true;
}

function* regretsToSecond(
  blocks: Blocks,
  km: BlockDistances,
  price: Float64Array,
  { block, first, second }: TieEntries,
): Generator<void, Float64Array> {
  const regrets = new Float64Array(block.length);
  for (const [e, b] of block.entries()) {
    if (e % SLICE_ENTRIES === SLICE_ENTRIES - 1) yield;
    regrets[e] =
      blocks.weight[b]! *
      (pricedKm(blocks, km, price, b, second[e]!) - pricedKm(blocks, km, price, b, first[e]!));
  }
  return regrets;
}

/**
 * Collects the near-ties of a plan: for every territory, and every border of two, the blocks wanted that lose least
 * by coming or leaving, with every pair of territories among their choices; and any block that was put where it would
 * not go by itself, as heavy ones are, with its way back. Those heavier than the corridor is wide stay where they were
 * put: nothing that changes over with them could make up for them.
 */
export function* collectNearTies(
  blocks: Blocks,
  km: BlockDistances,
  { price, candidates, rounded }: Relaxed,
  wanted: TiesWanted,
): Generator<void, NearTies> {
  const { ofTerritory, ofPair } = yield* regretLimits(blocks, km, price, candidates, wanted);
  const entries: TieEntries = { block: [], first: [], second: [] };
  for (let b = 0; b < blocks.count; b++) {
    if (b % SLICE_BLOCKS === SLICE_BLOCKS - 1) yield;
    const at = b * candidates.width;
    const home = candidates.territory[at]!;
    const choices = [home];
    for (let rank = 1; rank < Math.min(MOST_CHOICES, candidates.width); rank++) {
      const j = candidates.territory[at + rank]!;
      const limit = Math.max(
        ofTerritory[j]!,
        ofTerritory[home]!,
        ofPair.get(home * blocks.territoryCount + j) ?? 0,
      );
      if (regretAt(blocks, km, price, candidates, b, rank) <= limit) choices.push(j);
    }
    addPairs(entries, b, choices);
    const holder = rounded[b]!;
    if (!choices.includes(holder) && fitsCorridor(blocks, b, holder)) addPairs(entries, b, [home, holder]);
  }
  yield;
  const regretToSecond = yield* regretsToSecond(blocks, km, price, entries);
  const ties = {
    count: entries.block.length,
    block: Int32Array.from(entries.block),
    first: Int32Array.from(entries.first),
    second: Int32Array.from(entries.second),
    regretToSecond,
  };
  yield;
  return { ...ties, ...(yield* touchLists(blocks, ties)) };
}
