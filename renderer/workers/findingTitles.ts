import type { Problem, ProblemCode, Repair, RepairRule } from '../../shared/io/import/findings';
import { columnLetters } from '../../shared/io/import/rawSheets';

type Title = (header: string) => string;

const PROBLEM_TITLES: Readonly<Record<ProblemCode, Title>> = {
  'formula-error': (header) => `Formula error in ${header}`,
  'formula-without-value': (header) => `Formula without a value in ${header}`,
  'not-a-number': (header) => `Not a number in ${header}`,
  negative: (header) => `${header} is below zero`,
  sentinel: (header) => `${header} not known`,
  'no-value': (header) => `No value in ${header}`,
  'rate-missing': (header) => `No rate of exchange for ${header}`,
  'date-order': (header) => `Day or month first in ${header}?`,
  'not-a-date': (header) => `Not a date in ${header}`,
  'out-of-range': (header) => `${header} is out of range`,
  'not-a-coordinate': (header) => `${header} is no coordinate`,
  'half-a-coordinate': () => 'Half a coordinate',
  'zero-coordinates': () => 'Coordinates 0, 0',
  'outside-its-region': () => 'Coordinates outside the state',
  'far-from-any-place': () => 'Coordinates far from any place',
  'postal-unreadable': (header) => `${header} can’t be read`,
  'postal-in-other-region': (header) => `${header} lies in another state`,
  'postal-in-other-city': (header) => `${header} and city lie apart`,
  'city-doubtful': () => 'City may be another one',
  'country-assumed': () => 'Country of the list',
  'military-post': () => 'Military post',
  'region-unknown': (header) => `${header} is not known`,
  'placed-roughly': () => 'Placed roughly',
  'not-placed': () => 'Not placed',
  'duplicate-id': () => 'Same account ID twice',
  'same-name-and-place': () => 'Same name and place twice',
  'id-missing': () => 'No account ID',
  'id-in-scientific-notation': () => 'Account ID lost its digits',
  'name-missing': () => 'No name',
  'owner-blank': () => 'Owner is blank',
  'parent-missing': () => 'Parent is not in the list',
  'parent-cycle': () => 'Parents go in a circle',
  'family-with-several-owners': () => 'Family with several owners',
  'row-without-account': () => 'Row without an account',
  'damaged-text': (header) => `Letters lost in ${header}`,
  'encoding-guessed': () => 'Not a Unicode file',
  'quote-not-closed': () => 'Quotation mark not closed',
  'hidden-parts': () => 'Hidden in the workbook',
  'header-made-up': () => 'No header found',
  'sheets-left-out': () => 'Sheets not imported',
};

const REPAIR_TITLES: Readonly<Record<RepairRule, Title>> = {
  blanks: (header) => `Stray blanks in ${header}`,
  zeroRestored: (header) => `${header} lost its zero`,
  nineDigits: (header) => `${header} has nine digits`,
  postalForm: (header) => `${header} in its usual form`,
  regionCode: (header) => `${header} in its short form`,
  fips: (header) => `${header} lost its zero`,
  decimalComma: (header) => `Decimal comma in ${header}`,
  thousandsPoint: (header) => `Points as thousands in ${header}`,
  brackets: (header) => `Brackets in ${header} read as minus`,
  percent: (header) => `Percentages in ${header}`,
  suffix: (header) => `K, M or B in ${header}`,
  scientific: (header) => `Scientific notation in ${header}`,
  range: (header) => `${header} is a range`,
  date: (header) => `Dates in ${header}`,
  serialDate: (header) => `Excel dates in ${header}`,
  swapped: () => 'Latitude and longitude swapped',
  signLost: (header) => `${header} lost its minus`,
  pair: (header) => `Two coordinates in ${header}`,
  coordinateForm: (header) => `${header} in decimal degrees`,
  noValue: (header) => `“Not known” in ${header}`,
  idForm: (header) => `Decimals of ${header} removed`,
  cycleBroken: () => 'Circle of parents broken',
  converted: (header) => `${header} converted`,
};

export function problemTitle({ code, column }: Problem): string {
  return PROBLEM_TITLES[code](column);
}

/** The message without file, row and column, which the list shows beside it. */
export function problemDetail({ row, column, columnIndex, message }: Problem, fileName: string): string {
  const where = column ? `, column ${column} (${columnLetters(columnIndex)})` : '';
  const prefix = row === 0 ? `${fileName}: ` : `${fileName}, row ${row}${where}: `;
  return message.startsWith(prefix) ? message.slice(prefix.length) : message;
}

export function repairTitle({ rule, column }: Repair): string {
  return REPAIR_TITLES[rule](column);
}

export function repairDetail({ before, after }: Repair): string {
  return `${before.trim() || 'blank'} read as ${after || 'none'}`;
}
