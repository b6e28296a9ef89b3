import { bridgeParts } from '../geo/contiguityBridges';
import { fillRun, type BlockRun } from './blockRun';
import { UNREACHABLE_KM } from './blocks';
import { freeTerritories } from './centreSearch';
import type { Centres } from './distances';
import { moveCentres } from './freeCentres';
import type { BalanceProgress } from './problem';
import { UnitAnnealer } from './unitAnneal';
import { UnitPlan } from './unitPlan';
import { connectPlan } from './unitStart';

/** Annealing trials a unit; chunks between which centres are measured afresh. */
const TRIALS_A_UNIT = 1_500;
const CHUNKS = 120;
const MENDING_ROUNDS = 40;

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
  for (let chunk = 0; chunk < CHUNKS; chunk++) {
    const share = chunk / (CHUNKS - 1);
    plan.pressure.pull = 3 * scale * (1 - share) ** 2;
    plan.pressure.slope = scale * 10 * 6 ** share;
    if (chunk % 2 === 0) yield* recentre(run, plan, centres, 0.3 + 0.6 * share);
    annealer.run(trials, unitScale * 0.7 * 0.004 ** share);
    plan.resum();
    if (chunk > CHUNKS / 2 && chunk % 10 === 9) best.offer(plan.assignment);
    best.iterations++;
    yield best.progress('annealing', 0.3 + 0.6 * share);
  }
  best.offer(plan.assignment);
  yield* mend(run, plan, annealer, unitScale, effort);
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
  unitScale: number,
  effort: number,
): Generator<BalanceProgress, void> {
  const { best } = run;
  const trials = Math.ceil(1_500 * Math.min(1, effort));
  plan.pressure.pull = 0;
  for (let round = 0; round < MENDING_ROUNDS; round++) {
    const out = plan.outside();
    if (out.length === 0) break;
    const near = out.length * 4 < plan.blocks.territoryCount ? withNeighbours(plan, out) : out;
    const region = round % 3 === 2 ? withNeighbours(plan, near) : near;
    const hottest = Math.min(2, 0.2 * 1.15 ** round);
    for (let step = 0; step < 12; step++) {
      for (const territory of region)
        annealer.runAt(territory, trials / 4, unitScale * hottest * 0.6 ** step);
      yield best.progress('polishing', 0.9 + (0.1 * round) / MENDING_ROUNDS);
    }
    plan.resum();
    best.offer(plan.assignment);
    best.iterations++;
    yield best.progress('polishing', 0.9 + (0.1 * round) / MENDING_ROUNDS);
  }
  for (let chunk = 0; chunk < 10; chunk++) {
    annealer.run(trials * 3, 0);
    yield best.progress('polishing', 0.99);
  }
  plan.resum();
  best.offer(plan.assignment);
}
