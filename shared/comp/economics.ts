import { roundHalfAway } from '../model/money';

/** Figures of a plan at target (compensation.md, "Plan"); null where a denominator is missing. */
export interface TargetEconomics {
  oteCents: number;
  targetIncentiveCents: number;
  /** TI / Q. */
  baseRateRatio: number | null;
  /** Base : TI as shares of OTE. */
  payMix: { base: number; incentive: number } | null;
  /** Q / OTE. */
  quotaToOteRatio: number | null;
}

/** OTE, pay mix, base commission rate and quota:OTE of a rep. */
export function targetEconomics(rep: {
  baseSalaryCents: number;
  targetIncentiveCents: number;
  quotaCents: number | null;
}): TargetEconomics {
  const { baseSalaryCents, targetIncentiveCents, quotaCents } = rep;
  const oteCents = baseSalaryCents + targetIncentiveCents;
  const hasQuota = quotaCents !== null && quotaCents > 0;
  return {
    oteCents,
    targetIncentiveCents,
    baseRateRatio: hasQuota ? targetIncentiveCents / quotaCents : null,
    payMix:
      oteCents > 0 ? { base: baseSalaryCents / oteCents, incentive: targetIncentiveCents / oteCents } : null,
    quotaToOteRatio: hasQuota && oteCents > 0 ? quotaCents / oteCents : null,
  };
}

/** OTE split by pay mix into base and target incentive, adding up exactly; cents. */
export function payFromMix(oteCents: number, baseShareRatio: number) {
  const baseSalaryCents = roundHalfAway(oteCents * baseShareRatio);
  return { baseSalaryCents, targetIncentiveCents: oteCents - baseSalaryCents };
}

/** What excellence pays: leverage L:1 = incentive at excellence / TI, upside = what is above TI. */
export function leverageAt(rep: {
  baseSalaryCents: number;
  targetIncentiveCents: number;
  excellencePayRatio: number;
}) {
  const incentiveCents = roundHalfAway(rep.targetIncentiveCents * rep.excellencePayRatio);
  return {
    leverageRatio: rep.targetIncentiveCents > 0 ? incentiveCents / rep.targetIncentiveCents : null,
    incentiveAtExcellenceCents: incentiveCents,
    totalCashAtExcellenceCents: rep.baseSalaryCents + incentiveCents,
    upsideCents: incentiveCents - rep.targetIncentiveCents,
  };
}

/** Slope between two points of a curve, as a multiple of the base rate; null where they share an attainment. */
export function rateMultipleBetween(
  from: { attainment: number; payRatio: number },
  to: { attainment: number; payRatio: number },
): number | null {
  const width = to.attainment - from.attainment;
  return width !== 0 ? (to.payRatio - from.payRatio) / width : null;
}

/** Accelerator that reaches a leverage: (L − 1) / (a_excellence − 1), a multiple of the base rate. */
export function acceleratorForLeverage(leverageRatio: number, excellenceAttainment: number): number | null {
  return rateMultipleBetween(
    { attainment: 1, payRatio: 1 },
    { attainment: excellenceAttainment, payRatio: leverageRatio },
  );
}

/** Compensation cost of sales: (base + incentives) / bookings (not credits); null without bookings. */
export function costOfSales(totalCashCents: number, bookingsCents: number): number | null {
  return bookingsCents > 0 ? totalCashCents / bookingsCents : null;
}

/** What a SPIF cost and brought in; cents. */
export function spifReturn(spif: {
  perDealCents: number;
  deals: number;
  averageDealCents: number;
  grossMarginRatio: number;
}) {
  const costCents = roundHalfAway(spif.perDealCents * spif.deals);
  const revenueCents = roundHalfAway(spif.averageDealCents * spif.deals);
  const grossProfitCents = roundHalfAway(revenueCents * spif.grossMarginRatio);
  return {
    costCents,
    revenueCents,
    grossProfitCents,
    netCents: grossProfitCents - costCents,
    returnRatio: costCents > 0 ? (grossProfitCents - costCents) / costCents : null,
  };
}
