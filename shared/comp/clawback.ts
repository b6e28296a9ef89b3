import type { CompClawback } from '../model/compPlan';
import { roundHalfAway } from '../model/money';

/** Share of a commission that goes back after so many months of the term were served. */
export function clawbackRatio(clawback: CompClawback, monthsServed: number): number {
  if (clawback.kind === 'share') {
    return clawback.termMonths !== null && monthsServed >= clawback.termMonths ? 0 : clawback.recoveryRatio;
  }
  if (!(clawback.termMonths > 0)) return 0;
  return Math.min(1, Math.max(0, 1 - monthsServed / clawback.termMonths));
}

/** −commission × (1 − months served / term), or × the plan's share; cents, never positive for a commission. */
export function clawbackCents(clawback: CompClawback, commissionCents: number, monthsServed: number): number {
  const taken = roundHalfAway(commissionCents * clawbackRatio(clawback, monthsServed));
  return taken === 0 ? 0 : -taken;
}
