import { fillRun, solveRun, unitAssignment, type BlockRun } from './blockRun';
import type { Blocks } from './blocks';
import { capExcess, countHands, type CapExcess, type DisruptionPrice } from './disruptionPrice';
import type { Centres } from './distances';
import type { BalanceProgress } from './problem';

/** Rounds of raising prices on what exceeds its cap. */
const PRICING_ROUNDS = 7;

function raised(before: Float64Array | null, excess: Int32Array, step: number): Float64Array {
  const next = before ? before.slice() : new Float64Array(excess.length);
  for (let j = 0; j < next.length; j++) if (excess[j]! > 0) next[j] = Math.max(step, 2.5 * next[j]!);
  return next;
}

function dearer(price: DisruptionPrice, excess: CapExcess, step: number): DisruptionPrice {
  return {
    ...price,
    perUnit: excess.moved > 0 ? Math.max(step, 2.5 * price.perUnit) : price.perUnit,
    handOff: raised(price.handOff, excess.handedOff, step),
    takeOver: raised(price.takeOver, excess.takenOver, step),
  };
}

/** True where sending the block home would bring a cap nearer. */
function isOverCap(excess: CapExcess, owner: number, holder: number): boolean {
  return excess.moved > 0 || excess.handedOff[owner]! > 0 || excess.takenOver[holder]! > 0;
}

/** Blocks whose way home is weighed between two yields. */
const SLICE_BLOCKS = 20_000;

/** A plan as its blocks go home, with the loads that leaves. */
class HomeGoing {
  readonly plan: Int32Array;
  private readonly load: Float64Array;

  constructor(
    private readonly blocks: Blocks,
    plan: Int32Array,
  ) {
    this.plan = plan.slice();
    this.load = blocks.targets.fixedLoad.slice();
    for (let b = 0; b < blocks.count; b++) this.addLoad(b, this.plan[b]!, 1);
  }

  send(b: number): void {
    this.addLoad(b, this.plan[b]!, -1);
    this.plan[b] = this.blocks.owner[b]!;
    this.addLoad(b, this.plan[b], 1);
  }

  /** How much farther from their corridors the loads are once block b is home. */
  strain(b: number): number {
    const { measureCount, load } = this.blocks;
    const owner = this.blocks.owner[b]!;
    let change = 0;
    for (let m = 0; m < measureCount; m++) {
      const amount = load[b * measureCount + m]!;
      change += this.outside(owner * measureCount + m, amount);
      change += this.outside(this.plan[b]! * measureCount + m, -amount);
    }
    return change;
  }

  /** What adding to the load at a place does to how far it is outside its corridor. */
  private outside(at: number, add: number): number {
    const { upper, lower } = this.blocks.targets;
    const before = this.load[at]!;
    const after = before + add;
    return (
      Math.max(0, after - upper[at]!, lower[at]! - after) -
      Math.max(0, before - upper[at]!, lower[at]! - before)
    );
  }

  private addLoad(b: number, j: number, sign: number): void {
    const { measureCount, load } = this.blocks;
    for (let m = 0; m < measureCount; m++)
      this.load[j * measureCount + m]! += sign * load[b * measureCount + m]!;
  }
}

/**
 * Sends blocks back to their owners until no cap is exceeded, those first that leave loads nearest target.
 * Tolerance may suffer; caps are hard. Yields on the way.
 */
function* sendHome({ blocks }: BlockRun, plan: Int32Array): Generator<void, Int32Array> {
  const { problem } = blocks;
  const going = new HomeGoing(blocks, plan);
  for (;;) {
    const excess = capExcess(problem, countHands(problem, unitAssignment(blocks, going.plan)));
    if (excess.total === 0) return going.plan;
    yield;
    const away: { block: number; strain: number }[] = [];
    for (let b = 0; b < blocks.count; b++) {
      if (b % SLICE_BLOCKS === SLICE_BLOCKS - 1) yield;
      const owner = blocks.owner[b]!;
      const holder = going.plan[b]!;
      if (owner < 0 || owner === holder || !isOverCap(excess, owner, holder)) continue;
      if (problem.territories.capacity[owner]! > 0) away.push({ block: b, strain: going.strain(b) });
    }
    if (away.length === 0) return going.plan;
    yield;
    away.sort((a, b) => a.strain - b.strain || a.block - b.block);
    // A few at a time: each return changes what the next one does to the loads.
    for (const { block } of away.slice(0, Math.max(1, Math.ceil(excess.total / 8)))) going.send(block);
  }
}

/**
 * Solves for fixed centres under caps on changes of hands: prices on what exceeds its cap rise from round
 * to round; what still exceeds it at the end goes home to its owner.
 * @param price dual prices to start from, changed in place
 */
export function* solveCapped(
  run: BlockRun,
  centres: Centres,
  price: Float64Array,
  effort: number,
): Generator<BalanceProgress, void> {
  const { blocks, best } = run;
  const { problem } = blocks;
  let disruption = run.disruption;
  let plan: Int32Array | null = null;
  let totalWeight = 0;
  for (const value of blocks.weight) totalWeight += value;
  for (let round = 0; round < PRICING_ROUNDS; round++) {
    const from = round / PRICING_ROUNDS;
    const to = (round + 1) / PRICING_ROUNDS;
    yield* fillRun({ ...run, disruption }, centres, from);
    const options = { effort: 0.4 * effort, isWarm: false };
    price.fill(0);
    plan = yield* solveRun({ ...run, disruption }, price, options, from, to);
    const assignment = unitAssignment(blocks, plan);
    const excess = capExcess(problem, countHands(problem, assignment));
    best.offer(assignment);
    if (excess.total === 0) return;
    // A mean unit's activity times what it is far: the scale at which changes of hands begin to count.
    disruption = dearer(disruption, excess, (50 * totalWeight) / Math.max(1, blocks.count));
  }
  if (!plan) return;
  const going = sendHome(run, plan);
  let step = going.next();
  for (; !step.done; step = going.next()) yield best.progress('polishing', 0.99);
  best.offer(unitAssignment(blocks, step.value));
}
