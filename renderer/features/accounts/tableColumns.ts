import type { AccountTable, AttributeColumn, MeasureColumn } from '../../../shared/model/accountTable';
import { KNOWN_ATTRIBUTES } from '../../../shared/model/accountTable';
import { UNASSIGNED, HOUSE, HOLDOUT } from '../../../shared/model/alignment';
import type { PlaceLevel } from '../../../shared/model/placeLevel';
import { PLACE_LEVELS } from '../../../shared/model/placeLevel';
import type { Territory } from '../../../shared/model/territory';

/** What a column of the table shows, and so how it sorts, filters and is edited. */
export type ColumnSource =
  | { readonly kind: 'name' | 'id'; readonly texts: readonly string[] }
  | { readonly kind: 'attribute'; readonly attribute: AttributeColumn }
  | { readonly kind: 'measure'; readonly measure: MeasureColumn }
  /** A few texts by code: place levels, territories. */
  | {
      readonly kind: 'place' | 'territory';
      readonly dictionary: readonly string[];
      readonly codes: Int32Array;
    };

export interface TableColumn {
  /** Stable across edits, e.g. "name", "attribute:city", "measure:beds". */
  readonly id: string;
  readonly label: string;
  readonly source: ColumnSource;
  readonly isNumeric: boolean;
  readonly isEditable: boolean;
  /** CSS pixels, where the person has not chosen another. */
  readonly width: number;
}

export const PLACE_LABELS: Readonly<Record<PlaceLevel, string>> = {
  none: 'Not placed',
  exact: 'Coordinates',
  postal: 'Postal code',
  city: 'City and state',
  zip3: 'ZIP3 area',
  county: 'County',
  region: 'State only',
  country: 'Country only',
  hand: 'Placed by hand',
};

/** Codes of nobody's accounts come first in the dictionary of territories; a territory's index follows them. */
const NOBODY = ['Unassigned', 'House', 'Holdout'] as const;
const NOBODY_CODES = [UNASSIGNED, HOUSE, HOLDOUT];

/** Codes by the column that they were made from: columns are immutable, so an entry never grows stale. */
const codesOf = new WeakMap<object, Int32Array>();

function known(made: object, make: () => Int32Array): Int32Array {
  const codes = codesOf.get(made) ?? make();
  codesOf.set(made, codes);
  return codes;
}

function mapCodes(values: Int32Array, codeOf: (value: number) => number): Int32Array {
  const codes = new Int32Array(values.length);
  for (let row = 0; row < codes.length; row++) codes[row] = codeOf(values[row]!);
  return codes;
}

/** The dictionary index of an assignment code: a territory's index or one of the three that are nobody's. */
export function territoryEntry(code: number): number {
  return code >= 0 ? code + NOBODY.length : Math.max(0, NOBODY_CODES.indexOf(code));
}

/** The territory index behind a dictionary index, −1 for nobody's. */
export function territoryIndexOfEntry(entry: number): number {
  return entry - NOBODY.length;
}

/**
 * The columns of the accounts table, in the order that they are first shown: name, where, measures, territory.
 * @param assignment territory index or negative code, one a row; null where no scenario is shown
 */
export function tableColumns(
  accounts: AccountTable,
  territories: readonly Territory[],
  assignment: Int32Array | null,
): TableColumn[] {
  const columns: TableColumn[] = [
    keptColumn(accounts.names, () =>
      textColumn('name', 'Account', { kind: 'name', texts: accounts.names }, true, 240),
    ),
    keptColumn(accounts.ids, () =>
      textColumn('id', 'Account ID', { kind: 'id', texts: accounts.ids }, false, 112),
    ),
  ];
  if (assignment) columns.push(territoryColumn(territories, assignment));
  const shownFirst = Object.keys(KNOWN_ATTRIBUTES);
  const isKnown = (attribute: AttributeColumn): boolean => shownFirst.includes(attribute.id);
  const shown = accounts.attributes.filter((attribute) => !isMadeByApp(attribute));
  columns.push(
    ...shown.filter(isKnown).map(attributeColumn),
    ...accounts.measures.map(measureColumn),
    placeColumn(accounts),
    ...shown.filter((attribute) => !isKnown(attribute)).map(attributeColumn),
  );
  return columns;
}

