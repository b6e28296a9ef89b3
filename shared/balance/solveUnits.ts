import { bridgeParts } from '../geo/contiguityBridges';
import { fillRun, type BlockRun } from './blockRun';
import { UNREACHABLE_KM } from './blocks';
import { freeTerritories } from './centreSearch';
import type { Centres } from './distances';
import { moveCentres } from './freeCentres';
import type { BalanceProgress } from './problem';
import { UnitAnnealer } from './unitAnneal';
import { hasGiant, isMended, mend, returnTo, type Heat } from './unitMend';
import { UnitPlan } from './unitPlan';
import { connectPlan } from './unitStart';

/** Annealing trials a unit; chunks between which centres are measured afresh. */
const TRIALS_A_UNIT = 1_500;
const CHUNKS = 120;
const POLISHING_CHUNKS = 60;
const RESTARTS = 2;
/**
 * Pull to the target at first, in mean km. Locked units hold territories where they are: what a region has too
 * much of must be handed on from one to the next, which takes a harder pull.
 */
const PULL = 3;
const LOCKED_PULL = 30;

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
  for (let round = 0; round < RESTARTS; round++) {
    returnTo(plan, best.assignment!);
    if (isMended(plan) || hasGiant(plan)) break;
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
  const pull = scale * (plan.isLocked.includes(1) ? LOCKED_PULL : PULL);
  for (let chunk = Math.floor(fromShare * CHUNKS); chunk < CHUNKS; chunk++) {
    const share = chunk / (CHUNKS - 1);
    plan.pressure.pull = pull * (1 - share) ** 2;
    plan.pressure.slope = scale * 10 * 6 ** share;
    if (chunk % 5 === 0) yield* recentre(run, plan, centres, 0.3 + 0.5 * share);
    annealer.run(trials, unitScale * 0.7 * 0.004 ** share);
    plan.resum();
    if (chunk > CHUNKS / 2 && chunk % 10 === 9) best.offer(plan.assignment);
    best.iterations++;
    yield best.progress('annealing', 0.3 + 0.5 * share);
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
  returnTo(plan, best.assignment!);
  plan.pressure.pull = 0;
  plan.pressure.slope = 100 * scale;
  for (let chunk = 0; chunk < POLISHING_CHUNKS; chunk++) {
    const share = chunk / (POLISHING_CHUNKS - 1);
    if (chunk % 5 === 0) yield* recentre(run, plan, centres, 0.9 + 0.1 * share);
    annealer.run(trials, chunk === POLISHING_CHUNKS - 1 ? 0 : unitScale * 0.16 * 0.01 ** share);
    plan.resum();
    if (chunk % 5 === 4) best.offer(plan.assignment);
    best.iterations++;
    yield best.progress('polishing', 0.9 + 0.1 * share);
  }
}
