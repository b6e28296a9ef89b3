import { fiscalYearOf, monthSpan } from '../../../comp/calendar';
import { activeByMonth, rampByMonth } from '../../../comp/repYear';
import { monthsOf } from '../../../comp/measureWindow';
import { coveredBy } from '../../../comp/resultInputs';
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
  /** Quotas of months that are unlike, by season, ramp or time off, are paid on. */
  readonly quotaMonths: boolean;
  /** Pay is held back, or paid in parts or on a pay date that results do not reach. */
  readonly payments: boolean;
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
  const ends = yearEnds(document);
  const defers = ({ components }: CompPlan) =>
    components.some(
      ({ holdbackRatio, instalments, timing }) =>
        holdbackRatio > 0 || instalments > 1 || ends.some((end) => end % monthsOf[timing.paidEvery] !== 0),
    );
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
    quotaMonths: areMonthsUnlike(document),
    payments: people.some(({ results, own }) => results.length > 0 && own.some(defers)),
    comparedParts: people.some(
      (person) => hasTeam(person, person.compared) || (hasDeals(person) && person.compared.some(pricesDeals)),
    ),
    comparedTakenBack: people.some((person) => takesBack(person, person.compared)),
  };
}

/** The month that the results of each fiscal year reach, from its start. */
function yearEnds({ settings, payResults = [] }: PlanDocument): number[] {
  const { fiscalYearStartMonth } = settings;
  const periodsOf = new Map<number, string[]>();
  for (const { period } of payResults) {
    const year = fiscalYearOf(period, fiscalYearStartMonth);
    const known = periodsOf.get(year);
    if (known) known.push(period);
    else periodsOf.set(year, [period]);
  }
  return [...periodsOf].map(([year, periods]) => {
    const { from: start } = monthSpan(year, fiscalYearStartMonth, 1);
    return coveredBy(periods, { start }).endMonth;
  });
}

/** Whether a season, a ramp, a date or a leave tells months of a quota apart, in a year that there are results of. */
function areMonthsUnlike({ quotaSettings, settings, reps, payResults = [] }: PlanDocument): boolean {
  if (quotaSettings.seasonalityRatios.length > 0) return payResults.length > 0;
  const { fiscalYearStartMonth } = settings;
  const years = new Set(payResults.map(({ period }) => fiscalYearOf(period, fiscalYearStartMonth)));
  return [...years].some((fiscalYear) => {
    const year = { start: monthSpan(fiscalYear, fiscalYearStartMonth, 1).from };
    return reps.some((rep) =>
      [...activeByMonth(rep, year), ...rampByMonth(rep, year)].some((ratio) => ratio !== 1),
    );
  });
}
