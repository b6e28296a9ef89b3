import {
  encodeAttribute,
  KNOWN_ATTRIBUTES,
  type AccountTable,
  type MeasureColumn,
} from '../../model/accountTable';
import type { PlaceLevel } from '../../model/placeLevel';
import type { Geocoder } from '../../geo/geocoder';
import { settleFamilies } from './accountFamilies';
import { settleIdentity, type Identity } from './accountIdentity';
import type { BuildSettings } from './buildSettings';
import { cleanColumns, type CleanedColumns } from './cleanColumns';
import { findDataRows } from './dataRows';
import type { ColumnMapping } from './fields';
import { Findings, type Problem, type Repair, type SkippedRow } from './findings';
import { ImportFileError } from './importFileError';
import { inferCountry, noteCountry, type ListCountry } from './inferCountry';
import { placeAccounts } from './placeAccounts';
import { columnLetters, runToEnd, type HeaderGuess, type ImportProgress, type RawSheet } from './rawSheets';

export interface BuiltAccounts {
  readonly table: AccountTable;
  /** The file's row number of each row of the table. */
  readonly rowNumbers: Int32Array;
  /** Accounts placed at each level. */
  readonly placed: Readonly<Record<Exclude<PlaceLevel, 'hand'>, number>>;
  readonly repairs: readonly Repair[];
  readonly problems: readonly Problem[];
  readonly skipped: readonly SkippedRow[];
  /** ISO codes of amounts that could not be converted. */
  readonly currenciesWithoutRate: readonly string[];
  /** Where rows that name no country lie. */
  readonly country: ListCountry;
  /** Rows of accounts in the file: imported + rejected. */
  readonly rows: number;
  readonly imported: number;
  /** Each is named by a problem of severity error: duplicate-id or row-without-account. */
  readonly rejected: number;
}

/** Builds the account table from a sheet; see buildAccountsSteps. */
export function buildAccounts(
  sheet: RawSheet,
  mapping: readonly ColumnMapping[],
  geocoder: Geocoder,
  settings: BuildSettings,
  header: HeaderGuess = sheet.header,
): BuiltAccounts {
  return runToEnd(buildAccountsSteps(sheet, mapping, geocoder, settings, header));
}

/**
 * Cleans, identifies and places the rows of a sheet, step by step. Nothing of the sheet is changed; each cell that
 * is read otherwise than it stands is a repair, each doubt a problem, each row left out is skipped or rejected by name.
 * @throws ImportFileError where no row is left, or nothing is mapped
 */
export function* buildAccountsSteps(
  sheet: RawSheet,
  mapping: readonly ColumnMapping[],
  world: Geocoder,
  settings: BuildSettings,
  header: HeaderGuess = sheet.header,
): Generator<ImportProgress, BuiltAccounts> {
  if (mapping.every(({ field }) => field === 'ignore')) {
    throw new ImportFileError(
      'nothing-mapped',
      `${settings.fileName}: every column is ignored. Match at least one column to a field.`,
    );
  }
  const findings = new Findings(settings.fileName, headerNames(mapping), columnLetters, settings.refused);
  const { rows: dataRows, skipped } = findDataRows(sheet, header, mapping);
  if (dataRows.length === 0) {
    throw new ImportFileError(
      'header-only',
      `${settings.fileName} has no rows below its header (row ${sheet.rowNumbers[header.firstRow] ?? 1}). Export the list with its rows.`,
    );
  }
  noteDamaged(sheet, mapping, dataRows, findings);
  const country = inferCountry(sheet, mapping, dataRows, world, settings.country);
  if (country.isTold && country.isNeeded && !settings.country)
    noteCountry(country.code, sheet.rowNumbers[dataRows[0]!]!, -1, findings);
  const geocoder = country.isTold ? world.atHome(country.code) : world;
  const cleaned = yield* cleanColumns(sheet, mapping, dataRows, geocoder, settings, findings);
  const rowNumbers = Int32Array.from(dataRows, (row) => sheet.rowNumbers[row]!);
  const identity = identify(cleaned, rowNumbers, settings, findings);
  const kept = keptIndices(identity.rejected);
  const pick = (texts: readonly string[]) =>
    kept.length === texts.length ? texts : Array.from(kept, (i) => texts[i]!);
  const places = yield* placeAccounts(sheet, mapping, dataRows, kept, cleaned, geocoder, findings);
  const ids = pick(identity.ids);
  const names = pick(identity.names);
  const keptNumbers = Int32Array.from(kept, (i) => rowNumbers[i]!);
  const attributes = cleaned.attributes.map(({ id, name, column }) =>
    encodeAttribute(id, name, pick(column.texts)),
  );
  const parents = cleaned.texts.parent;
  if (parents) {
    const owners = cleaned.texts.owner ? pick(cleaned.texts.owner.texts) : null;
    const family = { rowNumbers: keptNumbers, ids, names, parents: pick(parents.texts), owners };
    const planAccounts = settings.planAccounts ?? null;
    const resolved = settleFamilies({ ...family, parentColumn: parents.columnIndex, planAccounts }, findings);
    attributes.push(encodeAttribute('parent', KNOWN_ATTRIBUTES.parent, resolved));
  }
  const table: AccountTable = {
    rowCount: kept.length,
    ids,
    names,
    lat: places.lat,
    lng: places.lng,
    placeLevels: places.levels,
    measures: cleaned.measures.map((measure) => pickMeasure(measure, kept)),
    attributes: [...attributes, ...places.attributes],
    removed: new Uint8Array(kept.length),
  };
  return {
    table,
    rowNumbers: keptNumbers,
    placed: places.placed,
    repairs: findings.repairs,
    problems: findings.problems,
    skipped,
    currenciesWithoutRate: [...findings.currenciesWithoutRate].sort(),
    country,
    rows: dataRows.length,
    imported: kept.length,
    rejected: dataRows.length - kept.length,
  };
}

