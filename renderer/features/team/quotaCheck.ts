import type { QuotaPlan } from '../../../shared/comp/quota';
import type { QuotaSettings } from '../../../shared/model/quotaSettings';
import type { Rep } from '../../../shared/model/rep';

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

/** Who has a history below 0, in a sentence: it shares nothing. '' = nobody, or no history is looked at. */
export function negativeHistory({ method, weights, blend }: QuotaSettings, reps: readonly Rep[]): string {
  const isFair = method === 'fair' || (method === 'blend' && blend.fair > 0);
  const isHistory = method === 'history' || (method === 'blend' && blend.history > 0);
  if (!isHistory && !(isFair && weights.history > 0)) return '';
  const names = reps.filter(({ historyCents }) => (historyCents ?? 0) < 0).map(({ name }) => name);
  if (names.length === 0) return '';
  const who =
    names.length > 3
      ? `${names.length} reps have`
      : `${names.join(', ')} ${names.length > 1 ? 'have' : 'has'}`;
  return `${who} a history below 0, which counts as none: it gives no quota.`;
}
