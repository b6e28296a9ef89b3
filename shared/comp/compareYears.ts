import type { CompPlan } from '../model/compPlan';
import { attainmentForPay, comparisonOf, type PlanComparison } from './comparePlans';
import { YearPricer, type YearBasis } from './priceYear';

/** A rep's mean pay over the same simulated years under both plans; cents. */
export interface SimulatedMeans extends YearBasis {
  repId: string;
  oldCents: number;
  newCents: number;
}

/**
 * Old plan against new on the simulated year: winners and losers by their mean pay, to the cent. The waterfall has one
 * change, since pay is simulated as a whole.
 */
export function compareYears(
  oldPlan: CompPlan,
  newPlan: CompPlan,
  reps: readonly SimulatedMeans[],
): PlanComparison {
  const pricer = new YearPricer(newPlan);
  const comparison = comparisonOf(
    reps.map((rep) => {
      const oldCents = Math.round(rep.oldCents);
      return {
        repId: rep.repId,
        oldCents,
        newCents: Math.round(rep.newCents),
        wholeAtRatio: attainmentForPay(pricer, rep, oldCents),
      };
    }),
    0,
  );
  const { oldCents, newCents, deltaCents } = comparison;
  return {
    ...comparison,
    waterfall: [
      { name: oldPlan.name, kind: 'from', cents: oldCents },
      { name: 'Change of mean pay', kind: 'change', cents: deltaCents },
      { name: newPlan.name, kind: 'to', cents: newCents },
    ],
  };
}
