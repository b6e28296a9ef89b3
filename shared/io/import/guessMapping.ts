import { isDateHeader } from './cleanDate';
import { profileColumn, type ColumnContent } from './columnContent';
import {
  isSameField,
  measureKindOf,
  parseField,
  type ColumnMapping,
  type ImportField,
  type SimpleField,
} from './fields';
import { headerSignature, recognisePreset, type PresetName, type RememberedMapping } from './headerPresets';
import { fieldOfHeader, headerKey, isCodeHeader, isMeasureHeader } from './headerWords';
import { headersOf, type HeaderGuess, type RawSheet } from './rawSheets';

export interface MappingGuess {
  /** One entry a column, in the file's order. */
  readonly columns: readonly ColumnMapping[];
  readonly preset: PresetName;
  /** Under which the mapping is to be remembered for the next file with the same headers. */
  readonly signature: string;
  readonly isRemembered: boolean;
}

interface Candidate {
  readonly field: ImportField;
  readonly confidence: number;
}

/**
 * Guesses the field of each column by its header and by what it holds.
 * @param remembered mappings that a person confirmed, by headerSignature
 */
export function guessMapping(
  sheet: RawSheet,
  header: HeaderGuess = sheet.header,
  remembered: Readonly<Record<string, RememberedMapping>> = {},
): MappingGuess {
  const headers = headersOf(sheet, header);
  const signature = headerSignature(headers);
  const known = remembered[signature];
  const preset = recognisePreset(headers);
  const firstRow = header.firstRow + header.rowCount;
  const guesses = headers.map((name, column): Candidate => {
    const confirmed = known?.[headerKey(name)];
    if (confirmed) return { field: confirmed, confidence: 1 };
    const cells = sheet.columns[column]!;
    if (isBlankFrom(cells, firstRow)) return { field: 'ignore', confidence: 0.9 };
    const content = profileColumn(cells, firstRow);
    const field = preset.fieldOf(name);
    if (field) return { field: parseField(field)!, confidence: 0.99 };
    return guessColumn(name, content);
  });
  return {
    columns: settleRivals(headers, guesses),
    preset: preset.name,
    signature,
    isRemembered: known !== undefined,
  };
}

function isBlankFrom(cells: readonly string[], firstRow: number): boolean {
  for (let row = firstRow; row < cells.length; row++) if (cells[row]!.trim() !== '') return false;
  return true;
}

/** What is to be kept of a mapping that a person confirmed. */
export function rememberMapping(columns: readonly ColumnMapping[]): RememberedMapping {
  return Object.fromEntries(columns.map(({ header, field }) => [headerKey(header), field]));
}

/** Changes one column's field; another column that had it becomes an attribute, since a field is filled once. */
export function assignField(
  columns: readonly ColumnMapping[],
  columnIndex: number,
  field: ImportField,
): ColumnMapping[] {
  return columns.map((column) => {
    if (column.columnIndex === columnIndex) return { ...column, field, confidence: 1 };
    return isSameField(column.field, field) ? { ...column, field: { attribute: column.header } } : column;
  });
}

function guessColumn(header: string, content: ColumnContent): Candidate {
  const named = fieldOfHeader(header);
  if (named) {
    const fit = contentFit(named.field, content);
    if (fit > 0.3)
      return { field: named.field, confidence: Math.max(0.3, (0.99 - named.rank * 0.005) * fit) };
  }
  const byContent = guessByContent(header, content);
  if (byContent) return byContent;
  return guessMeasureOrAttribute(header, content);
}

/** 0–1: how well a column's cells fit a field that its header names. */
function contentFit(field: SimpleField, content: ColumnContent): number {
  if (content.filledShare === 0) return 0.5;
  switch (field) {
    case 'lat':
      return Math.max(content.latShare, content.pairShare, content.numberShare * 0.6);
    case 'lng':
      return Math.max(content.lngShare, content.numberShare * 0.6);
    case 'postal':
      return Math.max(content.usPostalShare, content.foreignPostalShare, 0.5);
    case 'region':
      return Math.max(content.stateShare, content.numberShare > 0.9 ? 0.2 : 0.75);
    case 'country':
      return Math.max(content.countryShare, content.numberShare > 0.5 ? 0 : 0.75);
    case 'city':
    case 'street':
      return content.numberShare > 0.8 ? 0.2 : 1;
    case 'name':
      return content.numberShare > 0.8 ? 0.2 : 0.7 + 0.3 * Math.min(1, content.distinctShare * 1.2);
    case 'id':
      return 0.4 + 0.6 * content.distinctShare;
    case 'owner':
      return content.distinctShare > 0.95 && content.numberShare > 0.9 ? 0.3 : ownerFit(content);
    case 'currency':
      return Math.max(content.currencyCodeShare, 0.2);
    default:
      return 0.95;
  }
}

function ownerFit(content: ColumnContent): number {
  return Math.max(
    content.personShare,
    content.emailShare,
    content.salesforceIdShare,
    content.numberShare > 0.9 ? 0.2 : 0.7,
  );
}

