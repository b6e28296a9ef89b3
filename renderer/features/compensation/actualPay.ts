import {
  isDeferring,
  paymentsOf,
  standingOf,
  type Payment,
  type PayStanding,
} from '../../../shared/comp/payments';
import type { PayoutStep, PeriodPayout } from '../../../shared/comp/payTypes';
import type { CompPlan } from '../../../shared/model/compPlan';
import type { Rep } from '../../../shared/model/rep';
import { explainActual, type PayActuals, type RepActuals } from '../../../shared/plan/evaluateActuals';
import type { RepPay } from '../../../shared/plan/evaluatePay';

/** What a rep is paid on the results that the plan holds; cents. */
export interface ActualPay {
  readonly rep: Rep;
  readonly actuals: RepActuals;
  /** Of all years in order. */
  readonly periods: readonly PeriodPayout[];
  /** When it is paid, period by period; empty where each period's pay is paid with it. */
  readonly payments: readonly Payment[];
  /** What is paid by now, held back and owed, corrections included. */
  readonly standing: PayStanding;
  /** Results that could not be used, in words. */
  readonly problems: readonly string[];
}

/** Pay on results of each rep of a comp plan that has any, as the evaluation of the plan gives it. */
export function actualPays(
  actuals: PayActuals | null,
  plan: CompPlan,
  reps: readonly RepPay[],
): readonly ActualPay[] {
  return reps.flatMap(({ rep }): ActualPay[] => {
    const own = actuals?.reps.get(rep.id);
    if (!own || rep.compPlanId !== plan.id || own.years.length === 0) return [];
    const payments = paymentsOf(own.years);
    return [
      {
        rep,
        actuals: own,
        periods: own.years.flatMap(({ payout }) => payout.periods),
        payments: isDeferring(payments) ? payments : [],
        standing: standingOf(payments, own.correctionCents),
        problems: own.years.flatMap(({ problems }) => problems),
      },
    ];
  });
}

/** All 13 steps of one period's payout. */
export function actualSteps({ actuals }: ActualPay, period: string): PayoutStep[] {
  const year = actuals.years.find(({ payout }) => payout.periods.some((each) => each.period === period));
  return year ? explainActual(year).filter((step) => step.period === period) : [];
}
