import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { encodeAttribute, findMeasure } from '../../../../../shared/model/accountTable';
import { readDegrees, readPair } from '../../../../../shared/io/import/cleanCoordinates';
import { decideDateOrder, readDate } from '../../../../../shared/io/import/cleanDate';
import { readNumber } from '../../../../../shared/io/import/cleanNumber';
import { refusalKey } from '../../../../../shared/io/import/findings';
import type { BuildSettings } from '../../../../../shared/io/import/buildSettings';
import { convertAmount, currencyOf } from '../../../../../shared/io/import/currencyRates';
import { ImportFileError } from '../../../../../shared/io/import/importFileError';
import { assignField, guessMapping, rememberMapping } from '../../../../../shared/io/import/guessMapping';
import { readPostalFile } from '../../../../../shared/io/import/readPostalFile';
import { readPastedText } from '../../../../../shared/io/import/readFile';
import { idKey, salesforceSuffix } from '../../../../../shared/model/salesforceId';
import { findSpellingVariants } from '../../../../../shared/io/import/spellingVariants';
import { replaceTexts } from '../../../../../shared/model/replaceTexts';
import { findAlikeSheets, stackSheets } from '../../../../../shared/io/import/stackSheets';
import { importBytes, importFixture, readFixture } from './importFixture';

describe('readNumber', () => {
  it.each([
    ['1.234', '.', 1.234],
    ['1.234', ',', 1234],
    ['1,234', '.', 1234],
    ['1,234', ',', 1.234],
    ["1'234'567.5", '.', 1_234_567.5],
    ['1 234 567,50', '.', 1_234_567.5],
    ['EUR 1.234,50', '.', 1234.5],
    ['1234.50 CHF', '.', 1234.5],
    ['500 €-', '.', -500],
    ['($1,234.50)', '.', -1234.5],
    ['-$5', '.', -5],
    ['$-5', '.', -5],
    ['12.5 %', '.', 0.125],
    ['3.4bn', '.', 3.4e9],
    ['250k', '.', 250_000],
    ['1.5 Mio. €', '.', 1_500_000],
    ['−42', '.', -42],
    ['.5', '.', 0.5],
    ['007', '.', 7],
  ] as const)('%s with %s is %d', (text, mark, value) => {
    expect(readNumber(text, mark)).toMatchObject({ kind: 'number', value });
  });

  it.each(['1.2.3', '12a', '1,23,4', '$', '(', '10-5', 'ABC 12', '1..2', '٣'])('%s is no number', (text) => {
    expect(readNumber(text, '.').kind).toBe('unreadable');
  });
});

describe('dates and degrees', () => {
  it('reads dates in the order that the column tells', () => {
    expect(decideDateOrder(['03/04/2026', '25/12/2026'])).toBe('dmy');
    expect(decideDateOrder(['03/04/2026', '12/25/2026'])).toBe('mdy');
    expect(decideDateOrder(['4.3.2026'])).toBe('dmy');
    expect(decideDateOrder(['03/04/2026'])).toBeNull();
    expect(readDate('3/4/26', 'mdy')).toBe('2026-03-04');
    expect(readDate('2/30/2026', 'mdy')).toBeNull();
    expect(readDate('6/20/2017 10:43:57 PM', 'mdy')).toBe('2017-06-20T22:43:57');
  });

  it('reads degrees in their usual forms', () => {
    expect(readDegrees('71°3\'32"W')).toBeCloseTo(-71.0589, 3);
    expect(readDegrees('N 42.36')).toBe(42.36);
    expect(readDegrees('-0°30\'0"')).toBe(-0.5);
    expect(readDegrees('12 Main')).toBeNaN();
    expect(readPair('(42,36; -71,06)')).toEqual([42.36, -71.06]);
    expect(readPair('42.36 -71.06')).toEqual([42.36, -71.06]);
    expect(readPair('42.36')).toBeNull();
  });
});

describe('coordinates of a whole list', () => {
  const build = (rows: string) =>
    importBytes(new TextEncoder().encode(`Id,Name,State,Latitude,Longitude\n${rows}`), 'list.csv');

  it('are swapped where the columns are', () => {
    const built = build('1,One,MA,-71.06,42.36\n2,Two,TX,-97.74,30.27\n');
    expect([...built.table.lat]).toEqual([42.36, 30.27]);
    expect(built.repairs.map(({ rule }) => rule)).toEqual(['swapped', 'swapped']);
  });

  it('are left alone where nothing tells the country', () => {
    const built = build('1,One,,48.14,11.58\n2,Two,,52.52,13.41\n');
    expect([...built.table.lng]).toEqual([11.58, 13.41]);
    expect(built.problems).toEqual([]);
  });
});

