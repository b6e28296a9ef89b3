import { measurePlan } from '../balance/measurePlan';
import type { BalanceReason, BalanceResult } from '../balance/problem';
import type { PlanDocument } from '../model/planDocument';
import type { PlanBalanceProblem } from './balanceProblemOf';
import { familiesOverUnits } from './familiesOverUnits';
import { accountsOfUnits, type UnitBalanceProblem } from './unitBalanceProblem';

/**
 * A plan of geographic units told by account: who has each account, with travel, deviation and changes of hands as
 * the accounts have them. Bound and gap stay null: they are not proven for units.
 */
export function accountResultOf(
  document: PlanDocument,
  made: PlanBalanceProblem,
  units: UnitBalanceProblem,
  solved: BalanceResult,
): BalanceResult {
  const assignment = accountsOfUnits(made, units, solved.assignment);
  const measured = measurePlan(made.problem, assignment);
  const { travelKm, maxDeviationShare, movedCount } = measured;
  const isWithin = measured.outOfTolerance.length === 0;
  const offGeography: BalanceReason[] =
    solved.feasible && !isWithin
      ? [
          {
            code: 'tolerance-not-met',
            text: 'Accounts that stand apart from their unit, locked or outside every unit, put territories out of tolerance.',
            unitIndices: [],
            territoryIndices: measured.outOfTolerance,
          },
        ]
      : [];
  const brokenWishes = [...units.reasons, ...familiesOverUnits(document, made, units, assignment)];
  return {
    ...solved,
    assignment,
    feasible: solved.feasible && isWithin && brokenWishes.length === 0,
    reasons: [...brokenWishes, ...solved.reasons, ...offGeography],
    travelKm,
    maxDeviationShare,
    movedCount,
  };
}
