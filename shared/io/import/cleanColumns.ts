import { KNOWN_ATTRIBUTES, type MeasureColumn } from '../../model/accountTable';
import type { Geocoder } from '../../geo/geocoder';
import { amountDates } from './amountDates';
import type { BuildSettings } from './buildSettings';
import { cleanCoordinates, type Points } from './cleanCoordinates';
import { cleanDate, countDateOrders, isDateColumn, isIsoDay } from './cleanDate';
import { cleanMeasure } from './cleanMeasure';
import { isNoneMark } from './cleanNumber';
import { cleanCounty, cleanId, cleanPostal, cleanRegion } from './cleanPlaceTexts';
import {
  cleanTextColumn,
  dropNoneMarks,
  keepText,
  type CleanedText,
  type TextColumn,
  type TextReader,
} from './cleanText';
import type { ColumnMapping, SimpleField } from './fields';
import type { Findings } from './findings';
import type { ImportProgress, RawSheet } from './rawSheets';

/** Fields whose cells are kept as texts. */
type TextField = Exclude<SimpleField, 'lat' | 'lng' | 'ignore'>;

export interface CleanedColumns {
  readonly texts: Partial<Record<TextField, TextColumn>>;
  readonly points: Points;
  readonly measures: readonly MeasureColumn[];
  /** All that becomes an attribute of the table but the parent, which is resolved first. */
  readonly attributes: readonly CleanedAttribute[];
}

export interface CleanedAttribute {
  readonly id: string;
  readonly name: string;
  readonly column: TextColumn;
}

const READERS: Readonly<Record<TextField, TextReader>> = {
  id: cleanId,
  name: keepText,
  street: dropNoneMarks,
  city: dropNoneMarks,
  region: keepText,
  postal: keepText,
  country: dropNoneMarks,
  county: cleanCounty,
  owner: dropNoneMarks,
  parent: dropNoneMarks,
  currency: keepText,
};

/** Fields that are attributes of the table under their own id. */
const ATTRIBUTE_FIELDS = ['street', 'city', 'region', 'postal', 'county', 'country', 'owner'] as const;

/** Cleans all mapped columns, one a step. */
export function* cleanColumns(
  sheet: RawSheet,
  mapping: readonly ColumnMapping[],
  rows: Int32Array,
  geocoder: Geocoder,
  settings: BuildSettings,
  findings: Findings,
): Generator<ImportProgress, CleanedColumns> {
  const texts: Partial<Record<TextField, TextColumn>> = {};
  const done = { columns: 0 };
  const progress = (): ImportProgress => ({ stage: 'clean', share: ++done.columns / (mapping.length + 1) });
  const columnOf = (field: SimpleField) =>
    mapping.find((column) => column.field === field)?.columnIndex ?? -1;
  for (const field of Object.keys(READERS) as TextField[]) {
    const column = columnOf(field);
    if (column < 0) continue;
    texts[field] = cleanTextColumn(sheet, column, rows, READERS[field], findings);
    yield progress();
  }
  readPlaces(sheet, texts, rows, geocoder, findings);
  noteBlankOwners(sheet, texts.owner, rows, findings);
  const points = cleanCoordinates(
    sheet,
    { lat: columnOf('lat'), lng: columnOf('lng') },
    rows,
    (i) =>
      geocoder.findArea({
        country: at(texts.country, i),
        region: at(texts.region, i),
        postal: at(texts.postal, i),
      }),
    geocoder,
    findings,
  );
  yield progress();
  const currencies = texts.currency?.texts ?? null;
  const dates =
    settings.currency.rates.length > 0 ? amountDates(sheet, mapping, rows, settings.dateOrder) : null;
  const measures: MeasureColumn[] = [];
  const attributes: CleanedAttribute[] = ATTRIBUTE_FIELDS.flatMap((field) => {
    const column = texts[field];
    return column ? [{ id: field, name: KNOWN_ATTRIBUTES[field], column }] : [];
  });
  for (const { field, columnIndex } of mapping) {
    if (typeof field === 'string') continue;
    if ('measure' in field) {
      const source = {
        columnIndex,
        id: freshId(field.measure, measures),
        name: field.measure,
        kind: field.kind,
        isNegativeReal: settings.realNegatives.has(field.measure),
      };
      measures.push(
        cleanMeasure(
          sheet,
          source,
          rows,
          settings.decimalMark,
          settings.currency,
          { currencies, dates },
          findings,
        ),
      );
    } else {
      const column = cleanAttribute(sheet, columnIndex, field.attribute, rows, settings, findings);
      attributes.push({
        id: freshId(field.attribute, [...attributes, ...RESERVED]),
        name: field.attribute,
        column,
      });
    }
    yield progress();
  }
  return { texts, points, measures, attributes };
}

/** Ids that other columns of the table have. */
const RESERVED = [...ATTRIBUTE_FIELDS, 'parent', 'placeReason', 'countyFips'].map((id) => ({ id }));

