import { comparePlans, type ComparedRep, type PlanComparison } from '../comp/comparePlans';
import type { CompPlan } from '../model/compPlan';
import type { PlanDocument } from '../model/planDocument';
import { evaluateActuals, type PayActuals } from './evaluateActuals';
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
export function inputsUnder(document: PlanDocument, reps: readonly RepPay[], on: ComparedOn): InputsOf {
  return on.kind === 'expected' ? expectedInputs : inputsOnResults(document, reps, on.fiscalYear);
}

const expectedInputs: InputsOf = (plan, pay) => payInputs(plan, pay, '');

function inputsOnResults(document: PlanDocument, reps: readonly RepPay[], fiscalYear: number): InputsOf {
  const under = new Map<CompPlan, ReturnType<typeof evaluateActuals>>();
  return (plan, pay) => {
    let actuals = under.get(plan);
    if (!actuals) under.set(plan, (actuals = evaluateActuals(document, reps, { planOf: () => plan })));
    const year = actuals.reps.get(pay.rep.id)?.years.find((each) => each.fiscalYear === fiscalYear);
    return year?.inputs ?? null;
  };
}
