import type { BestPlan } from './bestPlan';
import type { Blocks } from './blocks';
import type { DisruptionPrice } from './disruptionPrice';
import { fillDistances, strikeUnfit, type BlockDistances, type Centres } from './distances';
import { solveFixedCentres, type FixedOptions } from './fixedCentres';
import type { BalanceProgress } from './problem';
import type { Random } from './random';

/** What the steps of one run share. */
export interface BlockRun {
  readonly blocks: Blocks;
  readonly unitVector: Float64Array;
  readonly km: BlockDistances;
  /** Km of changes of hands and of who may serve, for problems that have them. */
  readonly staticKm: Float32Array | null;
  readonly disruption: DisruptionPrice;
  readonly best: BestPlan;
  readonly random: Random;
  /** Proven bound of the priced travel of the movable blocks, once known. */
  bound: number | null;
  /** Travel of the units that cannot move, where the bound is one of travel alone; else null. */
  fixedKm: number | null;
}

const DISTANCES_A_SLICE = 400_000;

/** Territory of every unit from that of every block. */
export function unitAssignment(blocks: Blocks, ofBlock: Int32Array): Int32Array {
  const assignment = blocks.fixedTerritory.slice();
  for (let b = 0; b < blocks.count; b++) {
    for (let at = blocks.memberOffsets[b]!; at < blocks.memberOffsets[b + 1]!; at++) {
      assignment[blocks.memberUnits[at]!] = ofBlock[b]!;
    }
  }
  return assignment;
}

/** Measures all distances afresh from the centres. */
export function* fillRun(
  run: BlockRun,
  centres: Centres,
  shareDone: number,
): Generator<BalanceProgress, void> {
  const { blocks, unitVector, km } = run;
  const slice = Math.max(1, Math.floor(DISTANCES_A_SLICE / blocks.territoryCount));
  for (let from = 0; from < blocks.count; from += slice) {
    const to = Math.min(blocks.count, from + slice);
    fillDistances(blocks, unitVector, centres, run.disruption, km, from, to);
    strikeUnfit(blocks, km, from, to);
    yield run.best.progress('distances', shareDone);
  }
}

/** Solves at the distances as they are filled, offering plans on the way; returns territory by block. */
export function* solveRun(
  run: BlockRun,
  price: Float64Array,
  options: FixedOptions,
  from: number,
  to: number,
): Generator<BalanceProgress, Int32Array> {
  const { blocks, km, best, random } = run;
  const solving = solveFixedCentres(blocks, km, price, random, options);
  let step = solving.next();
  for (; !step.done; step = solving.next()) {
    const { phase, shareDone, plan, bound } = step.value;
    if (bound !== null) {
      run.bound = bound;
      if (run.fixedKm !== null) best.lowerBound = bound + run.fixedKm;
    }
    if (plan) best.offer(unitAssignment(blocks, plan));
    best.iterations++;
    yield best.progress(phase, from + (to - from) * shareDone);
  }
  return step.value;
}
