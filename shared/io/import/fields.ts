import type { MeasureKind } from '../../model/accountTable';

/** Fields of an account that a column can fill, as `--map HEADER=FIELD` names them (cli.md). */
export const SIMPLE_FIELDS = [
  'id',
  'name',
  'lat',
  'lng',
  'street',
  'city',
  'region',
  'postal',
  'country',
  'county',
  'owner',
  'parent',
  'currency',
  'ignore',
] as const;
export type SimpleField = (typeof SIMPLE_FIELDS)[number];

/** What a column becomes. Several columns may be measures or attributes, one at most each other field. */
export type ImportField =
  SimpleField | { readonly measure: string; readonly kind: MeasureKind } | { readonly attribute: string };

export interface ColumnMapping {
  readonly columnIndex: number;
  readonly header: string;
  readonly field: ImportField;
  /** 0–1; 1 where a person chose. */
  readonly confidence: number;
}

/** Names of the fields on screen. */
export const FIELD_LABELS: Readonly<Record<SimpleField | 'measure' | 'attribute', string>> = {
  id: 'Account ID',
  name: 'Name',
  lat: 'Latitude',
  lng: 'Longitude',
  street: 'Street',
  city: 'City',
  region: 'State',
  postal: 'Postal code',
  country: 'Country',
  county: 'County',
  owner: 'Owner',
  parent: 'Parent account',
  currency: 'Currency',
  ignore: 'Skip column',
  measure: 'Measure',
  attribute: 'Attribute',
};

/** What each field is for, a line each, for the import screen and the template. */
export const FIELD_HELP: Readonly<Record<SimpleField | 'measure' | 'attribute', string>> = {
  id: 'The number or key by which a newer list finds the same account again.',
  name: 'The name people know the account by.',
  lat: 'Latitude in degrees, −90 to 90. Places the account exactly.',
  lng: 'Longitude in degrees, −180 to 180; west is negative.',
  street: 'Street and house number. Kept, but not needed to place the account.',
  city: 'City or town. With the state it places the account where no postal code does.',
  region: 'State, province or region, by name or by its short form.',
  postal: 'Postal or ZIP code. Places the account within a few kilometres.',
  country: 'Country by name or code. Blank means the one that most of the list lies in.',
  county: 'County by name or FIPS code; used where nothing better places the account.',
  owner: 'Who has the account today. Becomes the baseline that moves are counted against.',
  parent: 'Id or name of the parent account, so that a family can stay together.',
  currency: 'Currency code of the amounts in the row, where it differs between rows.',
  ignore: 'Left out. The file itself is not changed.',
  measure: 'A number to balance on or to add up, such as revenue, potential or visits.',
  attribute: 'Any other text to filter and group by, such as segment or industry.',
};

/** Reads a field as the command line writes it: "postal", "measure:Beds", "attribute:Type"; null where it is none. */
export function parseField(text: string): ImportField | null {
  const trimmed = text.trim();
  const simple = SIMPLE_FIELDS.find((field) => field === trimmed.toLowerCase());
  if (simple) return simple;
  const named = /^(measure|attribute):(.+)$/is.exec(trimmed);
  const name = named?.[2]?.trim();
  if (!named || !name) return null;
  return named[1]!.toLowerCase() === 'measure'
    ? { measure: name, kind: measureKindOf(name) }
    : { attribute: name };
}

/** How a measure's figures are shown, judged by its name. */
export function measureKindOf(name: string): MeasureKind {
  const lower = name.toLowerCase();
  if (
    /revenue|sales|amount|price|cost|spend|budget|arr\b|mrr\b|acv\b|tcv\b|\$|€|£|usd|eur|gbp|pipeline|bookings|quota|billing/.test(
      lower,
    )
  ) {
    return 'money';
  }
  if (/\bhours?\b|\bhrs?\b|workload/.test(lower)) return 'hours';
  if (
    /count|visits|number of|employees|beds|staff|units|headcount|seats|calls|#|qty|quantity|population/.test(
      lower,
    )
  ) {
    return 'count';
  }
  return 'number';
}

/** Whether two fields can't both be filled: the same simple field, or a measure or attribute of the same name. */
export function isSameField(a: ImportField, b: ImportField): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b && a !== 'ignore';
  if ('measure' in a) return 'measure' in b && a.measure === b.measure;
  return 'attribute' in b && a.attribute === b.attribute;
}
