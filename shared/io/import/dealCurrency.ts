import { fiscalYearOf, monthSpan } from '../../comp/calendar';
import { convertCredits } from '../../comp/credit';
import type { CompPlan } from '../../model/compPlan';
import type { CurrencyRate, PlanSettings } from '../../model/settings';
import { rateBetween } from './currencyRates';
import type { DealColumn } from './dealRows';
import type { NamedRow } from './namedRows';

/** What deals in other currencies are converted by. */
export interface DealRates {
  /** ISO 4217 code that most rates lead into. */
  readonly planCurrency: string;
  readonly rates: readonly CurrencyRate[];
  readonly fiscalYearStartMonth: number;
}

/** A plan's own rates. */
export function dealRatesOf({ currency, currencyRates = [], fiscalYearStartMonth }: PlanSettings): DealRates {
  return { planCurrency: currency, rates: currencyRates, fiscalYearStartMonth };
}

/** Amounts of deals in the currency that a comp plan pays in; says once a currency that it was converted. */
export class DealCurrency {
  private readonly told = new Set<string>();

  constructor(private readonly known: DealRates | null) {}

  /**
   * What to multiply a deal's amount by: 1 where it is in the comp plan's currency already; null where there is no
   * rate, which is a problem of the row. Locked rates are those of the first day of the deal's fiscal year.
   * @param soldOn ISO date, or the month or quarter that the deal is credited in
   */
  factorOf(row: NamedRow<DealColumn>, compPlan: CompPlan, soldOn: string): number | null {
    const code = row.text('currency').toUpperCase();
    const { currency, conversion, name } = compPlan;
    if (code === '' || code === currency) return 1;
    const onDate = conversion === 'locked' ? this.yearStartOf(soldOn) : soldOn;
    const rate = this.known && rateBetween(code, currency, this.known, onDate);
    if (rate === null) {
      const said = `the deal is in ${code}, and ${name} pays in ${currency}; the plan has no rate between them on ${onDate}. Give it one in the settings, or convert the amount in the list. The deal was left out.`;
      row.problem('currency', 'other-currency', 'error', said);
      return null;
    }
    this.tell(row, compPlan, code, rate, onDate);
    return convertCredits([1], 1 / rate)[0]!;
  }

  private yearStartOf(soldOn: string): string {
    const month = this.known?.fiscalYearStartMonth ?? 1;
    return monthSpan(fiscalYearOf(soldOn.slice(0, 7), month), month, 1).from;
  }

  private tell(row: NamedRow<DealColumn>, plan: CompPlan, code: string, rate: number, onDate: string): void {
    const key = `${code} ${plan.id}`;
    if (this.told.has(key)) return;
    this.told.add(key);
    const which =
      plan.conversion === 'locked'
        ? `at the rate locked on ${onDate}, ${rate}`
        : `at the rate of the day each closed, here ${rate}`;
    row.problem(
      'currency',
      'converted',
      'info',
      `deals in ${code} are converted into ${plan.currency} ${which}.`,
    );
  }
}
