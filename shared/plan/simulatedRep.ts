import type { SimulatedRep } from '../comp/simulationRun';
import type { RepPay } from './evaluatePay';

/** A rep with a plan, as simulation sees them, expected to reach what the scenario assumes; [] without a plan. */
export function simulatedRep({ rep, compPlan, quotaCents, attainmentRatio }: RepPay): SimulatedRep[] {
  if (!compPlan) return [];
  return [
    {
      repId: rep.id,
      plan: compPlan,
      quotaCents,
      targetIncentiveCents: rep.targetIncentiveCents,
      baseSalaryCents: rep.baseSalaryCents,
      expectedRatio: attainmentRatio ?? 1,
    },
  ];
}
