import type { AttributeColumn } from '../../../model/accountTable';
import { PLACE_LEVELS } from '../../../model/placeLevel';
import { cellAddress, columnName, columnRange } from '../cellAddress';
import type { ExportContext } from '../exportContext';
import { assigneeName } from '../exportContext';
import { TERRITORIES_SHEET } from '../sheetNames';
import type { Cell, CellFormat, Sheet } from '../workbook';
import { headerRow, valueCell } from '../workbook';

export const ACCOUNTS_SHEET = 'Accounts';
/** Column of the first measure, from 0. */
export const FIRST_MEASURE_AT = 3;

export interface AccountsSheet {
  readonly sheet: Sheet;
  /** The Territory column of all accounts, for SUMIFS and COUNTIFS. */
  readonly territoryRange: string;
  /** Rows of the account table in the order of the sheet. */
  readonly rows: readonly number[];
  /** Address of an account's territory, and of one of its measures, by its position among `rows`. */
  territoryCell(position: number): string;
  measureCell(measureId: string, position: number): string;
  /** A measure's column of all accounts, by measure id. */
  measureRange(measureId: string): string;
}

const MEASURE_FORMATS: Readonly<Record<string, CellFormat>> = {
  money: 'money',
  hours: 'decimal',
  count: 'integer',
  number: 'decimal',
};
/** Attributes of the app itself, e.g. unit keys, that would only puzzle a reader. */
const isShown = (attributeId: string) =>
  !attributeId.startsWith('unit:') && !attributeId.startsWith('place:');

/** One row an account; the Territory column is an input that every other sheet follows. */
export function accountsSheet(
  context: ExportContext,
  territoryRows: { first: number; last: number },
): AccountsSheet {
  const { accounts } = context.document;
  const { assignment } = context.evaluation.territories;
  const rows: number[] = [];
  for (let row = 0; row < accounts.rowCount; row++) if (!accounts.removed[row]) rows.push(row);
  const attributes = accounts.attributes.filter((attribute) => isShown(attribute.id));
  const headers = [
    'Account ID',
    'Name',
    'Territory',
    ...accounts.measures.map((measure) => measure.name),
    ...attributes.map((attribute) => attribute.name),
    'Latitude',
    'Longitude',
    'Placed by',
  ];
  const lastRow = Math.max(2, rows.length + 1);
  const firstAttribute = FIRST_MEASURE_AT + accounts.measures.length;
  const formats: CellFormat[] = [
    'text',
    'text',
    'text',
    ...accounts.measures.map((measure) => MEASURE_FORMATS[measure.kind]!),
    ...attributes.map((): CellFormat => 'text'),
    'coordinate',
    'coordinate',
    'text',
  ];
  const sheet: Sheet = {
    name: ACCOUNTS_SHEET,
    columns: formats.map((format, position) => ({
      format,
      widthChars: widthOf(position, headers[position]!, attributes[position - firstAttribute]),
    })),
    *rows(): Iterable<Cell[]> {
      yield headerRow(headers);
      for (const row of rows) {
        yield [
          valueCell(accounts.ids[row]!),
          valueCell(accounts.names[row]!),
          valueCell(assigneeName(context, assignment[row]!), 'input'),
          ...accounts.measures.map((measure) => valueCell(measure.values[row]!, 'input')),
          ...attributes.map((attribute) => valueCell(attribute.dictionary[attribute.codes[row]!]! || null)),
          valueCell(accounts.lat[row]!),
          valueCell(accounts.lng[row]!),
          valueCell(PLACE_LEVELS[accounts.placeLevels[row]!]!),
        ];
      }
    },
    rowCount: rows.length + 1,
    frozenRows: 1,
    frozenColumns: 2,
    filterRow: 1,
    corridor: null,
    choices: [
      {
        range: `${columnName(2)}2:${columnName(2)}${lastRow}`,
        from: columnRange(TERRITORIES_SHEET, 0, territoryRows.first, territoryRows.last),
      },
    ],
  };
  const columnOf = (measureId: string) =>
    FIRST_MEASURE_AT + accounts.measures.findIndex((measure) => measure.id === measureId);
  return {
    sheet,
    rows,
    territoryCell: (position) => cellAddress(ACCOUNTS_SHEET, 2, position + 2),
    measureCell: (measureId, position) => cellAddress(ACCOUNTS_SHEET, columnOf(measureId), position + 2),
    territoryRange: columnRange(ACCOUNTS_SHEET, 2, 2, lastRow),
    measureRange: (measureId) => columnRange(ACCOUNTS_SHEET, columnOf(measureId), 2, lastRow),
  };
}

/** An attribute's column holds most of its texts, and no more than a screen can spare. */
const WIDEST_ATTRIBUTE = 30;

function widthOf(position: number, header: string, attribute: AttributeColumn | undefined): number {
  if (position === 1) return 34;
  if (position === 2) return 24;
  const longest = attribute?.dictionary.reduce((most, text) => Math.max(most, text.length), 0) ?? 0;
  return Math.max(12, header.length + 3, Math.min(WIDEST_ATTRIBUTE, longest + 2));
}