const columnOf = new WeakMap<object, TableColumn>();

/** One object a source: an edit makes anew only the column that it is in, and so only that column's cells. */
function keptColumn(source: object, make: () => TableColumn): TableColumn {
  const column = columnOf.get(source) ?? make();
  columnOf.set(source, column);
  return column;
}

const territoryColumnOf = new WeakMap<
  Int32Array,
  { readonly territories: readonly Territory[]; readonly column: TableColumn }
>();

function territoryColumn(territories: readonly Territory[], assignment: Int32Array): TableColumn {
  const kept = territoryColumnOf.get(assignment);
  if (kept?.territories === territories) return kept.column;
  const dictionary = [...NOBODY, ...territories.map((territory) => territory.name)];
  const codes = known(assignment, () => mapCodes(assignment, territoryEntry));
  const column = textColumn('territory', 'Territory', { kind: 'territory', dictionary, codes }, false, 148);
  territoryColumnOf.set(assignment, { territories, column });
  return column;
}

/** Codes of geographic units, which nobody reads. */
function isMadeByApp(attribute: AttributeColumn): boolean {
  return attribute.id.startsWith('unit:') || attribute.id === 'countyFips';
}

function textColumn(
  id: string,
  label: string,
  source: ColumnSource,
  isEditable: boolean,
  width: number,
): TableColumn {
  return { id, label, source, isNumeric: false, isEditable, width };
}

const SAMPLED_TEXTS = 200;

/** Room for the usual text of a column: nine texts of ten fit, the others end in an ellipsis. */
function usualWidth({ dictionary, name }: AttributeColumn): number {
  const lengths = dictionary
    .slice(1, SAMPLED_TEXTS)
    .map((text) => text.length)
    .sort((a, b) => a - b);
  const usual = lengths[Math.floor(0.9 * lengths.length)] ?? 0;
  return Math.round(Math.min(220, Math.max(64, 24 + 7 * Math.max(usual, name.length))));
}

function attributeColumn(attribute: AttributeColumn): TableColumn {
  const label = attribute.id === 'region' ? 'State' : attribute.name;
  return keptColumn(attribute, () =>
    textColumn(
      `attribute:${attribute.id}`,
      label,
      { kind: 'attribute', attribute },
      true,
      usualWidth(attribute),
    ),
  );
}

function measureColumn(measure: MeasureColumn): TableColumn {
  return keptColumn(measure, () => ({
    id: `measure:${measure.id}`,
    label: measure.name,
    source: { kind: 'measure', measure },
    isNumeric: true,
    isEditable: true,
    width: 112,
  }));
}

function placeColumn({ placeLevels }: AccountTable): TableColumn {
  return keptColumn(placeLevels, () => {
    const dictionary = PLACE_LEVELS.map((level) => PLACE_LABELS[level]);
    const codes = Int32Array.from(placeLevels);
    return textColumn('place', 'Placed by', { kind: 'place', dictionary, codes }, false, 124);
  });
}

/** The distinct texts and codes of a column that has them, null where every row has a text of its own. */
export function codedTexts(
  source: ColumnSource,
): { readonly dictionary: readonly string[]; readonly codes: Int32Array } | null {
  if (source.kind === 'attribute') return source.attribute;
  return source.kind === 'place' || source.kind === 'territory' ? source : null;
}

/** The text of a column that is not of numbers. */
export function cellText(source: Exclude<ColumnSource, { kind: 'measure' }>, row: number): string {
  switch (source.kind) {
    case 'name':
    case 'id':
      return source.texts[row] ?? '';
    case 'attribute':
      return source.attribute.dictionary[source.attribute.codes[row]!] ?? '';
    case 'place':
    case 'territory':
      return source.dictionary[source.codes[row]!] ?? '';
  }
}
