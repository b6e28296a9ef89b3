import { deferredPay } from '../../../comp/payments';
import { creditsTeam } from '../../../comp/reportsBelow';
import type { CompPlan } from '../../../model/compPlan';
import type { PayResult } from '../../../model/payResult';
import type { PlanDocument } from '../../../model/planDocument';
import type { ActualYear } from '../../../plan/evaluateActuals';
import { yearsUnder } from '../../../plan/comparePay';
import type { PlanEvaluation } from '../../../plan/evaluatePlan';
import { versionPairs } from './paidReps';
import { pricesDeals } from './payParts';

/** What the scenario's pay comes to, as it is known already. */
type PaidFigures = Pick<PlanEvaluation, 'pay' | 'actuals'>;

/** Which sheets of pay a plan gives cause for. */
export interface SheetsThere {
  /** Managers are paid on the results of those below. */
  readonly teams: boolean;
  /** Pay on results is made of parts: of a team's reports, or single deals. */
  readonly parts: boolean;
  /** Deals were cancelled on plans that take their pay back. */
  readonly takenBack: boolean;
  /** Results are paid on months or quarters of a quota. */
  readonly quotaMonths: boolean;
  /** Pay is held back, or paid in parts or on a pay date that results do not reach. */
  readonly payments: boolean;
  readonly comparedParts: boolean;
  readonly comparedTakenBack: boolean;
}

/**
 * @param isCompared comp plans were chosen to compare; else each plan in use is compared with its earlier version
 * @param figures null = not known yet: sheets that hang on them are left out
 */
export function sheetsThere(
  document: PlanDocument,
  isCompared: boolean,
  figures: PaidFigures | null,
): SheetsThere {
  const { compPlans, reps, payResults = [] } = document;
  const ownPlan = new Map(compPlans.map((plan) => [plan.id, plan]));
  const managers = new Set(reps.map(({ managerId }) => managerId));
  const resultsOf = new Map<string, PayResult[]>();
  for (const result of payResults) {
    resultsOf.set(result.repId, [...(resultsOf.get(result.repId) ?? []), result]);
  }
  const pairs = versionPairs(document).map(({ oldPlan, newPlan }) => [oldPlan, newPlan]);
  const comparedPlans = (id: string): readonly CompPlan[] =>
    isCompared ? compPlans : pairs.filter((pair) => pair.some((plan) => plan.id === id)).flat();
  const people = reps.map(({ id, compPlanId }) => ({
    isManager: managers.has(id),
    results: resultsOf.get(id) ?? [],
    own: [ownPlan.get(compPlanId ?? '')].filter((plan) => plan !== undefined),
    compared: compPlanId === null ? [] : comparedPlans(compPlanId),
  }));
  type Person = (typeof people)[number];
  const years = [...(figures?.actuals.reps.values() ?? [])].flatMap((rep) => rep.years);
  const hasDeals = ({ results }: Person) => results.some(({ deals }) => deals);
  const hasCancelled = ({ results }: Person) => results.some(({ cancelled }) => cancelled);
  const takesBack = (person: Person, plans: readonly CompPlan[]) =>
    hasCancelled(person) && plans.some(({ clawback }) => clawback !== null);
  const hasTeam = (person: Person, plans: readonly CompPlan[]) => person.isManager && plans.some(creditsTeam);
  const teams = people.some((person) => hasTeam(person, person.own));
  // Deals that a compared plan prices are listed with the results that they came with.
  const deals = people.some(
    (person) => hasDeals(person) && [...person.own, ...person.compared].some(pricesDeals),
  );
  return {
    teams,
    parts: payResults.length > 0 && (teams || deals),
    takenBack: people.some((person) => takesBack(person, person.own)),
    quotaMonths: figures !== null && paysOnMonths(document, figures, comparedPlans),
    payments: years.some(({ compPlan, payout }) => deferredPay(compPlan, payout).length > 0),
    comparedParts: people.some(
      (person) => hasTeam(person, person.compared) || (hasDeals(person) && person.compared.some(pricesDeals)),
    ),
    comparedTakenBack: people.some((person) => takesBack(person, person.compared)),
  };
}

/** Whether a quota that results don't bring themselves is asked of anybody by month, under their own plan or a compared one. */
function paysOnMonths(
  document: PlanDocument,
  { pay, actuals }: PaidFigures,
  comparedPlans: (planId: string) => readonly CompPlan[],
): boolean {
  const reps = pay.reps.filter(({ quotaCents }) => quotaCents > 0);
  if (reps.some(({ rep }) => actuals.reps.get(rep.id)?.years.some(asksByMonth))) return true;
  if (actuals.fiscalYears.length === 0) return false;
  const under = yearsUnder(document, pay.reps);
  return reps.some((each) => {
    const plans = each.compPlan ? comparedPlans(each.compPlan.id) : [];
    return plans.some((plan) => plan !== each.compPlan && under(plan, each).some(asksByMonth));
  });
}

function asksByMonth({ compPlan, inputs }: ActualYear): boolean {
  return compPlan.components.some(
    ({ id, goal, measureUnit }) =>
      goal.kind === 'quota' &&
      measureUnit === 'money' &&
      inputs.periods.some(({ components }) => {
        const facts = components[id];
        return facts?.windowQuota !== undefined && !facts.team;
      }),
  );
}
