import { z } from 'zod';
import { compPlanSchema } from '../../model/compPlan';
import { payAdjustmentSchema } from '../../model/payAdjustment';
import { PLAN_VERSION } from '../../model/planDocument';
import { quotaSettingsSchema } from '../../model/quotaSettings';
import { referenceFigureSchema } from '../../model/referenceFigure';
import { repSchema } from '../../model/rep';
import { roleSchema } from '../../model/role';
import { scenarioFieldsSchema } from '../../model/scenario';
import { planSettingsSchema } from '../../model/settings';
import { simulationSetupSchema } from '../../model/simulationSetup';
import { unitMeasureFieldsSchema } from '../../model/unitMeasure';

/** plan.json of version 3: all of the plan but its tables, which stand beside it as CSV. */
export const planJsonSchema = z.object({
  format: z.literal('evenland'),
  version: z.literal(PLAN_VERSION),
  id: z.string().min(1),
  name: z.string().min(1),
  settings: planSettingsSchema,
  /** The columns of accounts.csv after the fixed ones, in their order. */
  measures: z.array(
    z.object({
      id: z.string().min(1),
      name: z.string(),
      kind: z.enum(['money', 'hours', 'count', 'number']),
      isNegativeReal: z.boolean(),
    }),
  ),
  attributes: z.array(z.object({ id: z.string().min(1), name: z.string() })),
  scenarios: z.array(scenarioFieldsSchema.extend({ roles: z.array(z.string().min(1)).min(1) })).min(1),
  reps: z.array(repSchema),
  compPlans: z.array(compPlanSchema),
  quotaSettings: quotaSettingsSchema,
  roles: z.array(roleSchema).optional(),
  referenceFigures: z.array(referenceFigureSchema).optional(),
  simulation: simulationSetupSchema.optional(),
  payAdjustments: z.array(payAdjustmentSchema).optional(),
  /** Their values stand in unit-measures.csv. */
  unitMeasures: z.array(unitMeasureFieldsSchema).optional(),
  unitBridges: z.array(z.tuple([z.string(), z.string()])).optional(),
});
export type PlanJson = z.infer<typeof planJsonSchema>;
