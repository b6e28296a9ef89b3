/** What was found while reading a list: repairs that were made, and problems that a person should see. */

/** How a cell was read otherwise than it stands. */
export const REPAIR_RULES = {
  blanks: 'Stray blanks and line breaks removed',
  zeroRestored: 'Lost leading zero restored',
  nineDigits: 'First five of nine digits used',
  postalForm: 'Postal code written in its usual form',
  regionCode: 'State or region in its usual short form',
  fips: 'Lost leading zero of the county code restored',
  decimalComma: 'Comma read as the decimal mark',
  thousandsPoint: 'Points read as thousands marks',
  brackets: 'Brackets read as a minus',
  percent: 'Percentage read as a share of one',
  suffix: 'K, M or B read as thousands, millions, billions',
  scientific: 'Scientific notation read as a number',
  range: 'Range read as its mean',
  date: 'Date written as year-month-day',
  serialDate: 'Excel serial number read as a date',
  swapped: 'Latitude and longitude were swapped',
  signLost: 'The lost minus of a coordinate restored',
  pair: 'Two coordinates in one cell parted',
  coordinateForm: 'Coordinate written in decimal degrees',
  noValue: 'A mark for “not known” read as no value',
  idForm: 'Decimals of a whole number removed',
  cycleBroken: 'Circle of parent accounts broken here',
  converted: 'Amount converted to the currency of the plan',
} as const;
export type RepairRule = keyof typeof REPAIR_RULES;

export interface Repair {
  /** As Excel shows it, from 1. */
  readonly row: number;
  /** Header of the column. */
  readonly column: string;
  readonly columnIndex: number;
  readonly before: string;
  readonly after: string;
  readonly rule: RepairRule;
}

/** error = needs you, warning = check, info = good to know. */
export type Severity = 'error' | 'warning' | 'info';

export type ProblemCode =
  | 'formula-error'
  | 'formula-without-value'
  | 'not-a-number'
  | 'negative'
  | 'sentinel'
  | 'no-value'
  | 'rate-missing'
  | 'date-order'
  | 'not-a-date'
  | 'out-of-range'
  | 'not-a-coordinate'
  | 'half-a-coordinate'
  | 'zero-coordinates'
  | 'outside-its-region'
  | 'far-from-any-place'
  | 'postal-unreadable'
  | 'postal-in-other-region'
  | 'postal-in-other-city'
  | 'city-doubtful'
  | 'country-assumed'
  | 'military-post'
  | 'region-unknown'
  | 'placed-roughly'
  | 'not-placed'
  | 'duplicate-id'
  | 'same-name-and-place'
  | 'id-missing'
  | 'id-in-scientific-notation'
  | 'name-missing'
  | 'owner-blank'
  | 'parent-missing'
  | 'parent-cycle'
  | 'family-with-several-owners'
  | 'row-without-account'
  | 'damaged-text'
  | 'encoding-guessed'
  | 'quote-not-closed'
  | 'hidden-parts'
  | 'header-made-up'
  | 'sheets-left-out';

export interface Problem {
  /** As Excel shows it, from 1; 0 where the whole file is meant. */
  readonly row: number;
  /** Header of the column, '' where the whole row is meant. */
  readonly column: string;
  readonly columnIndex: number;
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** Says file, row, column, what is wrong and what becomes of it. */
  readonly message: string;
}

/** A row that is no account: title, blank, repeated header, totals or footer. */
export interface SkippedRow {
  readonly row: number;
  readonly reason: string;
}

/** Where a finding is. */
export interface CellPlace {
  readonly row: number;
  readonly columnIndex: number;
}

/** A repair that a person refused, as a key of BuildSettings.refused. */
export function refusalKey(place: CellPlace): string {
  return `${place.row}:${place.columnIndex}`;
}

/** Collects findings; knows file and headers, so that callers name row and column only. */
export class Findings {
  readonly repairs: Repair[] = [];
  readonly problems: Problem[] = [];
  /** ISO codes of amounts that the plan has no rate for. */
  readonly currenciesWithoutRate = new Set<string>();

  constructor(
    private readonly fileName: string,
    private readonly headers: readonly string[],
    private readonly letters: (columnIndex: number) => string,
    private readonly refused: ReadonlySet<string>,
  ) {}

  /** Notes a repair. Returns false where a person refused it, and the cell is to stay as it is. */
  repair(row: number, columnIndex: number, before: string, after: string, rule: RepairRule): boolean {
    if (this.refused.size > 0 && this.refused.has(refusalKey({ row, columnIndex }))) return false;
    this.repairs.push({ row, column: this.headers[columnIndex] ?? '', columnIndex, before, after, rule });
    return true;
  }

  /** @param columnIndex -1 where the whole row is meant */
  problem(row: number, columnIndex: number, code: ProblemCode, severity: Severity, text: string): void {
    const column = this.headers[columnIndex] ?? '';
    const where = column ? `, column ${column} (${this.letters(columnIndex)})` : '';
    const message = `${this.fileName}, row ${row}${where}: ${text}`;
    this.problems.push({ row, column, columnIndex, code, severity, message });
  }
}
