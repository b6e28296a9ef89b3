import { z } from 'zod';

/** More corners than a person can draw; lines are thinned before they are edited. */
const MOST_CORNERS = 2000;

/**
 * A territory's boundary as it was drawn: corners as [longitude, latitude] in degrees, the last one joined to the
 * first by a line that is straight on the map (Web Mercator).
 */
export const boundarySchema = z
  .array(z.tuple([z.number().min(-180).max(180), z.number().min(-85).max(85)]))
  .min(3)
  .max(MOST_CORNERS);
export type Boundary = z.infer<typeof boundarySchema>;
