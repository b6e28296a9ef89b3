import { comparePay, comparableYears, yearsUnder, type ComparedOn } from '../../../plan/comparePay';
import { payInputs } from '../../../plan/payInputs';
import type { PlanComparison } from '../../../comp/comparePlans';
import type { CompPlan } from '../../../model/compPlan';
import type { PlanDocument } from '../../../model/planDocument';
import type { RepPay } from '../../../plan/evaluatePay';
import type { ExportContext } from '../exportContext';
import { pricedReps, type PaidRep, type YearToPay } from './payLines';

/** Everyone who is paid by a comp plan, on the year that the scenario expects. */
export function expectedReps(context: ExportContext): PaidRep[] {
  const year = String(context.document.settings.fiscalYear);
  const years = context.evaluation.pay.reps.flatMap((pay): YearToPay[] => {
    const { compPlan } = pay;
    const inputs = payInputs(compPlan, pay, year);
    return compPlan && inputs && pay.payout ? [{ pay, compPlan, inputs, year, isActual: false }] : [];
  });
  return pricedReps(context, years);
}

/** Everyone whom the plan holds results of: a rep and fiscal year each. */
export function actualReps(context: ExportContext): PaidRep[] {
  const { pay, actuals } = context.evaluation;
  const years = pay.reps.flatMap((one) =>
    (actuals.reps.get(one.rep.id)?.years ?? []).map(({ compPlan, inputs, fiscalYear }): YearToPay => ({
      pay: one,
      compPlan,
      inputs,
      year: String(fiscalYear),
      isActual: true,
    })),
  );
  return pricedReps(context, years);
}

/** Two comp plans that the same reps are priced under. */
export interface PlanPair {
  readonly oldPlan: CompPlan;
  readonly newPlan: CompPlan;
}

/** FY27, FY 2027 or 2027 in a name. */
const YEAR_IN_NAME = /\b(?:FY ?)?(?:20)?(\d\d)\b/gi;

/** Each comp plan in use beside the one before it: the same name in an earlier version, or of an earlier year. */
export function versionPairs({ compPlans, reps }: PlanDocument): PlanPair[] {
  const placed = compPlans.map((plan) => ({
    plan,
    family: plan.name.replaceAll(YEAR_IN_NAME, '').trim().toLowerCase(),
    year: Number([...plan.name.matchAll(YEAR_IN_NAME)].at(-1)?.[1] ?? 0),
  }));
  return placed.flatMap((one): PlanPair[] => {
    const earlier = placed
      .filter(({ family }) => family === one.family)
      .filter(({ plan, year }) => (year - one.year || plan.version - one.plan.version) < 0)
      .sort((a, b) => b.year - a.year || b.plan.version - a.plan.version)[0]?.plan;
    const isUsed = reps.some(({ compPlanId }) => compPlanId === one.plan.id || compPlanId === earlier?.id);
    return earlier && isUsed ? [{ oldPlan: earlier, newPlan: one.plan }] : [];
  });
}

/** A pair with its comparison, and its reps under the old plan and under the new one. */
export interface ComparedPair extends PlanPair {
  readonly comparison: PlanComparison;
}

export interface ComparedPay {
  readonly pairs: readonly ComparedPair[];
  readonly on: ComparedOn;
  readonly reps: readonly PaidRep[];
}

/**
 * The reps of each pair, on either of its plans, under both: on the latest year of results, else as expected. Whose pay of
 * earlier years goes back in that year has those years too.
 */
export function comparedPay(context: ExportContext, pairs: readonly PlanPair[]): ComparedPay {
  const { document, evaluation } = context;
  const on = comparableYears(evaluation.actuals).at(-1)!;
  const { reps } = evaluation.pay;
  const yearsOf = yearsToCompare(context, on);
  // A plan may be compared with more than one: each rep is priced under it once.
  const years = new Map<string, readonly YearToPay[]>();
  const compared = pairs.map((pair): ComparedPair => {
    const isCompared = ({ rep }: RepPay) =>
      rep.compPlanId === pair.oldPlan.id || rep.compPlanId === pair.newPlan.id;
    const comparison = comparePay(document, reps, pair.oldPlan, pair.newPlan, { on, isCompared });
    const known = new Set(comparison.rows.map(({ repId }) => repId));
    for (const compPlan of [pair.oldPlan, pair.newPlan]) {
      for (const pay of reps.filter(({ rep }) => known.has(rep.id))) {
        years.set(`${pay.rep.id}\u0001${compPlan.id}`, yearsOf(compPlan, pay));
      }
    }
    return { ...pair, comparison };
  });
  return { pairs: compared, on, reps: pricedReps(context, [...years.values()].flat()) };
}

/** What a rep is priced on under a comp plan that is compared. */
function yearsToCompare(
  { document, evaluation }: ExportContext,
  on: ComparedOn,
): (compPlan: CompPlan, pay: RepPay) => YearToPay[] {
  if (on.kind === 'expected') {
    const year = String(document.settings.fiscalYear);
    return (compPlan, pay) => {
      const inputs = payInputs(compPlan, pay, '');
      return inputs ? [{ pay, compPlan, inputs, year, isActual: false }] : [];
    };
  }
  const yearsOf = yearsUnder(document, evaluation.pay.reps);
  return (compPlan, pay) => {
    const until = yearsOf(compPlan, pay).filter(({ fiscalYear }) => fiscalYear <= on.fiscalYear);
    const last = until.at(-1);
    if (last?.fiscalYear !== on.fiscalYear) return [];
    const takesBack = last.inputs.periods.some(({ clawbacks }) => clawbacks !== undefined);
    return (takesBack ? until : [last]).map(({ inputs, fiscalYear }) => ({
      pay,
      compPlan,
      inputs,
      year: String(fiscalYear),
      isActual: true,
    }));
  };
}
