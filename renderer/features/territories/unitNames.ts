import type { UnitLevel } from '../../../shared/model/exception';
import type { UnitScope } from '../../../shared/plan/territoryEdit';

/** What a level of units is called. */
export const UNIT_NAMES: Readonly<Record<UnitLevel, { readonly one: string; readonly many: string }>> = {
  county: { one: 'County', many: 'Counties' },
  zip3: { one: 'ZIP3', many: 'ZIP3 areas (approximate)' },
  region: { one: 'Region', many: 'Regions (states, provinces)' },
  country: { one: 'Country', many: 'Countries' },
};

/** What an edit of units takes along, in words. */
export const SCOPE_NAMES: Readonly<Record<UnitScope, string>> = {
  unitsAndAccounts: 'Units and their accounts',
  unitsOnly: 'Units only',
  accountsOnly: 'Accounts only',
};
