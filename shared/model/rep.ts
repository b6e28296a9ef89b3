import { z } from 'zod';

/** Roles with a usual pay mix (compensation.md, "Reference figures"); a plan may name others. */
export const usualRoles = ['AE', 'AM', 'SDR', 'CSM', 'SE', 'Manager'] as const;

/** Where a rep works from; the base of the travel measures. */
export const repBaseSchema = z.object({ name: z.string(), lat: z.number(), lng: z.number() });

/** Days away, both ends in; quota and target incentive shrink together. */
export const repLeaveSchema = z.object({ from: z.iso.date(), to: z.iso.date() });

/** A person who carries a territory, a quota and a comp plan. Money in integer cents a year. */
export const repSchema = z.object({
  id: z.string().min(1),
  name: z.string(),
  role: z.string(),
  managerId: z.string().nullable().default(null),
  compPlanId: z.string().nullable().default(null),
  territoryId: z.string().nullable().default(null),
  baseSalaryCents: z.int().min(0),
  targetIncentiveCents: z.int().min(0),
  base: repBaseSchema.nullable().default(null),
  startDate: z.iso.date().nullable().default(null),
  endDate: z.iso.date().nullable().default(null),
  leaves: z.array(repLeaveSchema).default([]),
  /** Quota ratio by month of service, the first is the first month; beyond the last 1. Empty = no ramp. */
  rampRatios: z.array(z.number().min(0)).default([]),
  /** Set by hand: the rest of the quotas re-spread around it. */
  quotaPinCents: z.int().min(0).nullable().default(null),
  /** Last year's credited result, the baseline of quotas by history; null = unknown. */
  historyCents: z.int().nullable().default(null),
  /** Capacity next to a full-time rep (1 = one). */
  capacityRatio: z.number().min(0).default(1),
});

export type Rep = z.infer<typeof repSchema>;
