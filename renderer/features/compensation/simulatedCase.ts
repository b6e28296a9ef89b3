import { useMemo } from 'react';
import type { SimulatedCase } from '../../../shared/comp/sensitivity';
import type { SimulationSetup } from '../../../shared/model/simulationSetup';
import type { PlanEvaluation } from '../../../shared/plan/evaluatePlan';
import { pastAttainments } from '../../../shared/plan/pastAttainments';
import { simulatedTeam } from '../../../shared/plan/simulatedRep';
import { underSetup } from '../../../shared/plan/simulationSetup';
import { useSimulationSetup } from './simulationStore';
import type { ShownCompPlan } from './useCompPlan';

/** The reps of a comp plan and their luck. */
export function simulatedCase(
  evaluation: PlanEvaluation,
  compPlanId: string,
  setup: SimulationSetup,
  history: readonly number[],
): SimulatedCase {
  const team = simulatedTeam(evaluation.pay.reps, ({ rep }) => rep.compPlanId === compPlanId);
  return underSetup(setup, team, history);
}

/** What the plan's reps reached in the years that there are results of. */
export function useHistory({ evaluation, group }: ShownCompPlan): readonly number[] {
  return useMemo(
    () => (evaluation ? pastAttainments(evaluation.actuals, group.reps) : []),
    [evaluation, group],
  );
}

/** The case that the screen is about; null while there are no figures, or nobody is on the plan. */
export function useSimulatedCase(shown: ShownCompPlan): SimulatedCase | null {
  const setup = useSimulationSetup();
  const history = useHistory(shown);
  const { evaluation, group, plan } = shown;
  return useMemo(
    () => (evaluation && group.reps.length > 0 ? simulatedCase(evaluation, plan.id, setup, history) : null),
    [evaluation, group, plan.id, setup, history],
  );
}
