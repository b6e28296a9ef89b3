import { z } from 'zod';

/**
 * The component kinds of a compensation plan, as data (compensation.md, "Plan"). What a kind pays is in
 * shared/comp/components, one file a kind; the registry there fails to compile while a kind here has none.
 * Money is integer cents; rates, shares and attainment are ratios (1 = 100%). Amounts of a money measure
 * are cents too, so that credited × rate is cents; a count is in units, a ratio measure is a ratio.
 */

const span = z.enum(['month', 'quarter', 'year']);

/** When a component is measured and paid. Paid more often than measured means a true-up within the window. */
export const timingSchema = z.object({
  measuredOver: span.default('year'),
  paidEvery: span.default('year'),
  /** toDate: credited to date / quota to date, on the target to date. whole: against the window's whole quota. */
  attainmentOf: z.enum(['toDate', 'whole']).default('toDate'),
  /** What becomes of a negative due: carried against later pay, or paid back at once. */
  negativeDue: z.enum(['carry', 'payBack']).default('carry'),
});

/** What attainment is measured against: the rep's quota, or a value of the plan in the measure's unit. */
export const goalSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('quota') }),
  z.object({ kind: z.literal('value'), value: z.number() }),
]);

/** What a condition or a matrix looks at. `yearAttainment`: credited since the year began / the year's whole quota. */
export const compSubjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('attainment'), componentId: z.string() }),
  z.object({ kind: z.literal('yearAttainment'), componentId: z.string() }),
  z.object({ kind: z.literal('weightedAttainment') }),
  z.object({ kind: z.literal('measure'), measure: z.string() }),
]);

/** The most a component pays in its measurement window. */
export const componentCapSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('amount'), cents: z.int() }),
  z.object({ kind: z.literal('ofTarget'), ratio: z.number() }),
]);

const common = {
  id: z.string().min(1),
  name: z.string(),
  /** Share of the rep's target incentive that this component pays at target; 0 for pay on top (SPIF, kicker). */
  targetShareRatio: z.number().min(0).default(0),
  measure: z.string().default('bookings'),
  measureUnit: z.enum(['money', 'count', 'ratio']).default('money'),
  goal: goalSchema.default({ kind: 'quota' }),
  timing: timingSchema.prefault({}),
  /**
   * Whose results count. collective: Σ credited of the team / Σ quota. eachRep: every report priced alone on
   * an even part of the target, then added (the mean of reps' payouts). meanAttainment: mean of reps' attainments.
   */
  crediting: z.enum(['own', 'collective', 'eachRep', 'meanAttainment']).default('own'),
  cap: componentCapSchema.nullable().default(null),
  /** Share held back until released, and the number of equal instalments the rest is paid in. */
  holdbackRatio: z.number().min(0).max(1).default(0),
  instalments: z.int().min(1).default(1),
};

/** A commission rate: share of the credited amount, cents a unit, or a multiple of the base rate TI / Q. */
export const rateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('share'), ratio: z.number() }),
  z.object({ kind: z.literal('perUnit'), cents: z.number() }),
  z.object({ kind: z.literal('base'), multiple: z.number().default(1) }),
]);

/** One rate on all that is credited. */
export const flatSchema = z.object({ kind: z.literal('flat'), ...common, rate: rateSchema });

/** A band [from, to) of a tier table, in the table's basis; `to` null = no upper end. */
export const tierSchema = z.object({
  from: z.number(),
  to: z.number().nullable(),
  rate: z.number(),
  /** In a marginal table: reaching this band re-rates all volume below it too (the hybrid found in the field). */
  isRetroactive: z.boolean().default(false),
});

/** Rates by band: marginal, retroactive, or overage at the highest tier reached. */
export const tiersSchema = z.object({
  kind: z.literal('tiers'),
  ...common,
  how: z.enum(['marginal', 'retroactive', 'overageAtHighest']).default('marginal'),
  /** Edges in the measure's unit, or as attainment of the goal. */
  basis: z.enum(['amount', 'attainment']).default('attainment'),
  /** What a tier's rate is: share of credited, cents a unit, or a multiple of the base rate. */
  rateOf: z.enum(['share', 'perUnit', 'base']).default('base'),
  /** Base rate for `base`; null = target incentive of the component / quota. */
  baseRateRatio: z.number().nullable().default(null),
  /** Which band a value exactly on an edge belongs to. */
  tie: z.enum(['upper', 'lower']).default('upper'),
  processing: z.enum(['accumulated', 'perTransaction']).default('accumulated'),
  tiers: z.array(tierSchema).min(1),
});

