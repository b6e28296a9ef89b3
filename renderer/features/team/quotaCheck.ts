import type { QuotaPlan } from '../../../shared/comp/quota';

/** Whether quotas add up to the target with its over-assignment. */
export interface QuotaCheck {
  readonly isExact: boolean;
  /** Sum − pool, cents. */
  readonly gapCents: number;
  /** Why they don't, and what to do; '' where they do. */
  readonly reason: string;
}

/** Checks Σ quotas = target × (1 + over-assignment), to the cent. */
export function quotaCheck(plan: QuotaPlan): QuotaCheck {
  const gapCents = plan.sumCents - plan.poolCents;
  if (plan.isEvenForWant) {
    const reason =
      'No rep has any of what the method shares by, so the parts are even. Choose another method or measure.';
    return { isExact: false, gapCents, reason };
  }
  if (gapCents === 0) return { isExact: true, gapCents, reason: '' };
  if (plan.quotas.length === 0) {
    return {
      isExact: false,
      gapCents,
      reason: 'No rep has a territory. Give each rep one, and quotas follow.',
    };
  }
  if (plan.pinnedOverPoolCents > 0) {
    return {
      isExact: false,
      gapCents,
      reason: 'Pinned quotas take more than there is. Unpin some, or raise the target.',
    };
  }
  if (plan.quotas.every((quota) => quota.isPinned)) {
    return {
      isExact: false,
      gapCents,
      reason: 'Every quota is pinned, so none can take up the rest. Unpin one.',
    };
  }
  return {
    isExact: false,
    gapCents,
    reason: 'Nothing tells the reps apart. Choose another method or measure.',
  };
}
