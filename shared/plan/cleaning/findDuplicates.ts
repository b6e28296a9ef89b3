import { foldText } from '../../geo/geocoderNames';
import { postalKey } from '../../geo/geocoderPostal';
import { findAttribute, type AccountTable } from '../../model/accountTable';

/** Accounts that seem to be one: the same id but for its spelling, or the same name at the same place. */
export interface DuplicateGroup {
  /** The same for the same accounts whatever else the plan holds; what a person said of them is kept under it. */
  readonly key: string;
  readonly reason: 'sameId' | 'sameNameAndPlace';
  /** Two or more rows, ascending. */
  readonly rows: readonly number[];
}

/** A case-sensitive id of 15 characters begins the one of 18 that stands for the same record. */
const SALESFORCE_ID = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/;
const COPY = / \(\d+\)$/;
/** Degrees to which two places are one where nothing but coordinates tells: about 100 m. */
const DECIMALS_OF_PLACE = 3;

/**
 * Finds accounts that seem to be one, in a time that grows with their number alone.
 * @param apart keys of groups that a person said are different accounts; they are left out
 * @returns groups by their first row; no row is in two groups
 */
export function findDuplicates(accounts: AccountTable, apart: readonly string[] = []): DuplicateGroup[] {
  const isGrouped = new Uint8Array(accounts.rowCount);
  const said = new Set(apart);
  const groups: DuplicateGroup[] = [];
  const take = (reason: DuplicateGroup['reason'], keyOf: (row: number) => string): void => {
    for (const rows of rowsByKey(accounts, isGrouped, keyOf)) {
      const key = rows
        .map((row) => accounts.ids[row]!)
        .sort()
        .join('\u0001');
      if (said.has(key)) continue;
      for (const row of rows) isGrouped[row] = 1;
      groups.push({ key, reason, rows });
    }
  };
  take('sameId', (row) => idText(accounts.ids[row]!));
  const placeOf = placeTexts(accounts);
  take('sameNameAndPlace', (row) => {
    const name = foldText(accounts.names[row]!.trim());
    const place = name === '' ? '' : placeOf(row);
    return place === '' ? '' : `${name}\u0001${place}`;
  });
  return groups.sort((a, b) => a.rows[0]! - b.rows[0]!);
}

function rowsByKey(
  accounts: AccountTable,
  isGrouped: Uint8Array,
  keyOf: (row: number) => string,
): readonly number[][] {
  const first = new Map<string, number>();
  const several = new Map<string, number[]>();
  for (let row = 0; row < accounts.rowCount; row++) {
    if (accounts.removed[row] || isGrouped[row]) continue;
    const key = keyOf(row);
    if (key === '') continue;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row);
    else if (several.has(key)) several.get(key)!.push(row);
    else several.set(key, [earlier, row]);
  }
  return [...several.values()];
}

/** Ids are compared as written, but for the three letters that Salesforce adds and the number of a kept copy. */
function idText(id: string): string {
  const own = id.replace(COPY, '');
  return SALESFORCE_ID.test(own) ? own.slice(0, 15) : own;
}

/** Postal code, else city and region, else coordinates; '' where nothing tells. */
function placeTexts(accounts: AccountTable): (row: number) => string {
  const [postal, country, city, region] = ['postal', 'country', 'city', 'region'].map((id) => {
    const column = findAttribute(accounts, id);
    const folded = column?.dictionary.map((text) =>
      foldText(id === 'postal' ? postalKey(text) : text.trim()),
    );
    return (row: number): string => (column && folded ? folded[column.codes[row]!]! : '');
  }) as [TextOf, TextOf, TextOf, TextOf];
  return (row) => {
    if (postal(row) !== '') return `${country(row)}\u0002${postal(row)}`;
    if (city(row) !== '') return `${region(row)}\u0002${city(row)}`;
    const lat = accounts.lat[row]!;
    const lng = accounts.lng[row]!;
    if (Number.isNaN(lat) || Number.isNaN(lng)) return '';
    return `${lat.toFixed(DECIMALS_OF_PLACE)}\u0002${lng.toFixed(DECIMALS_OF_PLACE)}`;
  };
}

type TextOf = (row: number) => string;

/** Ids of the columns that the rows of a group differ in: 'name', then attributes, then measures. */
export function differingColumns(accounts: AccountTable, rows: readonly number[]): string[] {
  const differs = (values: ArrayLike<string | number>): boolean =>
    rows.some((row) => !Object.is(values[row], values[rows[0]!]));
  return [
    ...(differs(accounts.names) ? ['name'] : []),
    ...accounts.attributes.filter(({ codes }) => differs(codes)).map(({ id }) => id),
    ...accounts.measures.filter(({ values }) => differs(values)).map(({ id }) => id),
  ];
}