/** Fields that cells tell by themselves, or with a hint in the header (a key: lower case, no blanks); first match wins. */
const CONTENT_RULES: readonly (readonly [
  field: SimpleField,
  confidence: number,
  isMet: (key: string, content: ColumnContent) => boolean,
])[] = [
  ['lat', 0.85, (_, { pairShare }) => pairShare > 0.8],
  ['lat', 0.8, (key, { latShare }) => key === 'y' && latShare > 0.8],
  ['lng', 0.8, (key, { lngShare }) => key === 'x' && lngShare > 0.8],
  ['lat', 0.85, (key, { latShare }) => key.includes('lat') && latShare > 0.8],
  ['lng', 0.85, (key, { lngShare }) => /lon|lng/.test(key) && lngShare > 0.8],
  ['id', 0.8, (_, content) => content.salesforceIdShare > 0.9 && content.distinctShare > 0.9],
  [
    'postal',
    0.8,
    (key, content) =>
      /zip|postal|postcode|plz/.test(key) &&
      !/4|plus|ext/.test(key) &&
      content.usPostalShare + content.foreignPostalShare > 0.6,
  ],
  ['postal', 0.7, (_, { foreignPostalShare }) => foreignPostalShare > 0.8],
  ['region', 0.7, (key, { stateShare }) => stateShare > 0.85 && !/id|fips/.test(key)],
  ['country', 0.7, (_, { countryShare }) => countryShare > 0.9],
  ['currency', 0.7, (_, { currencyCodeShare }) => currencyCodeShare > 0.9],
  ['owner', 0.65, (key, { personShare }) => /owner|rep$/.test(key) && personShare > 0.6],
  [
    'name',
    0.6,
    (key, content) =>
      /(account|customer|company|client|firm)/.test(key) &&
      content.numberShare < 0.3 &&
      content.distinctShare > 0.7,
  ],
  [
    'id',
    0.7,
    (key, { distinctShare }) =>
      /(account|customer|client|acct|cust).*(id|no|num|#|code)$/.test(key) && distinctShare > 0.7,
  ],
  [
    'postal',
    0.55,
    (key, content) =>
      content.usPostalShare > 0.95 &&
      content.leadingZeroShare > 0.02 &&
      content.meanLength >= 4.5 &&
      content.meanLength < 6 &&
      !isCodeHeader(key),
  ],
];

/** Columns whose cells speak for themselves, whatever their header. */
function guessByContent(header: string, content: ColumnContent): Candidate | null {
  const key = headerKey(header);
  if (content.filledShare === 0) return null;
  const rule = CONTENT_RULES.find(([, , isMet]) => isMet(key, content));
  return rule ? { field: rule[0], confidence: rule[1] } : null;
}

/** Any numeric column can be a measure, any other an attribute; codes are attributes though they are digits. */
function guessMeasureOrAttribute(header: string, content: ColumnContent): Candidate {
  const isNumeric = content.numberShare > 0.8 && content.dateShare < 0.5 && content.leadingZeroShare < 0.05;
  const isCode = isCodeHeader(header) || (isCoordinateLike(header) && content.numberShare > 0.8);
  if (isCoordinateLike(header) && isNumeric) return { field: 'ignore', confidence: 0.7 };
  // Days as serials and as texts may stand in one column.
  if (content.serialShare + content.dateShare > 0.9 && isDayHeader(header)) {
    return { field: { attribute: header }, confidence: 0.85 };
  }
  if (isNumeric && !isCode) {
    const isSure = isMeasureHeader(header);
    return {
      field: { measure: header, kind: measureKindOf(header) },
      confidence: (isSure ? 0.95 : 0.6) * content.numberShare,
    };
  }
  return { field: { attribute: header }, confidence: isCode ? 0.8 : 0.75 };
}

/** Whether a header names a day and no amount: "Contract value at end" is one. */
function isDayHeader(header: string): boolean {
  return isDateHeader(header) && (!isMeasureHeader(header) || /date|\b(last|next|first)\b/i.test(header));
}

/** Projected coordinates (metres) that stand beside the real ones. */
function isCoordinateLike(header: string): boolean {
  return /^(x|y|easting|northing|point_?[xy]|[xy]_?coord(inate)?)$/i.test(header.trim());
}

/** A field goes to the column that is surest of it; the others become attributes. */
function settleRivals(headers: readonly string[], guesses: readonly Candidate[]): ColumnMapping[] {
  const settled = guesses.map((guess, column): ColumnMapping => {
    const rivals = guesses
      .map((other, index) => ({ other, index }))
      .filter(({ other }) => isSameField(other.field, guess.field));
    const winner = rivals.reduce(
      (best, rival) => (rival.other.confidence > best.other.confidence ? rival : best),
      {
        other: guess,
        index: column,
      },
    );
    const isBeaten = rivals.some(
      ({ other, index }) =>
        other.confidence > guess.confidence || (other.confidence === guess.confidence && index < column),
    );
    const field = isBeaten && winner.index !== column ? demoted(headers[column]!, guess.field) : guess.field;
    return { columnIndex: column, header: headers[column]!, field, confidence: guess.confidence };
  });
  return nameSomehow(settled);
}

function demoted(header: string, field: ImportField): ImportField {
  if (field === 'lat' || field === 'lng') return 'ignore';
  return typeof field !== 'string' && 'measure' in field
    ? { measure: header, kind: field.kind }
    : { attribute: header };
}

/** A list without a name column shows its ids as names; without ids, the first text column serves as the name. */
function nameSomehow(columns: readonly ColumnMapping[]): ColumnMapping[] {
  if (columns.some(({ field }) => field === 'name' || field === 'id')) return [...columns];
  const first = columns.find(({ field }) => typeof field !== 'string' && 'attribute' in field);
  return columns.map((column) => (column === first ? { ...column, field: 'name', confidence: 0.4 } : column));
}
