import { unitVectors } from '../geo/greatCircle';
import { BestPlan } from './bestPlan';
import { fillRun, solveRun, unitAssignment, type BlockRun } from './blockRun';
import { blocksInSteps, fixedTerritories, placedVectors, type Blocks } from './blocks';
import { certify } from './certificates';
import { capExcess, countHands, isPriced, NO_DISRUPTION_PRICE } from './disruptionPrice';
import { fillDistances, strikeUnfit, type Centres } from './distances';
import { centresFrom } from './freeCentres';
import { enclosedReasons } from './landCertificates';
import { leastMoves } from './leastMoves';
import { centresOf } from './measurePlan';
import { noTerritories, resultOf } from './planResult';
import type { BalanceOptions, BalanceProblem, BalanceProgress, BalanceResult } from './problem';
import { Random } from './random';
import { regionReasons } from './regionCauses';
import { solveCapped } from './solveCapped';
import { solveConnected } from './solveConnected';
import { solveFree } from './solveFree';
import { tryEvery } from './tryEvery';
import { fixedTravel, travelBounds, type TravelBounds } from './travelBounds';

/** What a run does unless told otherwise. */
export const DEFAULT_OPTIONS: BalanceOptions = {
  aim: 'full',
  effort: 1,
  unitName: (unit) => `account ${unit + 1}`,
  territoryName: (territory) => `territory ${territory + 1}`,
};

/** Before there is any plan. */
const CHECKING: BalanceProgress = {
  phase: 'checking',
  shareDone: 0,
  best: null,
  travel: NaN,
  maxDeviation: NaN,
  lowerBound: null,
};

/** Price of one change of hands in km of a mean unit, where fewest moves are the aim. */
const FEWEST_MOVES_KM = 3_000;

/** Km that stay whatever the centres: prices of changes of hands and who may serve; null where none. */
function staticKmOf(run: BlockRun): Float32Array | null {
  const { blocks, unitVector, disruption } = run;
  const { problem, territoryCount, count } = blocks;
  const hasKeep = isPriced(disruption) && problem.current !== null;
  if (!hasKeep && !problem.eligibility && !problem.movableTerritories) return null;
  const staticKm = new Float32Array(count * territoryCount);
  const nowhere = {
    vector: new Float64Array(3 * territoryCount),
    tilt: new Float64Array(3 * territoryCount),
  };
  // Every unit is equally far from the centre of the Earth, so only the differences stay.
  fillDistances(blocks, unitVector, nowhere, disruption, staticKm, 0, count);
  for (let b = 0; b < count; b++) {
    const row = staticKm.subarray(b * territoryCount, (b + 1) * territoryCount);
    const least = row.reduce((low, value) => Math.min(low, value), Infinity);
    for (let j = 0; j < territoryCount; j++) row[j]! -= least;
  }
  strikeUnfit(blocks, staticKm, 0, count);
  return staticKm;
}

/** Where only the corridor matters, a change of hands outweighs any way a unit can save. */
function unitPriceOf(aim: BalanceOptions['aim'], blocks: Blocks): number {
  if (aim !== 'corridor' || !blocks.problem.current) return 0;
  let total = 0;
  for (const value of blocks.weight) total += value;
  return (FEWEST_MOVES_KM * total) / Math.max(1, blocks.count);
}

/** Bases, and the centres of a plan for territories without one. */
export function centresAt(problem: BalanceProblem, plan: Int32Array | null): Centres {
  const { lat, lng } = problem.territories;
  if (!plan) return centresFrom(unitVectors(lat, lng));
  const { centreLat, centreLng } = centresOf(problem, plan);
  return centresFrom(unitVectors(centreLat, centreLng));
}

function* solveFixed(
  run: BlockRun,
  centres: Centres,
  effort: number,
): Generator<BalanceProgress, TravelBounds | null> {
  yield* fillRun(run, centres, 0);
  const price = new Float64Array(run.blocks.territoryCount * run.blocks.measureCount);
  if (!isPriced(run.disruption) && !run.blocks.targets.isWidened) run.fixedKm = fixedTravel(run, centres);
  const plan = yield* solveRun(run, price, { effort, isWarm: false, isFinal: true }, 0.02, 1);
  run.best.offer(unitAssignment(run.blocks, plan));
  return yield* travelBounds(run, centres, price);
}

