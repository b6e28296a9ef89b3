import type { NearTies } from './nearTies';
import { slackCost, type PlanState } from './planState';
import type { Random } from './random';

/** Blocks that change over in one trial: at most, as a rule, and where loads must find their way across a map. */
const USUAL_CHAIN = 4;
const LONGEST_CHAIN = 32;

/** Entries looked at, beside the best fitting size, for one whose block stands on the right side. */
const LOOK_ASIDE = 12;

/**
 * Anneals the near-tie blocks of a plan by chains: a block changes over, then one of the territories it
 * touched is brought back to the priced edge of its corridor by the block that fits best, and so on.
 * Random partners would hardly ever fit once a plan is good. The first prefix that passes stands.
 */
export class TieAnnealer {
  private readonly chain = new Int32Array(LONGEST_CHAIN);
  private limit = USUAL_CHAIN;
  accepted = 0;

  constructor(
    private readonly state: PlanState,
    private readonly ties: NearTies,
    private readonly random: Random,
  ) {}

  /**
   * Chains that begin at one territory and may cross many: where a whole neighbourhood is full to its edge,
   * what is too much can only be handed on and on, to where there is room.
   */
  runFrom(territory: number, steps: number, temperature: number): void {
    const { ties } = this;
    const start = ties.touchStart[territory]!;
    const count = ties.touchStart[territory + 1]! - start;
    if (count === 0) return;
    this.limit = LONGEST_CHAIN;
    for (let step = 0; step < steps; step++) {
      this.tryChain(ties.touchBySize[0]![start + this.random.below(count)]!, temperature);
    }
    this.limit = USUAL_CHAIN;
  }

  /** Tries `steps` chains at a temperature in km · activity. */
  run(steps: number, temperature: number): void {
    if (this.ties.count === 0) return;
    for (let step = 0; step < steps; step++) this.tryChain(this.random.below(this.ties.count), temperature);
  }

  private tryChain(first: number, temperature: number): void {
    const { random, chain } = this;
    // Accept where the cost grew by no more than this: Metropolis with the draw made beforehand.
    const allowed = temperature > 0 ? -temperature * Math.log(1 - random.next()) : 0;
    let entry = first;
    let delta = 0;
    let length = 0;
    while (entry >= 0) {
      const change = this.flip(entry);
      if (!(change === change)) break;
      chain[length++] = entry;
      delta += change;
      if (delta <= allowed) {
        this.accepted++;
        return;
      }
      if (length === this.limit) entry = -1;
      else if (length === 1 && random.next() < 0.5) entry = this.touchingEntry(entry);
      else entry = this.nextEntry(entry);
    }
    while (length > 0) this.flip(chain[--length]!);
  }

  /** Changes an entry's block over; returns what it costs, NaN where the block is elsewhere. */
  private flip(entry: number): number {
    const { state, ties } = this;
    const { measureCount, load } = state.blocks;
    const block = ties.block[entry]!;
    const first = ties.first[entry]!;
    const second = ties.second[entry]!;
    const from = state.assignment[block]!;
    const to = from === first ? second : first;
    if (from !== first && from !== second) return NaN;
    let change = from === first ? ties.regretToSecond[entry]! : -ties.regretToSecond[entry]!;
    for (let m = 0; m < measureCount; m++) {
      const value = load[block * measureCount + m]!;
      const a = from * measureCount + m;
      const b = to * measureCount + m;
      const loadA = state.load[a]!;
      const loadB = state.load[b]!;
      change += slackCost(state, a, loadA - value) - slackCost(state, a, loadA);
      change += slackCost(state, b, loadB + value) - slackCost(state, b, loadB);
      state.load[a] = loadA - value;
      state.load[b] = loadB + value;
    }
    state.assignment[block] = to;
    return change;
  }

  /** The measure of territory j that pays most, and what it pays. */
  private dearestMeasure(j: number): number {
    const { measureCount } = this.state.blocks;
    let dearest = j * measureCount;
    let most = -1;
    for (let at = j * measureCount; at < (j + 1) * measureCount; at++) {
      const cost = slackCost(this.state, at, this.state.load[at]!);
      if (cost > most) {
        most = cost;
        dearest = at;
      }
    }
    return dearest;
  }

  /** Any entry that touches one of the two territories of the last one. */
  private touchingEntry(last: number): number {
    const { ties, random } = this;
    const territory = random.next() < 0.5 ? ties.first[last]! : ties.second[last]!;
    const start = ties.touchStart[territory]!;
    const entry = ties.touchBySize[0]![start + random.below(ties.touchStart[territory + 1]! - start)]!;
    return ties.block[entry] === ties.block[last] ? -1 : entry;
  }

  /** The entry to go on with: mends the dearer, now and then the other, end of the last one; −1 none. */
  private nextEntry(last: number): number {
    const { state, ties, random } = this;
    const first = this.dearestMeasure(ties.first[last]!);
    const second = this.dearestMeasure(ties.second[last]!);
    const costFirst = slackCost(state, first, state.load[first]!);
    const costSecond = slackCost(state, second, state.load[second]!);
    const isFirst = costFirst > costSecond === random.next() < 0.75;
    return this.fittingEntry(isFirst ? first : second, ties.block[last]!);
  }

  /** An entry that brings load `at` to its priced edge, best on the inner side; −1 where none is near. */
  private fittingEntry(at: number, notBlock: number): number {
    const { state, ties, random } = this;
    const { measureCount } = state.blocks;
    const territory = Math.floor(at / measureCount);
    const measure = at - territory * measureCount;
    const load = state.load[at]!;
    const isUpperEdge = state.price[at]! > 0;
    const needed = (isUpperEdge ? state.upper[at]! : state.lower[at]!) - load;
    const isAdding = needed > 0;
    // Outside the edge at least what is needed must move; inside, at most.
    const isOutside = isUpperEdge !== isAdding;
    const list = ties.touchBySize[measure]!;
    const start = ties.touchStart[territory]!;
    const end = ties.touchStart[territory + 1]!;
    const low = firstNotSmaller(ties.touchSize[measure]!, start, end, Math.abs(needed));
    const direction = isOutside ? 1 : -1;
    let skip = random.below(3);
    let position = isOutside ? low : low - 1;
    for (
      let look = 0;
      look < LOOK_ASIDE && position >= start && position < end;
      look++, position += direction
    ) {
      const entry = list[position]!;
      const block = ties.block[entry]!;
      if (block === notBlock) continue;
      const holder = state.assignment[block]!;
      const other = ties.first[entry] === territory ? ties.second[entry]! : ties.first[entry]!;
      if (holder !== (isAdding ? other : territory) || skip-- > 0) continue;
      return entry;
    }
    return -1;
  }
}

/** First position in [start, end) of growing sizes that is not below the one wanted; `end` where none is. */
function firstNotSmaller(sizes: Float64Array, start: number, end: number, wanted: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sizes[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