/** Bands that each hold a sum of money, paid in proportion to how far the band is filled. */
export const amountTiersSchema = z.object({
  kind: z.literal('amountTiers'),
  ...common,
  processing: z.enum(['accumulated', 'perTransaction']).default('accumulated'),
  tiers: z.array(z.object({ from: z.number(), to: z.number(), amountCents: z.number() })).min(1),
});

/** A point of a payout curve: at x (attainment, or the measure itself) the target is paid `payRatio` times. */
export const curvePointSchema = z.object({ x: z.number(), payRatio: z.number() });

/** Payout curve: threshold, target, excellence and as many points as wanted; lines, or steps. */
export const curveSchema = z.object({
  kind: z.literal('curve'),
  ...common,
  axis: z.enum(['attainment', 'value']).default('attainment'),
  shape: z.enum(['linear', 'step']).default('linear'),
  points: z.array(curvePointSchema).min(1),
  /** Whether a value exactly on a point has reached it; the lower one stays on the step (or below the first point). */
  tie: z.enum(['upper', 'lower']).default('upper'),
  belowRatio: z.number().default(0),
  above: z.enum(['cap', 'extend']).default('cap'),
});

/** Target × cell of two attainments; edges are steps, or corners to interpolate between. */
export const matrixSchema = z.object({
  kind: z.literal('matrix'),
  ...common,
  column: compSubjectSchema,
  shape: z.enum(['step', 'linear']).default('step'),
  rows: z.array(z.number()).min(1),
  columns: z.array(z.number()).min(1),
  cells: z.array(z.array(z.number())),
  /** Which row or column a value exactly on an edge belongs to. */
  tie: z.enum(['upper', 'lower']).default('upper'),
  belowRatio: z.number().default(0),
});

/** Objectives (MBO/KSO): Σ weight × score × target. Scores arrive with the results, by objective id. */
export const objectivesSchema = z.object({
  kind: z.literal('objectives'),
  ...common,
  objectives: z.array(z.object({ id: z.string(), name: z.string(), weightRatio: z.number() })),
  /** The most one objective's score counts for. */
  maxScoreRatio: z.number().default(1),
});

const prizes = { prizesCents: z.array(z.number()), ties: z.enum(['share', 'full']).default('share') };

/** Prizes by rank; ties share the prizes of the places they occupy, or each take the higher one. */
export const rankBonusSchema = z.object({
  kind: z.literal('rankBonus'),
  ...common,
  ...prizes,
});

/** A short-term incentive (SPIF): an amount for reaching a number, cents a unit (in bands), a share of sales, or a contest. */
export const spifSchema = z.object({
  kind: z.literal('spif'),
  ...common,
  award: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('amount'), cents: z.number(), atLeast: z.number().default(1) }),
    z.object({ kind: z.literal('share'), ratio: z.number() }),
    z.object({
      kind: z.literal('perUnit'),
      how: z.enum(['marginal', 'retroactive']).default('marginal'),
      /** Both ends in, as SPIF sheets print them: 1 to 3, 4 to 6, 7 and more. */
      bands: z.array(z.object({ first: z.number(), last: z.number().nullable(), cents: z.number() })).min(1),
    }),
    /** Prizes by place among those on the same plan. */
    z.object({ kind: z.literal('contest'), ...prizes }),
  ]),
});

/** A bonus on reaching milestones of attainment. */
export const kickerSchema = z.object({
  kind: z.literal('kicker'),
  ...common,
  of: z.enum(['ote', 'targetIncentive', 'baseSalary', 'amount']).default('targetIncentive'),
  stacking: z.enum(['cumulative', 'highest']).default('cumulative'),
  /** `pays` is a ratio of `of`, or cents where `of` is an amount. */
  milestones: z.array(z.object({ attainment: z.number(), pays: z.number() })).min(1),
});

export const compComponentSchema = z.discriminatedUnion('kind', [
  flatSchema,
  tiersSchema,
  amountTiersSchema,
  curveSchema,
  matrixSchema,
  objectivesSchema,
  rankBonusSchema,
  spifSchema,
  kickerSchema,
]);

export type CompSubject = z.infer<typeof compSubjectSchema>;
export type CompComponent = z.infer<typeof compComponentSchema>;
export type CompComponentKind = CompComponent['kind'];
export type CompComponentOf<K extends CompComponentKind> = Extract<CompComponent, { kind: K }>;
