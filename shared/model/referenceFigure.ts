import { z } from 'zod';

/** A figure of the field to hold one's own against: quoted, not evidence, and editable in the plan. */
export const referenceFigureSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  /** The usual range; equal ends are one figure. */
  low: z.number(),
  high: z.number(),
  unit: z.enum(['ratio', 'factor']),
  source: z.string(),
  /** Month of the edition that is quoted, 2025-12. */
  date: z.string(),
});
export type ReferenceFigure = z.infer<typeof referenceFigureSchema>;
