import { roundHalfAway, splitByWeight } from '../model/money';

/** Guard against binary noise in a sum of shares (1/3 + 1/3 + 1/3). */
const SHARE_NOISE = 1e-9;

/**
 * Splits an amount of cents (a credit, or a commission) by shares. Shares that add up to 1 give parts that add
 * up to the amount exactly (largest remainder); fewer leave the rest with nobody, more are double credit.
 */
export function splitByShares(cents: number, shareRatios: readonly number[]): number[] {
  const sum = shareRatios.reduce((total, share) => total + share, 0);
  if (shareRatios.length === 0 || sum <= 0) return shareRatios.map(() => 0);
  const whole = Math.abs(sum - 1) <= SHARE_NOISE ? roundHalfAway(cents) : roundHalfAway(cents * sum);
  return splitByWeight(whole, shareRatios);
}

/** Credits of one booking by role: overlays are credited on top, so Σ credits is not Σ bookings. */
export interface OverlayCredits {
  creditsCents: Record<string, number>;
  totalCents: number;
  /** Σ credits / bookings; null without bookings. Cost of sales uses bookings. */
  creditRatio: number | null;
}

/** Each role's credit is its own share of the booking, rounded on its own. */
export function overlayCredits(
  bookingsCents: number,
  shareByRole: Readonly<Record<string, number>>,
): OverlayCredits {
  const creditsCents: Record<string, number> = {};
  let totalCents = 0;
  for (const [role, share] of Object.entries(shareByRole)) {
    creditsCents[role] = roundHalfAway(bookingsCents * share);
    totalCents += creditsCents[role];
  }
  return { creditsCents, totalCents, creditRatio: bookingsCents !== 0 ? totalCents / bookingsCents : null };
}

/** Quota credit of deals with their multipliers (1.5 for multi-year, 0.5 for a split), beside plain bookings. */
export function quotaCredit(deals: readonly { amountCents: number; creditRatio: number }[]) {
  let creditCents = 0;
  let bookingsCents = 0;
  for (const deal of deals) {
    creditCents += deal.amountCents * deal.creditRatio;
    bookingsCents += deal.amountCents;
  }
  return { creditCents: roundHalfAway(creditCents), bookingsCents };
}

/**
 * Amounts of another currency in the plan's, unrounded (money is rounded once, at the payout).
 * @param rates units of the other currency for one of the plan's; one for all (locked), or one a deal (period)
 */
export function convertCredits(amountsCents: readonly number[], rates: number | readonly number[]): number[] {
  return amountsCents.map((amount, i) => {
    const rate = typeof rates === 'number' ? rates : (rates[i] ?? NaN);
    return rate > 0 ? amount / rate : NaN;
  });
}
