import type { Random } from './random';
import type { UnitPlan } from './unitPlan';

/** Random divisions tried for one group of territories. */
const TRIES = 40;

/** Random spanning trees of sets of units, and the branches that come next in question. */
class BranchFinder {
  /** 1 for the units that are still to be divided. */
  readonly isLeft: Uint8Array;
  private readonly order: number[] = [];
  private readonly parent: Int32Array;
  private readonly below: Float64Array;
  /** Locked units below, of the territory in question and of others. */
  private readonly ownLocks: Int32Array;
  private readonly otherLocks: Int32Array;
  private readonly isInBranch: Uint8Array;

  constructor(private readonly plan: UnitPlan) {
    const { count } = plan.blocks;
    this.isLeft = new Uint8Array(count);
    this.parent = new Int32Array(count);
    this.below = new Float64Array(count);
    this.ownLocks = new Int32Array(count);
    this.otherLocks = new Int32Array(count);
    this.isInBranch = new Uint8Array(count);
  }

  /** Grows a random tree over the units left, in random order; returns how many it reaches. */
  grow(first: number, random: Random): number {
    const { plan, parent, isLeft, order } = this;
    const { rows } = plan;
    parent.fill(-2);
    parent[first] = -1;
    order.length = 0;
    const frontier = [first];
    while (frontier.length > 0) {
      const pick = random.below(frontier.length);
      const unit = frontier[pick]!;
      frontier[pick] = frontier[frontier.length - 1]!;
      frontier.pop();
      order.push(unit);
      for (let at = rows.offsets[unit]!; at < rows.offsets[unit + 1]!; at++) {
        const other = rows.neighbours[at]!;
        if (parent[other]! !== -2 || isLeft[other] === 0) continue;
        parent[other] = unit;
        frontier.push(other);
      }
    }
    return order.length;
  }

  /**
   * The branch whose load is nearest to the territory's target, with all units locked to the territory and
   * none locked to another; empty where there is none.
   */
  branchFor(territory: number): number[] {
    const { plan, order, parent, below, ownLocks, otherLocks, isInBranch } = this;
    const { load, measureCount, targets } = plan.blocks;
    const wanted = targets.target[territory * measureCount]!;
    let locks = 0;
    for (const unit of order) {
      const isLocked = plan.isLocked[unit] === 1;
      const isOwn = isLocked && plan.assignment[unit] === territory;
      below[unit] = load[unit * measureCount]!;
      ownLocks[unit] = isOwn ? 1 : 0;
      otherLocks[unit] = isLocked && !isOwn ? 1 : 0;
      locks += ownLocks[unit];
    }
    let top = -1;
    let off = Infinity;
    for (let at = order.length - 1; at >= 1; at--) {
      const unit = order[at]!;
      const up = parent[unit]!;
      below[up]! += below[unit]!;
      ownLocks[up]! += ownLocks[unit]!;
      otherLocks[up]! += otherLocks[unit]!;
      if (ownLocks[unit] !== locks || otherLocks[unit]! > 0) continue;
      if (Math.abs(below[unit]! - wanted) >= off) continue;
      off = Math.abs(below[unit]! - wanted);
      top = unit;
    }
    if (top < 0) return [];
    isInBranch.fill(0);
    isInBranch[top] = 1;
    const branch = [top];
    for (const unit of order) {
      if (parent[unit]! < 0 || isInBranch[parent[unit]!] === 0) continue;
      isInBranch[unit] = 1;
      branch.push(unit);
    }
    return branch;
  }
}

/** A unit to grow a tree from: one locked to another territory, where there are such, so that it stays out. */
function rootFor(plan: UnitPlan, territory: number, left: readonly number[], random: Random): number {
  const others = left.filter((unit) => plan.isLocked[unit] === 1 && plan.assignment[unit] !== territory);
  const among = others.length > 0 ? others : left;
  return among[random.below(among.length)]!;
}

