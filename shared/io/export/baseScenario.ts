import type { Scenario } from '../../model/scenario';
import type { PlanEvaluation } from '../../plan/evaluatePlan';
import { evaluatePlan } from '../../plan/evaluatePlan';
import { HOLDOUT, HOUSE } from '../../model/alignment';
import { HOLDOUT_NAME, HOUSE_NAME, UNASSIGNED_NAME, type ExportContext } from './exportContext';

/** The scenario that the exported one is held against. */
export interface BaseScenario {
  readonly scenario: Scenario;
  readonly evaluation: PlanEvaluation;
  /** What an account belongs to there, by row: a name, and a key that is the same in every scenario. */
  ownerOf(row: number): { readonly key: string; readonly name: string };
}

/** The plan's first scenario; for the first one itself there is nothing to hold it against. */
export function baseScenarioOf({ document, scenario }: ExportContext): BaseScenario | null {
  const base = document.scenarios[0]!;
  if (base.id === scenario.id) return null;
  const evaluation = evaluatePlan(document, base.id);
  return {
    scenario: base,
    evaluation,
    ownerOf: (row) => ownerOf(base, evaluation.territories.assignment[row]!),
  };
}

/** The owner by stable id, so that a territory that was renamed is the same. */
export function ownerOf(scenario: Scenario, code: number): { key: string; name: string } {
  if (code >= 0) {
    const { id, name } = scenario.territories[code]!;
    return { key: id, name };
  }
  const name = code === HOUSE ? HOUSE_NAME : code === HOLDOUT ? HOLDOUT_NAME : UNASSIGNED_NAME;
  return { key: name, name };
}
