import type { NearTies } from './nearTies';
import { slackCost, type PlanState } from './planState';

/** Improvements smaller than this (activity-km) are rounding. */
const LEAST_GAIN = 1e-7;

/** At most so many blocks change over in one step: chains and swaps of three. */
const DEPTH = 3;

/** Trials between two yields, and the most that may follow from one first flip. */
const TRIALS_A_STRETCH = 2_000;

/**
 * Descends over changes of up to three near-tie blocks that touch one another's territories: shifts,
 * swaps, two for one, and chains j → k → l. A change can gain no more than the slack of the territories
 * it touches, so choices are tried by growing regret and cut off there.
 */
export class TieSearch {
  /** Entries that touch territory j, by growing regret: entryOf[entryStart[j] … entryStart[j + 1]). */
  private readonly entryStart: Int32Array;
  private readonly entryOf: Int32Array;
  private readonly isSorted: Uint8Array;
  private readonly flips = new Int32Array(DEPTH);
  private readonly bestFlips = new Int32Array(DEPTH);
  private bestCount = 0;
  private bestGain = 0;
  private tried = 0;
  /** Trials at which the search from the present first flip ends. */
  private limit = 0;

  constructor(
    private readonly state: PlanState,
    private readonly ties: NearTies,
  ) {
    const count = state.blocks.territoryCount;
    this.entryStart = new Int32Array(count + 1);
    for (let e = 0; e < ties.count; e++) {
      this.entryStart[ties.first[e]! + 1]!++;
      this.entryStart[ties.second[e]! + 1]!++;
    }
    for (let j = 0; j < count; j++) this.entryStart[j + 1]! += this.entryStart[j]!;
    const next = this.entryStart.slice();
    this.entryOf = new Int32Array(2 * ties.count);
    for (let e = 0; e < ties.count; e++) {
      this.entryOf[next[ties.first[e]!]!++] = e;
      this.entryOf[next[ties.second[e]!]!++] = e;
    }
    this.isSorted = new Uint8Array(count);
  }

  /** Sorts the entries of territory j where that was not needed yet: most territories never need it. */
  private sortEntries(j: number): void {
    if (this.isSorted[j] === 1) return;
    this.isSorted[j] = 1;
    const { regretToSecond } = this.ties;
    this.entryOf
      .subarray(this.entryStart[j], this.entryStart[j + 1])
      .sort((a, b) => Math.abs(regretToSecond[a]!) - Math.abs(regretToSecond[b]!) || a - b);
  }

  /** What territory j pays at its present load. */
  slackOf(j: number): number {
    const { measureCount } = this.state.blocks;
    let cost = 0;
    for (let m = 0; m < measureCount; m++) {
      const at = j * measureCount + m;
      cost += slackCost(this.state, at, this.state.load[at]!);
    }
    return cost;
  }

  /**
   * Improves changes that touch territory j until none is found or the budget of trials is spent. Yields
   * the trials made since it last did; the state is a whole plan at every yield.
   * @returns the gain in activity-km
   */
  *improveAt(j: number, budget: number): Generator<number, number> {
    let total = 0;
    this.tried = 0;
    while (this.tried < budget) {
      const slack = this.slackOf(j);
      if (slack < LEAST_GAIN) break;
      this.bestGain = LEAST_GAIN;
      this.bestCount = 0;
      yield* this.searchFrom(j, slack, budget);
      if (this.bestCount === 0) break;
      for (let at = 0; at < this.bestCount; at++) this.flip(this.bestFlips[at]!);
      total += this.bestGain;
    }
    return total;
  }

