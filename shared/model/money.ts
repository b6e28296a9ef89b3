/** Whole cents of a plan's currency. The only rounding of money in the project happens in this file. */
export type Cents = number;

/** Guard against binary noise: 1.005 × 100 is 100.49999999999999 and must still round to 101. */
const FLOAT_NOISE = 1e-9;

/**
 * Rounds to a whole number, halves away from zero (compensation.md, "Rounding").
 * @param value any finite number, e.g. an unrounded amount in cents
 */
export function roundHalfAway(value: number): number {
  const magnitude = Math.floor(Math.abs(value) + 0.5 + FLOAT_NOISE);
  return value < 0 && magnitude !== 0 ? -magnitude : magnitude;
}

/** Currency amount (12.345) → cents (1235), half away from zero. */
export function toCents(amount: number): Cents {
  return roundHalfAway(amount * 100);
}

/** Cents → currency amount, for formulas and files that speak in currency. */
export function fromCents(cents: Cents): number {
  return cents / 100;
}

/**
 * Whether a currency has smaller coins at all: the yen and some others have none.
 * @param currency code as ISO 4217 has it, e.g. "JPY"
 */
export function hasCents(currency: string): boolean {
  try {
    const { maximumFractionDigits } = new Intl.NumberFormat('en', {
      style: 'currency',
      currency,
    }).resolvedOptions();
    return maximumFractionDigits !== 0;
  } catch {
    // Not a code that is known: most have them.
    return true;
  }
}

/**
 * Splits a whole into parts in proportion to weights so that the parts add up to the whole exactly
 * (largest remainder; ties go to the earlier part).
 * @param wholeCents the amount to split; may be negative
 * @param weights one non-negative number a part; all zero means an even split
 * @param stepCents parts are multiples of this, but for one part that takes what is left of the whole
 * @returns one amount a weight, Σ = wholeCents
 */
export function splitByWeight(wholeCents: Cents, weights: readonly number[], stepCents = 1): Cents[] {
  if (weights.length === 0) return [];
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => (totalWeight > 0 ? weight / totalWeight : 1 / weights.length));
  const sign = wholeCents < 0 ? -1 : 1;
  const wholeSteps = Math.floor(Math.abs(wholeCents) / stepCents);
  const leftCents = Math.abs(wholeCents) - wholeSteps * stepCents;
  const exact = shares.map((share) => share * wholeSteps);
  const steps = exact.map((value) => Math.floor(value + FLOAT_NOISE));
  const given = steps.reduce((sum, value) => sum + value, 0);
  // Equal remainders are equal to the last digit that is sure, else noise would decide a tie.
  const sure = Math.max(1e-6, wholeSteps * 1e-14);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: Math.round((value - steps[index]!) / sure) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (let left = wholeSteps - given, i = 0; left > 0; left--, i++) {
    steps[byRemainder[i % byRemainder.length]!.index]! += 1;
  }
  const parts = steps.map((value) => sign * value * stepCents);
  if (leftCents > 0) parts[byRemainder[0]!.index]! += sign * leftCents;
  return parts;
}