describe('ids and currencies', () => {
  it('knows an 18-character Salesforce id by its suffix', () => {
    expect(salesforceSuffix('0015000000K2xQJ')).toBe('AAZ');
    expect(idKey('0015000000K2xQJAAZ')).toBe('0015000000K2xQJ');
    expect(idKey('0015000000K2xQJAAA')).toBe('0015000000K2xQJAAA');
  });

  it('converts at the rate of the day, and leaves what has no rate', () => {
    const rates = [
      { currency: 'EUR', into: 'USD', rate: 1.1, from: '2025-01-01' },
      { currency: 'EUR', into: 'USD', rate: 1.2, from: '2026-01-01' },
    ];
    const settings = { planCurrency: 'USD', rates, onDate: '2025-12-31' };
    expect(convertAmount(100, 'eur', settings)).toBe(110);
    expect(convertAmount(100, '', settings)).toBe(100);
    expect(convertAmount(100, 'GBP', settings)).toBeNull();
    expect(convertAmount(100, 'EUR', settings, '2026-02-01')).toBe(120);
    expect(convertAmount(100, 'EUR', { ...settings, planCurrency: 'CAD' })).toBeNull();
    const csv = 'Id,Name,State,Currency,Revenue\n1,One,MA,USD,10\n2,Two,MA,EUR,10\n3,Three,MA,GBP,10\n';
    const built = importBytes(new TextEncoder().encode(csv), 'list.csv', { currency: settings });
    expect([...findMeasure(built.table, 'Revenue')!.values]).toEqual([10, 11, 10]);
    expect(built.problems.map(({ code, row }) => [code, row])).toContainEqual(['rate-missing', 4]);
  });
});

describe('doubts are named', () => {
  const read = (csv: string, changed: Partial<BuildSettings> = {}) =>
    importBytes(new TextEncoder().encode(csv), 'list.csv', changed);

  it('finds the same name and ZIP where one has its ZIP+4', () => {
    const built = read('Name,Zip\nAcme Inc,02138\nACME INC,02139\nAcme Inc,02138-1234\n');
    const rows = built.problems.filter(({ code }) => code === 'same-name-and-place').map(({ row }) => row);
    expect(rows).toEqual([4]);
  });

  it('lists a number whose repair was refused', () => {
    const csv = 'Id,Name,Revenue\n1,A,1.2M\n2,B,5\n';
    const built = read(csv, { refused: new Set([refusalKey({ row: 2, columnIndex: 2 })]) });
    expect([...findMeasure(built.table, 'Revenue')!.values]).toEqual([NaN, 5]);
    expect(built.problems.map(({ row, code }) => [row, code])).toContainEqual([2, 'not-a-number']);
  });

  it('swaps coordinates only where the state agrees', () => {
    const built = read('Id,Name,State,Lat,Lng\n1,A,MA,142,-71\n2,B,MA,-71.06,42.36\n3,C,ID,116.2,43.6\n');
    expect([...built.table.lat].slice(1)).toEqual([42.36, 43.6]);
    expect([...built.table.lng].slice(1)).toEqual([-71.06, -116.2]);
    expect(built.table.lat[0]).toBeGreaterThan(41);
    expect(built.problems.map(({ row, code }) => [row, code])).toContainEqual([2, 'out-of-range']);
    expect(built.repairs.some(({ row }) => row === 2)).toBe(false);
  });
});

describe('dollars', () => {
  it.each([
    ['$1,234', '$', 1234],
    ['CA$500', 'CAD', 500],
    ['C$500', 'CAD', 500],
    ['A$70', 'AUD', 70],
    ['AU$70', 'AUD', 70],
    ['US$1.5M', 'USD', 1_500_000],
    ['NZ$5', 'NZD', 5],
    ['HK$5', 'HKD', 5],
    ['S$5', 'SGD', 5],
    ['500 CA$', 'CAD', 500],
    ['1.2M$', '$', 1_200_000],
    ['(A$70)', 'AUD', -70],
    ['R$ 5', 'BRL', 5],
    ['JP¥500', 'JPY', 500],
    ['500 EUR', 'EUR', 500],
    ['1.2M EUR', 'EUR', 1_200_000],
  ])('%s is in %s', (text, currency, value) => {
    expect(readNumber(text, '.')).toMatchObject({ kind: 'number', value, currency });
  });

  it('does not take an unknown dollar for the US one', () => {
    expect(readNumber('J$500', '.').kind).toBe('unreadable');
  });

  it.each([
    ['$', 'CAD', 'USD', 'CAD'],
    ['$', ' aud ', 'EUR', 'AUD'],
    ['$', '', 'CAD', 'CAD'],
    ['$', '', 'EUR', 'USD'],
    ['$', 'EUR', 'CAD', 'USD'],
    ['CAD', 'AUD', 'USD', 'CAD'],
    ['', 'aud', 'USD', 'AUD'],
    ['', '', 'USD', ''],
  ])('%s in a row of %s of a plan in %s is %s', (written, row, plan, currency) => {
    expect(currencyOf(written, row, plan)).toBe(currency);
  });

  it('converts “$” of a Canadian row as Canadian dollars', () => {
    const csv =
      'Id,Name,City,Country,Currency,Revenue\n1,A,Toronto,CA,CAD,"$1,234"\n2,B,Toronto,Canada,CAD,CA$500\n3,C,Sydney,AU,AUD,A$70\n4,D,Boston,US,USD,$10\n';
    const rates = [
      { currency: 'CAD', into: 'USD', rate: 0.5, from: '2025-01-01' },
      { currency: 'AUD', into: 'USD', rate: 0.1, from: '2025-01-01' },
    ];
    const currency = { planCurrency: 'USD', rates, onDate: '2025-12-31' };
    const built = importBytes(new TextEncoder().encode(csv), 'usdcad.csv', { currency });
    expect([...findMeasure(built.table, 'Revenue')!.values]).toEqual([617, 250, 7, 10]);
    const without = importBytes(new TextEncoder().encode(csv), 'usdcad.csv');
    expect(without.currenciesWithoutRate).toEqual(['AUD', 'CAD']);
  });
});

