import { NO_DISRUPTION_PRICE } from './disruptionPrice';
import {
  DEFAULT_PARETO_OPTIONS,
  NO_CURVE,
  needsWhole,
  onCurve,
  solvePoint,
  solveWhole,
  standingPlan,
  startCurve,
  type ParetoCurve,
  type ParetoOptions,
  type ParetoPoint,
  type ParetoProgress,
} from './paretoCurve';
import type { BalanceProblem } from './problem';

/** Tolerances of the first measure that a curve covers, from strict to loose. */
const STRICTEST = 0.01;
const LOOSEST = 0.3;

/** Tolerances in even ratios from 1% to 30%, each rounded to a tenth of a percent. */
export function curveTolerances(pointCount: number): readonly number[] {
  return Array.from({ length: pointCount }, (_, at) => {
    const share = pointCount > 1 ? at / (pointCount - 1) : 0;
    return Math.round(1000 * STRICTEST * (LOOSEST / STRICTEST) ** share) / 1000;
  });
}

function withTolerance(problem: BalanceProblem, toleranceRatio: number): BalanceProblem {
  const own = problem.measures[0]?.toleranceRatio ?? 0;
  return {
    ...problem,
    measures: problem.measures.map((measure, index) => ({
      ...measure,
      toleranceRatio: own > 0 && index > 0 ? (measure.toleranceRatio * toleranceRatio) / own : toleranceRatio,
    })),
  };
}

/**
 * The lower envelope of what was found. A plan within a strict tolerance is within a looser one too, and
 * what no loose plan can go below no strict one can.
 * @param found from strict to loose
 */
export function toleranceEnvelope(
  found: readonly (ParetoPoint & { readonly isWithin: boolean })[],
): ParetoPoint[] {
  const curve: ParetoPoint[] = [];
  let best: ParetoPoint | null = null;
  for (const { isWithin, ...point } of found) {
    if (!isWithin) continue;
    if (!best || point.travelKm < best.travelKm) best = point;
    const { toleranceRatio, lowerBoundKm } = point;
    curve.push({ ...best, toleranceRatio, lowerBoundKm });
  }
  for (let at = curve.length - 2; at >= 0; at--) {
    const looser = curve[at + 1]!.lowerBoundKm;
    const own = curve[at]!.lowerBoundKm;
    if (looser !== null && own !== null && looser > own) curve[at] = { ...curve[at]!, lowerBoundKm: looser };
  }
  return curve;
}

/**
 * What the tolerance costs: travel at ten tolerances of the first measure from ±1% to ±30%, the other
 * measures in proportion, from strict to loose; travel never rises along it. Tolerances that no plan was
 * found for are left out. Solved from loose to strict, each point from the prices of the one before;
 * deterministic for the problem's seed, and may be stopped at any yield. Empty without measures.
 */
export function* paretoTolerance(
  problem: BalanceProblem,
  options: Partial<ParetoOptions> = {},
): Generator<ParetoProgress, ParetoCurve> {
  const { pointCount, standing, effort } = { ...DEFAULT_PARETO_OPTIONS, ...options };
  if (problem.measures.length === 0 || problem.territories.capacity.length === 0) return NO_CURVE;
  const tolerances = curveTolerances(pointCount);
  const disruption = { ...NO_DISRUPTION_PRICE, keepKm: problem.keepKm };
  const isWhole = needsWhole(problem);
  let curve = NO_CURVE;
  const plan = isWhole ? null : yield* onCurve(standingPlan(problem, standing, effort), 0, 1e-3, curve);
  const run = isWhole ? null : startCurve(problem, plan, effort);
  const found: (ParetoPoint & { readonly isWithin: boolean })[] = [];
  for (let tried = 0; tried < pointCount; tried++) {
    const asked = withTolerance(problem, tolerances[pointCount - 1 - tried]!);
    const solving = run ? solvePoint(run, asked, disruption) : solveWhole(asked, effort);
    found.unshift(yield* onCurve(solving, tried / pointCount, (tried + 1) / pointCount, curve));
    curve = { points: toleranceEnvelope(found), triedCount: tried + 1, leastMoves: 0 };
    yield { phase: 'done', shareDone: (tried + 1) / pointCount, curve };
  }
  return curve;
}
