import { movableCorridor, UNREACHABLE_KM, type Blocks } from './blocks';
import type { Relaxed } from './candidates';
import type { BlockDistances } from './distances';
import { heavyBlocks } from './heavyBlocks';
import { boundOfBlocks, corridorTerm, roundBoundDown } from './lowerBound';
import { pricedKm } from './nearTies';
import { findPrices } from './priceSchedule';
import { relaxedAt } from './rounding';
import type { DualTerms } from './smoothedDual';

/** Blocks that are placed by branching, at most, heaviest first. */
const MOST_BRANCHED = 14;
/** Duals solved, at most, and as many as this many scores of blocks at territories allow. */
const MOST_NODES = 80;
const SCORES = 1_000_000;
/** Fewer duals than this prove nothing. */
const FEWEST_NODES = 10;
/** The search ends where the bound is within this share of the plan: more would not be seen. */
const NEAR_ENOUGH = 0.00045;
/** Room short by this share of a corridor's edge is rounding. */
const ROUNDING = 1e-6;
/** A block is shared out between territories where its second choice is this near, in temperatures. */
const SPLIT_EPSILONS = 4;

/** Some heavy blocks stand where `place` says, and what any such plan costs at least. */
interface Branch {
  /** Territory by position in the list of branched blocks; −1 still open. */
  readonly place: Int16Array;
  readonly price: Float64Array;
  readonly epsilonKm: number;
  bound: number;
  /** False while the bound is only its parent's with the regret of one block added. */
  isSolved: boolean;
}

/** What a branch leaves to its open blocks. */
interface Rest {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Distances in which a heavy block stands nowhere it has no room. */
  readonly km: BlockDistances;
  readonly light: Int32Array;
  readonly fixedCost: number;
}

/** Null where the placed blocks overfill a territory. */
function restOf(blocks: Blocks, km: BlockDistances, heavy: Int32Array, place: Int16Array): Rest | null {
  const { measureCount, territoryCount, load, weight, count, ownShare } = blocks;
  const { lower, upper } = movableCorridor(blocks);
  const isPlaced = new Uint8Array(count);
  let fixedCost = 0;
  heavy.forEach((b, at) => {
    const j = place[at]!;
    if (j < 0) return;
    isPlaced[b] = 1;
    fixedCost += weight[b]! * ownShare[b]! * km[b * territoryCount + j]!;
    for (let m = 0; m < measureCount; m++) {
      lower[j * measureCount + m]! -= load[b * measureCount + m]!;
      upper[j * measureCount + m]! -= load[b * measureCount + m]!;
    }
  });
  if (upper.some((value, at) => value < -ROUNDING * blocks.targets.upper[at]!)) return null;
  for (let at = 0; at < lower.length; at++) {
    lower[at] = Math.max(0, lower[at]!);
    upper[at] = Math.max(0, upper[at]!);
  }
  const own = km.slice();
  for (const b of heavy) {
    for (let j = 0; isPlaced[b] === 0 && j < territoryCount; j++) {
      for (let m = 0; m < measureCount; m++) {
        const room = upper[j * measureCount + m]! + ROUNDING * blocks.targets.upper[j * measureCount + m]!;
        if (load[b * measureCount + m]! > room) own[b * territoryCount + j] = UNREACHABLE_KM;
      }
    }
  }
  const light = Int32Array.from(isPlaced.keys()).filter((b) => isPlaced[b] === 0);
  return { lower, upper, km: own, light, fixedCost };
}

function hasPlace(km: BlockDistances, territoryCount: number, b: number): boolean {
  return km.subarray(b * territoryCount, (b + 1) * territoryCount).some((way) => way < UNREACHABLE_KM);
}

/** Solves the dual of a branch: what it costs at least, Infinity where it leaves the others no plan. */
function* solveBranch(
  blocks: Blocks,
  terms: DualTerms,
  heavy: Int32Array,
  branch: Branch,
): Generator<number, Branch> {
  const none = { ...branch, bound: Infinity, isSolved: true };
  const rest = restOf(blocks, terms.km, heavy, branch.place);
  if (!rest) return none;
  const { lower, upper, km, light, fixedCost } = rest;
  if (heavy.some((b, at) => branch.place[at]! < 0 && !hasPlace(km, blocks.territoryCount, b))) return none;
  const rows = { count: light.length, block: light };
  const price = branch.price.slice();
  const epsilonKm = yield* findPrices(blocks, { ...terms, km, lower, upper, rows }, price, true);
  let bound = fixedCost + corridorTerm(price, lower, upper);
  for (const b of light) bound += boundOfBlocks(blocks, km, price, b, b + 1);
  return {
    ...branch,
    price,
    epsilonKm,
    bound: Math.max(branch.bound, roundBoundDown(bound)),
    isSolved: true,
  };
}

