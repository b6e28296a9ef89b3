import type { CurrencyRate } from '../../model/settings';
import { ANY_DOLLAR } from './cleanNumber';

export interface CurrencySettings {
  /** ISO 4217 code. */
  readonly planCurrency: string;
  readonly rates: readonly CurrencyRate[];
  /** ISO date of amounts whose row gives no date of theirs; the latest rate not after it is used. */
  readonly onDate: string;
}

/** The rate into the plan's currency that holds on a day; null where none has begun by then. */
function findRate(
  currency: string,
  { rates, planCurrency }: Pick<CurrencySettings, 'rates' | 'planCurrency'>,
  onDate: string,
): number | null {
  let found: CurrencyRate | null = null;
  for (const rate of rates) {
    if (rate.currency !== currency || rate.into !== planCurrency || rate.from > onDate) continue;
    if (!found || rate.from > found.from) found = rate;
  }
  return found?.rate ?? null;
}

/**
 * An amount in the plan's currency; amounts without a code are in it already.
 * @param onDate ISO date of the amount, '' where it has none of its own
 * @returns null where the plan has no rate for the code on that day
 */
export function convertAmount(
  amount: number,
  code: string,
  settings: CurrencySettings,
  onDate = '',
): number | null {
  const currency = code.trim().toUpperCase();
  if (currency === '' || currency === settings.planCurrency) return amount;
  const rate = findRate(currency, settings, onDate || settings.onDate);
  return rate === null ? null : Number((amount * rate).toPrecision(12));
}

/**
 * Units of one currency for one of another on a day: the rate given, the other way round, or by way of the plan's
 * currency; null where the plan has none by then.
 */
export function rateBetween(
  from: string,
  into: string,
  { rates, planCurrency }: Pick<CurrencySettings, 'rates' | 'planCurrency'>,
  onDate: string,
): number | null {
  const given = (currency: string, target: string) => {
    if (currency === target) return 1;
    const direct = findRate(currency, { rates, planCurrency: target }, onDate);
    if (direct !== null) return direct;
    const back = findRate(target, { rates, planCurrency: currency }, onDate);
    return back === null ? null : 1 / back;
  };
  const direct = given(from, into);
  if (direct !== null) return direct;
  const [toPlan, fromPlan] = [given(from, planCurrency), given(planCurrency, into)];
  return toPlan === null || fromPlan === null ? null : toPlan * fromPlan;
}

/** Currencies that are written with a bare "$" at home. */
const DOLLARS: ReadonlySet<string> = new Set('USD CAD AUD NZD HKD SGD TWD MXN ARS CLP COP'.split(' '));

/**
 * The currency of an amount: what the cell writes, else what the row says. A bare "$" is the row's dollar, in a
 * row that names none the plan's, and the US one where neither counts in dollars.
 * @param written ISO code or "$", '' where the cell writes none
 * @param rowCurrency as the row has it, '' where it says none
 * @returns ISO code, '' where nothing tells it
 */
export function currencyOf(written: string, rowCurrency: string, planCurrency: string): string {
  const ofRow = rowCurrency.trim().toUpperCase();
  if (written !== ANY_DOLLAR) return written || ofRow;
  if (DOLLARS.has(ofRow)) return ofRow;
  return ofRow === '' && DOLLARS.has(planCurrency) ? planCurrency : 'USD';
}
