import type { CompClawback } from '../model/compPlan';
import { roundHalfAway } from '../model/money';
import type { TakenBack } from './payTypes';
import { count, money, ratio, type Phrase } from './phrase';

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

/** "Acme, cancelled after 3 of 12 months: $500 × (1 − 3 / 12) = −$375". */
export function clawbackWords(clawback: CompClawback, taken: TakenBack): Phrase {
  const { commissionCents, monthsServed } = taken;
  const { termMonths } = clawback;
  const name = taken.label ? `${taken.label}, cancelled` : 'A deal, cancelled';
  const served: Phrase =
    termMonths === null
      ? [name, ' after ', count(monthsServed), monthsServed === 1 ? ' month' : ' months']
      : [name, ' after ', count(monthsServed), ' of ', count(termMonths), ' months'];
  if (clawbackRatio(clawback, monthsServed) === 0) {
    return [...served, ': past the term, so its ', money(commissionCents), ' stay'];
  }
  const share: Phrase =
    clawback.kind === 'share'
      ? [ratio(clawback.recoveryRatio)]
      : ['(1 − ', count(monthsServed), ' / ', count(clawback.termMonths), ')'];
  const cents = clawbackCents(clawback, commissionCents, monthsServed);
  return [...served, ': ', money(commissionCents), ' × ', ...share, ' = ', money(cents)];
}
