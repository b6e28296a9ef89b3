import type { CompComponent } from '../model/compComponent';
import type { ActualYear, PayActuals } from './evaluateActuals';
import type { RepPay } from './evaluatePay';

/**
 * Attainments that reps reached in the years that the plan holds results of: one a rep and year, of the heaviest
 * component that is measured in money against the quota. Who is paid on a team's results has none of their own.
 * @returns ratios, 1 = quota
 */
export function pastAttainments({ reps }: PayActuals, whose: readonly RepPay[]): number[] {
  return whose.flatMap(({ rep, team }) =>
    team === null ? (reps.get(rep.id)?.years ?? []).flatMap((year) => attainmentOf(year) ?? []) : [],
  );
}

function attainmentOf({ compPlan, payout }: ActualYear): number | null {
  const heaviest = compPlan.components
    .filter(({ goal, measureUnit }) => goal.kind === 'quota' && measureUnit === 'money')
    .reduce<CompComponent | null>(
      (best, each) => (best && best.targetShareRatio >= each.targetShareRatio ? best : each),
      null,
    );
  const paid = payout.periods.flatMap(({ components }) =>
    components.filter(({ componentId }) => componentId === heaviest?.id),
  );
  const quota = paid.reduce((sum, each) => sum + (each.quota ?? 0), 0);
  return quota > 0 ? paid.reduce((sum, each) => sum + each.credited, 0) / quota : null;
}