describe('mapping', () => {
  it('is remembered for the next file with the same headers, in any order', () => {
    const sheet = readPastedText('Kundencode\tLabel\tQ\nA1\tHarbor\t5\nA2\tPrairie\t6\n').sheets[0]!;
    const guess = guessMapping(sheet);
    const chosen = assignField(assignField(guess.columns, 0, 'id'), 2, { attribute: 'Quarter' });
    const memory = { [guess.signature]: rememberMapping(chosen) };
    const next = readPastedText('Q\tLabel\tKundencode\n7\tBlue\tA3\n').sheets[0]!;
    const remembered = guessMapping(next, next.header, memory);
    expect(remembered.isRemembered).toBe(true);
    expect(remembered.columns[2]).toMatchObject({ field: 'id', confidence: 1 });
    expect(remembered.columns[0]!.field).toEqual({ attribute: 'Quarter' });
  });

  it('leaves a refused repair as the file has it', () => {
    const before = importFixture('home-made.xlsx');
    expect(before.repairs).toHaveLength(1);
    const after = importFixture('home-made.xlsx', { refused: new Set(['4:2']) });
    expect(after.repairs).toHaveLength(0);
    expect(after.table.attributes.find(({ id }) => id === 'postal')!.dictionary).toContain('2110');
  });
});

describe('owners and sheets', () => {
  it('groups spellings of one name', () => {
    const owners = [
      'Claire Dubois',
      'claire dubois',
      'Dubois, Claire',
      'Claire Duboiss',
      'Jake Tolliver',
      'Claire Dubois',
    ];
    const column = encodeAttribute('owner', 'Owner', owners);
    const groups = findSpellingVariants(column);
    expect(groups).toHaveLength(1);
    expect(groups[0]!.spellings[0]).toEqual({ text: 'Claire Dubois', count: 2 });
    const merged = replaceTexts(
      column,
      new Map(groups[0]!.spellings.map(({ text }) => [text, 'Claire Dubois'])),
    );
    expect(merged.dictionary).toEqual(['', 'Claire Dubois', 'Jake Tolliver']);
  });

  it('stacks alike sheets, with a number of its own for each row', () => {
    const { sheets } = readFixture('alike-sheets.xlsx');
    expect(findAlikeSheets(sheets)).toEqual([[0, 1]]);
    const { sheet, notes } = stackSheets([sheets[0]!, sheets[1]!], 'alike-sheets.xlsx');
    expect([...sheet.rowNumbers]).toEqual([1, 2, 3, 5, 6]);
    expect(sheet.columns.at(-1)).toEqual(['Sheet', 'East', 'East', 'West', 'West']);
    expect(notes).toEqual(['Row 2 of sheet West is counted as row 5.']);
    expect(() => stackSheets([sheets[0]!, sheets[2]!], 'alike-sheets.xlsx')).toThrow(ImportFileError);
  });
});

describe('readPostalFile', () => {
  const line = 'DE\t01067\tDresden\tSachsen\tSN\t\t00\tDresden\t14612\t51.06\t13.7217\t4\n';
  it('takes the text, or the zip that GeoNames gives', () => {
    const text = new TextEncoder().encode(line);
    expect(readPostalFile(text, 'DE.txt')).toBe(line);
    expect(readPostalFile(zipSync({ 'readme.txt': text.slice(0, 4), 'DE.txt': text }), 'DE.zip')).toBe(line);
    expect(() => readPostalFile(new TextEncoder().encode('a,b\n1,2\n'), 'x.txt')).toThrow(ImportFileError);
  });
});
