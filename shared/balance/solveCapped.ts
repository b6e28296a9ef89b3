import { fillRun, solveRun, unitAssignment, type BlockRun } from './blockRun';
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

/**
 * Sends blocks back to their owners until no cap is exceeded, those first that leave loads nearest target.
 * Tolerance may suffer; caps are hard.
 */
function sendHome(run: BlockRun, plan: Int32Array): Int32Array {
  const { blocks } = run;
  const { problem, measureCount, targets } = blocks;
  const result = plan.slice();
  const load = targets.fixedLoad.slice();
  const addLoad = (b: number, j: number, sign: number): void => {
    for (let m = 0; m < measureCount; m++)
      load[j * measureCount + m]! += sign * blocks.load[b * measureCount + m]!;
  };
  for (let b = 0; b < blocks.count; b++) addLoad(b, result[b]!, 1);
  const strain = (b: number, owner: number, holder: number): number => {
    let change = 0;
    for (let m = 0; m < measureCount; m++) {
      const amount = blocks.load[b * measureCount + m]!;
      const off = (j: number, add: number): number => {
        const at = j * measureCount + m;
        const value = load[at]! + add;
        return Math.max(0, value - targets.upper[at]!, targets.lower[at]! - value);
      };
      change += off(owner, amount) - off(owner, 0) + off(holder, -amount) - off(holder, 0);
    }
    return change;
  };
  for (;;) {
    const excess = capExcess(problem, countHands(problem, unitAssignment(blocks, result)));
    if (excess.total === 0) return result;
    const away: { block: number; strain: number }[] = [];
    for (let b = 0; b < blocks.count; b++) {
      const owner = blocks.owner[b]!;
      if (owner < 0 || owner === result[b] || !isOverCap(excess, owner, result[b]!)) continue;
      if (!(problem.territories.capacity[owner]! > 0)) continue;
      away.push({ block: b, strain: strain(b, owner, result[b]!) });
    }
    if (away.length === 0) return result;
    away.sort((a, b) => a.strain - b.strain || a.block - b.block);
    // A few at a time: each return changes what the next one does to the loads.
    for (const { block } of away.slice(0, Math.max(1, Math.ceil(excess.total / 8)))) {
      addLoad(block, result[block]!, -1);
      result[block] = blocks.owner[block]!;
      addLoad(block, result[block], 1);
    }
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
  if (plan) best.offer(unitAssignment(blocks, sendHome(run, plan)));
}
