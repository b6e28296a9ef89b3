import { bottomUpCents, quotasOf, type QuotaBasis } from '../../../shared/comp/quota';
import type { QuotaSettings } from '../../../shared/model/quotaSettings';
import { bottomUpBasis } from '../../../shared/plan/bottomUp';
import { quotaCarriers, type RepPay } from '../../../shared/plan/evaluatePay';
import { activeQuotaCents } from '../../../shared/plan/payInputs';

/** One rep's quota from above, and what the rep yields from below; cents. */
export interface QuotaSides {
  readonly repId: string;
  /** Of the full year. */
  readonly topDownCents: number;
  /** What dates, leave and ramp leave of it in the year. */
  readonly yearCents: number;
  /** Baseline with growth, in the time that the rep is there; null without a history. */
  readonly historyCents: number | null;
  /** Capacity × productivity × ramp, in the time that the rep is there; null where no productivity is set. */
  readonly capacityCents: number | null;
  /** An even footing by the weights of fair share, pins left out. */
  readonly fairCents: number;
  /** Quota in the year − bottom-up: by capacity where there is one, else by history; null without either. */
  readonly gapCents: number | null;
}

/** Quotas of the reps that carry one, beside what other methods would make them. */
export function quotaSides(settings: QuotaSettings, pays: readonly RepPay[]): QuotaSides[] {
  const carrying = quotaCarriers(pays);
  const fair = quotasOf({ ...settings, method: 'fair' }, carrying.map(basisOf));
  return carrying.map((pay, at) => {
    const { rep } = pay;
    const alone = (fields: Partial<QuotaSettings>) =>
      bottomUpCents({ ...settings, ...fields }, [bottomUpBasis(pay)]);
    const historyCents = rep.historyCents === null ? null : alone({ productivityCents: 0 });
    const capacityCents = settings.productivityCents > 0 ? alone({}) : null;
    const bottomUp = capacityCents ?? historyCents;
    const yearCents = activeQuotaCents(pay);
    return {
      repId: rep.id,
      topDownCents: pay.quotaCents,
      yearCents,
      historyCents,
      capacityCents,
      fairCents: fair.quotas[at]!.quotaCents,
      gapCents: bottomUp === null ? null : yearCents - bottomUp,
    };
  });
}

function basisOf({ rep, potential, pipeline }: RepPay): QuotaBasis {
  return {
    repId: rep.id,
    potential,
    pipeline,
    history: rep.historyCents ?? 0,
    capacityRatio: rep.capacityRatio,
    pinCents: null,
  };
}

/** Quota a unit of potential over the whole team, the line that a fair quota stands on; null without potential. */
export function fairLine(pays: readonly RepPay[]): number | null {
  const carrying = quotaCarriers(pays).filter((pay) => pay.potential > 0);
  const potential = carrying.reduce((sum, pay) => sum + pay.potential, 0);
  return potential > 0 ? carrying.reduce((sum, pay) => sum + pay.quotaCents, 0) / potential : null;
}
