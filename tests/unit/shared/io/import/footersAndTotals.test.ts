import { describe, expect, it } from 'vitest';
import { importBytes, importFixture } from './importFixture';

/** What was left out below the header, but for blank rows. */
const leftOut = (name: string) =>
  importFixture(name)
    .skipped.filter(({ reason }) => reason !== 'Blank row' && reason !== 'Above the header')
    .map(({ row, reason }) => `${row} ${reason}`);

const importText = (text: string) => importBytes(new TextEncoder().encode(text), 'list.csv');

describe('footers of reports', () => {
  it('ends a Salesforce report before its footer, though the last line is the name of the firm', () => {
    const built = importFixture('salesforce-report-company-last.csv');
    expect(built.table.names).toEqual(['Harbor Supply', 'Harbor West']);
    expect([built.rows, built.rejected]).toEqual([2, 0]);
    expect(leftOut('salesforce-report-company-last.csv')).toEqual(
      [5, 6, 7, 8].map((row) => `${row} Footer of the report`),
    );
  });

  it('takes notes, sources and authors below a list for no accounts', () => {
    expect(importFixture('footer-notes.csv').table.names).toEqual(['A', 'B']);
    expect(leftOut('footer-notes.csv')).toEqual([4, 5, 6].map((row) => `${row} Footer of the report`));
  });

  it('keeps accounts at the end that have a name only', () => {
    const built = importText('Customer,City,State\nAcme,Boston,MA\nBeta Tools,,\nGamma Foods,,\n');
    expect(built.table.names).toEqual(['Acme', 'Beta Tools', 'Gamma Foods']);
  });

  it('keeps an account whose name begins like a footer', () => {
    const built = importText(
      'Customer,City,State\nConfidential Shredding,Boston,MA\nCopyright Clearance,Danvers,MA\n',
    );
    expect(built.imported).toBe(2);
  });
});

describe('subtotals and totals', () => {
  it.each([
    ['subtotals-by-city.csv', ['Harbor Supply', 'Elm Tools', 'Prairie Foods'], [4, 6, 7]],
    ['subtotals-by-rep.csv', ['A', 'B'], [4, 5]],
    ['subtotals-merged-owner.xlsx', ['A', 'B', 'C'], [4, 6, 7]],
    ['two-row-headers-total.xlsx', ['A', 'B', 'C'], [8]],
    [
      'subtotals-by-name.csv',
      ['Harbor Supply', 'Elm Tools', 'Prairie Foods', 'Total Wine & More'],
      [4, 6, 8],
    ],
  ])('%s: sums are left out by name', (name, accounts, rows) => {
    const built = importFixture(name);
    expect(built.table.names).toEqual(accounts);
    expect(built.rows).toBe(accounts.length);
    expect(leftOut(name).filter((text) => text.endsWith('Totals row'))).toEqual(
      rows.map((row) => `${row} Totals row`),
    );
  });

  it('imports firms that are called Total or Sum', () => {
    const built = importFixture('names-with-total.csv');
    expect(built.table.names).toEqual([
      'Total Wine & More',
      'Total Quality Logistics',
      'Sum Insurance',
      'Acme',
      'Totals Are Us',
    ]);
    expect(leftOut('names-with-total.csv')).toEqual(['7 Totals row']);
  });

  it('keeps a firm called Total with an address, unless its figures are the sums', () => {
    const list = (revenue: number) =>
      importText(
        `Customer,City,Zip,Revenue\nAcme,Boston,02110,100\nBeta,Boston,02111,50\nTotal,Reno,,${revenue}\n`,
      );
    expect(list(70).imported).toBe(3);
    expect(list(150).imported).toBe(2);
  });

  it('reads totals with a decimal comma', () => {
    const built = importText('Kunde;Ort;Umsatz\nA;Bonn;1.000,50\nB;Bonn;2.000,25\nBonn Summe;;3.000,75\n');
    expect(built.table.names).toEqual(['A', 'B']);
  });
});
