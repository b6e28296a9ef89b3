import type { AccountTable } from '../../model/accountTable';
import { encodeAttribute } from '../../model/accountTable';
import type { PlaceLevel } from '../../model/placeLevel';
import { PLACE_LEVELS, placeLevelCode } from '../../model/placeLevel';
import { numberCell, readCsvTable, readNumberCell, writeCsvTable } from './csvTable';
import type { PlanJson } from './planJson';
import { ProjectFileError } from './projectError';

export const ACCOUNTS_FILE = 'accounts.csv';
const FIXED_COLUMNS = ['id', 'name', 'lat', 'lng', 'placed', 'removed'] as const;

/** accounts.csv: a row an account, tombstones included, so that rows keep their index. */
export function writeAccounts(table: AccountTable): string {
  const header = [
    ...FIXED_COLUMNS,
    ...table.measures.map((measure) => measure.name),
    ...table.attributes.map((attribute) => attribute.name),
  ];
  const rows: string[][] = [];
  for (let row = 0; row < table.rowCount; row++) {
    rows.push([
      table.ids[row]!,
      table.names[row]!,
      numberCell(table.lat[row]!),
      numberCell(table.lng[row]!),
      PLACE_LEVELS[table.placeLevels[row]!]!,
      table.removed[row] ? 'yes' : '',
      ...table.measures.map((measure) => numberCell(measure.values[row]!)),
      ...table.attributes.map((attribute) => attribute.dictionary[attribute.codes[row]!]!),
    ]);
  }
  return writeCsvTable(header, rows);
}

/** @throws ProjectFileError naming file and row */
export function readAccounts(text: string, columns: Pick<PlanJson, 'measures' | 'attributes'>): AccountTable {
  const { header, rows } = readCsvTable(ACCOUNTS_FILE, text);
  const columnCount = FIXED_COLUMNS.length + columns.measures.length + columns.attributes.length;
  if (header.length !== columnCount) {
    throw new ProjectFileError(
      'damaged',
      `${ACCOUNTS_FILE} in the plan file has ${header.length} columns where plan.json names ${columnCount}.`,
    );
  }
  const numbers = (column: number) =>
    Float64Array.from(rows, (row, index) => readNumberCell(ACCOUNTS_FILE, index, row[column]!));
  const firstMeasure = FIXED_COLUMNS.length;
  const firstAttribute = firstMeasure + columns.measures.length;
  return {
    rowCount: rows.length,
    ids: rows.map((row) => row[0]!),
    names: rows.map((row) => row[1]!),
    lat: numbers(2),
    lng: numbers(3),
    placeLevels: Uint8Array.from(rows, (row, index) => readPlaceLevel(row[4]!, index)),
    removed: Uint8Array.from(rows, (row) => (row[5] === 'yes' ? 1 : 0)),
    measures: columns.measures.map((measure, offset) => ({
      ...measure,
      values: numbers(firstMeasure + offset),
    })),
    attributes: columns.attributes.map(({ id, name }, offset) =>
      encodeAttribute(
        id,
        name,
        rows.map((row) => row[firstAttribute + offset]!),
      ),
    ),
  };
}

function readPlaceLevel(cell: string, rowIndex: number): number {
  const code = placeLevelCode(cell as PlaceLevel);
  if (code < 0) {
    throw new ProjectFileError(
      'damaged',
      `${ACCOUNTS_FILE} in the plan file, row ${rowIndex + 2}: "${cell}" is no way an account can be placed.`,
    );
  }
  return code;
}
