import { z } from 'zod';

/** How a plan makes quotas from a target (compensation.md, "Quotas"). Money in integer cents, shares as ratios. */
export const quotaSettingsSchema = z.object({
  /** What the company must bring in; null = not set yet. */
  targetCents: z.int().min(0).nullable().default(null),
  method: z.enum(['fair', 'history', 'capacity', 'blend']).default('fair'),
  /** Over-assignment by level from the top; they compound: 5% and 5% = 10.25%. */
  overAssignment: z
    .array(z.object({ level: z.string(), ratio: z.number() }))
    .default([{ level: 'Company', ratio: 0.05 }]),
  /** Fair share: weights over the shares of each rep; they need not add up to 1. */
  weights: z
    .object({
      potential: z.number().min(0).default(1),
      history: z.number().min(0).default(0),
      pipeline: z.number().min(0).default(0),
      even: z.number().min(0).default(0),
    })
    .prefault({}),
  /** The measure that stands for potential; null = the plan's first. */
  potentialMeasure: z.string().nullable().default(null),
  /** The measure that stands for open pipeline; null = none is chosen, so its weight goes to the others. */
  pipelineMeasure: z.string().nullable().default(null),
  /** History: baseline × (1 + growth − relief). */
  growthRatio: z.number().default(0),
  reliefRatio: z.number().default(0),
  /** Capacity: sales a year of a fully ramped rep. */
  productivityCents: z.int().min(0).default(0),
  /** Blend: weights over the three methods. */
  blend: z
    .object({
      fair: z.number().min(0).default(1),
      history: z.number().min(0).default(1),
      capacity: z.number().min(0).default(0),
    })
    .prefault({}),
  roundingStepCents: z.int().min(1).default(1),
  /** Shares of the year by month (12) or quarter (4); empty = even. */
  seasonalityRatios: z.array(z.number().min(0)).default([]),
});

export type QuotaSettings = z.infer<typeof quotaSettingsSchema>;
