import { fiscalYearStart, type PlanSettings } from '../../model/settings';
import type { NamedAccounts } from './accountFinder';
import type { DateOrder } from './cleanDate';
import type { DecimalMark } from './cleanNumber';
import type { CurrencySettings } from './currencyRates';

/** How a list is to be read where it does not tell itself, and what a person decided. */
export interface BuildSettings {
  /** For messages. */
  readonly fileName: string;
  /** How 03/04/2026 is read where the column itself does not tell. */
  readonly dateOrder: DateOrder;
  readonly currency: CurrencySettings;
  /** ISO code of the country that rows naming none lie in; '' = the one the list points to. */
  readonly country: string;
  /** Of numbers such as 1.234 where the column does not tell; usually ',' for files parted by semicolons. */
  readonly decimalMark: DecimalMark;
  /** Names of measures whose negative values are real. */
  readonly realNegatives: ReadonlySet<string>;
  /** Cells (refusalKey) that are to stay as they are. */
  readonly refused: ReadonlySet<string>;
  /** Rows (file numbers) to keep as accounts of their own though their id is there already. */
  readonly keptRows: ReadonlySet<number>;
  /** Accounts of the plan that the list goes into; left out = a new plan. */
  readonly planAccounts?: NamedAccounts | null;
}

/** Settings for a list that a person has not yet looked at. */
export function defaultBuildSettings(fileName: string, delimiter: string | null = null): BuildSettings {
  return {
    fileName,
    dateOrder: 'mdy',
    currency: { planCurrency: 'USD', rates: [], onDate: '9999-12-31' },
    country: '',
    decimalMark: delimiter === ';' ? ',' : '.',
    realNegatives: new Set(),
    refused: new Set(),
    keptRows: new Set(),
  };
}

/** How a plan reads its lists: its order of dates, its currency, and its rates at the start of its fiscal year. */
export function readingOfPlan(settings: PlanSettings): Pick<BuildSettings, 'dateOrder' | 'currency'> {
  const { dateOrder, currency, currencyRates = [] } = settings;
  return {
    dateOrder,
    currency: { planCurrency: currency, rates: currencyRates, onDate: fiscalYearStart(settings) },
  };
}
