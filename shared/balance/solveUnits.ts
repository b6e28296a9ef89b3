import { bridgeParts } from '../geo/contiguityBridges';
import { fillRun, type BlockRun } from './blockRun';
import { UNREACHABLE_KM } from './blocks';
import { freeTerritories } from './centreSearch';
import type { Centres } from './distances';
import { moveCentres } from './freeCentres';
import type { BalanceProgress } from './problem';
import { UnitAnnealer } from './unitAnneal';
import { UnitPlan } from './unitPlan';
import { resplitGroup } from './unitResplit';
import { connectPlan } from './unitStart';

/** Annealing trials a unit; chunks between which centres are measured afresh. */
const TRIALS_A_UNIT = 1_500;
const CHUNKS = 120;
const MENDING_ROUNDS = 30;
const MENDING_STEPS = 16;
const POLISHING_CHUNKS = 40;
const RESTARTS = 2;

/** Mean km of the units to their own centre: the scale of temperatures and pressures. */
function meanKm(run: BlockRun, assignment: Int32Array): number {
  const { blocks, km } = run;
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < blocks.count; i++) {
    const way = km[i * blocks.territoryCount + assignment[i]!]!;
    if (way >= UNREACHABLE_KM) continue;
    sum += blocks.weight[i]! * Math.abs(way);
    weight += blocks.weight[i]!;
  }
  return weight > 0 && sum > 0 ? sum / weight : 1;
}

function* recentre(
  run: BlockRun,
  plan: UnitPlan,
  centres: Centres,
  share: number,
): Generator<BalanceProgress, void> {
  const { blocks, unitVector } = run;
  const points = { count: blocks.count, position: unitVector, weight: blocks.activity };
  moveCentres(
    points,
    freeTerritories(blocks),
    (take) => {
      for (let i = 0; i < blocks.count; i++) take(i, plan.assignment[i]!, 1);
    },
    centres,
    1,
  );
  yield* fillRun(run, centres, share);
}

/**
 * Improves a start into a plan of connected territories: annealed border by border, from a pull to the
 * target to the corridor alone, then territories still out are re-heated one at a time.
 * @param start territory of each unit, connected or not
 * @param centres where the start's centres are; changed in place
 */
export function* solveUnits(
  run: BlockRun,
  start: Int32Array,
  centres: Centres,
  isLocked: Uint8Array,
  effort: number,
): Generator<BalanceProgress, void> {
  const { blocks, best, random } = run;
  const rows = bridgeParts(blocks.problem.adjacency!, run.unitVector);
  yield* fillRun(run, centres, 0.3);
  const connected = connectPlan(blocks, rows, run.km, isLocked, start);
  const plan = new UnitPlan(blocks, rows, connected, isLocked, run.km, { pull: 0, slope: 0 });
  const annealer = new UnitAnnealer(plan, random);
  const scale = meanKm(run, connected);
  let totalWeight = 0;
  for (const value of blocks.weight) totalWeight += value;
  const unitScale = (scale * totalWeight) / Math.max(1, blocks.count);
  const trials = Math.ceil((effort * TRIALS_A_UNIT * blocks.count) / CHUNKS);
  const heat = { scale, unitScale, trials };
  yield* annealAll(run, plan, annealer, centres, heat, 0);
  best.offer(plan.assignment);
  yield* mend(run, plan, annealer, heat, effort);
  for (let round = 0; round < RESTARTS && best.measures!.outOfTolerance.length > 0; round++) {
    yield* annealAll(run, plan, annealer, centres, { ...heat, trials: trials / 2 }, 0.35 - 0.1 * round);
    best.offer(plan.assignment);
    yield* mend(run, plan, annealer, heat, effort);
  }
  yield* polish(run, plan, annealer, centres, heat);
}

/**
 * Brings a plan within its corridor from where it stands, changing little else: only borders of territories
 * that are out are worked on, and changes of hands have their price in the distances.
 */
