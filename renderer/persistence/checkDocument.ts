import { z } from 'zod';
import { compPlanSchema } from '../../shared/model/compPlan';
import { payAdjustmentSchema } from '../../shared/model/payAdjustment';
import { payResultSchema } from '../../shared/model/payResult';
import type { PlanDocument } from '../../shared/model/planDocument';
import { quotaSettingsSchema } from '../../shared/model/quotaSettings';
import { referenceFigureSchema } from '../../shared/model/referenceFigure';
import { repSchema } from '../../shared/model/rep';
import { roleSchema } from '../../shared/model/role';
import { scenarioFieldsSchema } from '../../shared/model/scenario';
import { planSettingsSchema } from '../../shared/model/settings';
import { simulationSetupSchema } from '../../shared/model/simulationSetup';
import { unitMeasureFieldsSchema } from '../../shared/model/unitMeasure';
import { SavedPlanError } from './savedPlanError';

/** Lists of texts are checked but not copied, as the columns are: a checkpoint knows its columns by identity. */
const texts = z.custom<readonly string[]>(
  (value) => Array.isArray(value) && value.every((text) => typeof text === 'string'),
);

const accountsSchema = z.looseObject({
  rowCount: z.int().min(0),
  ids: texts,
  names: texts,
  lat: z.instanceof(Float64Array),
  lng: z.instanceof(Float64Array),
  placeLevels: z.instanceof(Uint8Array),
  removed: z.instanceof(Uint8Array),
  measures: z.array(z.looseObject({ id: z.string(), values: z.instanceof(Float64Array) })),
  attributes: z.array(z.looseObject({ id: z.string(), codes: z.instanceof(Int32Array), dictionary: texts })),
});

const documentSchema = z.object({
  id: z.string().min(1),
  name: z.string(),
  settings: planSettingsSchema,
  accounts: accountsSchema,
  scenarios: z.array(
    scenarioFieldsSchema.extend({
      alignments: z.array(
        z.looseObject({
          role: z.string(),
          claims: z.instanceof(Int32Array),
          causes: z.instanceof(Uint8Array),
          locks: z.instanceof(Uint8Array),
        }),
      ),
    }),
  ),
  reps: z.array(repSchema),
  compPlans: z.array(compPlanSchema),
  quotaSettings: quotaSettingsSchema,
  roles: z.array(roleSchema).optional(),
  referenceFigures: z.array(referenceFigureSchema).optional(),
  simulation: simulationSetupSchema.optional(),
  payResults: z.array(payResultSchema).optional(),
  payAdjustments: z.array(payAdjustmentSchema).optional(),
  unitMeasures: z
    .array(unitMeasureFieldsSchema.extend({ values: z.record(z.string(), z.number()) }))
    .optional(),
  unitBridges: z.array(z.tuple([z.string(), z.string()])).optional(),
});

/**
 * A document from the database, checked; it is a door like a file.
 * @throws SavedPlanError 'damaged', saying where
 */
export function checkDocument(loaded: unknown, planName: string): PlanDocument {
  const parsed = documentSchema.safeParse(loaded);
  if (parsed.success) return parsed.data as unknown as PlanDocument;
  const [issue] = parsed.error.issues;
  throw new SavedPlanError(
    'damaged',
    `The saved copy of ${planName} can't be read (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}). Open its backup.`,
  );
}
