import type { BlockRun } from './blockRun';
import type { BalanceProgress } from './problem';
import type { UnitAnnealer } from './unitAnneal';
import type { UnitPlan } from './unitPlan';
import { excessOf, resplitGroup, travelOfPlan } from './unitResplit';

const MENDING_ROUNDS = 16;
const FEW_ROUNDS = 5;
const MENDING_STEPS = 16;
const WANDERING_STEPS = 80;
/** How much worse, in targets, a step may make things at first; by round. */
const WANDERING_ALLOWANCES = [0.03, 0.2, 0.6];
const WANDERING_TRIES = 10;
/** How much more travel to fixed bases mending may cost, as a share; that much more in every round. */
const FIRST_WAY = 0.02;

/** Scales of pressures and temperatures, and annealing trials a chunk. */
export interface Heat {
  readonly scale: number;
  readonly unitScale: number;
  readonly trials: number;
}

/**
 * Divides every territory still out afresh with one neighbour, then with two, until one division brings
 * the group nearer its corridors. Returns true where any did.
 */
function* resplitOutside(
  run: BlockRun,
  plan: UnitPlan,
  mostTravel: number,
): Generator<BalanceProgress, boolean> {
  const { random, best } = run;
  let isBetter = false;
  for (const territory of mendable(plan)) {
    yield best.progress('polishing', 0.9);
    const near = withNeighbours(plan, [territory]).filter((j) => j !== territory);
    let isMended = near.some((other) => resplitGroup(plan, [territory, other], random, mostTravel));
    for (let attempt = 0; !isMended && near.length > 0 && attempt < 4; attempt++) {
      const second = near[random.below(near.length)]!;
      const beyond = withNeighbours(plan, [territory, second]).filter((j) => j !== territory && j !== second);
      if (beyond.length === 0) break;
      isMended = resplitGroup(
        plan,
        [territory, second, beyond[random.below(beyond.length)]!],
        random,
        mostTravel,
      );
    }
    isBetter ||= isMended;
  }
  return isBetter;
}

/** True where territory j is a single unit that is too large: nothing can be done for it. */
function isGiant(plan: UnitPlan, j: number): boolean {
  const { measureCount, targets } = plan.blocks;
  if (plan.count[j] !== 1) return false;
  for (let at = j * measureCount; at < (j + 1) * measureCount; at++) {
    if (plan.load[at]! > targets.upper[at]!) return true;
  }
  return false;
}

/** True where some territory is one unit too large, so that no plan is within tolerance. */
export function hasGiant(plan: UnitPlan): boolean {
  return plan.outside().some((j) => isGiant(plan, j));
}

/** Territories out of corridor that something can be done for. */
function mendable(plan: UnitPlan): number[] {
  return plan.outside().filter((j) => !isGiant(plan, j));
}

/** True where nothing is out of corridor that could be mended. */
export function isMended(plan: UnitPlan): boolean {
  return mendable(plan).length === 0;
}

function totalExcess(plan: UnitPlan): number {
  return plan.members.reduce((sum, units, territory) => sum + excessOf(plan, territory, units), 0);
}

/** Puts every unit where another plan has it. */
export function returnTo(plan: UnitPlan, assignment: Int32Array): void {
  assignment.forEach((territory, unit) => {
    if (plan.assignment[unit] !== territory) plan.move(unit, territory);
  });
  plan.resum();
}

/**
 * Hands what is too much or too little on from neighbour to neighbour, dividing pairs afresh and letting
 * things get a little worse on the way, until it comes to where there is room. Ends at the least it met.
 */
function* wander(
  run: BlockRun,
  plan: UnitPlan,
  mostTravel: number,
  widest: number,
): Generator<BalanceProgress, void> {
  const { random, best } = run;
  let kept = plan.assignment.slice();
  let least = totalExcess(plan);
  for (let step = 0; step < WANDERING_STEPS; step++) {
    const out = mendable(plan);
    if (out.length === 0) break;
    const territory = out[random.below(out.length)]!;
    const near = withNeighbours(plan, [territory]).filter((j) => j !== territory);
    if (near.length === 0) continue;
    const allowance = widest * (1 - step / WANDERING_STEPS);
    const group = [territory, near[random.below(near.length)]!];
    if (step % 3 === 2) {
      const beyond = withNeighbours(plan, group).filter((j) => !group.includes(j));
      if (beyond.length > 0) group.push(beyond[random.below(beyond.length)]!);
    }
    resplitGroup(plan, group, random, mostTravel, allowance, WANDERING_TRIES);
    const excess = totalExcess(plan);
    if (excess < least) {
      least = excess;
      kept = plan.assignment.slice();
    }
    if (step % 4 === 3) yield best.progress('polishing', 0.9);
  }
  returnTo(plan, kept);
}

/** The territories given and those that border them. */
function withNeighbours(plan: UnitPlan, territories: readonly number[]): number[] {
  const { rows, assignment } = plan;
  const found = new Set(territories);
  for (const territory of territories) {
    for (const unit of plan.members[territory]!) {
      for (let at = rows.offsets[unit]!; at < rows.offsets[unit + 1]!; at++) {
        found.add(assignment[rows.neighbours[at]!]!);
      }
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Re-heats round the territories that are still out, wider and hotter the longer they resist. */
export function* mend(
  run: BlockRun,
  plan: UnitPlan,
  annealer: UnitAnnealer,
  { scale, unitScale }: Heat,
  effort: number,
): Generator<BalanceProgress, void> {
  const { best } = run;
  const least = travelOfPlan(plan);
  const trials = Math.ceil(500 * Math.min(1, effort));
  // Where no plan can be within tolerance, nearly is good enough.
  const rounds = hasGiant(plan) ? FEW_ROUNDS : MENDING_ROUNDS;
  for (let round = 0; round < rounds; round++) {
    const out = mendable(plan);
    if (out.length === 0) break;
    const mostTravel = least * (1 + FIRST_WAY * (round + 1));
    if (yield* resplitOutside(run, plan, mostTravel)) {
      plan.resum();
      best.offer(plan.assignment);
      continue;
    }
    for (const allowance of WANDERING_ALLOWANCES) yield* wander(run, plan, mostTravel, allowance);
    best.offer(plan.assignment);
    if (isMended(plan)) break;
    const near = out.length * 4 < plan.blocks.territoryCount ? withNeighbours(plan, out) : out;
    const region = round % 3 === 2 ? withNeighbours(plan, near) : near;
    const gentlest = [4, 1, 0.3][round % 3]!;
    const hottest = round % 2 === 0 ? 0.4 : 1;
    // Large units pass through plans far out of corridor on their way to the few that fit.
    for (let step = 0; step < MENDING_STEPS; step++) {
      const share = step / (MENDING_STEPS - 1);
      plan.pressure.pull = 3 * scale * (1 - share) ** 2;
      plan.pressure.slope = scale * gentlest * (60 / gentlest) ** share;
      for (const territory of region) annealer.runAt(territory, trials, unitScale * hottest * 0.004 ** share);
      yield best.progress('polishing', 0.9 + (0.1 * round) / MENDING_ROUNDS);
    }
    plan.resum();
    best.offer(plan.assignment);
    best.iterations++;
    yield best.progress('polishing', 0.9 + (0.1 * round) / MENDING_ROUNDS);
  }
}
