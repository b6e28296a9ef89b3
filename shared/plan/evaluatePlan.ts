import type { PlanDocument } from '../model/planDocument';
import { applyDiff } from './applyDiff';
import type { PayActuals } from './evaluateActuals';
import { evaluateActuals } from './evaluateActuals';
import type { PayFigures } from './evaluatePay';
import { evaluatePay } from './evaluatePay';
import type { TerritoryFigures } from './evaluateTerritories';
import { evaluateTerritories } from './evaluateTerritories';
import { requireScenario } from './lookup';
import type { PlanDiff } from './planDiff';

/** Everything that follows from a plan and one of its scenarios. */
export interface PlanEvaluation {
  readonly scenarioId: string;
  readonly territories: TerritoryFigures;
  readonly pay: PayFigures;
  /** Pay on the results that the plan holds, priced when it is first asked for. */
  readonly actuals: PayActuals;
}

export interface EvaluateOptions {
  /** An edit that is not made yet: previews and proposals are priced with it. */
  readonly uncommitted?: PlanDiff | null;
  /** An earlier evaluation of the same scenario; what an edit did not touch is taken from it. */
  readonly previous?: PlanEvaluation | null;
}

/**
 * The pipeline: accounts → territories → totals → quotas → attainment → payouts → budget. The only place where
 * the engines are composed; every screen, export and command is a view of what it returns.
 * @throws CommandError when the plan has no such scenario
 */
export function evaluatePlan(
  document: PlanDocument,
  scenarioId: string,
  { uncommitted = null, previous = null }: EvaluateOptions = {},
): PlanEvaluation {
  const evaluated = uncommitted ? applyDiff(document, uncommitted) : document;
  const scenario = requireScenario(evaluated, scenarioId);
  const reusable = previous?.scenarioId === scenarioId ? previous : null;
  const territories = evaluateTerritories(evaluated, scenario, reusable?.territories ?? null);
  const pay = evaluatePay(evaluated, scenario, territories, reusable?.pay ?? null);
  let actuals: PayActuals | null = null;
  return {
    scenarioId,
    territories,
    pay,
    get actuals() {
      return (actuals ??= evaluateActuals(evaluated, pay.reps));
    },
  };
}
