import { useMemo } from 'react';
import type { Scenario } from '../../shared/model/scenario';
import type { PlanCommand } from '../../shared/plan/command';
import { commandOfRole } from '../../shared/plan/commandOfRole';
import { evaluationOfRole, type PlanEvaluation } from '../../shared/plan/evaluatePlan';
import { scenarioOfRole } from '../../shared/plan/overlay';
import { activeScenario, findScenario, useActiveScenario } from './activeScenario';
import { planStore, usePlanStore, type DispatchResult } from './planStore';
import { resultStore, useResultStore, type PlanPreview } from './resultStore';
import { useViewStore, viewStore } from './viewStore';

/** The overlay that is worked on; undefined = the primary alignment, as where the scenario has no such overlay. */
function roleIn(scenario: Scenario | null, wanted: string | null): string | undefined {
  return scenario?.alignments.slice(1).find(({ role }) => role === wanted)?.role;
}

/** The overlay that is worked on; undefined = the primary alignment. */
export function activeRole(): string | undefined {
  return roleIn(activeScenario(), viewStore.getState().role);
}

/** The overlay that the territories screen works on, in a component; undefined = the primary alignment. */
export function useActiveRole(): string | undefined {
  const wanted = useViewStore((view) => view.role);
  const scenarioId = useViewStore((view) => view.scenarioId);
  // The role alone: the scenario is another one after every edit.
  return usePlanStore((state) => roleIn(findScenario(state.plan, scenarioId), wanted));
}

/** The scenario as the alignment in work sees it. */
export function roleScenario(): Scenario | null {
  const scenario = activeScenario();
  return scenario && scenarioOfRole(scenario, activeRole());
}

/** The scenario as the alignment in work sees it, in a component. */
export function useRoleScenario(): Scenario | null {
  const scenario = useActiveScenario();
  const role = useActiveRole();
  return useMemo(() => scenario && scenarioOfRole(scenario, role), [scenario, role]);
}

/** The figures of the alignment in work. */
export function roleEvaluation(): PlanEvaluation | null {
  const { evaluation } = resultStore.getState();
  return evaluation && evaluationOfRole(evaluation, activeRole());
}

/** The figures of the alignment in work, in a component. */
export function useRoleEvaluation(): PlanEvaluation | null {
  const evaluation = useResultStore((state) => state.evaluation);
  const role = useActiveRole();
  return evaluation && evaluationOfRole(evaluation, role);
}

/** The edit that is not made yet, with the figures of the alignment in work; null without one. */
export function useRolePreview(): PlanPreview | null {
  const preview = useResultStore((state) => state.preview);
  const role = useActiveRole();
  return useMemo(
    () => preview && { ...preview, evaluation: evaluationOfRole(preview.evaluation, role) },
    [preview, role],
  );
}

/** The command as it is in the alignment in work. */
export function commandInRole(command: PlanCommand): PlanCommand {
  return commandOfRole(command, activeRole());
}

/** Makes an edit in the alignment in work. */
export function dispatchInRole(command: PlanCommand): DispatchResult {
  return planStore.dispatch(commandInRole(command));
}