export function* repairUnits(
  run: BlockRun,
  start: Int32Array,
  isLocked: Uint8Array,
  effort: number,
): Generator<BalanceProgress, void> {
  const { blocks, best, random } = run;
  const rows = bridgeParts(blocks.problem.adjacency!, run.unitVector);
  const connected = connectPlan(blocks, rows, run.km, isLocked, start);
  const scale = meanKm(run, connected);
  const unitScale =
    (scale * blocks.weight.reduce((sum, value) => sum + value, 0)) / Math.max(1, blocks.count);
  const plan = new UnitPlan(blocks, rows, connected, isLocked, run.km, { pull: 0, slope: 100 * scale });
  best.offer(plan.assignment);
  yield* mend(run, plan, new UnitAnnealer(plan, random), { scale, unitScale, trials: 0 }, effort);
}

interface Heat {
  readonly scale: number;
  readonly unitScale: number;
  readonly trials: number;
}

/** Cools the whole map, from a share of the schedule on. */
function* annealAll(
  run: BlockRun,
  plan: UnitPlan,
  annealer: UnitAnnealer,
  centres: Centres,
  { scale, unitScale, trials }: Heat,
  fromShare: number,
): Generator<BalanceProgress, void> {
  const { best } = run;
  for (let chunk = Math.floor(fromShare * CHUNKS); chunk < CHUNKS; chunk++) {
    const share = chunk / (CHUNKS - 1);
    plan.pressure.pull = 3 * scale * (1 - share) ** 2;
    plan.pressure.slope = scale * 10 * 6 ** share;
    if (chunk % 5 === 0) yield* recentre(run, plan, centres, 0.3 + 0.5 * share);
    annealer.run(trials, unitScale * 0.7 * 0.004 ** share);
    plan.resum();
    if (chunk > CHUNKS / 2 && chunk % 10 === 9) best.offer(plan.assignment);
    best.iterations++;
    yield best.progress('annealing', 0.3 + 0.5 * share);
  }
}

/**
 * Divides every territory still out afresh with one neighbour, then with two, until one division brings
 * the group nearer its corridors. Returns true where any did.
 */
function resplitOutside(run: BlockRun, plan: UnitPlan): boolean {
  const { random } = run;
  let isBetter = false;
  for (const territory of plan.outside()) {
    const near = withNeighbours(plan, [territory]).filter((j) => j !== territory);
    let isMended = near.some((other) => resplitGroup(plan, [territory, other], random));
    for (let attempt = 0; !isMended && near.length > 0 && attempt < 2 * near.length; attempt++) {
      const second = near[random.below(near.length)]!;
      const beyond = withNeighbours(plan, [territory, second]).filter((j) => j !== territory && j !== second);
      if (beyond.length === 0) break;
      isMended = resplitGroup(plan, [territory, second, beyond[random.below(beyond.length)]!], random);
    }
    isBetter ||= isMended;
  }
  return isBetter;
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
function* mend(
  run: BlockRun,
  plan: UnitPlan,
  annealer: UnitAnnealer,
  { scale, unitScale }: Heat,
  effort: number,
): Generator<BalanceProgress, void> {
  const { best } = run;
  const trials = Math.ceil(500 * Math.min(1, effort));
  for (let round = 0; round < MENDING_ROUNDS; round++) {
    const out = plan.outside();
    if (out.length === 0) break;
    if (resplitOutside(run, plan)) {
      plan.resum();
      best.offer(plan.assignment);
      continue;
    }
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

/** A last cool round over the whole map, leaving the corridor out of the question. */
function* polish(
  run: BlockRun,
  plan: UnitPlan,
  annealer: UnitAnnealer,
  centres: Centres,
  { scale, unitScale, trials }: Heat,
): Generator<BalanceProgress, void> {
  const { best } = run;
  // Start from the best plan, not from the last.
  best.assignment!.forEach((territory, unit) => {
    if (plan.assignment[unit] !== territory) plan.move(unit, territory);
  });
  plan.pressure.pull = 0;
  plan.pressure.slope = 100 * scale;
  for (let chunk = 0; chunk < POLISHING_CHUNKS; chunk++) {
    const share = chunk / (POLISHING_CHUNKS - 1);
    if (chunk % 5 === 0) yield* recentre(run, plan, centres, 0.9 + 0.1 * share);
    annealer.run(trials, chunk === POLISHING_CHUNKS - 1 ? 0 : unitScale * 0.08 * 0.02 ** share);
    plan.resum();
    if (chunk % 5 === 4) best.offer(plan.assignment);
    best.iterations++;
    yield best.progress('polishing', 0.9 + 0.1 * share);
  }
}
