/**
 * Accounts as columns: a row is an index, rows are append-only, removal is a tombstone, and columns are
 * immutable, so that an index held by the undo history never shifts. Numbers are Float64Array with NaN for
 * "none" (never 0); text attributes are dictionary-coded.
 */

/** What a measure's numbers are, for its format and its unit on screen. */
export type MeasureKind = 'money' | 'hours' | 'count' | 'number';

export interface MeasureColumn {
  readonly id: string;
  readonly name: string;
  readonly kind: MeasureKind;
  /** One number a row; NaN = none. Money is in currency units, as the file had it. */
  readonly values: Float64Array;
  /** Values below zero and sentinels count as 0 in totals unless the planner says that they are real. */
  readonly isNegativeReal: boolean;
}

export interface AttributeColumn {
  readonly id: string;
  readonly name: string;
  /** Distinct texts; code 0 is always the empty text. */
  readonly dictionary: readonly string[];
  /** One code a row, an index into the dictionary. */
  readonly codes: Int32Array;
}

/** Attributes that the app knows the meaning of; any other column keeps an id made from its header. */
export const KNOWN_ATTRIBUTES = {
  street: 'Street',
  city: 'City',
  region: 'State or region',
  postal: 'Postal code',
  county: 'County',
  country: 'Country',
  owner: 'Owner',
  parent: 'Parent account',
  segment: 'Segment',
} as const;

export interface AccountTable {
  /** Rows, tombstones included. */
  readonly rowCount: number;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Degrees; NaN where the account is not placed. */
  readonly lat: Float64Array;
  readonly lng: Float64Array;
  /** Codes of PLACE_LEVELS. */
  readonly placeLevels: Uint8Array;
  readonly measures: readonly MeasureColumn[];
  readonly attributes: readonly AttributeColumn[];
  /** 1 where the row was removed. */
  readonly removed: Uint8Array;
}

/** A table of no rows. */
export function emptyAccountTable(): AccountTable {
  return {
    rowCount: 0,
    ids: [],
    names: [],
    lat: new Float64Array(0),
    lng: new Float64Array(0),
    placeLevels: new Uint8Array(0),
    measures: [],
    attributes: [],
    removed: new Uint8Array(0),
  };
}

const liveCounts = new WeakMap<Uint8Array, number>();

/** Rows that are not removed; counted once for each column of removals. */
export function liveRowCount({ removed }: Pick<AccountTable, 'removed'>): number {
  const known = liveCounts.get(removed);
  if (known !== undefined) return known;
  let count = 0;
  for (const isRemoved of removed) count += isRemoved ? 0 : 1;
  liveCounts.set(removed, count);
  return count;
}

export function findMeasure(table: AccountTable, idOrName: string): MeasureColumn | null {
  const wanted = idOrName.trim().toLowerCase();
  return (
    table.measures.find((measure) => measure.id === idOrName) ??
    table.measures.find((measure) => measure.name.toLowerCase() === wanted) ??
    null
  );
}

export function findAttribute(table: AccountTable, id: string): AttributeColumn | null {
  return table.attributes.find((attribute) => attribute.id === id) ?? null;
}

/** The text of an attribute in a row, '' where the table has no such attribute. */
export function attributeText(table: AccountTable, id: string, row: number): string {
  const column = findAttribute(table, id);
  return column ? column.dictionary[column.codes[row]!]! : '';
}

/**
 * What a measure's value counts for in totals and in balancing: none is 0, and so is a value below zero,
 * which stands for "not known" in most lists (−999), unless the planner says that it is real.
 */
export function countedValue(measure: MeasureColumn, row: number): number {
  const value = measure.values[row]!;
  if (Number.isNaN(value)) return 0;
  return value < 0 && !measure.isNegativeReal ? 0 : value;
}

/** A whole column of counted values; rows that were removed count as 0. */
export function countedValues(table: AccountTable, measure: MeasureColumn): Float64Array {
  const { removed } = table;
  const { values, isNegativeReal } = measure;
  const counted = new Float64Array(table.rowCount);
  for (let row = 0; row < counted.length; row++) {
    const value = values[row]!;
    // As countedValue has it; false for NaN too.
    const isCounted = removed[row] === 0 && (value >= 0 || (value < 0 && isNegativeReal));
    counted[row] = isCounted ? value : 0;
  }
  return counted;
}

/** Dictionary-codes one text a row. */
export function encodeAttribute(id: string, name: string, texts: readonly string[]): AttributeColumn {
  const dictionary = [''];
  const codeOf = new Map<string, number>([['', 0]]);
  const codes = new Int32Array(texts.length);
  for (let row = 0; row < texts.length; row++) {
    const text = texts[row]!;
    let code = codeOf.get(text);
    if (code === undefined) {
      code = dictionary.length;
      codeOf.set(text, code);
      dictionary.push(text);
    }
    codes[row] = code;
  }
  return { id, name, dictionary, codes };
}
