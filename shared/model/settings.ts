import { z } from 'zod';

/** A rate of exchange from a day on. */
const currencyRateSchema = z.object({
  /** ISO 4217 code of the foreign currency. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** ISO 4217 code of the plan's currency when the rate was given; the rate says nothing of any other. */
  into: z.string().regex(/^[A-Z]{3}$/),
  /** Units of `into` for one unit of `currency`. */
  rate: z.number().positive().finite(),
  /** ISO date from which the rate holds, until the next one of the same currency. */
  from: z.iso.date(),
});
export type CurrencyRate = z.infer<typeof currencyRateSchema>;

/** Settings that belong to a plan and travel with it. */
export const planSettingsSchema = z.object({
  /** ISO 4217 code. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** 1 = January. */
  fiscalYearStartMonth: z.number().int().min(1).max(12),
  fiscalYear: z.number().int().min(1990).max(2200),
  distanceUnit: z.enum(['km', 'mi']),
  /** How a date such as 03/04/2026 is read. */
  dateOrder: z.enum(['mdy', 'dmy', 'ymd']),
  /** Road km for a great-circle km, for estimated drive hours (territory.md). */
  detourFactor: z.number().min(1).max(5),
  driveSpeedKmh: z.number().min(5).max(200),
  /** Groups of like accounts that a person said are different ones: their ids in order, joined by U+0001. */
  accountsApart: z.array(z.string()).optional(),
  /** Dated rates by which amounts in other currencies are converted on import. */
  currencyRates: z.array(currencyRateSchema).optional(),
});
export type PlanSettings = z.infer<typeof planSettingsSchema>;

export const DEFAULT_SETTINGS: PlanSettings = {
  currency: 'USD',
  fiscalYearStartMonth: 1,
  fiscalYear: 2027,
  distanceUnit: 'km',
  dateOrder: 'mdy',
  detourFactor: 1.3,
  driveSpeedKmh: 70,
};

/** The first day of a plan's fiscal year, which is named by the calendar year it starts in; ISO date. */
export function fiscalYearStart({ fiscalYear, fiscalYearStartMonth }: PlanSettings): string {
  return `${fiscalYear}-${String(fiscalYearStartMonth).padStart(2, '0')}-01`;
}
