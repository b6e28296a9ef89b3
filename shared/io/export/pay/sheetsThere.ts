import { creditsTeam } from '../../../comp/reportsBelow';
import type { CompPlan } from '../../../model/compPlan';
import type { PayResult } from '../../../model/payResult';
import type { PlanDocument } from '../../../model/planDocument';
import { versionPairs } from './paidReps';
import { pricesDeals } from './payParts';

/** Which sheets of pay a plan gives cause for, without pricing it. */
export interface SheetsThere {
  /** Managers are paid on the results of those below. */
  readonly teams: boolean;
  /** Pay on results is made of parts: of a team's reports, or single deals. */
  readonly parts: boolean;
  /** Deals were cancelled on plans that take their pay back. */
  readonly takenBack: boolean;
  readonly comparedParts: boolean;
  readonly comparedTakenBack: boolean;
}

/** @param isCompared comp plans were chosen to compare; else each plan in use is compared with its earlier version */
export function sheetsThere(document: PlanDocument, isCompared: boolean): SheetsThere {
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
    comparedParts: people.some(
      (person) => hasTeam(person, person.compared) || (hasDeals(person) && person.compared.some(pricesDeals)),
    ),
    comparedTakenBack: people.some((person) => takesBack(person, person.compared)),
  };
}
