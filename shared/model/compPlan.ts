import { z } from 'zod';
import { compComponentSchema, compSubjectSchema } from './compComponent';

/**
 * A compensation plan as it is stored: components in the order they are paid, conditions on them, limits
 * and draw (compensation.md, "Plan"). Amounts are integer cents of the plan's currency, shares are ratios.
 */

/** The components a condition acts on; null = all. */
const appliesTo = z.array(z.string()).nullable().default(null);
const comparator = z.enum(['atLeast', 'moreThan']).default('atLeast');

/** Pay nothing on the components unless every subject reaches the threshold. */
export const gateSchema = z.object({
  kind: z.literal('gate'),
  id: z.string(),
  name: z.string().default('Gate'),
  subjects: z.array(compSubjectSchema).min(1),
  comparator,
  thresholdRatio: z.number(),
  appliesTo,
});

/** Accelerated rates only when every subject reaches the hurdle; a failed hurdle keeps the base rate. */
export const linkedAcceleratorSchema = z.object({
  kind: z.literal('linkedAccelerator'),
  id: z.string(),
  name: z.string().default('Linked accelerator'),
  subjects: z.array(compSubjectSchema).min(1),
  comparator,
  thresholdRatio: z.number(),
  appliesTo,
});

/** A band [from, to) of the multiplier's measure; null = open end. */
export const multiplierBandSchema = z.object({
  from: z.number().nullable(),
  to: z.number().nullable(),
  factor: z.number(),
});

/** Pay × the factor of the band that another measure falls in. */
export const multiplierSchema = z.object({
  kind: z.literal('multiplier'),
  id: z.string(),
  name: z.string().default('Multiplier'),
  subject: compSubjectSchema,
  bands: z.array(multiplierBandSchema).min(1),
  /** atLeast: a value on an edge belongs to the upper band; moreThan: to the lower one. */
  comparator,
  appliesTo,
});

export const compConditionSchema = z.discriminatedUnion('kind', [
  gateSchema,
  linkedAcceleratorSchema,
  multiplierSchema,
]);

/** Limits after the components' own caps; null = none. */
export const planCapsSchema = z.object({
  dealCents: z.number().nullable().default(null),
  totalCents: z.number().nullable().default(null),
  totalOfTargetRatio: z.number().nullable().default(null),
});

/**
 * A draw against pay, an amount a month. Recoverable: the balance grows by draw − earned and is recovered at
 * `recoveryRatio` of what is earned above the draw. Forgiven at end: as recoverable, what is left is dropped.
 */
export const drawSchema = z.object({
  kind: z.enum(['recoverable', 'nonRecoverable', 'forgivenAtEnd']),
  amountCents: z.number(),
  /** Months in which the draw is paid, counted from the first (of service, for new hires); null = always. */
  months: z.int().nullable().default(null),
  recoveryRatio: z.number().default(1),
  /** Recovery begins with this month, counted from 1. */
  recoveryStartsMonth: z.int().default(1),
  isNewHiresOnly: z.boolean().default(false),
});

/** At least this share of the target incentive for the first months of service. */
export const guaranteeSchema = z.object({ ofTargetRatio: z.number(), months: z.int() });

/** prorated: commission × (1 − months served / term); share: a fixed share of it, within the term. */
export const clawbackSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('prorated'), termMonths: z.number() }),
  z.object({
    kind: z.literal('share'),
    recoveryRatio: z.number(),
    termMonths: z.number().nullable().default(null),
  }),
]);

export const compPlanSchema = z.object({
  id: z.string().min(1),
  name: z.string(),
  version: z.int().min(1).default(1),
  /** ISO dates, both in; null = open. */
  effectiveFrom: z.string().nullable().default(null),
  effectiveTo: z.string().nullable().default(null),
  /** ISO 4217; deals in other currencies are converted at the plan's locked rates or the period's. */
  currency: z.string().default('USD'),
  conversion: z.enum(['locked', 'period']).default('locked'),
  /** Each component's payout is rounded once to a multiple of this: 1 = the cent, 100 = whole currency. */
  roundingStepCents: z.int().min(1).default(1),
  components: z.array(compComponentSchema),
  conditions: z.array(compConditionSchema).default([]),
  caps: planCapsSchema.prefault({}),
  draw: drawSchema.nullable().default(null),
  guarantee: guaranteeSchema.nullable().default(null),
  clawback: clawbackSchema.nullable().default(null),
});

export type CompCondition = z.infer<typeof compConditionSchema>;
export type CompGate = z.infer<typeof gateSchema>;
export type CompMultiplier = z.infer<typeof multiplierSchema>;
export type CompDraw = z.infer<typeof drawSchema>;
export type CompClawback = z.infer<typeof clawbackSchema>;
export type CompPlan = z.infer<typeof compPlanSchema>;
/** A plan as a person or a file may write it, defaults left out. */
export type CompPlanDraft = z.input<typeof compPlanSchema>;
