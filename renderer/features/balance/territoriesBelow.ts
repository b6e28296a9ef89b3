import type { Scenario } from '../../../shared/model/scenario';
import { isAssignable } from '../../../shared/plan/lookup';

/** Ids of the territories at or below any of the nodes. */
export function territoriesBelow(scenario: Scenario, nodeIds: readonly string[]): string[] {
  const wanted = new Set(nodeIds);
  const byId = new Map(scenario.territories.map((territory) => [territory.id, territory]));
  return scenario.territories.flatMap((territory) => {
    if (!isAssignable(scenario, territory)) return [];
    for (let node = byId.get(territory.id); node; node = byId.get(node.parentId ?? '')) {
      if (wanted.has(node.id)) return [territory.id];
    }
    return [];
  });
}
