import { baseOfYearCents } from './repYear';
import type { CompPlan } from '../model/compPlan';
import { costOfSales } from './economics';
import { YearPricer, type YearBasis } from './priceYear';

/** One rep at an attainment. */
export interface CostedRep extends YearBasis {
  plan: CompPlan;
  attainmentRatio: number;
}

/** What a team costs in a year; cents. */
export interface TeamCost {
  payoutsCents: number[];
  incentiveCents: number;
  baseCents: number;
  totalCents: number;
  bookingsCents: number;
  /** (base + incentives) / bookings; null without bookings. */
  ccosRatio: number | null;
}

/** Cost of a team: Σ f(aᵢ), never f(mean a), for curves bend. */
export function teamCost(reps: readonly CostedRep[]): TeamCost {
  const pricers = new Map<CompPlan, YearPricer>();
  let baseCents = 0;
  let bookingsCents = 0;
  const payoutsCents = reps.map((rep) => {
    let pricer = pricers.get(rep.plan);
    if (!pricer) pricers.set(rep.plan, (pricer = new YearPricer(rep.plan)));
    pricer.setRep(rep);
    baseCents += baseOfYearCents(rep.baseSalaryCents, rep.time);
    bookingsCents += rep.quotaCents * rep.attainmentRatio;
    return pricer.payCents(rep.attainmentRatio);
  });
  const incentiveCents = payoutsCents.reduce((sum, cents) => sum + cents, 0);
  const totalCents = baseCents + incentiveCents;
  return {
    payoutsCents,
    incentiveCents,
    baseCents,
    totalCents,
    bookingsCents,
    ccosRatio: costOfSales(totalCents, bookingsCents),
  };
}

/** A point of the cost curve: the whole team's attainment scaled together. */
export interface CostPoint {
  teamRatio: number;
  incentiveCents: number;
  totalCents: number;
  ccosRatio: number | null;
}

/** Cost with every rep's attainment scaled so that the team as a whole is at 60%, 65% … 140% of its quota. */
export function costCurve(reps: readonly CostedRep[], from = 0.6, to = 1.4, step = 0.05): CostPoint[] {
  const quotaCents = reps.reduce((sum, rep) => sum + rep.quotaCents, 0);
  const teamRatio = quotaCents > 0 ? teamCost(reps).bookingsCents / quotaCents : 0;
  const steps = Math.round((to - from) / step);
  return Array.from({ length: steps + 1 }, (_, i) => {
    const at = from + i * step;
    const scale = teamRatio > 0 ? at / teamRatio : 0;
    const cost = teamCost(reps.map((rep) => ({ ...rep, attainmentRatio: rep.attainmentRatio * scale })));
    return {
      teamRatio: at,
      incentiveCents: cost.incentiveCents,
      totalCents: cost.totalCents,
      ccosRatio: cost.ccosRatio,
    };
  });
}
