import type { QuotaBasis } from '../comp/quota';
import type { RepPay } from './evaluatePay';

/**
 * What a rep yields from the bottom up, for bottomUpCents: history and capacity in the time that the rep is there,
 * with ramp, so that it stands on the same footing as the quota that is asked in the year.
 */
export function bottomUpBasis({ rep, time }: Pick<RepPay, 'rep' | 'time'>): QuotaBasis {
  return {
    repId: rep.id,
    history: rep.historyCents ?? 0,
    capacityRatio: rep.capacityRatio,
    yearShare: time.quotaShare,
  };
}
