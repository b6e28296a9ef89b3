import { comparePlans, type ComparedRep, type PlanComparison } from '../comp/comparePlans';
import type { CompPlan } from '../model/compPlan';
import type { PlanDocument } from '../model/planDocument';
import { evaluateActuals } from './evaluateActuals';
import { payInputs, type RepPay } from './evaluatePay';

/** Which year two comp plans are compared on. */
export type ComparedOn =
  { readonly kind: 'expected' } | { readonly kind: 'results'; readonly fiscalYear: number };

/** The years that a comparison can be on: what the scenario expects, and every year that there are results of. */
export function comparableYears(document: PlanDocument, reps: readonly RepPay[]): ComparedOn[] {
  const { fiscalYears } = evaluateActuals(document, reps);
  return [
    { kind: 'expected' },
    ...fiscalYears.map((fiscalYear): ComparedOn => ({ kind: 'results', fiscalYear })),
  ];
}

/**
 * Every rep's pay under two comp plans: on the results of a year, or on what the scenario expects.
 * @param on left out = the latest year with results, else what is expected
 */
export function comparePay(
  document: PlanDocument,
  reps: readonly RepPay[],
  oldPlan: CompPlan,
  newPlan: CompPlan,
  on: ComparedOn = comparableYears(document, reps).at(-1)!,
): PlanComparison {
  const inputs = on.kind === 'expected' ? expectedInputs : inputsOnResults(document, reps, on.fiscalYear);
  const compared = reps.flatMap((pay): ComparedRep[] => {
    const [oldInputs, newInputs] = [inputs(oldPlan, pay), inputs(newPlan, pay)];
    if (!oldInputs || !newInputs) return [];
    const { targetIncentiveCents, baseSalaryCents, id } = pay.rep;
    const year = { targetIncentiveCents, baseSalaryCents, quotaCents: pay.quotaCents };
    return [{ repId: id, oldInputs, newInputs, year }];
  });
  return comparePlans(oldPlan, newPlan, compared);
}

type InputsOf = (plan: CompPlan, pay: RepPay) => ComparedRep['oldInputs'] | null;

const expectedInputs: InputsOf = (plan, { rep, quotaCents, attainmentRatio }) =>
  payInputs(plan, rep, quotaCents, attainmentRatio, '');

function inputsOnResults(document: PlanDocument, reps: readonly RepPay[], fiscalYear: number): InputsOf {
  const under = new Map<CompPlan, ReturnType<typeof evaluateActuals>>();
  return (plan, pay) => {
    let actuals = under.get(plan);
    if (!actuals) under.set(plan, (actuals = evaluateActuals(document, reps, { planOf: () => plan })));
    const year = actuals.reps.get(pay.rep.id)?.years.find((each) => each.fiscalYear === fiscalYear);
    return year?.inputs ?? null;
  };
}
