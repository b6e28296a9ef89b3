import { useMemo } from 'react';
import type { PlanDocument } from '../../../shared/model/planDocument';
import { CommandError } from '../../../shared/plan/commandError';
import { evaluatePlan, type PlanEvaluation } from '../../../shared/plan/evaluatePlan';
import { documentBefore, type History } from '../../../shared/plan/history';
import { realignmentPay, type RealignmentPay } from '../../../shared/plan/realignmentPay';
import { planStore, usePlanStore } from '../../state/planStore';
import { useRolePreview } from '../../state/activeRole';
import { resultStore } from '../../state/resultStore';
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
  const beforeEdit = useMemo(
    () => entry && evaluateBefore(entry.sequence, scenario.id),
    [entry, scenario.id],
  );
  const asItIs = useMemo(() => evaluatePresent(plan, baseline, evaluation), [plan, baseline, evaluation]);
  const before = entry ? beforeEdit : asItIs;
  const after = preview?.evaluation ?? evaluation;
  return useMemo(() => before && { before, after, pay: realignmentPay(before, after) }, [before, after]);
}

function entryOf(history: History, baseline: Baseline) {
  if (baseline.kind !== 'edit') return null;
  return history.done.find(({ sequence }) => sequence === baseline.sequence) ?? null;
}

/** The plan as it was before an edit that is done; null where it did not have the scenario. */
function evaluateBefore(sequence: number, scenarioId: string): PlanEvaluation | null {
  const { plan, history } = planStore.store.getState();
  const previous = resultStore.getState().evaluation;
  return (
    plan && knownOrNull(() => evaluatePlan(documentBefore(plan, history, sequence), scenarioId, { previous }))
  );
}

/** Another scenario of the plan, or the plan as it is where the edit of the baseline is undone. */
function evaluatePresent(
  plan: PlanDocument,
  baseline: Baseline,
  evaluation: PlanEvaluation,
): PlanEvaluation | null {
  return baseline.kind === 'scenario' ? knownOrNull(() => evaluatePlan(plan, baseline.id)) : evaluation;
}

function knownOrNull(evaluate: () => PlanEvaluation): PlanEvaluation | null {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof CommandError) return null;
    throw error;
  }
}
