import { unitVectors } from '../geo/greatCircle';
import { BestPlan } from './bestPlan';
import { fillRun, solveRun, unitAssignment, type BlockRun } from './blockRun';
import { buildBlocks, fixedTerritories, placedVectors, type Blocks } from './blocks';
import { emptyCandidates, refreshCandidates } from './candidates';
import { certify } from './certificates';
import { freeTerritories } from './centreSearch';
import { fillDistances, strikeIneligible, type Centres } from './distances';
import { centresFrom } from './freeCentres';
import type { BalanceOptions, BalanceProblem, BalanceProgress, BalanceResult } from './problem';
import { dualTermsOf, findPrices } from './priceSchedule';
import { noTerritories, resultOf } from './planResult';
import { Random } from './random';
import { seekCentres, solveFree } from './solveFree';
import { solveUnits } from './solveUnits';
import { travelBounds, type TravelBounds } from './travelBounds';

/** What a run does unless told otherwise. */
export const DEFAULT_OPTIONS: BalanceOptions = {
  aim: 'full',
  effort: 1,
  unitName: (unit) => `account ${unit + 1}`,
  territoryName: (territory) => `territory ${territory + 1}`,
};

/** Km that stay whatever the centres: prices of changes of hands and who may serve; null where none. */
function staticKmOf(blocks: Blocks, unitVector: Float64Array): Float32Array | null {
  const { problem, territoryCount, count } = blocks;
  const hasKeep = problem.keepKm > 0 && problem.current !== null;
  if (!hasKeep && !problem.eligibility && !problem.movableTerritories) return null;
  const staticKm = new Float32Array(count * territoryCount);
  const nowhere = {
    vector: new Float64Array(3 * territoryCount),
    tilt: new Float64Array(3 * territoryCount),
  };
  // Every unit is equally far from the centre of the Earth, so only the differences stay.
  fillDistances(blocks, unitVector, nowhere, problem.keepKm, staticKm, 0, count);
  for (let b = 0; b < count; b++) {
    const row = staticKm.subarray(b * territoryCount, (b + 1) * territoryCount);
    const least = row.reduce((low, value) => Math.min(low, value), Infinity);
    for (let j = 0; j < territoryCount; j++) row[j]! -= least;
  }
  strikeIneligible(blocks, staticKm, 0, count);
  return staticKm;
}

function* solveFixed(
  run: BlockRun,
  centres: Centres,
  effort: number,
): Generator<BalanceProgress, TravelBounds | null> {
  yield* fillRun(run, centres, 0);
  const price = new Float64Array(run.blocks.territoryCount * run.blocks.measureCount);
  const plan = yield* solveRun(run, price, { effort, isWarm: false }, 0.02, 1);
  run.best.offer(unitAssignment(run.blocks, plan));
  return yield* travelBounds(run, centres, price);
}

/** Geographic units: a start by nearest priced centre, then annealed so that territories stay connected. */
function* solveConnected(run: BlockRun, centres: Centres, effort: number): Generator<BalanceProgress, void> {
  const { blocks, best } = run;
  const isFree = freeTerritories(blocks).some((value) => value === 1);
  const fixed = fixedTerritories(blocks.problem);
  const isLocked = Uint8Array.from(fixed, (territory) => (territory >= 0 ? 1 : 0));
  let from = centres;
  let price: Float64Array = new Float64Array(blocks.territoryCount * blocks.measureCount);
  if (isFree) {
    const sought = yield* seekCentres(run, centres, effort);
    from = sought.centres;
    price = sought.price;
  }
  yield* fillRun(run, from, 0.3);
  if (!isFree && blocks.measureCount > 0) {
    for (const _ of findPrices(blocks, dualTermsOf(blocks, run.km), price, false))
      yield best.progress('prices', 0.3);
  }
  const candidates = emptyCandidates(blocks.count, blocks.territoryCount, 1);
  const terms = dualTermsOf(blocks, run.km);
  const { territoryCount, measureCount, count } = blocks;
  refreshCandidates(
    candidates,
    terms.rows,
    run.km,
    terms.ratio,
    price,
    territoryCount,
    measureCount,
    0,
    count,
  );
  const start = candidates.territory.map((territory, unit) => (fixed[unit]! >= 0 ? fixed[unit]! : territory));
  yield* solveUnits(run, start, from, isLocked, effort);
}

/**
 * Solves a balancing problem. Yields about every 20 ms of work; whoever drives it may stop at any yield
 * and keep the best plan reported so far. Deterministic for a seed.
 */
export function* solveBalance(
  problem: BalanceProblem,
  options: Partial<BalanceOptions> = {},
): Generator<BalanceProgress, BalanceResult> {
  const { effort, unitName, territoryName } = { ...DEFAULT_OPTIONS, ...options };
  const names = { unitName, territoryName };
  if (problem.territories.capacity.length === 0) return noTerritories(problem);
  const certificates = certify(problem, fixedTerritories(problem), names);
  const best = new BestPlan(problem, problem.keepKm);
  yield best.progress('checking', 0);
  const isConnected = problem.adjacency !== null;
  // Connected units are solved one by one: locked ones take part, they only never move.
  const blocks = isConnected
    ? buildBlocks({ ...problem, families: null }, new Int32Array(problem.unitLat.length).fill(-1))
    : buildBlocks(problem, certificates.fixed);
  const unitVector = placedVectors(problem);
  const run: BlockRun = {
    blocks,
    unitVector,
    km: new Float32Array(blocks.count * blocks.territoryCount),
    staticKm: null,
    best,
    random: new Random(problem.seed),
    bound: null,
  };
  const centres = centresFrom(unitVectors(problem.territories.lat, problem.territories.lng));
  const isFree = freeTerritories(blocks).some((value) => value === 1);
  let bounds: TravelBounds | null = null;
  if (isConnected)
    yield* solveConnected({ ...run, staticKm: staticKmOf(blocks, unitVector) }, centres, effort);
  else if (isFree) yield* solveFree({ ...run, staticKm: staticKmOf(blocks, unitVector) }, centres, effort);
  else bounds = yield* solveFixed(run, centres, effort);
  yield best.progress('done', 1);
  return resultOf(problem, best, bounds, certificates.reasons, names);
}
