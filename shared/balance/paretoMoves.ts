import { NO_DISRUPTION_PRICE } from './disruptionPrice';
import { leastMoves } from './leastMoves';
import {
  DEFAULT_PARETO_OPTIONS,
  NO_CURVE,
  needsWhole,
  onCurve,
  solvePoint,
  solveWhole,
  standingPoint,
  standingPlan,
  startCurve,
  type ParetoCurve,
  type ParetoOptions,
  type ParetoPoint,
  type ParetoProgress,
} from './paretoCurve';
import type { BalanceProblem, BalanceProgress } from './problem';

/** Price of a change of hands, in km of a mean unit: from none to one that outweighs any way saved. */
const GENTLEST_KM = 3_000;
const FIRST_KM = 4;
/** Plans sought, at most, for each point that the curve is to have. */
const TRIES_A_POINT = 2;

type Found = ParetoPoint & { readonly isWithin: boolean };
type Plan = Pick<ParetoPoint, 'movedCount' | 'travelKm'>;
/** A plan and the price that it was sought at, km of a mean unit for a change of hands. */
type Tried = Plan & { readonly isWithin: boolean; readonly priceKm: number };

/** Plans that none other beats on both travel and changes of hands, fewest changes first. */
export function movesEnvelope(found: readonly Found[]): ParetoPoint[] {
  const curve: ParetoPoint[] = [];
  const within = found.filter((point) => point.isWithin);
  within.sort((a, b) => a.movedCount - b.movedCount || a.travelKm - b.travelKm);
  for (const { isWithin: _, ...point } of within) {
    const last = curve.at(-1);
    if (!last || point.travelKm < last.travelKm) {
      const { toleranceRatio, travelKm, lowerBoundKm, maxDeviationRatio, movedCount, assignment } = point;
      curve.push({ toleranceRatio, travelKm, lowerBoundKm, maxDeviationRatio, movedCount, assignment });
    }
  }
  return curve;
}

/** Share of a curve's extent, in moves and in travel together, that lies between two of its points. */
function gapBetween(curve: readonly Plan[], from: number, to: number): number {
  const [first, last] = [curve[0]!, curve.at(-1)!];
  const moved = Math.max(1, last.movedCount - first.movedCount);
  const travel = Math.max(1e-9, first.travelKm - last.travelKm);
  const [a, b] = [curve[from]!, curve[to]!];
  // No plan is between two that are one move apart.
  if (b.movedCount - a.movedCount < 2) return 0;
  return (b.movedCount - a.movedCount) / moved + (a.travelKm - b.travelKm) / travel;
}

/**
 * The price to try next: between the two prices tried so far whose plans are furthest apart on the curve.
 * @param found everything tried
 * @param curve what of it no other plan beats, fewest moves first
 * @returns null where no two prices have a stretch of the curve between them any more
 */
export function nextPriceKm(found: readonly Tried[], curve: readonly Plan[]): number | null {
  if (curve.length === 0) return null;
  // A plan that others beat stands for the one that beats it: between the two there is nothing.
  const placeOf = ({ movedCount, isWithin }: Tried): number =>
    isWithin
      ? Math.max(
          0,
          curve.findLastIndex((point) => point.movedCount <= movedCount),
        )
      : 0;
  const sorted = [...found].sort((a, b) => a.priceKm - b.priceKm);
  let widest = 0;
  let next: number | null = null;
  for (let at = 0; at + 1 < sorted.length; at++) {
    const low = sorted[at]!.priceKm;
    const high = sorted[at + 1]!.priceKm;
    // Prices closer than this find the same plans again.
    if (high < 1.05 * Math.max(low, 0.05)) continue;
    const [from, to] = [placeOf(sorted[at + 1]!), placeOf(sorted[at]!)];
    const gap = gapBetween(curve, Math.min(from, to), Math.max(from, to));
    if (gap <= widest) continue;
    widest = gap;
    next = low > 0 ? Math.sqrt(low * high) : Math.min(FIRST_KM, high / 4);
  }
  return next;
}

/** Solves the problem at any price of a change of hands, warm from price to price. */
function* solverOfPrices(
  problem: BalanceProblem,
  standing: Int32Array | null,
  effort: number,
): Generator<ParetoProgress, (priceKm: number) => Generator<BalanceProgress, Found>> {
  if (needsWhole(problem)) return (priceKm) => solveWhole({ ...problem, keepKm: priceKm }, effort);
  const unpriced = { ...problem, keepKm: 0 };
  const plan = yield* onCurve(standingPlan(unpriced, standing, effort), 0, 1e-3, NO_CURVE);
  const run = startCurve(unpriced, plan, effort);
  let total = 0;
  for (const value of run.run.blocks.activity) total += value;
  const kmOfUnit = total / Math.max(1, problem.unitLat.length);
  return (priceKm) => solvePoint(run, unpriced, { ...NO_DISRUPTION_PRICE, perUnit: priceKm * kmOfUnit });
}

/**
 * What gentleness costs: travel against how many units change hands, fewest first; travel falls along it.
 * Plans are sought at prices of a change of hands from none to prohibitive, each next price where the curve is
 * thinnest, until it has ten points that none other beats, or twice as many were tried. The standing plan is
 * one of them. Warm-started, deterministic for the problem's seed, and may be stopped at any yield. Empty
 * where nothing has an owner yet or no plan was found within tolerance. The problem's own keepKm does not
 * matter.
 */
export function* paretoMoves(
  problem: BalanceProblem,
  options: Partial<ParetoOptions> = {},
): Generator<ParetoProgress, ParetoCurve> {
  const { pointCount, standing, effort } = { ...DEFAULT_PARETO_OPTIONS, ...options };
  const { current, territories } = problem;
  if (!current?.some((owner) => owner >= 0) || territories.capacity.length === 0) return NO_CURVE;
  const counting = leastMoves(problem);
  let counted = counting.next();
  for (; !counted.done; counted = counting.next()) yield { phase: 'checking', shareDone: 0, curve: NO_CURVE };
  const least = counted.value ?? 0;
  const solveAt = yield* solverOfPrices(problem, standing, effort);
  // What price the standing plan stands for is not known: it may be a repair, or of several prices.
  const known = standing ? [standingPoint(problem, standing)] : [];
  const found: (Found & Tried)[] = [];
  const first = [0, GENTLEST_KM];
  let points = movesEnvelope(known);
  let curve: ParetoCurve = { points, triedCount: known.length, leastMoves: least };
  let share = 0;
  while (points.length < pointCount && found.length < TRIES_A_POINT * pointCount) {
    const priceKm = first.shift() ?? nextPriceKm(found, points);
    if (priceKm === null) break;
    const next = share + (1 - share) / (pointCount - points.length + first.length);
    const point = yield* onCurve(solveAt(priceKm), share, next, curve);
    share = next;
    found.push({ ...point, priceKm });
    points = movesEnvelope([...known, ...found]);
    curve = { points, triedCount: known.length + found.length, leastMoves: least };
    yield { phase: 'done', shareDone: share, curve };
  }
  return curve;
}