/** Caps on changes of hands are hard: where the plan exceeds them it is sought anew under prices on them. */
function* respectCaps(run: BlockRun, centres: Centres, effort: number): Generator<BalanceProgress, void> {
  const { blocks, best } = run;
  const { problem } = blocks;
  if (
    !problem.caps ||
    !problem.current ||
    capExcess(problem, countHands(problem, best.assignment!)).total === 0
  )
    return;
  const price = new Float64Array(blocks.territoryCount * blocks.measureCount);
  yield* solveCapped({ ...run, fixedKm: null }, centres, price, effort);
}

function* solvePoints(
  run: BlockRun,
  aim: BalanceOptions['aim'],
  effort: number,
): Generator<BalanceProgress, TravelBounds | null> {
  const { problem } = run.blocks;
  // A repair is measured from where things are, free centres too.
  const standing = aim === 'corridor' ? problem.current : null;
  const isFree = problem.territories.lat.some((value) => Number.isNaN(value));
  if (isFree && !standing) {
    yield* solveFree({ ...run, staticKm: staticKmOf(run) }, centresAt(problem, null), effort);
    yield* respectCaps(run, centresAt(problem, run.best.assignment), effort);
    return null;
  }
  const centres = centresAt(problem, standing);
  const bounds = yield* solveFixed(run, centres, effort);
  yield* respectCaps(run, centres, effort);
  return isFree ? null : bounds;
}

/** Passes on the pauses of what comes before any plan. */
function* whileChecking<T>(work: Generator<void, T>): Generator<BalanceProgress, T> {
  let step = work.next();
  for (; !step.done; step = work.next()) yield CHECKING;
  return step.value;
}

/** Passes on the pauses of what comes after the plan. */
function* whileEnding<T>(work: Generator<void, T>, best: BestPlan): Generator<BalanceProgress, T> {
  let step = work.next();
  for (; !step.done; step = work.next()) yield best.progress('done', 1);
  return step.value;
}

/**
 * Solves a balancing problem. Yields about every 20 ms of work; whoever drives it may stop at any yield
 * and keep the best plan reported so far. Deterministic for a seed.
 */
export function* solveBalance(
  problem: BalanceProblem,
  options: Partial<BalanceOptions> = {},
): Generator<BalanceProgress, BalanceResult> {
  const { aim, effort, unitName, territoryName } = { ...DEFAULT_OPTIONS, ...options };
  const names = { unitName, territoryName };
  if (problem.territories.capacity.length === 0) return noTerritories(problem);
  yield CHECKING;
  const fixed = fixedTerritories(problem);
  yield CHECKING;
  const certificates = yield* whileChecking(certify(problem, fixed, names));
  const isConnected = problem.adjacency !== null;
  const unitVector = placedVectors(problem);
  yield CHECKING;
  // Connected units are solved one by one: locked ones take part, they only never move.
  const building = isConnected
    ? blocksInSteps({ ...problem, families: null }, new Int32Array(fixed.length).fill(-1), unitVector)
    : blocksInSteps(problem, certificates.fixed, unitVector);
  const blocks = yield* whileChecking(building);
  const disruption = { ...NO_DISRUPTION_PRICE, keepKm: problem.keepKm, perUnit: unitPriceOf(aim, blocks) };
  const best = new BestPlan(problem, disruption);
  yield best.progress('checking', 0);
  const run: BlockRun = {
    blocks,
    unitVector,
    km: new Float32Array(blocks.count * blocks.territoryCount),
    staticKm: null,
    disruption,
    best,
    random: new Random(problem.seed),
    bound: null,
    fixedKm: null,
  };
  let bounds: TravelBounds | null = null;
  if (isConnected) {
    const standing = aim === 'corridor' ? problem.current : null;
    yield* solveConnected({ ...run, staticKm: staticKmOf(run) }, centresAt(problem, standing), aim, effort);
  } else bounds = yield* solvePoints(run, aim, effort);
  for (const _ of tryEvery(problem, disruption, best)) yield best.progress('polishing', 0.99);
  yield best.progress('done', 1);
  const enclosed = yield* whileEnding(
    enclosedReasons(problem, best.measures?.outOfTolerance ?? [], names),
    best,
  );
  const known = [...certificates.reasons, ...enclosed];
  const isOut = (best.measures?.outOfTolerance.length ?? 0) > 0;
  const isUnexplained = isOut && known.every(({ code }) => code === 'bad-coordinates');
  yield best.progress('done', 1);
  const regions = isUnexplained ? regionReasons(problem, best.assignment!, names) : [];
  const result = resultOf(problem, best, bounds, [...known, ...regions], names);
  if (aim !== 'corridor' || isConnected) return result;
  yield best.progress('done', 1);
  return { ...result, leastMoves: yield* whileEnding(leastMoves(problem), best) };
}