  /** Finds the best change that begins with a block of territory j, or one that comes to it. */
  private *searchFrom(j: number, slack: number, budget: number): Generator<number, void> {
    let pausedAt = this.tried;
    this.sortEntries(j);
    for (let at = this.entryStart[j]!; at < this.entryStart[j + 1]!; at++) {
      const entry = this.entryOf[at]!;
      if (Math.abs(this.ties.regretToSecond[entry]!) > 3 * slack + 1) return;
      const own = this.regretOf(entry);
      if (!(own === own)) continue;
      if (++this.tried > budget) return;
      this.limit = Math.min(budget, this.tried + TRIALS_A_STRETCH);
      this.tryFlip(0, entry, j, j, -1, -1, -1, own, slack);
      if (this.tried - pausedAt < TRIALS_A_STRETCH) continue;
      yield this.tried - pausedAt;
      pausedAt = this.tried;
    }
  }

  /** Regret of an entry's change-over, NaN where its block is elsewhere. */
  private regretOf(entry: number): number {
    const { ties, state } = this;
    const holder = state.assignment[ties.block[entry]!]!;
    if (holder === ties.first[entry]!) return ties.regretToSecond[entry]!;
    if (holder === ties.second[entry]!) return -ties.regretToSecond[entry]!;
    return NaN;
  }

  private flip(entry: number): void {
    const { ties, state } = this;
    const { measureCount, load } = state.blocks;
    const block = ties.block[entry]!;
    const from = state.assignment[block]!;
    const to = from === ties.first[entry]! ? ties.second[entry]! : ties.first[entry]!;
    state.assignment[block] = to;
    for (let m = 0; m < measureCount; m++) {
      const value = load[block * measureCount + m]!;
      state.load[from * measureCount + m]! -= value;
      state.load[to * measureCount + m]! += value;
    }
  }

  /**
   * Tries one more flip at territory a (then b, c) of those touched.
   * @param regret of the flips made so far
   * @param slack at the start of the territories touched so far: the most a change can gain
   */
  private extend(
    depth: number,
    a: number,
    b: number,
    c: number,
    d: number,
    regret: number,
    slack: number,
  ): void {
    for (let which = 0; which < 4; which++) {
      const j = which === 0 ? a : which === 1 ? b : which === 2 ? c : d;
      if (j < 0) return;
      this.sortEntries(j);
      // After the first flip, only extend where the load changed to something that still costs.
      const end = this.entryStart[j + 1]!;
      for (let at = this.entryStart[j]!; at < end; at++) {
        const entry = this.entryOf[at]!;
        const own = this.regretOf(entry);
        if (Math.abs(this.ties.regretToSecond[entry]!) + regret > 3 * slack + 1) break;
        if (!(own === own) || this.isFlipped(entry, depth)) continue;
        if (++this.tried > this.limit) return;
        this.tryFlip(depth, entry, j, a, b, c, d, regret + own, slack);
      }
    }
  }

  private isFlipped(entry: number, depth: number): boolean {
    const block = this.ties.block[entry]!;
    for (let at = 0; at < depth; at++) if (this.ties.block[this.flips[at]!] === block) return true;
    return false;
  }

  private tryFlip(
    depth: number,
    entry: number,
    at: number,
    a: number,
    b: number,
    c: number,
    d: number,
    regret: number,
    slackBefore: number,
  ): void {
    const other = this.ties.first[entry]! === at ? this.ties.second[entry]! : this.ties.first[entry]!;
    const isNew = other !== a && other !== b && other !== c && other !== d;
    const slack = isNew ? slackBefore + this.slackOf(other) : slackBefore;
    if (regret > slack - this.bestGain) return;
    this.flip(entry);
    this.flips[depth] = entry;
    let nb = b;
    let nc = c;
    let nd = d;
    if (isNew) {
      if (nb < 0) nb = other;
      else if (nc < 0) nc = other;
      else nd = other;
    }
    let after = this.slackOf(a);
    if (nb >= 0) after += this.slackOf(nb);
    if (nc >= 0) after += this.slackOf(nc);
    if (nd >= 0) after += this.slackOf(nd);
    const gain = slack - after - regret;
    if (gain > this.bestGain) {
      this.bestGain = gain;
      this.bestCount = depth + 1;
      this.bestFlips.set(this.flips);
    }
    if (depth + 1 < DEPTH) this.extend(depth + 1, a, nb, nc, nd, regret, slack);
    this.flip(entry);
  }
}
