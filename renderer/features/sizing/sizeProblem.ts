import type { BalanceProblem } from '../../../shared/balance/problem';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';
import { applyDiff } from '../../../shared/plan/applyDiff';
import { balanceProblemOf } from '../../../shared/plan/balanceProblemOf';
import { assignableTerritories } from '../../../shared/plan/lookup';
import { newTerritories } from '../../../shared/plan/newTerritories';
import { runCommand } from '../../../shared/plan/runCommand';

/** Sizes are compared at this half-width of the index. */
export const COMPARED_TOLERANCE = 0.05;

/** Plans are drawn for about so many sizes. */
const COMPARED_SIZES = 7;

const SEED = 4127;

/**
 * The accounts as a problem of free territories, held even by the scenario's index, or by their number.
 * @throws CommandError when there are no accounts to serve
 */
export function sizeProblem(plan: PlanDocument, scenario: Scenario): BalanceProblem {
  const hasIndex = scenario.measures.some(({ weight }) => weight > 0);
  const request = {
    measures: hasIndex ? [] : [{ measureId: 'accounts', toleranceShare: COMPARED_TOLERANCE }],
    indexToleranceShare: hasIndex ? COMPARED_TOLERANCE : null,
    bases: 'free' as const,
    keepKm: 0,
    onlyTerritoryIds: null,
    seed: SEED,
  };
  if (assignableTerritories(scenario).length > 0) return balanceProblemOf(plan, scenario, request).problem;
  // A scenario without territories has accounts all the same.
  const territories = newTerritories(scenario, [{}]);
  const diff = runCommand(plan, { kind: 'addTerritories', scenarioId: scenario.id, territories });
  const filled = applyDiff(plan, diff);
  return balanceProblemOf(
    filled,
    filled.scenarios.find(({ id }) => id === scenario.id)!,
    request,
  ).problem;
}

/**
 * The numbers of reps to compare: those that matter by name, and others spread between and round them.
 * @param named e.g. today's number and what the methods come to; null = a method has none
 */
export function comparedSizes(named: readonly (number | null)[]): number[] {
  const known = [...new Set(named.filter((size): size is number => size !== null && size > 0))];
  if (known.length === 0) return [];
  const least = Math.max(1, Math.floor(0.8 * Math.min(...known)));
  const most = Math.max(least + 1, Math.ceil(1.2 * Math.max(...known)));
  const sizes = new Set(known);
  const spread = Math.max(2, COMPARED_SIZES - sizes.size);
  for (let at = 0; at < spread; at++) sizes.add(Math.round(least + ((most - least) * at) / (spread - 1)));
  return [...sizes].sort((a, b) => a - b);
}
