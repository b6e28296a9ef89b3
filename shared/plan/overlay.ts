import type { Scenario } from '../model/scenario';
import { requireAlignment } from './lookup';

const viewsOf = new WeakMap<Scenario, Map<string, Scenario>>();

/** Marks the territories of other roles in a view, so that none of them can be assigned to. */
const OTHER_ROLE = '(another role)';

/**
 * The scenario as an overlay's people see it: its alignment is the first one and its territories those that
 * accounts can be assigned to, so that evaluateTerritories gives its figures. Indices stay those of the scenario.
 * Not to be stored.
 */
export function scenarioOfRole(scenario: Scenario, role: string): Scenario {
  const alignment = requireAlignment(scenario, role);
  if (alignment === scenario.alignments[0]) return scenario;
  const views = viewsOf.get(scenario) ?? new Map<string, Scenario>();
  viewsOf.set(scenario, views);
  const known = views.get(role);
  if (known) return known;
  const lowest = scenario.levels.length - 1;
  const view: Scenario = {
    ...scenario,
    alignments: [alignment],
    territories: scenario.territories.map((territory) => {
      const { role: own, ...rest } = territory;
      if (own === role) return rest;
      return territory.level === lowest ? { ...territory, role: OTHER_ROLE } : territory;
    }),
  };
  views.set(role, view);
  return view;
}
