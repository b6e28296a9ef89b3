import type { PlanDocument } from '../model/planDocument';
import { applyDiff } from './applyDiff';
import type { PayActuals } from './evaluateActuals';
import { evaluateActuals } from './evaluateActuals';
import type { PayFigures } from './evaluatePay';
import { evaluatePay } from './evaluatePay';
import type { TerritoryFigures } from './evaluateTerritories';
import { evaluateTerritories } from './evaluateTerritories';
import { requireScenario } from './lookup';
import { scenarioOfRole } from './overlay';
import type { PlanDiff } from './planDiff';

/** Everything that follows from a plan and one of its scenarios. */
export interface PlanEvaluation {
  readonly scenarioId: string;
  /** Those of the primary alignment. */
  readonly territories: TerritoryFigures;
  /** Those of each overlay, by role. */
  readonly overlays: ReadonlyMap<string, TerritoryFigures>;
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
  const overlays = new Map(
    scenario.alignments
      .slice(1)
      .map(({ role }) => [
        role,
        evaluateTerritories(evaluated, scenarioOfRole(scenario, role), reusable?.overlays.get(role) ?? null),
      ]),
  );
  const pay = evaluatePay(evaluated, scenario, territories, overlays, reusable?.pay ?? null);
  let actuals: PayActuals | null = null;
  return {
    scenarioId,
    territories,
    overlays,
    pay,
    get actuals() {
      return (actuals ??= evaluateActuals(evaluated, pay.reps));
    },
  };
}

const evaluationsOf = new WeakMap<PlanEvaluation, Map<string, PlanEvaluation>>();

/**
 * The evaluation as an overlay's people see it: its territories' figures stand in the place of the primary's; pay
 * is everybody's. The same object for the same role, and for a role that it does not know.
 */
export function evaluationOfRole(evaluation: PlanEvaluation, role: string | undefined): PlanEvaluation {
  const territories = role === undefined ? undefined : evaluation.overlays.get(role);
  if (role === undefined || !territories) return evaluation;
  const known = evaluationsOf.get(evaluation) ?? new Map<string, PlanEvaluation>();
  evaluationsOf.set(evaluation, known);
  const own = known.get(role) ?? {
    scenarioId: evaluation.scenarioId,
    territories,
    overlays: evaluation.overlays,
    pay: evaluation.pay,
    get actuals() {
      return evaluation.actuals;
    },
  };
  known.set(role, own);
  return own;
}
