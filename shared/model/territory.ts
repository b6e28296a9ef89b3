import { z } from 'zod';
import { boundarySchema } from './boundary';

/**
 * A territory, or a node above it in the hierarchy. Its index in Scenario.territories is what assignments
 * hold: indices are never reused, and removal is a tombstone.
 */
export const territorySchema = z.object({
  /** Stable across scenarios, so that scenarios are compared by id. */
  id: z.string().min(1),
  name: z.string().min(1),
  /** Index into Scenario.levels; the last level is that of territories, the ones above hold no accounts. */
  level: z.number().int().min(0),
  parentId: z.string().nullable(),
  /** 0 to 13, an index into the territory palette; null above the lowest level. */
  colorIndex: z.number().int().min(0).max(13).nullable(),
  /** Share of the whole that is its target, against the others' (territory.md: c_k). */
  capacity: z.number().min(0),
  /** Where travel starts, usually the rep's home; null = the weighted centre of its accounts. */
  base: z.object({ name: z.string(), lat: z.number(), lng: z.number() }).nullable(),
  isRemoved: z.boolean(),
  /** The overlay role that it belongs to (e.g. SE); left out = the primary alignment. */
  role: z.string().min(1).optional(),
  /** A line drawn round it; accounts inside are its own. Left out = none. */
  boundary: boundarySchema.optional(),
});
export type Territory = z.infer<typeof territorySchema>;
