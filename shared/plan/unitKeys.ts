import { projectColumns } from '../geo/projection';
import { locateColumns } from '../geo/unitLocator';
import type { UnitMap } from '../geo/unitMap';
import type { AccountTable, AttributeColumn } from '../model/accountTable';
import { findAttribute } from '../model/accountTable';
import { UNIT_LEVELS, type UnitLevel } from '../model/exception';

/** The attribute that holds an account's geographic unit on a level, e.g. `unit:county` → FIPS code. */
export function unitAttributeId(level: UnitLevel): string {
  return `unit:${level}`;
}

/** State FIPS number → USPS code: the 50 states, DC and the territories (Census Bureau). */
const STATE_OF_FIPS = new Map(
  (
    '01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD 25MA ' +
    '26MI 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX ' +
    '49UT 50VT 51VA 53WA 54WV 55WI 56WY 60AS 66GU 69MP 72PR 78VI'
  )
    .split(' ')
    .map((entry): [string, string] => [entry.slice(0, 2), entry.slice(2)]),
);
const FIPS_OF_STATE = new Map([...STATE_OF_FIPS].map(([fips, state]) => [state, fips]));

/** USPS code of the state that a county lies in; '' for a code that is none. */
export function stateOfCounty(fips: string): string {
  return STATE_OF_FIPS.get(fips.slice(0, 2)) ?? '';
}

/** Whether a text is the USPS code of a state, of DC or of a territory of the USA: "CA". */
export function isUsState(code: string): boolean {
  return FIPS_OF_STATE.has(code);
}

/**
 * Whether a unit lies in a coarser one by what their keys say: counties and ZIP3 areas in US states, regions in
 * countries. A county and a ZIP3 area never nest.
 */
export function isUnitWithin(
  level: UnitLevel,
  unitId: string,
  outerLevel: UnitLevel,
  outerId: string,
): boolean {
  if (outerLevel === 'country') {
    if (level === 'region') return unitId.startsWith(`${outerId}-`);
    return outerId === 'US' && level !== 'country';
  }
  if (outerLevel !== 'region' || !outerId.startsWith('US-')) return false;
  const state = outerId.slice(3);
  if (level === 'county') return unitId.startsWith(FIPS_OF_STATE.get(state) ?? 'none');
  return level === 'zip3' && unitId.startsWith(`${state}-`);
}

/** Attributes that say in which units an account lies. */
const UNIT_SOURCES = [
  ...UNIT_LEVELS.map(unitAttributeId),
  'countyFips',
  'region',
  'country',
  'postal',
] as const;

interface KnownUnits {
  /** The attributes of UNIT_SOURCES that the columns were made from. */
  readonly sources: readonly (AttributeColumn | null)[];
  readonly columns: Map<UnitLevel, AttributeColumn | null>;
}

const unitsOf = new WeakMap<readonly AttributeColumn[], KnownUnits>();
const unitsOfSource = new WeakMap<AttributeColumn, KnownUnits>();

/** Columns made for these attributes, or for others that say the same of units: an edited owner moves no account. */
function knownUnits(attributes: readonly AttributeColumn[]): KnownUnits {
  const known = unitsOf.get(attributes);
  if (known) return known;
  const sources = UNIT_SOURCES.map((id) => attributes.find((attribute) => attribute.id === id) ?? null);
  const first = sources.find((source) => source !== null);
  const alike = first && unitsOfSource.get(first);
  const units =
    alike && alike.sources.every((source, at) => source === sources[at])
      ? alike
      : { sources, columns: new Map<UnitLevel, AttributeColumn | null>() };
  unitsOf.set(attributes, units);
  if (first) unitsOfSource.set(first, units);
  return units;
}

/**
 * The unit of each account on a level: the attribute `unit:<level>` where it is filled, else what other attributes
 * say: `countyFips` of the import, the state of the county, and state with ZIP3 of the postal code. Kept as long as
 * the table's attributes live. null where no account has a unit on that level.
 */
