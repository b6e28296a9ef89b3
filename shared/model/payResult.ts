import { z } from 'zod';

/** A deal that was credited and then cancelled: the plan's clawback takes its pay back in the period of that. */
export const cancelledDealSchema = z.object({
  /** The rep's part of it, as it was credited. */
  credited: z.number(),
  /** Month in which it was cancelled: 2026-05. */
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  /** Whole months from the sale to the cancellation. */
  monthsServed: z.number(),
  /** As the list calls it; '' = it has no name. */
  deal: z.string(),
});
export type CancelledDeal = z.infer<typeof cancelledDealSchema>;

/** What a rep is credited with for a component in a period: the actuals that pay is made from. */
export const payResultSchema = z.object({
  repId: z.string().min(1),
  /** A component of the rep's comp plan by id; a name that no component has is a measure that conditions look at. */
  component: z.string().min(1),
  /** 2026-01, 2026-Q1 or 2026. */
  period: z.string().regex(/^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/),
  /** In the measure's unit: cents for money, a count, or a ratio. */
  credited: z.number(),
  /** The period's quota in the same unit, where the results bring their own; left out = the plan's. */
  quota: z.number().optional(),
  /** Where the results came deal by deal: what each is credited with, in the measure's unit; Σ = credited. */
  deals: z.array(z.number()).optional(),
  /** What others were given of the deals in splits, in the measure's unit: credit before splits − credited. */
  splitAway: z.number().optional(),
  /** Of the deals: those that were cancelled after they were sold, for the clawback. */
  cancelled: z.array(cancelledDealSchema).optional(),
  /** Of objectives: the score of each by id, 1 = fully met; credited is then Σ weight × score. */
  scores: z.record(z.string(), z.number()).optional(),
});
export type PayResult = z.infer<typeof payResultSchema>;

/** What a result is of; a plan holds one result a key. */
export type PayResultKey = Pick<PayResult, 'repId' | 'component' | 'period'>;

/** One text a key, for maps and order. */
export function payResultKey({ repId, component, period }: PayResultKey): string {
  return `${repId}\u0001${component}\u0001${period}`;
}
