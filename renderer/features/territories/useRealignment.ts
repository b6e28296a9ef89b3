import { useMemo } from 'react';
import type { PlanDocument } from '../../../shared/model/planDocument';
import { CommandError } from '../../../shared/plan/commandError';
import { evaluatePlan, type PlanEvaluation } from '../../../shared/plan/evaluatePlan';
import { documentBefore, type History } from '../../../shared/plan/history';
import { realignmentPay, type RealignmentPay } from '../../../shared/plan/realignmentPay';
import { planStore, usePlanStore } from '../../state/planStore';
import { useRolePreview } from '../../state/activeRole';
import type { Baseline } from './realignmentStore';
import type { TerritoriesData } from './useTerritoriesData';

export interface Realignment {
  readonly before: PlanEvaluation;
  /** With what a preview would do, while there is one. */
  readonly after: PlanEvaluation;
  readonly pay: RealignmentPay;
}

/** Both sides of a realignment; null where the baseline knows nothing of the scenario. */
export function useRealignment(data: TerritoriesData, baseline: Baseline): Realignment | null {
  const { plan, scenario, evaluation } = data;
  const preview = useRolePreview();
  const entry = usePlanStore((state) => entryOf(state.history, baseline));
  // Of an edit that is done, what stood before it stays the same whatever follows.
  const stage = entry ? entry.diff : plan;
  const before = useMemo(
    () => evaluateBaseline(plan, scenario.id, baseline, evaluation, stage === plan),
    // The plan of a done edit's baseline is made from the history: what follows the edit does not change it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [baseline, stage, scenario.id, stage === plan ? evaluation : null],
  );
  const after = preview?.evaluation ?? evaluation;
  return useMemo(() => before && { before, after, pay: realignmentPay(before, after) }, [before, after]);
}

function entryOf(history: History, baseline: Baseline) {
  if (baseline.kind !== 'edit') return null;
  return history.done.find(({ sequence }) => sequence === baseline.sequence) ?? null;
}

function evaluateBaseline(
  plan: PlanDocument,
  scenarioId: string,
  baseline: Baseline,
  evaluation: PlanEvaluation,
  isPlanAsItIs: boolean,
): PlanEvaluation | null {
  try {
    if (baseline.kind === 'scenario') return evaluatePlan(plan, baseline.id);
    if (isPlanAsItIs) return evaluation;
    const { history } = planStore.store.getState();
    const document = documentBefore(plan, history, baseline.sequence);
    return evaluatePlan(document, scenarioId, { previous: evaluation });
  } catch (error) {
    if (error instanceof CommandError) return null;
    throw error;
  }
}
