import type { BestPlan } from './bestPlan';
import { brokenConstraints } from './planChecks';
import type { BalanceProblem, BalanceReason, BalanceResult, ReasonNames } from './problem';
import type { TravelBounds } from './travelBounds';

/** The answer to a problem without territories: everything stays unassigned, and why. */
export function noTerritories(problem: BalanceProblem): BalanceResult {
  return {
    assignment: new Int32Array(problem.unitLat.length).fill(-1),
    feasible: false,
    reasons: [
      {
        code: 'no-territories',
        text: 'There are no territories to assign to: add one first.',
        unitIndices: [],
        territoryIndices: [],
      },
    ],
    travelKm: 0,
    lowerBound: null,
    gapShare: null,
    maxDeviationShare: 0,
    movedCount: 0,
    leastMoves: null,
    iterations: 0,
    centreLat: new Float64Array(0),
    centreLng: new Float64Array(0),
  };
}

/** The best plan as a result, checked against every constraint afresh, with the causes of what it breaks. */
export function resultOf(
  problem: BalanceProblem,
  best: BestPlan,
  bounds: TravelBounds | null,
  certificates: readonly BalanceReason[],
  names: ReasonNames,
): BalanceResult {
  const assignment = best.assignment!;
  const measures = best.measures!;
  const broken = brokenConstraints(problem, assignment, measures, names);
  // A certificate names the cause; what follows from it need not be said again.
  const isExplained = certificates.some((reason) => reason.code !== 'bad-coordinates');
  const reasons = [
    ...certificates,
    ...broken.filter((reason) => !isExplained || reason.code !== 'tolerance-not-met'),
  ];
  const priced = best.pricedTravel(assignment, measures);
  const isBounded = bounds !== null && broken.length === 0;
  return {
    assignment,
    feasible: broken.length === 0,
    reasons,
    travelKm: measures.travelKm,
    lowerBound: bounds?.travelKm ?? null,
    gapShare:
      isBounded && bounds.pricedKm > 0 ? Math.max(0, priced / bounds.pricedKm - 1) : isBounded ? 0 : null,
    maxDeviationShare: measures.maxDeviationShare,
    movedCount: measures.movedCount,
    leastMoves: null,
    iterations: best.iterations,
    centreLat: measures.centreLat,
    centreLng: measures.centreLng,
  };
}