export function unitColumn(accounts: AccountTable, level: UnitLevel): AttributeColumn | null {
  const { columns } = knownUnits(accounts.attributes);
  const cached = columns.get(level);
  if (cached !== undefined) return cached;
  const column = deriveColumn(accounts, level);
  columns.set(level, column);
  return column;
}

/** The unit of one account on a level, '' where it has none. */
export function unitOfRow(accounts: AccountTable, level: UnitLevel, row: number): string {
  const column = unitColumn(accounts, level);
  return column ? column.dictionary[column.codes[row]!]! : '';
}

/** An attribute by row, as a function that reads '' where there is none. */
function reader(accounts: AccountTable, id: string): (row: number) => string {
  const column = findAttribute(accounts, id);
  return column ? (row) => column.dictionary[column.codes[row]!]! : () => '';
}

function deriveColumn(accounts: AccountTable, level: UnitLevel): AttributeColumn | null {
  const stored = reader(accounts, unitAttributeId(level));
  const derived = deriver(accounts, level);
  const dictionary = [''];
  const codeOf = new Map([['', 0]]);
  const codes = new Int32Array(accounts.rowCount);
  for (let row = 0; row < codes.length; row++) {
    const key = stored(row) || derived(row);
    let code = codeOf.get(key);
    if (code === undefined) {
      codeOf.set(key, (code = dictionary.length));
      dictionary.push(key);
    }
    codes[row] = code;
  }
  return dictionary.length > 1 ? { id: unitAttributeId(level), name: level, dictionary, codes } : null;
}

function deriver(accounts: AccountTable, level: UnitLevel): (row: number) => string {
  const storedCounty = reader(accounts, unitAttributeId('county'));
  const importedCounty = reader(accounts, 'countyFips');
  const county = (row: number) => storedCounty(row) || importedCounty(row);
  if (level === 'county') return county;
  const [regionText, countryText] = [reader(accounts, 'region'), reader(accounts, 'country')];
  const state = (row: number) => stateOfCounty(county(row)) || usState(regionText(row), countryText(row));
  if (level === 'zip3') {
    const postal = reader(accounts, 'postal');
    return (row) => {
      const digits = /^(\d{3})\d{2}(-?\d{4})?$/.exec(postal(row).trim())?.[1];
      const inState = digits ? state(row) : '';
      return inState ? `${inState}-${digits}` : '';
    };
  }
  if (level === 'region') {
    return (row) => {
      const inState = state(row);
      if (inState) return `US-${inState}`;
      const country = countryText(row).trim().toUpperCase();
      const region = regionText(row).trim().toUpperCase();
      return /^[A-Z]{2}$/.test(country) && /^[A-Z0-9]{1,3}$/.test(region) ? `${country}-${region}` : '';
    };
  }
  return (row) => {
    if (state(row)) return 'US';
    const country = countryText(row).trim().toUpperCase();
    return /^[A-Z]{2}$/.test(country) ? country : '';
  };
}

const US_NAMES = new Set(['', 'US', 'USA', 'UNITED STATES', 'UNITED STATES OF AMERICA']);

function usState(region: string, country: string): string {
  const code = region.trim().toUpperCase();
  return FIPS_OF_STATE.has(code) && US_NAMES.has(country.trim().toUpperCase()) ? code : '';
}

/**
 * Keys of the units that accounts lie in, by point in polygon.
 * @param map outlines of the level's units; their ids are the keys
 * @returns one key a row, '' where the account has no place or no unit covers it
 */
export function locateUnitKeys(
  accounts: Pick<AccountTable, 'lat' | 'lng' | 'removed'>,
  map: UnitMap,
): string[] {
  const units = locateColumns(map, projectColumns(accounts.lat, accounts.lng));
  return Array.from(units, (unit, row) => (unit < 0 || accounts.removed[row] ? '' : map.ids[unit]!));
}
