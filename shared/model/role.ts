import { z } from 'zod';

/** A role of the team and the pay mix that a new rep of it starts with. */
export const roleSchema = z.object({
  name: z.string().min(1),
  /** Base as a share of OTE: 0.6 is a mix of 60/40. */
  baseShareRatio: z.number().min(0).max(1),
});
export type Role = z.infer<typeof roleSchema>;
