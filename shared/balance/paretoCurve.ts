import { BestPlan } from './bestPlan';
import { fillRun, solveRun, unitAssignment, type BlockRun } from './blockRun';
import { buildBlocks, fixedTerritories, placedVectors } from './blocks';
import { isPriced, NO_DISRUPTION_PRICE, type DisruptionPrice } from './disruptionPrice';
import type { Centres } from './distances';
import { measurePlan } from './measurePlan';
import type { BalancePhase, BalanceProblem, BalanceProgress, BalanceResult } from './problem';
import { Random } from './random';
import { centresAt, solveBalance } from './solve';
import { targetsOf } from './targets';
import { travelBounds } from './travelBounds';

/** One plan of a curve. */
export interface ParetoPoint {
  /** Tolerance of the first measure the plan was sought at, e.g. 0.05; the others keep their proportion. */
  readonly toleranceRatio: number;
  readonly travelKm: number;
  /** Proven least travel of any plan at that tolerance; null for free centres and contiguous units. */
  readonly lowerBoundKm: number | null;
  /** Largest |load − target| / target. */
  readonly maxDeviationRatio: number;
  /** Units with an earlier owner that change hands. */
  readonly movedCount: number;
  /** Territory of every unit. */
  readonly assignment: Int32Array;
}

/** A curve, whole or as far as it was drawn. */
export interface ParetoCurve {
  /** In their final order. */
  readonly points: readonly ParetoPoint[];
  /** Plans sought, those included that others beat or that were out of tolerance. */
  readonly triedCount: number;
  /** Proven: no plan within the problem's own tolerance has fewer changes of hands; 0 = nothing is proven. */
  readonly leastMoves: number;
}

export const NO_CURVE: ParetoCurve = { points: [], triedCount: 0, leastMoves: 0 };

/** Where a curve stands; points come one by one, best so far. */
export interface ParetoProgress {
  readonly phase: BalancePhase;
  /** 0 to 1 over the whole curve. */
  readonly shareDone: number;
  /** The same object until it changes. */
  readonly curve: ParetoCurve;
}

export interface ParetoOptions {
  /** How many points the curve is to have; it may have fewer where no more are to be found. */
  readonly pointCount: number;
  /** A plan for the problem as it stands, whose centres free territories keep; null = one is sought. */
  readonly standing: Int32Array | null;
  /** Multiplies the iteration budget of every point. */
  readonly effort: number;
}

export const DEFAULT_PARETO_OPTIONS: ParetoOptions = { pointCount: 10, standing: null, effort: 1 };

/** Annealing of a point against that of a plan to be used: a curve needs no last metre. */
const POINT_EFFORT = 0.3;

/** What the points of a curve share: distances, centres and the prices of the point before. */
export interface CurveRun {
  readonly run: BlockRun;
  readonly centres: Centres;
  readonly price: Float64Array;
  readonly effort: number;
  isWarm: boolean;
  /** The price on changes of hands that the distances are filled with; null = not filled. */
  filled: DisruptionPrice | null;
}

/** Sets up the solves of a curve at centres that stand still. */
export function startCurve(problem: BalanceProblem, standing: Int32Array | null, effort: number): CurveRun {
  const blocks = buildBlocks(problem, fixedTerritories(problem));
  const run: BlockRun = {
    blocks,
    unitVector: placedVectors(problem),
    km: new Float32Array(blocks.count * blocks.territoryCount),
    staticKm: null,
    disruption: NO_DISRUPTION_PRICE,
    best: new BestPlan(problem, NO_DISRUPTION_PRICE),
    random: new Random(problem.seed),
    bound: null,
    fixedKm: null,
  };
  return {
    run,
    centres: centresAt(problem, standing),
    price: new Float64Array(blocks.territoryCount * blocks.measureCount),
    effort: POINT_EFFORT * effort,
    isWarm: false,
    filled: null,
  };
}

