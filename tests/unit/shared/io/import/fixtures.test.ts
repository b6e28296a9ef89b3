import { describe, expect, it } from 'vitest';
import { attributeText, findMeasure } from '../../../../../shared/model/accountTable';
import { PLACE_LEVELS } from '../../../../../shared/model/placeLevel';
import type { BuiltAccounts } from '../../../../../shared/io/import/buildAccounts';
import { ImportFileError } from '../../../../../shared/io/import/importFileError';
import { importFixture, readFixture } from './importFixture';

const texts = ({ table }: BuiltAccounts, id: string) =>
  table.ids.map((_, row) => attributeText(table, id, row));
const values = ({ table }: BuiltAccounts, name: string) => [...findMeasure(table, name)!.values];
const levels = ({ table }: BuiltAccounts) => [...table.placeLevels].map((code) => PLACE_LEVELS[code]);
const repairs = (built: BuiltAccounts) =>
  built.repairs.map(({ row, before, after, rule }) => [row, before, after, rule]);
const problems = (built: BuiltAccounts, ...codes: string[]) =>
  built.problems
    .filter(({ code }) => codes.includes(code))
    .map(({ row, column, code }) => [row, column, code]);

describe('lists of each system', () => {
  it('reads a Salesforce Data Loader file, with line breaks in its streets', () => {
    const built = importFixture('salesforce-data-loader.csv');
    expect(built.table.ids).toEqual(['0015000000K2xQJAAZ', '0015000000K2xQKAAZ', '0015000000K2xQLAAZ']);
    expect(built.mapping.map(({ field }) => field).slice(0, 4)).toEqual(['id', 'name', 'parent', 'owner']);
    expect(texts(built, 'street')[0]).toBe('12 Wharf Road, Suite 4');
    expect(texts(built, 'parent')).toEqual(['', '0015000000K2xQJAAZ', '']);
    expect(values(built, 'Annual revenue')).toEqual([1_200_000, 250_000, NaN]);
    expect(levels(built)).toEqual(['exact', 'postal', 'exact']);
  });

  it('leaves out the footer of a Salesforce report and keeps ids apart that differ by a capital', () => {
    const built = importFixture('salesforce-report.csv');
    expect(built.table.ids).toEqual(['0015000000K2xQJ', '0015000000K2xQj', '0015000000K2xQL']);
    expect(built.skipped.filter(({ reason }) => reason !== 'Blank row')).toEqual([
      { row: 6, reason: 'Totals row' },
      { row: 9, reason: 'Footer of the report' },
      { row: 10, reason: 'Footer of the report' },
      { row: 11, reason: 'Footer of the report' },
    ]);
    expect(texts(built, 'parent')[1]).toBe('0015000000K2xQJ');
    expect(values(built, 'Annual revenue')[0]).toBe(1_200_000);
  });

  it('reads HubSpot, with an account abroad', () => {
    const built = importFixture('hubspot.csv');
    expect(levels(built)).toEqual(['postal', 'city']);
    expect(built.table.lat[1]).toBeCloseTo(45.75, 1);
    expect(texts(built, 'create-date')[0]).toBe('2025-11-03T14:05:00');
  });

  it('reads Dynamics, whose id is in a hidden column', () => {
    const file = readFixture('dynamics-365.xlsx');
    expect(file.sheets[0]!.hiddenColumns).toEqual([0, 1, 2]);
    const built = importFixture('dynamics-365.xlsx');
    expect(built.table.ids[0]).toBe('7d1f3a60-0001-4c00-8000-000000000001');
    expect(built.mapping.map(({ field }) => field)).toEqual([
      'id',
      'ignore',
      'ignore',
      'name',
      'city',
      'region',
      'postal',
      'owner',
    ]);
  });

  it('finds the header of a home-made list below its title and leaves out the totals', () => {
    const file = readFixture('home-made.xlsx');
    expect(file.sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['Read me', false],
      ['Master', false],
      ['Lookup', true],
    ]);
    expect(file.mainSheet).toBe(1);
    const built = importFixture('home-made.xlsx');
    expect([...built.rowNumbers]).toEqual([4, 5, 6]);
    expect(built.table.ids).toEqual(['10140', '10141', '10142']);
    expect(texts(built, 'postal')).toEqual(['02110', '68508', '78701']);
    expect(built.table.measures.map(({ name, kind }) => [name, kind])).toEqual([
      ['2026 Rev ($)', 'money'],
      ['Visits/yr', 'count'],
    ]);
    expect(built.skipped).toEqual([
      { row: 1, reason: 'Above the header' },
      { row: 2, reason: 'Blank row' },
      { row: 7, reason: 'Totals row' },
    ]);
  });
});

