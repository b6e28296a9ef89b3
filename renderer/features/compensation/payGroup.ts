import type { PayBasis } from '../../../shared/comp/inputsAtAttainment';
import type { RepPay } from '../../../shared/plan/evaluatePay';
import { paidOn } from '../../../shared/plan/payInputs';

/** The reps of a comp plan as one: averages for the curve and table, sums for the header. Cents. */
export interface PayGroup {
  readonly reps: readonly RepPay[];
  /** The average rep; an example of 100,000 on a quota of a million where nobody is on the plan. */
  readonly basis: Required<PayBasis>;
  /** Nobody is on the plan: the basis is an example. */
  readonly isExample: boolean;
  readonly targetIncentiveCents: number;
  /** Of managers those of their teams. */
  readonly quotaCents: number;
  readonly payoutCents: number;
}

const EXAMPLE: Required<PayBasis> = {
  targetIncentiveCents: 10_000_000,
  baseSalaryCents: 10_000_000,
  quotaCents: 100_000_000,
};

/** The reps on a plan, out of all that were priced. */
export function payGroupOf(pays: readonly RepPay[], compPlanId: string): PayGroup {
  const reps = pays.filter((pay) => pay.rep.compPlanId === compPlanId);
  const sum = (amount: (pay: RepPay) => number) => reps.reduce((total, pay) => total + amount(pay), 0);
  const mean = (amount: (pay: RepPay) => number) => Math.round(sum(amount) / reps.length);
  // Of the full year, as the target is.
  const quotaOf = (pay: RepPay) => pay.quotaCents || paidOn(pay).quotaCents;
  const withQuota = reps.filter((pay) => quotaOf(pay) > 0);
  const targetIncentiveCents = sum((pay) => pay.rep.targetIncentiveCents);
  const quotaCents = sum(quotaOf);
  const basis =
    reps.length === 0
      ? EXAMPLE
      : {
          targetIncentiveCents: mean((pay) => pay.rep.targetIncentiveCents),
          baseSalaryCents: mean((pay) => pay.rep.baseSalaryCents),
          quotaCents: withQuota.length > 0 ? Math.round(quotaCents / withQuota.length) : EXAMPLE.quotaCents,
        };
  return {
    reps,
    basis,
    isExample: reps.length === 0,
    targetIncentiveCents,
    quotaCents,
    payoutCents: sum((pay) => pay.payoutCents),
  };
}
