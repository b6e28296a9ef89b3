import type { PlanSettings } from '../../../model/settings';

const KM_A_MILE = 1.609344;

/** Figures as a deck shows them; none is a dash. */
export interface DeckFormat {
  readonly distanceUnit: string;
  readonly integer: (value: number) => string;
  readonly compact: (value: number) => string;
  readonly index: (value: number) => string;
  readonly percent: (share: number) => string;
  /** In the plan's unit, without naming it. */
  readonly distance: (km: number) => string;
  readonly money: (cents: number) => string;
}

export function deckFormat({ currency, distanceUnit }: PlanSettings): DeckFormat {
  const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
  const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });
  const tenth = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const share = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 });
  const amount = new Intl.NumberFormat('en-US', { style: 'currency', currency, maximumFractionDigits: 0 });
  const orDash = (format: Intl.NumberFormat) => (value: number) =>
    Number.isFinite(value) ? format.format(value) : '–';
  const compact = orDash(short);
  return {
    distanceUnit,
    integer: orDash(whole),
    compact,
    index: orDash(tenth),
    percent: orDash(share),
    distance: (km) => orDash(whole)(distanceUnit === 'mi' ? km / KM_A_MILE : km),
    money: (cents) => orDash(amount)(cents / 100),
  };
}