/** One random division of a group's units among its territories; null where it does not come out. */
function divide(
  plan: UnitPlan,
  group: readonly number[],
  finder: BranchFinder,
  random: Random,
): Map<number, number[]> | null {
  let left = group.flatMap((j) => plan.members[j]!);
  for (const unit of left) finder.isLeft[unit] = 1;
  const pieces = new Map<number, number[]>();
  let isWhole = true;
  for (const territory of group.slice(1)) {
    const reached = finder.grow(rootFor(plan, territory, left, random), random);
    const branch = reached === left.length && left.length > 1 ? finder.branchFor(territory) : [];
    isWhole = branch.length > 0;
    if (!isWhole) break;
    pieces.set(territory, branch);
    for (const unit of branch) finder.isLeft[unit] = 0;
    left = left.filter((unit) => finder.isLeft[unit] === 1);
  }
  for (const unit of left) finder.isLeft[unit] = 0;
  pieces.set(group[0]!, left);
  return isWhole ? pieces : null;
}

/** Load outside the corridor if the territory held these units, as shares of its target. */
export function excessOf(plan: UnitPlan, territory: number, units: Iterable<number>): number {
  const { targets, measureCount, load } = plan.blocks;
  let excess = 0;
  for (let m = 0; m < measureCount; m++) {
    const at = territory * measureCount + m;
    let sum = 0;
    for (const unit of units) sum += load[unit * measureCount + m]!;
    const outside = Math.max(0, sum - targets.upper[at]!, targets.lower[at]! - sum);
    excess += outside / Math.max(targets.target[at]!, 1e-9);
  }
  return excess;
}

function wayOf(plan: UnitPlan, territory: number, units: Iterable<number>): number {
  const { weight, territoryCount } = plan.blocks;
  let way = 0;
  for (const unit of units) way += weight[unit]! * plan.km[unit * territoryCount + territory]!;
  return way;
}

/** Activity-km of the whole plan. */
export function travelOfPlan(plan: UnitPlan): number {
  return plan.members.reduce((sum, units, territory) => sum + wayOf(plan, territory, units), 0);
}

/** What a group may travel, so that the plan keeps a limit; none where all its centres are free, and follow their units. */
function mostWayOf(plan: UnitPlan, group: readonly number[], mostTravel: number): number {
  const { lat } = plan.blocks.problem.territories;
  if (group.every((j) => Number.isNaN(lat[j]!))) return Infinity;
  const present = group.reduce((sum, j) => sum + wayOf(plan, j, plan.members[j]!), 0);
  return present + Math.max(0, mostTravel - travelOfPlan(plan));
}

/**
 * Merges a group of bordering territories and divides them afresh along random spanning trees, keeping the
 * division that leaves least outside the corridors, then that of least travel. All stay connected, and
 * locked units where they are.
 * @param allowance how much more the division may leave outside than the present one, in targets
 * @param mostTravel activity-km to fixed bases that the whole plan may come to: a balanced division may well lie far
 *   from its bases, and does not come back to them
 * @returns true where such a division was found and made
 */
export function resplitGroup(
  plan: UnitPlan,
  group: readonly number[],
  random: Random,
  mostTravel: number,
  allowance = 0,
  tries = TRIES,
): boolean {
  const { blocks, members } = plan;
  if (blocks.measureCount === 0) return false;
  const finder = new BranchFinder(plan);
  let bestExcess = allowance;
  for (const j of group) bestExcess += excessOf(plan, j, members[j]!);
  const limit = mostWayOf(plan, group, mostTravel);
  let bestWay = Infinity;
  let best: Map<number, number[]> | null = null;
  for (let trial = 0; trial < tries; trial++) {
    const start = random.below(group.length);
    const order = [...group.slice(start), ...group.slice(0, start)];
    const pieces = divide(plan, order, finder, random);
    if (!pieces) continue;
    let excess = 0;
    let way = 0;
    for (const [j, units] of pieces) {
      excess += excessOf(plan, j, units);
      way += wayOf(plan, j, units);
    }
    if (way > limit) continue;
    if (excess > bestExcess - 1e-9 && !(best && Math.abs(excess - bestExcess) < 1e-9 && way < bestWay))
      continue;
    bestExcess = excess;
    bestWay = way;
    best = pieces;
  }
  if (!best) return false;
  for (const [j, units] of best) {
    for (const unit of units) if (plan.assignment[unit] !== j) plan.move(unit, j);
  }
  return true;
}
