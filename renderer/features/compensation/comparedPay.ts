import { comparePlans, type PlanComparison } from '../../../shared/comp/comparePlans';
import type { CompPlan } from '../../../shared/model/compPlan';
import { payInputs, type RepPay } from '../../../shared/plan/evaluatePay';

/** The same year under another plan and under the reps' own, rep by rep. */
export function comparedPay(oldPlan: CompPlan, newPlan: CompPlan, reps: readonly RepPay[]): PlanComparison {
  const compared = reps.flatMap(({ rep, quotaCents, attainmentRatio }) => {
    const oldInputs = payInputs(oldPlan, rep, quotaCents, attainmentRatio, '');
    const newInputs = payInputs(newPlan, rep, quotaCents, attainmentRatio, '');
    if (!oldInputs || !newInputs) return [];
    const { targetIncentiveCents, baseSalaryCents } = rep;
    return [
      { repId: rep.id, oldInputs, newInputs, year: { targetIncentiveCents, baseSalaryCents, quotaCents } },
    ];
  });
  return comparePlans(oldPlan, newPlan, compared);
}
