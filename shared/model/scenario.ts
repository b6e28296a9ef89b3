import { z } from 'zod';
import type { Alignment } from './alignment';
import { exceptionSchema } from './exception';
import { assignmentRuleSchema } from './rule';
import { territorySchema } from './territory';

/** How a territory's index is made: Σ weight · (total / target), weights adding up to 1 (territory.md). */
export const measureWeightSchema = z.object({
  measureId: z.string(),
  weight: z.number().min(0),
  /** Share of target that the solver may miss by, e.g. 0.05. */
  toleranceShare: z.number().min(0).max(10),
});
export type MeasureWeight = z.infer<typeof measureWeightSchema>;

/** What reps are taken to sell, for payouts and the budget. */
const attainmentAssumptionSchema = z.discriminatedUnion('kind', [
  /** Every rep reaches the same share of quota. */
  z.object({ kind: z.literal('uniform'), attainmentRatio: z.number().min(0).max(10) }),
  /** A rep books a measure's total over the territory's accounts, grown by a share: 0.06 is +6%. */
  z.object({ kind: z.literal('measure'), measureId: z.string(), growthShare: z.number().min(-1).max(10) }),
]);

export const scenarioFieldsSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  /** Names of the hierarchy's levels, top first, e.g. Region, Territory. */
  levels: z.array(z.string().min(1)).min(1),
  territories: z.array(territorySchema),
  measures: z.array(measureWeightSchema),
  /** Half-width of the corridor as a share, 0.15 by default. */
  corridorShare: z.number().min(0).max(10),
  attainment: attainmentAssumptionSchema,
  budgetCents: z.number().int().nullable(),
  /** Locks, named accounts, house, holdouts and families, with owner, reason and expiry; left out = none. */
  exceptions: z.array(exceptionSchema).optional(),
  /** Rules of assignment in their order; left out = none. */
  rules: z.array(assignmentRuleSchema).optional(),
  /** Whether accounts with the same topmost parent move together; left out = no. */
  keepsFamilies: z.boolean().optional(),
});
export type ScenarioFields = z.infer<typeof scenarioFieldsSchema>;

/** A scenario: one way to carve the accounts. The first alignment is the primary one, others are overlays. */
export interface Scenario extends ScenarioFields {
  readonly alignments: readonly Alignment[];
}