/** Names cells whose bytes are no text; they are kept with a mark in place of each. */
function noteDamaged(
  sheet: RawSheet,
  mapping: readonly ColumnMapping[],
  dataRows: Int32Array,
  findings: Findings,
): void {
  if (!sheet.damagedCells?.length) return;
  const numbers = new Set(Array.from(dataRows, (row) => sheet.rowNumbers[row]!));
  const ignored = new Set(
    mapping.flatMap(({ field, columnIndex }) => (field === 'ignore' ? [columnIndex] : [])),
  );
  const text =
    'a letter was lost before the file came here, and stands as \ufffd. Correct it, or export the list again as UTF-8.';
  for (const { row, columnIndex } of sheet.damagedCells) {
    if (numbers.has(row) && !ignored.has(columnIndex))
      findings.problem(row, columnIndex, 'damaged-text', 'warning', text);
  }
}

function headerNames(mapping: readonly ColumnMapping[]): string[] {
  const headers: string[] = [];
  for (const { columnIndex, header } of mapping) headers[columnIndex] = header;
  return headers;
}

function identify(
  cleaned: CleanedColumns,
  rowNumbers: Int32Array,
  settings: BuildSettings,
  findings: Findings,
): Identity {
  const { id, name } = cleaned.texts;
  const input = {
    rowNumbers,
    ids: id?.texts ?? null,
    names: name?.texts ?? null,
    placeOf: (i: number) => placeText(cleaned, i),
    idColumn: id?.columnIndex ?? -1,
    nameColumn: name?.columnIndex ?? -1,
    keptRows: settings.keptRows,
  };
  return settleIdentity(input, findings);
}

function keptIndices(rejected: Uint8Array): Int32Array {
  const kept: number[] = [];
  for (let i = 0; i < rejected.length; i++) if (!rejected[i]) kept.push(i);
  return Int32Array.from(kept);
}

function pickMeasure(measure: MeasureColumn, kept: Int32Array): MeasureColumn {
  if (kept.length === measure.values.length) return measure;
  return { ...measure, values: Float64Array.from(kept, (i) => measure.values[i]!) };
}

/** What places a row, as text: postal code, else city and region, else the coordinates. */
function placeText(cleaned: CleanedColumns, i: number): string {
  const { postal, city, region } = cleaned.texts;
  if (postal?.texts[i]) return postal.texts[i];
  if (city?.texts[i]) return region?.texts[i] ? `${city.texts[i]}, ${region.texts[i]}` : city.texts[i];
  return Number.isNaN(cleaned.points.lat[i]!) ? '' : `${cleaned.points.lat[i]}, ${cleaned.points.lng[i]}`;
}
