import { unitVectors } from '../geo/greatCircle';
import { BestPlan } from './bestPlan';
import { buildBlocks, fixedTerritories, type Blocks } from './blocks';
import { fillDistances, strikeIneligible, type BlockDistances, type CentreVectors } from './distances';
import { solveFixedCentres } from './fixedCentres';
import { freeTerritories, moveCentres, spreadCentres } from './freeCentres';
import type { BalanceOptions, BalanceProblem, BalanceProgress, BalanceResult } from './problem';
import { Random } from './random';

/** What a run does unless told otherwise. */
export const DEFAULT_OPTIONS: BalanceOptions = {
  aim: 'full',
  effort: 1,
  unitName: (unit) => `account ${unit + 1}`,
  territoryName: (territory) => `territory ${territory + 1}`,
};

const DISTANCES_A_SLICE = 1_000_000;

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

interface Run {
  readonly blocks: Blocks;
  readonly unitVector: Float64Array;
  readonly km: BlockDistances;
  readonly best: BestPlan;
  readonly random: Random;
}

function* measureDistances(
  run: Run,
  centres: CentreVectors,
  shareDone: number,
): Generator<BalanceProgress, void> {
  const { blocks, unitVector, km } = run;
  const slice = Math.max(1, Math.floor(DISTANCES_A_SLICE / blocks.territoryCount));
  for (let from = 0; from < blocks.count; from += slice) {
    const to = Math.min(blocks.count, from + slice);
    fillDistances(blocks, unitVector, centres, blocks.problem.keepKm, km, from, to);
    strikeIneligible(blocks, km, from, to);
    yield run.best.progress('distances', shareDone);
  }
}

function* solveRound(
  run: Run,
  centres: CentreVectors,
  effort: number,
  from: number,
  to: number,
): Generator<BalanceProgress, Int32Array> {
  const { blocks, km, best } = run;
  yield* measureDistances(run, centres, from);
  const price = new Float64Array(blocks.territoryCount * blocks.measureCount);
  const solving = solveFixedCentres(blocks, km, price, run.random, effort);
  let step = solving.next();
  while (!step.done) {
    const { phase, shareDone, plan } = step.value;
    if (plan) best.offer(unitAssignment(blocks, plan));
    best.iterations++;
    yield best.progress(phase, from + (to - from) * shareDone);
    step = solving.next();
  }
  return unitAssignment(blocks, step.value);
}

const FREE_ROUNDS = 8;

/**
 * Solves a balancing problem. Yields about every 20 ms of work; whoever drives it may stop at any yield
 * and keep the best plan reported so far. Deterministic for a seed.
 */
export function* solveBalance(
  problem: BalanceProblem,
  options: Partial<BalanceOptions> = {},
): Generator<BalanceProgress, BalanceResult> {
  const { effort } = { ...DEFAULT_OPTIONS, ...options };
  const blocks = buildBlocks(problem, fixedTerritories(problem));
  const run: Run = {
    blocks,
    unitVector: unitVectors(problem.unitLat, problem.unitLng),
    km: new Float32Array(blocks.count * blocks.territoryCount),
    best: new BestPlan(problem, problem.keepKm),
    random: new Random(problem.seed),
  };
  const centres = unitVectors(problem.territories.lat, problem.territories.lng);
  const isFree = freeTerritories(blocks).some((value) => value === 1);
  if (isFree) spreadCentres(blocks, run.unitVector, centres, run.random);
  const rounds = isFree ? FREE_ROUNDS : 1;
  for (let round = 0; round < rounds; round++) {
    const plan = yield* solveRound(run, centres, effort, round / rounds, (round + 1) / rounds);
    if (isFree) moveCentres(blocks, run.unitVector, plan, centres);
  }
  const { best } = run;
  const assignment = best.assignment!;
  const measures = best.measures!;
  yield best.progress('done', 1);
  return {
    assignment,
    feasible: measures.outOfTolerance.length === 0,
    reasons: [],
    travelKm: measures.travelKm,
    lowerBound: null,
    gapShare: null,
    maxDeviationShare: measures.maxDeviationShare,
    movedCount: measures.movedCount,
    iterations: best.iterations,
    centreLat: measures.centreLat,
    centreLng: measures.centreLng,
  };
}
