import { roundHalfAway, splitByWeight } from '../model/money';
import type { CompPlan } from '../model/compPlan';
import type { RepPayout } from './payTypes';

/** What is paid at once and what is held until its release; the two add up. */
export function holdbackOf(cents: number, heldRatio: number): { upfrontCents: number; heldCents: number } {
  const heldCents = roundHalfAway(cents * heldRatio);
  return { upfrontCents: cents - heldCents, heldCents };
}

/** Equal parts that add up exactly; a cent left over goes to the earlier ones. */
export function instalmentsOf(cents: number, instalments: number): number[] {
  return splitByWeight(cents, Array<number>(Math.max(1, instalments)).fill(1));
}

/** Money leaving the till in one period. */
export interface Payment {
  period: string;
  paidCents: number;
  /** Held back so far and not released. */
  heldCents: number;
  /** Earned, but to be paid in later instalments. */
  owedCents: number;
}

/**
 * When a rep's payout is paid: what a component earns is paid in its instalments from the period on, less its
 * holdback. What is held or owed after the last period stays so; payouts themselves (the cost) don't change.
 */
export function paymentsOfRep(plan: CompPlan, payout: RepPayout): Payment[] {
  const paid = payout.periods.map((period) => period.payoutCents);
  const held = payout.periods.map(() => 0);
  const owed = payout.periods.map(() => 0);
  payout.periods.forEach((period, at) => {
    period.components.forEach((component, i) => {
      const { holdbackRatio, instalments } = plan.components[i]!;
      if (component.payoutCents <= 0 || (holdbackRatio === 0 && instalments === 1)) return;
      const { upfrontCents, heldCents } = holdbackOf(component.payoutCents, holdbackRatio);
      held[at]! += heldCents;
      paid[at]! -= component.payoutCents;
      owed[at]! += upfrontCents;
      instalmentsOf(upfrontCents, instalments).forEach((cents, later) => {
        if (at + later >= paid.length) return;
        paid[at + later]! += cents;
        owed[at + later]! -= cents;
      });
    });
  });
  let heldCents = 0;
  let owedCents = 0;
  return payout.periods.map((period, at) => ({
    period: period.period,
    paidCents: paid[at]!,
    heldCents: (heldCents += held[at]!),
    owedCents: (owedCents += owed[at]!),
  }));
}