function at(column: TextColumn | undefined, i: number): string {
  return column?.texts[i] ?? '';
}

/** A stable id from a name: "2026 Rev ($)" → "2026-rev"; a number follows where it is taken. */
function freshId(name: string, taken: readonly { id: string }[]): string {
  const plain = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const base = plain || 'column';
  let id = base;
  for (let count = 2; taken.some((other) => other.id === id); count++) id = `${base}-${count}`;
  return id;
}

/** Postal codes and regions are read with the row's country in mind. */
function readPlaces(
  sheet: RawSheet,
  texts: Partial<Record<TextField, TextColumn>>,
  rows: Int32Array,
  geocoder: Geocoder,
  findings: Findings,
): void {
  for (const field of ['postal', 'region'] as const) {
    const column = texts[field];
    if (!column) continue;
    for (let i = 0; i < rows.length; i++) {
      const before = column.texts[i]!;
      if (before === '') continue;
      const country = at(texts.country, i);
      const number = sheet.rowNumbers[rows[i]!]!;
      const cleaned =
        field === 'postal'
          ? readPostal(before, at(texts.region, i), country, number, column.columnIndex, geocoder, findings)
          : cleanRegion(before, country, geocoder);
      if (cleaned.rule === null) continue;
      if (findings.repair(number, column.columnIndex, before, cleaned.text, cleaned.rule))
        column.texts[i] = cleaned.text;
    }
  }
}

function readPostal(
  text: string,
  region: string,
  country: string,
  row: number,
  columnIndex: number,
  geocoder: Geocoder,
  findings: Findings,
): CleanedText {
  const cleaned = cleanPostal(text, geocoder.findArea({ country, region, postal: text }), geocoder);
  if (!cleaned.isReadable) {
    findings.problem(
      row,
      columnIndex,
      'postal-unreadable',
      'warning',
      `“${text}” is no postal code of this state; the rest of the address places the row.`,
    );
  }
  return cleaned;
}

function noteBlankOwners(
  sheet: RawSheet,
  owner: TextColumn | undefined,
  rows: Int32Array,
  findings: Findings,
): void {
  if (!owner) return;
  for (let i = 0; i < rows.length; i++) {
    if (owner.texts[i] !== '') continue;
    const number = sheet.rowNumbers[rows[i]!]!;
    findings.problem(
      number,
      owner.columnIndex,
      'owner-blank',
      'warning',
      'the owner is blank; the account will be unassigned.',
    );
  }
}

/** Any other column: dates are written year first, all else is kept as it stands. */
function cleanAttribute(
  sheet: RawSheet,
  columnIndex: number,
  name: string,
  rows: Int32Array,
  settings: BuildSettings,
  findings: Findings,
): TextColumn {
  const cells = sheet.columns[columnIndex]!;
  const texts = Array.from(rows.subarray(0, 2000), (row) => cells[row]!);
  if (!isDateColumn(name, texts)) return cleanTextColumn(sheet, columnIndex, rows, keepText, findings);
  const counted = countDateOrders(Array.from(rows, (row) => cells[row]!));
  const told = counted.isMixed ? null : counted.order;
  const order = told ?? settings.dateOrder;
  const column = cleanTextColumn(
    sheet,
    columnIndex,
    rows,
    remembering((text) => cleanDate(text, order)),
    findings,
  );
  const first = rows.find((row) => cells[row]!.trim() !== '');
  if (
    told === null &&
    first !== undefined &&
    texts.some((text) => /^\s*\d{1,2}[/-]\d{1,2}[/-]\d/.test(text))
  ) {
    const reading = order === 'dmy' ? 'day first' : 'month first';
    const what = counted.isMixed
      ? 'some dates can only be day first and others only month first; those that can be both'
      : `dates such as ${cells[first]!.trim()} can be read in two ways; they`;
    const text = `${what} are read ${reading}. Choose the order of dates if that is wrong.`;
    findings.problem(sheet.rowNumbers[first]!, columnIndex, 'date-order', 'warning', text);
  }
  noteBadDates(sheet, column, rows, findings);
  return column;
}

/** Dates repeat, so each distinct one is read once. */
function remembering(reader: TextReader): TextReader {
  const known = new Map<string, CleanedText>();
  return (text) => {
    let cleaned = known.get(text);
    if (!cleaned) known.set(text, (cleaned = reader(text)));
    return cleaned;
  };
}

function noteBadDates(sheet: RawSheet, column: TextColumn, rows: Int32Array, findings: Findings): void {
  for (let i = 0; i < rows.length; i++) {
    const text = column.texts[i]!;
    if (text === '' || isIsoDay(text) || isNoneMark(text) || /^\d{4}-\d\d-\d\d/.test(text)) continue;
    findings.problem(
      sheet.rowNumbers[rows[i]!]!,
      column.columnIndex,
      'not-a-date',
      'warning',
      `“${text}” is no date; it is kept as text.`,
    );
  }
}