/** Solves one point of a curve from the prices of the one before. */
export function* solvePoint(
  curve: CurveRun,
  problem: BalanceProblem,
  disruption: DisruptionPrice,
): Generator<BalanceProgress, ParetoPoint & { readonly isWithin: boolean }> {
  const { run: shared, centres, price } = curve;
  let totalActivity = 0;
  for (const value of shared.blocks.activity) totalActivity += value;
  const targets = targetsOf(problem, shared.blocks.fixedTerritory, totalActivity);
  const run: BlockRun = {
    ...shared,
    blocks: { ...shared.blocks, problem, targets },
    disruption,
    best: new BestPlan(problem, disruption),
    random: new Random(problem.seed),
  };
  if (curve.filled !== disruption) yield* fillRun(run, centres, 0);
  curve.filled = disruption;
  const options = { effort: curve.effort, isWarm: curve.isWarm };
  const plan = yield* solveRun(run, price, options, 0, 1);
  curve.isWarm = true;
  run.best.offer(unitAssignment(run.blocks, plan));
  const isFree = problem.territories.lat.some((value) => Number.isNaN(value));
  const bounds = isFree ? null : yield* travelBounds(run, centres, price);
  // The bound of travel alone is at distances of its own.
  if (bounds && isPriced(disruption)) curve.filled = null;
  return pointOf(run.best.assignment!, run.best.measures!, problem, bounds?.travelKm ?? null);
}

/** The same for problems that need the whole solver at each point: contiguous units, caps. */
export function* solveWhole(
  problem: BalanceProblem,
  effort: number,
): Generator<BalanceProgress, ParetoPoint & { readonly isWithin: boolean }> {
  const result: BalanceResult = yield* solveBalance(problem, { effort: POINT_EFFORT * effort });
  const isWithin = result.feasible;
  const measures = {
    travelKm: result.travelKm,
    maxDeviationShare: result.maxDeviationShare,
    movedCount: result.movedCount,
    outOfTolerance: isWithin ? [] : [-1],
  };
  return pointOf(result.assignment, measures, problem, result.lowerBound);
}

/** A plan that is there already, as a point of its problem's own tolerance. */
export function standingPoint(
  problem: BalanceProblem,
  assignment: Int32Array,
): ParetoPoint & { readonly isWithin: boolean } {
  return pointOf(assignment, measurePlan(problem, assignment), problem, null);
}

function pointOf(
  assignment: Int32Array,
  measures: {
    readonly travelKm: number;
    readonly maxDeviationShare: number;
    readonly movedCount: number;
    readonly outOfTolerance: readonly number[];
  },
  problem: BalanceProblem,
  lowerBoundKm: number | null,
): ParetoPoint & { readonly isWithin: boolean } {
  return {
    toleranceRatio: problem.measures[0]?.toleranceRatio ?? 0,
    travelKm: measures.travelKm,
    lowerBoundKm,
    maxDeviationRatio: measures.maxDeviationShare,
    movedCount: measures.movedCount,
    assignment,
    isWithin: measures.outOfTolerance.length === 0,
  };
}

/** True where every point needs the whole solver. */
export function needsWhole(problem: BalanceProblem): boolean {
  return problem.adjacency !== null || problem.caps !== null;
}

/** Passes a solve's progress on as that of a curve from one share done to another. */
export function* onCurve<T>(
  work: Generator<BalanceProgress, T>,
  from: number,
  to: number,
  curve: ParetoCurve,
): Generator<ParetoProgress, T> {
  let step = work.next();
  for (; !step.done; step = work.next()) {
    const { phase, shareDone } = step.value;
    yield { phase, shareDone: Math.min(1, from + (to - from) * shareDone), curve };
  }
  return step.value;
}

/** A plan whose centres the curve may keep: the one given, or a quick one where centres are free. */
export function* standingPlan(
  problem: BalanceProblem,
  standing: Int32Array | null,
  effort: number,
): Generator<BalanceProgress, Int32Array | null> {
  const isFree = problem.territories.lat.some((value) => Number.isNaN(value));
  if (standing || !isFree) return standing;
  const result: BalanceResult = yield* solveBalance(problem, { effort: POINT_EFFORT * effort });
  return result.assignment;
}
