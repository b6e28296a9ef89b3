import { z } from 'zod';

/** Levels of geographic units, coarsest first. */
export const UNIT_LEVELS = ['country', 'region', 'county', 'zip3'] as const;
export type UnitLevel = (typeof UNIT_LEVELS)[number];

/** What an exception holds for: accounts by row of the table (rows never shift), a unit, or a territory. */
const exceptionTargetSchema = z.union([
  z.object({ rows: z.array(z.number().int().min(0)).min(1) }),
  z.object({ level: z.enum(UNIT_LEVELS), unitId: z.string().min(1) }),
  z.object({ territoryId: z.string().min(1) }),
]);

/**
 * Kinds of exceptions (territory.md, "Terms"). `lock`: must not move. `named`: assigned by name, whatever its
 * geography. `house` and `doNotCover`: deliberately nobody's. `holdout`: kept out of the plan to compare with.
 * `family`: accounts that move together.
 */
export const EXCEPTION_KINDS = ['lock', 'named', 'house', 'doNotCover', 'holdout', 'family'] as const;
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];

/** An exception with who answers for it, why, and until when. */
export const exceptionSchema = z.object({
  id: z.string().min(1),
  kind: z.enum(EXCEPTION_KINDS),
  target: exceptionTargetSchema,
  /** Who answers for it; '' where nobody is named. */
  owner: z.string(),
  reason: z.string(),
  /** Last day on which it holds; null = without end. It is flagged when over, never lifted by itself. */
  expiresOn: z.iso.date().nullable(),
  /** The overlay role that it holds for; left out = the primary alignment. */
  role: z.string().min(1).optional(),
});
export type PlanException = z.infer<typeof exceptionSchema>;
