import { describe, expect, it } from 'vitest';
import { attributeText, findMeasure } from '../../../../../shared/model/accountTable';
import { PLACE_LEVELS } from '../../../../../shared/model/placeLevel';
import type { BuiltAccounts } from '../../../../../shared/io/import/buildAccounts';
import { importFixture, readFixture } from './importFixture';

const texts = ({ table }: BuiltAccounts, id: string) =>
  table.ids.map((_, row) => attributeText(table, id, row));
const values = ({ table }: BuiltAccounts, name: string) => [...findMeasure(table, name)!.values];
const levels = ({ table }: BuiltAccounts) => [...table.placeLevels].map((code) => PLACE_LEVELS[code]);
const problems = (built: BuiltAccounts, ...codes: string[]) =>
  built.problems
    .filter(({ code }) => codes.includes(code))
    .map(({ row, column, code }) => [row, column, code]);

describe('numbers and dates', () => {
  it('reads numbers as people and programs write them', () => {
    const built = importFixture('numbers.csv');
    expect(values(built, 'Revenue')).toEqual([
      1_234_567,
      1234,
      1234.56,
      -500,
      1_200_000,
      0.125,
      123_000,
      NaN,
      NaN,
      NaN,
      18,
      NaN,
      -999,
      NaN,
      -250,
    ]);
    expect(problems(built, 'no-value', 'formula-error', 'not-a-number', 'sentinel', 'negative')).toEqual([
      [5, 'Revenue', 'negative'],
      [9, 'Revenue', 'no-value'],
      [10, 'Revenue', 'no-value'],
      [11, 'Revenue', 'formula-error'],
      [13, 'Revenue', 'not-a-number'],
      [14, 'Revenue', 'sentinel'],
      [16, 'Revenue', 'negative'],
    ]);
  });

  it('reads the order of dates from the column, and serials', () => {
    const built = importFixture('dates.csv');
    expect(texts(built, 'renewal-date')).toEqual([
      '2026-04-03',
      '2026-03-04',
      '2026-03-04',
      '2026-12-25',
      'soon',
      '2026-02-28',
      '2026-02-01',
    ]);
    expect(texts(built, 'created').slice(0, 2)).toEqual(['2026-03-04', '2026-03-04T10:15:00Z']);
    expect(problems(built, 'not-a-date')).toEqual([[6, 'Renewal date', 'not-a-date']]);
  });

  it('asks for the order where no date tells it, and reads as the plan says meanwhile', () => {
    const built = importFixture('dates-ambiguous.csv', { dateOrder: 'dmy' });
    expect(texts(built, 'renewal-date')).toEqual(['2026-04-03', '2026-06-05']);
    expect(problems(built, 'date-order')).toEqual([[2, 'Renewal date', 'date-order']]);
  });

  it('reads dates and ZIP formats of a workbook', () => {
    const built = importFixture('dates.xlsx');
    expect(texts(built, 'renewal-date')).toEqual(['2026-03-04', '2026-03-05']);
    expect(texts(built, 'start')).toEqual(['2026-03-04', '2026-03-09']);
    expect(texts(built, 'signed-as-text')).toEqual(['2026-03-04', '2026-03-25']);
    expect(texts(built, 'postal')).toEqual(['02110', '68508']);
    expect(texts(importFixture('dates-1904.xlsx'), 'renewal-date')).toEqual(['2026-03-04']);
  });
});

describe('identity and sheets', () => {
  it('names doubles, missing parents and circles', () => {
    const built = importFixture('identity.csv');
    expect([built.rows, built.imported, built.rejected]).toEqual([12, 11, 1]);
    expect(
      problems(built, 'duplicate-id', 'same-name-and-place', 'parent-missing', 'parent-cycle', 'id-missing'),
    ).toEqual([
      [4, 'Account ID', 'duplicate-id'],
      [13, 'Account ID', 'id-missing'],
      [6, 'Account Name', 'same-name-and-place'],
      [7, 'Parent Account', 'parent-missing'],
      [10, 'Parent Account', 'parent-cycle'],
    ]);
    const parents = texts(built, 'parent');
    const parentOf = (id: string) => parents[built.table.ids.indexOf(id)];
    expect(['A2', 'A7', 'A8', 'A9', 'A11'].map(parentOf)).toEqual(['A1', 'A8', 'A9', '', 'A2']);
    // A10 has another owner than its parent A1; A11's owner is its parent's, spelled otherwise.
    expect(problems(built, 'family-with-several-owners')).toEqual([
      [11, 'Parent Account', 'family-with-several-owners'],
    ]);
    const kept = importFixture('identity.csv', { keptRows: new Set([4]) });
    expect(kept.rejected).toBe(0);
    expect(kept.table.ids[2]).toBe('A1 (2)');
  });

  it('reads two-row headers', () => {
    const built = importFixture('two-row-headers.xlsx');
    expect(built.mapping.map(({ header }) => header)).toEqual([
      'Account ID',
      'Account Name',
      'Place City',
      'Place State',
      'Revenue 2025',
      'Revenue 2026',
    ]);
    expect(levels(built)).toEqual(['city', 'city']);
    expect(values(built, 'Revenue 2026')).toEqual([120, 180]);
  });

  it('names blank headers by their letter and numbers repeated ones', () => {
    const built = importFixture('blank-and-repeated-headers.csv');
    expect(built.mapping.map(({ header }) => header)).toEqual([
      'Id',
      'Name',
      'Column C',
      'Revenue',
      'Revenue (2)',
      'State',
    ]);
    expect(values(built, 'Revenue (2)')).toEqual([20, 40]);
  });

  it('reads cached values of formulas and reports those without', () => {
    const built = importFixture('formulas.xlsx');
    expect(values(built, 'Doubled')).toEqual([200, NaN, NaN]);
    expect(problems(built, 'formula-without-value', 'formula-error')).toEqual([
      [3, 'Doubled', 'formula-without-value'],
      [4, 'Doubled', 'formula-error'],
    ]);
  });

  it('passes over a million empty rows', () => {
    const file = readFixture('empty-trailing-rows.xlsx');
    expect(file.sheets[0]!.rowCount).toBe(3);
    expect(importFixture('empty-trailing-rows.xlsx').imported).toBe(2);
  });

  it('keeps cells that begin like formulas as they are', () => {
    const built = importFixture('formula-starts.csv');
    expect(built.table.names).toEqual(["=cmd|' /C calc'!A0", '@SUM(A1)']);
    expect(texts(built, 'segment')).toEqual(['+Plus', '-Minus']);
  });

  it('goes by the content where the extension is wrong', () => {
    expect(importFixture('workbook-named.csv').imported).toBe(3);
    expect(importFixture('text-named.xlsx').imported).toBe(2);
  });
});
