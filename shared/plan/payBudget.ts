import { baseOfYearCents } from '../comp/repYear';
import type { Cents } from '../model/money';
import type { Scenario } from '../model/scenario';
import type { RepPay } from './evaluatePay';

/** What the year costs, over all reps; bookings are those of the primary alignment's reps alone; cents. */
export interface PayBudget {
  /** Of the part of the year that each is employed. */
  readonly baseSalaryCents: Cents;
  readonly targetIncentiveCents: Cents;
  readonly payoutCents: Cents;
  readonly bookingsCents: Cents;
  readonly budgetCents: Cents | null;
  /** (base + incentives) / bookings (CCOS); null without bookings. */
  readonly ccosShare: number | null;
  /** Reps at or above quota / reps with a quota; null without any. */
  readonly atQuotaShare: number | null;
}

/** @param primaryReps those whose bookings count: reps of the primary alignment */
export function budgetOf(
  scenario: Scenario,
  reps: readonly RepPay[],
  primaryReps: readonly RepPay[],
): PayBudget {
  const sum = (amount: (pay: RepPay) => number) => reps.reduce((total, pay) => total + amount(pay), 0);
  const baseSalaryCents = sum(({ rep, time }) => baseOfYearCents(rep.baseSalaryCents, time));
  const payoutCents = sum((pay) => pay.payoutCents);
  const bookingsCents = primaryReps.reduce((total, pay) => total + pay.bookingsCents, 0);
  const withQuota = reps.filter((pay) => pay.attainmentRatio !== null);
  const atQuotaCount = withQuota.filter((pay) => pay.attainmentRatio! >= 1).length;
  return {
    baseSalaryCents,
    targetIncentiveCents: sum((pay) => pay.rep.targetIncentiveCents),
    payoutCents,
    bookingsCents,
    budgetCents: scenario.budgetCents,
    ccosShare: bookingsCents > 0 ? (baseSalaryCents + payoutCents) / bookingsCents : null,
    atQuotaShare: withQuota.length > 0 ? atQuotaCount / withQuota.length : null,
  };
}