describe('places', () => {
  it('reads postal codes with lost zeros and of other countries', () => {
    const built = importFixture('postal.csv');
    expect(texts(built, 'postal')).toEqual([
      '02138',
      '00501',
      '02138',
      '02138-1234',
      '02138',
      '02138',
      'M5V 3L9',
      'M5V 3L9',
      'M5V',
      'SW1A 1AA',
      '01067',
      '09007',
      '02205',
      '2400',
      'MA',
      '96349',
    ]);
    expect(levels(built)).toEqual([
      ...Array<string>(6).fill('postal'),
      ...Array<string>(5).fill('city'),
      'postal',
      'postal',
      'city',
      'city',
      'postal',
    ]);
    expect(problems(built, 'postal-unreadable')).toEqual([[16, 'Zip', 'postal-unreadable']]);
    expect(problems(built, 'military-post')).toEqual([
      [13, 'Zip', 'military-post'],
      [17, 'Zip', 'military-post'],
    ]);
  });

  it('reads states and counties as people write them', () => {
    const built = importFixture('regions.csv');
    expect(levels(built)).toEqual([
      'city',
      'city',
      'city',
      'county',
      'county',
      'county',
      'city',
      'city',
      'county',
      'city',
      'city',
      'city',
    ]);
    expect(texts(built, 'countyFips').slice(3, 6)).toEqual(['25017', '25017', '06037']);
    expect(built.table.lat[1]).toBeCloseTo(43.7, 1);
    expect(built.table.lat[11]).toBeCloseTo(48.1, 1);
    expect(repairs(built)).toEqual([
      [7, '6037', '06037', 'fips'],
      [4, 'D.C.', 'DC', 'regionCode'],
    ]);
  });

  it('repairs coordinates that the address makes plain and reports the others', () => {
    const built = importFixture('coordinates.csv');
    const boston = [0, 1, 4, 5, 6, 9];
    for (const row of boston) {
      expect(built.table.lat[row]).toBeCloseTo(42.36, 1);
      expect(built.table.lng[row]).toBeCloseTo(-71.06, 1);
    }
    expect(levels(built)[2]).toBe('city');
    const codes = [
      'zero-coordinates',
      'out-of-range',
      'far-from-any-place',
      'half-a-coordinate',
      'not-a-coordinate',
    ];
    expect(problems(built, ...codes)).toEqual([
      [4, 'Latitude', 'zero-coordinates'],
      [5, 'Latitude', 'out-of-range'],
      [10, 'Longitude', 'half-a-coordinate'],
      [12, 'Latitude', 'not-a-coordinate'],
      [12, 'Longitude', 'not-a-coordinate'],
      [9, 'Latitude', 'far-from-any-place'],
    ]);
    expect(new Set(built.repairs.map(({ rule }) => rule))).toEqual(
      new Set(['swapped', 'coordinateForm', 'pair', 'signLost']),
    );
  });

  it('names file, row and column of a latitude of 912, and keeps the row', () => {
    const built = importFixture('latitude-912.csv');
    expect(built.imported).toBe(3);
    expect(built.problems.find(({ code }) => code === 'out-of-range')!.message).toBe(
      'latitude-912.csv, row 3, column Latitude (C): latitude 912 is outside −90 to 90; the address places the row.',
    );
    expect(levels(built)).toEqual(['exact', 'none', 'exact']);
  });
});

describe('encodings and separators', () => {
  it.each([
    ['utf8-bom.csv', 'utf-8', ','],
    ['utf16le-tabs.txt', 'utf-16le', '\t'],
    ['utf16le-without-bom.csv', 'utf-16le', ','],
    ['windows-1252.csv', 'windows-1252', ','],
    ['tabs.tsv', 'utf-8', '\t'],
    ['pipes.txt', 'utf-8', '|'],
    ['old-mac-line-ends.csv', 'utf-8', ','],
    ['sep-line.csv', 'utf-8', ';'],
  ])('%s is read as %s parted by %j', (name, encoding, delimiter) => {
    const file = readFixture(name);
    expect([file.encoding, file.delimiter]).toEqual([encoding, delimiter]);
    const built = importFixture(name);
    expect(built.table.names).toEqual(['Café Zürich', 'Señor Peña']);
    expect([...built.rowNumbers]).toEqual([2, 3]);
    expect(values(built, 'Revenue')).toEqual([1200, 800]);
  });

  it('reads decimal commas in a semicolon file', () => {
    const built = importFixture('semicolons-decimal-comma.csv');
    expect(values(built, 'Umsatz')).toEqual([1234.56, 98_765, 1500]);
    expect(values(built, 'Anteil')).toEqual([0.125, 0.0325, 0.005]);
    expect(levels(built)).toEqual(['city', 'city', 'city']);
  });

  it('reads quotes within fields', () => {
    expect(importFixture('semicolons-and-quotes.csv').table.names).toEqual([
      'Smith "The Baker" & Sons; Inc.',
      'Plain 6" pipe',
    ]);
  });
});

/** The error that reading a file ends in, which must be of the kind that is shown. */
function refusalOf(name: string): ImportFileError | null {
  try {
    readFixture(name);
    return null;
  } catch (error) {
    if (error instanceof ImportFileError) return error;
    throw error;
  }
}

describe('files that can not be read', () => {
  it.each([
    ['empty.csv', 'empty-file', 'empty.csv is empty (0 bytes)'],
    ['blanks.csv', 'empty-file', 'blanks.csv holds blanks only'],
    ['binary.csv', 'not-a-table', 'binary.csv holds binary data'],
    ['header-only.csv', 'header-only', 'header-only.csv has a header in row 1 and no rows'],
    ['cut-short.xlsx', 'damaged-workbook', 'cut-short.xlsx is damaged'],
    ['zip-bomb.xlsx', 'too-large', 'zip-bomb.xlsx would unpack to'],
    ['old-excel.xls', 'old-excel', 'old-excel.xls is a workbook of Excel 97–2003'],
    ['locked.xlsx', 'locked-workbook', 'locked.xlsx is locked with a password'],
    ['web-page.xls', 'not-a-table', 'web-page.xls is a web page'],
  ])('%s says so', (name, code, start) => {
    const refusal = refusalOf(name);
    expect(refusal?.code).toBe(code);
    expect(refusal?.message.slice(0, start.length)).toBe(start);
  });
});
