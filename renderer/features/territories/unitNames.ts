import type { UnitLevel } from '../../../shared/model/exception';
import type { UnitScope } from '../../../shared/plan/territoryEdit';
import type { Basemap } from '../../map/basemapFiles';

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

/** A unit in words: a county by its name, where the base map is read; others by their level and key. */
export function unitName(basemap: Basemap | null, level: UnitLevel, unitId: string): string {
  const county = level === 'county' ? (basemap?.counties.ids.indexOf(unitId) ?? -1) : -1;
  return basemap?.counties.names[county] ?? `${UNIT_NAMES[level].one} ${unitId}`;
}
