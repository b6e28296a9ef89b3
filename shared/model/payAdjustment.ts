import { z } from 'zod';

const common = {
  id: z.string().min(1),
  repId: z.string().min(1),
  /** The pay period it is about, as payouts print it: 2026-01, 2026-Q1 or 2026. */
  period: z.string().min(4),
  /** The component it is about; null = the payout as a whole. */
  componentId: z.string().nullable().default(null),
  author: z.string().min(1),
  reason: z.string().min(1),
  /** When it was written, an ISO time. */
  at: z.iso.datetime(),
};

/** What a person adds to a payout: a dispute that changes no figure, or a correction that is paid on top. */
export const payAdjustmentSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('dispute'),
    ...common,
    /** How it was settled, by whom and when; null = still open. */
    resolution: z
      .object({ author: z.string().min(1), reason: z.string().min(1), at: z.iso.datetime() })
      .nullable()
      .default(null),
  }),
  /** Paid on top of the computed payout, or less than nothing taken from it. */
  z.object({ kind: z.literal('correction'), ...common, amountCents: z.int() }),
]);
export type PayAdjustment = z.infer<typeof payAdjustmentSchema>;
