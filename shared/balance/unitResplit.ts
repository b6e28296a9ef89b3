import type { Random } from './random';
import type { UnitPlan } from './unitPlan';

/** Random divisions tried for one group of territories. */
const TRIES = 40;

/** A connected set of units with a random spanning tree: every unit after its parent. */
interface Tree {
  readonly order: number[];
  readonly parent: Map<number, number>;
}

/** A random spanning tree of a set of units, grown in random order; shorter than the set if that falls apart. */
function randomTree(plan: UnitPlan, units: ReadonlySet<number>, first: number, random: Random): Tree {
  const { rows } = plan;
  const parent = new Map<number, number>([[first, -1]]);
  const order: number[] = [];
  const frontier = [first];
  while (frontier.length > 0) {
    const pick = random.below(frontier.length);
    const unit = frontier[pick]!;
    frontier[pick] = frontier[frontier.length - 1]!;
    frontier.pop();
    order.push(unit);
    for (let at = rows.offsets[unit]!; at < rows.offsets[unit + 1]!; at++) {
      const other = rows.neighbours[at]!;
      if (parent.has(other) || !units.has(other)) continue;
      parent.set(other, unit);
      frontier.push(other);
    }
  }
  return { order, parent };
}

/** The branch of the tree whose load is nearest to what is wanted. */
function branchNear(plan: UnitPlan, tree: Tree, wanted: number): Set<number> {
  const { load, measureCount } = plan.blocks;
  const below = new Map<number, number>();
  let top = -1;
  let off = Infinity;
  for (let at = tree.order.length - 1; at >= 1; at--) {
    const unit = tree.order[at]!;
    const sum = (below.get(unit) ?? 0) + load[unit * measureCount]!;
    const parent = tree.parent.get(unit)!;
    below.set(parent, (below.get(parent) ?? 0) + sum);
    if (Math.abs(sum - wanted) >= off) continue;
    off = Math.abs(sum - wanted);
    top = unit;
  }
  const branch = new Set<number>(top < 0 ? [] : [top]);
  for (const unit of tree.order) if (branch.has(tree.parent.get(unit)!)) branch.add(unit);
  return branch;
}

/** One random division of a group's units among its territories; null where it does not come out. */
function divide(plan: UnitPlan, group: readonly number[], random: Random): Map<number, Set<number>> | null {
  const { targets, measureCount } = plan.blocks;
  let left = new Set<number>(group.flatMap((j) => plan.members[j]!));
  const pieces = new Map<number, Set<number>>();
  for (const territory of group.slice(1)) {
    const units = [...left];
    const tree = randomTree(plan, left, units[random.below(units.length)]!, random);
    if (tree.order.length !== left.size || left.size < 2) return null;
    const branch = branchNear(plan, tree, targets.target[territory * measureCount]!);
    if (branch.size === 0) return null;
    pieces.set(territory, branch);
    left = new Set(units.filter((unit) => !branch.has(unit)));
  }
  pieces.set(group[0]!, left);
  return pieces;
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

/**
 * Merges a group of bordering territories and divides them afresh along random spanning trees, keeping the
 * division that leaves least outside the corridors, then that of least travel. All stay connected. Groups
 * with locked units are left alone.
 * @param allowance how much more the division may leave outside than the present one, in targets
 * @returns true where such a division was found and made
 */
export function resplitGroup(
  plan: UnitPlan,
  group: readonly number[],
  random: Random,
  allowance = 0,
  tries = TRIES,
): boolean {
  const { blocks, isLocked, members } = plan;
  if (blocks.measureCount === 0) return false;
  if (group.some((j) => members[j]!.some((unit) => isLocked[unit] === 1))) return false;
  let bestExcess = allowance;
  for (const j of group) bestExcess += excessOf(plan, j, members[j]!);
  let bestWay = Infinity;
  let best: Map<number, Set<number>> | null = null;
  for (let trial = 0; trial < tries; trial++) {
    const start = random.below(group.length);
    const order = [...group.slice(start), ...group.slice(0, start)];
    const pieces = divide(plan, order, random);
    if (!pieces) continue;
    let excess = 0;
    let way = 0;
    for (const [j, units] of pieces) {
      excess += excessOf(plan, j, units);
      way += wayOf(plan, j, units);
    }
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
