import { describe, expect, it } from 'vitest';
import { attributeText } from '../../../../../shared/model/accountTable';
import type { BuiltAccounts } from '../../../../../shared/io/import/buildAccounts';
import { fileProblems } from '../../../../../shared/io/import/fileProblems';
import { importBytes, importFixture, readFixture } from './importFixture';

const texts = ({ table }: BuiltAccounts, id: string) =>
  table.ids.map((_, row) => attributeText(table, id, row));
const found = ({ problems }: BuiltAccounts, code: string) =>
  problems.filter((problem) => problem.code === code).map(({ row, column }) => `${row} ${column}`);
const importText = (text: string) => importBytes(new TextEncoder().encode(text), 'list.csv');

describe('dates', () => {
  it('reads serials under headers that name a day, shows it, and adds up only amounts', () => {
    const built = importFixture('serial-dates.csv');
    expect(texts(built, 'last-order-date')).toEqual(['2026-03-04', '2026-03-05', '2026-03-06']);
    expect(texts(built, 'contract-end')[0]).toBe('2026-03-19');
    expect(texts(built, 'signed')[2]).toBe('2026-03-10');
    expect(built.table.measures.map(({ name }) => name)).toEqual(['Balance']);
    expect(built.repairs).toContainEqual(
      expect.objectContaining({ row: 2, column: 'Signed', after: '2026-03-04', rule: 'serialDate' }),
    );
  });

  it('keeps a column of dates one though most of it is not known, and names those cells', () => {
    const built = importFixture('serial-dates.csv');
    expect(texts(built, 'last-visit')).toEqual(['', '2026-03-10', '']);
    expect(
      built.repairs.filter(({ rule }) => rule === 'noValue').map(({ row, before }) => [row, before]),
    ).toEqual([
      [2, 'n/a'],
      [4, '-'],
    ]);
  });

  it.each(['Revenue at end', 'Vendor', 'Weekend visits', 'Amount due ($)'])('adds up %s', (header) => {
    const built = importText(`Name,City,${header}\nA,Boston,46085\nB,Boston,46090\n`);
    expect(built.table.measures.map(({ name }) => name)).toEqual([header]);
  });

  it('asks for the order where some dates are day first and others month first', () => {
    const built = importFixture('dates-mixed-orders.csv', { dateOrder: 'dmy' });
    expect(texts(built, 'signed')).toEqual(['2026-02-13', '2026-02-13', '2026-02-01']);
    expect(found(built, 'date-order')).toEqual(['2 Signed']);
    expect(texts(importFixture('dates-mixed-orders.csv'), 'signed')[2]).toBe('2026-01-02');
  });
});

describe('headers', () => {
  it('keeps the first account of a list of texts that has no header, and says so', () => {
    const built = importFixture('headerless-texts.csv');
    expect(built.table.names).toEqual(['Boston Bakery', 'Lincoln Foods', 'Reno Tools']);
    expect(built.mapping.map(({ header }) => header)).toEqual(['Column A', 'Column B', 'Column C']);
    const file = readFixture('headerless-texts.csv');
    expect(fileProblems(file, file.sheets[0]!).map(({ code, severity }) => [code, severity])).toEqual([
      ['header-made-up', 'warning'],
    ]);
  });

  it('keeps the first account where many texts stand beside one number', () => {
    const built = importText(
      'Acme,Main St,Boston,MA,USA,Ann,Gold,500\nBeta,Elm St,Reno,NV,USA,Bob,Gold,70\nCo,Oak St,Reno,NV,USA,Bob,Tin,9\n',
    );
    expect(built.imported).toBe(3);
  });

  it.each([
    'Name,City,State\nBoston Bakery,Boston,MA\nLincoln Foods,Lincoln,NE\n',
    'Shop,Site,ST\nBoston Bakery,Boston,MA\nLincoln Foods,Lincoln,NE\n',
    'Shop,Site,Seats\nBoston Bakery,Boston,4\nLincoln Foods,Lincoln,7\n',
  ])('takes a header for one: %s', (list) => {
    expect(importText(list).imported).toBe(2);
  });
});

describe('cells that hold nothing to add up', () => {
  it('takes the empty text of a formula for a blank, and names only formulas without a value', () => {
    expect(found(importFixture('formula-empty-text.xlsx'), 'formula-without-value')).toEqual(
      expect.not.arrayContaining(['2 Segment', '3 Segment', '4 Segment']),
    );
    expect(found(importFixture('formula-empty-text.xlsx'), 'formula-without-value')).toContain('3 Revenue');
  });

  it('names a number that is too large to hold', () => {
    const built = importText(
      'Name,City,Revenue\nA,Boston,1e400\nB,Boston,5\nC,Boston,1.5E+05\nD,Boston,7\nE,Boston,8\nF,Boston,9\n',
    );
    expect([...built.table.measures[0]!.values]).toEqual([NaN, 5, 150_000, 7, 8, 9]);
    expect(found(built, 'not-a-number')).toEqual(['2 Revenue']);
  });

  it('says what a Word file is that is named like a workbook', () => {
    expect(() => readFixture('word-document.xlsx')).toThrow(
      'word-document.xlsx is a Word document, not a workbook.',
    );
  });
});