/** The heaviest open block that the branch's dual shares out between territories; −1 where there is none. */
function splitBlock(
  blocks: Blocks,
  km: BlockDistances,
  heavy: Int32Array,
  { place, price, epsilonKm }: Branch,
): number {
  for (let at = 0; at < heavy.length; at++) {
    if (place[at]! >= 0) continue;
    let least = Infinity;
    let second = Infinity;
    for (let j = 0; j < blocks.territoryCount; j++) {
      const way = pricedKm(blocks, km, price, heavy[at]!, j);
      if (way < least) {
        second = least;
        least = way;
      } else second = Math.min(second, way);
    }
    if (second - least < SPLIT_EPSILONS * epsilonKm) return at;
  }
  return -1;
}

/** Largest load of a block in any measure. */
function sizeOf({ load, measureCount }: Blocks, b: number): number {
  return load
    .subarray(b * measureCount, (b + 1) * measureCount)
    .reduce((most, value) => Math.max(most, value), 0);
}

function branchedBlocks(blocks: Blocks): Int32Array {
  const isHeavy = heavyBlocks(blocks);
  return Int32Array.from(isHeavy.keys())
    .filter((b) => isHeavy[b] === 1)
    .sort((a, b) => sizeOf(blocks, b) - sizeOf(blocks, a) || a - b)
    .subarray(0, MOST_BRANCHED);
}

/**
 * Raises the bound where the relaxation owes it to heavy blocks that it shares out between territories. These
 * are placed one by one, every way there is, the most promising first (branch and bound with Lagrangian
 * bounds); the least bound of what is still open is proven for all plans.
 */
export class HeavySearch {
  private readonly heavy: Int32Array;
  private readonly open: Branch[];
  /** The least bound of branches in which no heavy block is shared out any more. */
  private closedBound = Infinity;
  private nodesLeft: number;

  /**
   * @param price of the relaxation
   * @param bound at these prices, of the blocks' cost
   */
  constructor(
    private readonly blocks: Blocks,
    private readonly terms: DualTerms,
    price: Float64Array,
    bound: number,
  ) {
    const { count, territoryCount, measureCount } = blocks;
    this.heavy = branchedBlocks(blocks);
    const place = new Int16Array(this.heavy.length).fill(-1);
    this.open = [{ place, price, epsilonKm: 0, bound, isSolved: false }];
    const nodes = Math.min(MOST_NODES, Math.floor(SCORES / (count * territoryCount * measureCount)));
    this.nodesLeft = this.heavy.length === 0 || nodes < FEWEST_NODES ? 0 : nodes;
  }

  /** Proven of the cost of every plan, given that one of this cost is known. */
  boundAt(cost: number): number {
    return this.open.reduce(
      (low, { bound }) => Math.min(low, bound),
      Math.min(roundBoundDown(cost), this.closedBound),
    );
  }

  /**
   * Goes on until the bound is near the cost of a known plan, or a branch is met in which every heavy block has
   * its place: a plan may be sought there. Yields after every step of a dual.
   * @returns such a branch as a relaxation; null where the bound is near enough, or the budget spent
   */
  *search(cost: number): Generator<number, Relaxed | null> {
    const { blocks, terms, heavy, open } = this;
    const { km } = terms;
    while (this.nodesLeft > 0 && open.length > 0) {
      let at = 0;
      for (let other = 1; other < open.length; other++) if (open[other]!.bound < open[at]!.bound) at = other;
      const branch = open[at]!;
      if (branch.bound >= cost * (1 - NEAR_ENOUGH)) return null;
      if (!branch.isSolved) {
        this.nodesLeft--;
        open[at] = yield* solveBranch(blocks, terms, heavy, branch);
        continue;
      }
      open.splice(at, 1);
      const split = splitBlock(blocks, km, heavy, branch);
      if (split >= 0) open.push(...this.childrenOf(branch, split));
      else {
        this.closedBound = Math.min(this.closedBound, branch.bound);
        return yield* this.relaxedAt(branch);
      }
    }
    return null;
  }

  /** The branches in which one more block has its place; each is dearer by what that block regrets there. */
  private childrenOf(branch: Branch, split: number): Branch[] {
    const { blocks, terms, heavy } = this;
    const { km } = terms;
    const b = heavy[split]!;
    const ways = Array.from({ length: blocks.territoryCount }, (_, j) =>
      pricedKm(blocks, km, branch.price, b, j),
    );
    const least = Math.min(...ways);
    return ways.flatMap((way, j) => {
      if (km[b * blocks.territoryCount + j]! >= UNREACHABLE_KM) return [];
      const place = branch.place.slice();
      place[split] = j;
      const bound = branch.bound + blocks.weight[b]! * blocks.ownShare[b]! * (way - least);
      return [{ ...branch, place, bound, isSolved: false }];
    });
  }

  private *relaxedAt({ place, price, epsilonKm }: Branch): Generator<number, Relaxed> {
    const { blocks, terms, heavy } = this;
    const rounding = relaxedAt(blocks, terms, price, epsilonKm);
    let step = rounding.next();
    for (; !step.done; step = rounding.next()) yield 1;
    const { rounded } = step.value;
    heavy.forEach((b, at) => {
      if (place[at]! >= 0) rounded[b] = place[at]!;
    });
    return step.value;
  }
}
