import { z } from 'zod';
import { UNIT_LEVELS } from './exception';

/** What a condition looks at: an attribute's text, a measure's number, a unit's key, how it is placed, its name. */
const ruleFieldSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('attribute'), attributeId: z.string().min(1) }),
  z.object({ kind: z.literal('measure'), measureId: z.string().min(1) }),
  z.object({ kind: z.literal('unit'), level: z.enum(UNIT_LEVELS) }),
  z.object({ kind: z.literal('placeLevel') }),
  z.object({ kind: z.literal('name') }),
]);
export type RuleField = z.infer<typeof ruleFieldSchema>;

export const TEXT_OPERATORS = ['is', 'isNot', 'contains', 'startsWith', 'oneOf', 'isEmpty'] as const;
export const NUMBER_OPERATORS = ['gt', 'gte', 'lt', 'lte', 'between'] as const;

/** One condition; texts are compared without regard to case and to spaces at the ends. */
export const ruleConditionSchema = z.object({
  field: ruleFieldSchema,
  operator: z.enum([...TEXT_OPERATORS, ...NUMBER_OPERATORS]),
  /** One for most operators, two for `between` (both ends in), any for `oneOf`, none for `isEmpty`. */
  values: z.array(z.union([z.string(), z.number()])),
});
export type RuleCondition = z.infer<typeof ruleConditionSchema>;
export type RuleOperator = RuleCondition['operator'];

/** A rule of assignment; all its conditions must hold. Rules run in order and the first that matches wins. */
export const assignmentRuleSchema = z.object({
  id: z.string().min(1),
  conditions: z.array(ruleConditionSchema).min(1),
  target: z.union([
    z.object({ territoryId: z.string().min(1) }),
    z.object({ nobody: z.enum(['unassigned', 'house', 'holdout']) }),
  ]),
  /** A rule that is off stays in the list and takes nothing. */
  isOn: z.boolean(),
  /** The overlay role whose accounts it places; left out = the primary alignment. */
  role: z.string().min(1).optional(),
});
export type AssignmentRule = z.infer<typeof assignmentRuleSchema>;
