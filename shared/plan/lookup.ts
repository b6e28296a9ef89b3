import type { Alignment } from '../model/alignment';
import type { PlanDocument } from '../model/planDocument';
import type { Scenario } from '../model/scenario';
import type { Territory } from '../model/territory';
import { CommandError } from './commandError';

/** @throws CommandError when the plan has no such scenario */
export function requireScenario(document: PlanDocument, scenarioId: string): Scenario {
  const scenario = document.scenarios.find((candidate) => candidate.id === scenarioId);
  if (!scenario) throw new CommandError('That scenario is no longer in the plan. Choose another one.');
  return scenario;
}

/** The alignment that figures, quotas and pay follow. */
export function primaryAlignment(scenario: Scenario): Alignment {
  const alignment = scenario.alignments[0];
  if (!alignment) throw new CommandError(`Scenario ${scenario.name} has no alignment.`);
  return alignment;
}

/** @throws CommandError when the scenario has no such territory, or it was removed */
export function requireTerritoryIndex(scenario: Scenario, territoryId: string): number {
  const index = scenario.territories.findIndex(
    (territory) => territory.id === territoryId && !territory.isRemoved,
  );
  if (index < 0) throw new CommandError(`Scenario ${scenario.name} has no such territory any more.`);
  return index;
}

/** The alignment of a role; the first one where no role is named. */
export function requireAlignment(scenario: Scenario, role: string | undefined): Alignment {
  if (role === undefined) return primaryAlignment(scenario);
  const alignment = scenario.alignments.find((candidate) => candidate.role === role);
  if (!alignment) throw new CommandError(`Scenario ${scenario.name} has no overlay ${role} any more.`);
  return alignment;
}

/** Whether accounts can be assigned to it in the primary alignment: on the lowest level, there, and no overlay's. */
export function isAssignable(scenario: Scenario, territory: Territory): boolean {
  return isAssignableInRole(scenario, territory, undefined);
}

/** The same for an overlay role; each role has territories of its own. */
export function isAssignableInRole(
  scenario: Scenario,
  territory: Territory,
  role: string | undefined,
): boolean {
  const isOfRole = territory.role === (role === scenario.alignments[0]?.role ? undefined : role);
  return !territory.isRemoved && territory.level === scenario.levels.length - 1 && isOfRole;
}

/** Indices of the territories that accounts can be assigned to, in their order. */
export function assignableTerritories(scenario: Scenario): number[] {
  return scenario.territories.flatMap((territory, index) =>
    isAssignable(scenario, territory) ? [index] : [],
  );
}
