import { z } from 'zod';
import { UNIT_LEVELS } from './exception';

export const unitMeasureFieldsSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  kind: z.enum(['money', 'hours', 'count', 'number']),
  level: z.enum(UNIT_LEVELS),
  /** The measure whose totals it adds to: one of the account list, or a measure of its own with this id. */
  measureId: z.string().min(1),
  /**
   * `never`: shown on the map alone. `emptyUnits`: counts where no account of the unit has a value of the measure,
   * so that land without accounts carries potential and nothing counts twice. `allUnits`: counts everywhere.
   */
  counts: z.enum(['never', 'emptyUnits', 'allUnits']),
});

/** A measure by geographic unit, e.g. potential by county; its values stand in unit-measures.csv of a plan file. */
export interface UnitMeasure extends z.infer<typeof unitMeasureFieldsSchema> {
  /** By unit key; finite. Units that are not named have none. */
  readonly values: Readonly<Record<string, number>>;
}
