import type { Blocks } from './blocks';
import { asReports, type FixedProgress } from './fixedProgress';
import { groundOfHeavy, heavyBlocks } from './heavyBlocks';
import { HeavySearch } from './heavyBound';
import type { Relaxed } from './candidates';
import type { DualTerms } from './smoothedDual';

/** Work on a plan ends once its cost is within this share of the bound: more would not be seen. */
const NEAR_ENOUGH = 0.0005;

/** Added to the cost of a plan out of its corridor: more than any way. */
export const OUT_OF_CORRIDOR = 1e15;

/** Above this share over the bound, a plan may owe its cost to where its heavy blocks stand. */
const HEAVY_GAP = 0.0015;

/** Where single blocks come to this share of a target, such gaps are usual, and the work is worth it above more. */
const TAIL_SHARE = 0.3;
const TAIL_GAP = 0.003;

/** Above this share over the bound, the one cooling that many territories get has gone wrong. */
const AGAIN_GAP = 0.0022;

/** Heavy blocks moved on trial at most, and the share of all blocks that may be heavy where they are placed at once. */
const MOST_TRIALS = 40;
const MOST_HEAVY = 0.05;

/** True where some block comes to a large share of a mean target. */
function hasTail({ load, measureCount, targets, territoryCount }: Blocks): boolean {
  for (let m = 0; m < measureCount; m++) {
    let total = 0;
    let most = 0;
    for (let at = m; at < targets.target.length; at += measureCount) total += targets.target[at]!;
    for (let at = m; at < load.length; at += measureCount) most = Math.max(most, load[at]!);
    if (most > (TAIL_SHARE * total) / territoryCount) return true;
  }
  return false;
}

/**
 * Says where heavy blocks could stand instead, as long as a plan is far from the bound: first where the search
 * for a better bound leaves them, then where the plan does or nearly so.
 */
export class HeavyPlacing {
  /** The blocks were placed from a plan: a second time would give the same. */
  isDone: boolean;
  private readonly search: HeavySearch;
  private readonly farShare: number;

  /** @param bound proven, of the blocks' cost */
  constructor(
    private readonly blocks: Blocks,
    private readonly terms: DualTerms,
    private readonly relaxed: Relaxed,
    private readonly bound: number,
    private readonly asked: { readonly isFinal: boolean; readonly hasManyStarts: boolean },
  ) {
    this.isDone = !asked.isFinal;
    this.farShare = hasTail(blocks) ? TAIL_GAP : HEAVY_GAP;
    this.search = new HeavySearch(blocks, terms, relaxed.price, bound);
  }

  /** True where a cost is so near the bound, as raised so far, that nothing is left to seek. */
  isNear(cost: number): boolean {
    return cost - this.search.boundAt(cost) < NEAR_ENOUGH * cost;
  }

  /** True where heavy blocks may be what keeps a final plan out of its corridor, or far from the bound. */
  isWanted(cost: number): boolean {
    const { isFinal, hasManyStarts } = this.asked;
    return isFinal && (cost >= OUT_OF_CORRIDOR || (hasManyStarts && this.isFar(cost)));
  }

  /** True where a final plan of one cooling is so far from the bound that another cooling pays. */
  isWorthAnother(cost: number): boolean {
    const { isFinal, hasManyStarts } = this.asked;
    return isFinal && !hasManyStarts && cost < OUT_OF_CORRIDOR && cost > this.bound + AGAIN_GAP * cost;
  }

  private isFar(cost: number): boolean {
    return cost > this.bound + this.farShare * cost;
  }

  /**
   * Other places for the heavy blocks, as a relaxation that the rest is rounded from; null where there are none.
   * @param cost of the best plan
   * @param isFirst nothing but the relaxation was tried yet
   */
  *next(
    plan: Int32Array,
    cost: number,
    isFirst: boolean,
    shareDone: number,
  ): Generator<FixedProgress, Relaxed | null> {
    const found = yield* asReports(
      this.search.search(cost < OUT_OF_CORRIDOR ? cost : Infinity),
      'prices',
      shareDone,
    );
    if (this.isNear(cost) || this.isDone || (found && isFirst)) return found;
    this.isDone = true;
    return yield* this.around(plan, MOST_TRIALS, shareDone);
  }

  /**
   * The same before anything but the relaxation was tried, at the price of one dual: where a final plan has few heavy
   * blocks. If most are, as in a narrow corridor, too little is left to price round them. Null where nothing is placed.
   */
  *atOnce(shareDone: number): Generator<FixedProgress, Relaxed | null> {
    if (!this.asked.isFinal) return null;
    const heavyCount = heavyBlocks(this.blocks).reduce((sum, value) => sum + value, 0);
    if (heavyCount > MOST_HEAVY * this.blocks.count) return null;
    return yield* this.around(this.relaxed.rounded, 0, shareDone);
  }

  private *around(
    plan: Int32Array,
    mostTrials: number,
    shareDone: number,
  ): Generator<FixedProgress, Relaxed | null> {
    const placing = groundOfHeavy(this.blocks, this.terms, this.relaxed.price, plan, mostTrials);
    return yield* asReports(placing, 'prices', shareDone);
  }

  /** Reports the bound of a final plan, raised as far as the budget lets it. */
  *prove(cost: number): Generator<FixedProgress, void> {
    if (!this.asked.isFinal || cost >= OUT_OF_CORRIDOR || !this.isFar(cost)) return;
    yield* asReports(this.search.search(cost), 'prices', 0.99);
    yield { phase: 'polishing', shareDone: 0.99, plan: null, bound: this.search.boundAt(cost) };
  }
}
