import { useMemo } from 'react';
import type { AttainmentModel, FactorModel } from '../../../shared/comp/attainmentModel';
import type { SimulatedCase } from '../../../shared/comp/sensitivity';
import type { PlanEvaluation } from '../../../shared/plan/evaluatePlan';
import { pastAttainments } from '../../../shared/plan/pastAttainments';
import { simulatedTeam } from '../../../shared/plan/simulatedRep';
import { useSimulation, type SimulationAsk } from './simulationStore';
import type { ShownCompPlan } from './useCompPlan';

/** Fewer past results than these say nothing of how results spread. */
export const LEAST_HISTORY = 2;

/** How reps differ, history only where there is some. */
export function luckOf({ luck }: SimulationAsk, history: readonly number[]): SimulationAsk['luck'] {
  return luck === 'history' && history.length < LEAST_HISTORY ? 'lognormal' : luck;
}

/** The engine's model for what is asked: market × individual factor, means 1 but for history and table. */
function attainmentModel(ask: SimulationAsk, history: readonly number[]): AttainmentModel {
  const luck = luckOf(ask, history);
  const kind = luck === 'normal' ? 'normal' : 'lognormal';
  return { market: { kind, mean: 1, sd: ask.marketSd }, individual: individualOf(luck, ask, history) };
}

function individualOf(
  luck: SimulationAsk['luck'],
  { individualSd, table }: SimulationAsk,
  history: readonly number[],
): FactorModel {
  switch (luck) {
    case 'lognormal':
    case 'normal':
      return { kind: luck, mean: 1, sd: individualSd };
    case 'history':
      return { kind: 'bootstrap', history };
    case 'table':
      return {
        kind: 'table',
        rows: table.map(({ attainmentRatio, share }) => ({ factor: attainmentRatio, weight: share })),
      };
  }
}

/** The reps of a comp plan and their luck; those of history and table are attainments, whatever was expected. */
export function simulatedCase(
  evaluation: PlanEvaluation,
  compPlanId: string,
  ask: SimulationAsk,
  history: readonly number[],
): SimulatedCase {
  const luck = luckOf(ask, history);
  const isDrawn = luck === 'history' || luck === 'table';
  const team = simulatedTeam(evaluation.pay.reps, ({ rep }) => rep.compPlanId === compPlanId);
  return {
    reps: isDrawn ? team.map((rep) => ({ ...rep, expectedRatio: 1 })) : team,
    settings: { trials: ask.trials, seed: ask.seed, model: attainmentModel(ask, history) },
  };
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
  const ask = useSimulation((state) => state.ask);
  const history = useHistory(shown);
  const { evaluation, group, plan } = shown;
  return useMemo(
    () => (evaluation && group.reps.length > 0 ? simulatedCase(evaluation, plan.id, ask, history) : null),
    [evaluation, group, plan.id, ask, history],
  );
}
