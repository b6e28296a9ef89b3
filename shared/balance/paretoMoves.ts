import { NO_DISRUPTION_PRICE } from './disruptionPrice';
import {
  DEFAULT_PARETO_OPTIONS,
  needsWhole,
  onCurve,
  solvePoint,
  solveWhole,
  standingPlan,
  startCurve,
  type ParetoOptions,
  type ParetoPoint,
  type ParetoProgress,
} from './paretoCurve';
import type { BalanceProblem, BalanceProgress } from './problem';

/** Price of a change of hands, in km of a mean unit: from none to one that outweighs any way saved. */
const GENTLEST_KM = 3_000;
const FIRST_KM = 4;

type Found = ParetoPoint & { readonly isWithin: boolean; readonly priceKm: number };

/** Plans that none other beats on both travel and changes of hands, fewest changes first. */
export function movesEnvelope(
  found: readonly (ParetoPoint & { readonly isWithin: boolean })[],
): ParetoPoint[] {
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

/** The price to try next: between the two prices found so far whose plans differ most in changes of hands. */
export function nextPriceKm(found: readonly Pick<Found, 'priceKm' | 'movedCount'>[]): number {
  const sorted = [...found].sort((a, b) => a.priceKm - b.priceKm);
  let widest = -1;
  let next = FIRST_KM;
  for (let at = 0; at + 1 < sorted.length; at++) {
    const { priceKm: low, movedCount: from } = sorted[at]!;
    const { priceKm: high, movedCount: to } = sorted[at + 1]!;
    // Prices closer than this find the same plans again.
    if (high < 1.1 * Math.max(low, 0.05)) continue;
    if (Math.abs(from - to) <= widest) continue;
    widest = Math.abs(from - to);
    next = low > 0 ? Math.sqrt(low * high) : Math.min(FIRST_KM, high / 4);
  }
  return next;
}

/**
 * What gentleness costs: travel against how many units change hands, fewest first; travel falls along it.
 * Ten plans are sought at prices of a change of hands from none to prohibitive, each next price where the
 * curve is thinnest; plans that others beat are left out. Warm-started, deterministic for the problem's
 * seed, and may be stopped at any yield. Empty where nothing has an owner yet or no plan was found within
 * tolerance. The problem's own keepKm does not matter.
 */
export function* paretoMoves(
  problem: BalanceProblem,
  options: Partial<ParetoOptions> = {},
): Generator<ParetoProgress, readonly ParetoPoint[]> {
  const { pointCount, standing, effort } = { ...DEFAULT_PARETO_OPTIONS, ...options };
  const { current, territories } = problem;
  if (!current?.some((owner) => owner >= 0) || territories.capacity.length === 0) return [];
  const isWhole = needsWhole(problem);
  let points: readonly ParetoPoint[] = [];
  const unpriced = { ...problem, keepKm: 0 };
  const plan = isWhole ? null : yield* onCurve(standingPlan(unpriced, standing, effort), 0, 1e3, points);
  const curve = isWhole ? null : startCurve(unpriced, plan, effort);
  let total = 0;
  for (const value of curve?.run.blocks.activity ?? []) total += value;
  const kmOfUnit = total / Math.max(1, problem.unitLat.length);
  const solveAt = (priceKm: number): Generator<BalanceProgress, ParetoPoint & { isWithin: boolean }> =>
    curve
      ? solvePoint(curve, unpriced, { ...NO_DISRUPTION_PRICE, perUnit: priceKm * kmOfUnit })
      : solveWhole({ ...problem, keepKm: priceKm }, effort);
  const found: Found[] = [];
  for (let at = 0; at < pointCount; at++) {
    const priceKm = at === 0 ? 0 : at === 1 ? GENTLEST_KM : nextPriceKm(found);
    const point = yield* onCurve(solveAt(priceKm), at, pointCount, points);
    found.push({ ...point, priceKm });
    points = movesEnvelope(found);
    yield { phase: 'done', shareDone: (at + 1) / pointCount, points };
  }
  return points;
}
