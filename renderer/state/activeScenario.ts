import type { PlanDocument } from '../../shared/model/planDocument';
import type { Scenario } from '../../shared/model/scenario';
import { planStore, usePlanStore } from './planStore';
import { useViewStore, viewStore } from './viewStore';

/** The scenario of that id, else the plan's first: an undo can take the shown scenario away. */
export function findScenario(plan: PlanDocument | null, scenarioId: string | null): Scenario | null {
  return plan?.scenarios.find((scenario) => scenario.id === scenarioId) ?? plan?.scenarios[0] ?? null;
}

/** The scenario that every screen shows. */
export function activeScenario(): Scenario | null {
  return findScenario(planStore.store.getState().plan, viewStore.getState().scenarioId);
}

/** The scenario that every screen shows, in a component. */
export function useActiveScenario(): Scenario | null {
  const scenarioId = useViewStore((view) => view.scenarioId);
  return usePlanStore((state) => findScenario(state.plan, scenarioId));
}
