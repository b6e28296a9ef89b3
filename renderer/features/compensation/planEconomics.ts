import { targetEconomics, type TargetEconomics } from '../../../shared/comp/economics';
import { inputsAtAttainment } from '../../../shared/comp/inputsAtAttainment';
import { payoutOfRep } from '../../../shared/comp/payout';
import type { CompPlan } from '../../../shared/model/compPlan';
import { pointNames } from './curveHandles';
import type { PayGroup } from './payGroup';

/** What a plan comes to for its average rep; money in cents, none = null. */
export interface PlanEconomics extends TargetEconomics {
  /** Incentive at excellence / TI, and the attainment that counts as excellence. */
  readonly leverage: { readonly ratio: number; readonly atRatio: number } | null;
}

/** Attainment taken as excellence where the plan names none. */
const USUAL_EXCELLENCE = 1.5;

/** Where a plan's heaviest component has its point of excellence. */
export function excellenceOf(plan: CompPlan): number {
  const heaviest = [...plan.components].sort((a, b) => b.targetShareRatio - a.targetShareRatio)[0];
  if (heaviest?.kind !== 'curve' || heaviest.axis !== 'attainment') return USUAL_EXCELLENCE;
  const xs = heaviest.points.map((point) => point.x);
  const index = pointNames(xs, heaviest.above === 'cap').indexOf('Excellence');
  return xs[index] ?? USUAL_EXCELLENCE;
}

/** Header figures of a plan. */
export function planEconomics(plan: CompPlan, { basis }: PayGroup): PlanEconomics {
  const { targetIncentiveCents } = basis;
  const atRatio = excellenceOf(plan);
  const atExcellence = payoutOfRep(plan, inputsAtAttainment(plan, basis, atRatio), null).payoutCents;
  return {
    ...targetEconomics(basis),
    leverage: targetIncentiveCents > 0 ? { ratio: atExcellence / targetIncentiveCents, atRatio } : null,
  };
}
