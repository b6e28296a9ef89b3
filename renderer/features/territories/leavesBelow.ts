import type { Scenario } from '../../../shared/model/scenario';

/** Indices of the territories that hold accounts below a node; the node itself where it is one of them. */
export function leavesBelow(scenario: Scenario, index: number): number[] {
  const top = scenario.territories[index];
  if (!top || top.isRemoved) return [];
  if (top.level === scenario.levels.length - 1) return [index];
  return scenario.territories.flatMap((territory, child) =>
    territory.parentId === top.id ? leavesBelow(scenario, child) : [],
  );
}
