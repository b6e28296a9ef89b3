import { comparePlans, type ComparedRep, type PlanComparison } from '../comp/comparePlans';
import type { CompPlan } from '../model/compPlan';
import type { PlanDocument } from '../model/planDocument';
import { evaluateActuals, type ActualYear, type PayActuals } from './evaluateActuals';
import type { RepPay } from './evaluatePay';
import { payInputs, yearBasisOf } from './payInputs';

/** Which year two comp plans are compared on. */
export type ComparedOn =
  { readonly kind: 'expected' } | { readonly kind: 'results'; readonly fiscalYear: number };

/** The years that a comparison can be on: what the scenario expects, and every year that there are results of. */
export function comparableYears({ fiscalYears }: Pick<PayActuals, 'fiscalYears'>): ComparedOn[] {
  return [
    { kind: 'expected' },
    ...fiscalYears.map((fiscalYear): ComparedOn => ({ kind: 'results', fiscalYear })),
  ];
}

export interface CompareOptions {
  /** Left out = the latest year with results, else what is expected. */
  readonly on?: ComparedOn;
  /** Whose pay is compared; left out = everybody's. */
  readonly isCompared?: (pay: RepPay) => boolean;
}

/**
 * Every rep's pay under two comp plans: on the results of a year, or on what the scenario expects.
 * @param reps everybody, so that managers have their teams' results
 */
export function comparePay(
  document: PlanDocument,
  reps: readonly RepPay[],
  oldPlan: CompPlan,
  newPlan: CompPlan,
  {
    on = comparableYears(evaluateActuals(document, reps)).at(-1)!,
    isCompared = () => true,
  }: CompareOptions = {},
): PlanComparison {
  const inputs = inputsUnder(document, reps, on);
  const compared = reps.filter(isCompared).flatMap((pay): ComparedRep[] => {
    const [oldInputs, newInputs] = [inputs(oldPlan, pay), inputs(newPlan, pay)];
    if (!oldInputs || !newInputs) return [];
    return [{ repId: pay.rep.id, oldInputs, newInputs, year: yearBasisOf(pay) }];
  });
  return comparePlans(oldPlan, newPlan, compared);
}

/** What a rep is paid on under a plan; null where there is nothing to pay on. */
type InputsOf = (plan: CompPlan, pay: RepPay) => ComparedRep['oldInputs'] | null;

/** Each rep's inputs under any comp plan, on the year that plans are compared on. */
function inputsUnder(document: PlanDocument, reps: readonly RepPay[], on: ComparedOn): InputsOf {
  if (on.kind === 'expected') return (plan, pay) => payInputs(plan, pay, '');
  const yearsOf = yearsUnder(document, reps);
  return (plan, pay) =>
    yearsOf(plan, pay).find(({ fiscalYear }) => fiscalYear === on.fiscalYear)?.inputs ?? null;
}

/** Each rep's years of results under any comp plan, in order; a plan is priced when it is first asked for. */
export function yearsUnder(
  document: PlanDocument,
  reps: readonly RepPay[],
): (plan: CompPlan, pay: RepPay) => readonly ActualYear[] {
  const under = new Map<CompPlan, PayActuals>();
  return (plan, pay) => {
    let actuals = under.get(plan);
    if (!actuals) under.set(plan, (actuals = evaluateActuals(document, reps, { planOf: () => plan })));
    return actuals.reps.get(pay.rep.id)?.years ?? [];
  };
}
