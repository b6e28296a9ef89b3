import { describe, expect, it } from 'vitest';
import { fileProblems } from '../../../../../shared/io/import/fileProblems';
import { withStacks } from '../../../../../shared/io/import/stackSheets';
import { importFixture, readFixture } from './importFixture';

/** What is said of a file as a whole when its likeliest sheet, or one by name, is imported. */
function saidOf(name: string, sheetName?: string): string[] {
  const file = withStacks(readFixture(name));
  const sheet = file.sheets.find((each) => each.name === sheetName) ?? file.sheets[file.mainSheet]!;
  return fileProblems(file, sheet).map(({ row, severity, message }) => `${row} ${severity} ${message}`);
}

const damaged = (name: string) =>
  importFixture(name)
    .problems.filter(({ code }) => code === 'damaged-text')
    .map(({ row, column }) => `${row} ${column}`);

describe('bytes that are not what they seem', () => {
  it('reads the marks that Windows-1252 has beyond Latin-1', () => {
    const { table, problems } = importFixture('windows-1252-marks.csv');
    expect(table.names).toEqual(['Café “Zürich”', 'Señor Peña’s']);
    expect(table.attributes.find(({ id }) => id === 'note')!.dictionary).toEqual(
      expect.arrayContaining(['2020–2026 ™', '…']),
    );
    expect([...table.measures[0]!.values]).toEqual([500, 800]);
    expect(problems.map(({ code }) => code)).not.toContain('not-a-number');
    expect(saidOf('windows-1252-marks.csv')[0]).toContain('it was read as Windows-1252');
  });

  it('keeps a file UTF-8 though one byte in it is not, and names its cell', () => {
    expect(importFixture('utf8-one-bad-byte.csv').table.names).toEqual([
      'Café Zürich',
      'Ünïcode',
      'bad\ufffdbyte',
    ]);
    expect(damaged('utf8-one-bad-byte.csv')).toEqual(['4 Name']);
  });

  it('keeps a file UTF-8 that was cut off within a letter', () => {
    expect(importFixture('utf8-cut-in-a-letter.csv').table.names).toEqual(['Zoë', 'Zo\ufffd']);
    expect(damaged('utf8-cut-in-a-letter.csv')).toEqual(['3 Name']);
  });
});

describe('what is said of a file as a whole', () => {
  it('names the sheets that are not imported, and that alike ones can be taken together', () => {
    expect(saidOf('alike-and-notes.xlsx')).toEqual([
      '0 warning alike-and-notes.xlsx: only sheet North is imported; not imported: South (2 rows), West (1 row), Notes (1 row). Sheets with the same columns can be taken together: choose the sheet North + South + West.',
    ]);
    expect(saidOf('alike-and-notes.xlsx', 'North + South + West')).toEqual([
      '0 info alike-and-notes.xlsx: only sheet North + South + West is imported; not imported: Notes (1 row).',
    ]);
  });

  it('names a quotation mark that is never closed, and hidden sheets and columns', () => {
    expect(saidOf('unclosed-quote.csv')).toEqual([
      '7 warning unclosed-quote.csv, row 7: a quotation mark is opened and never closed; it was read as a letter. Check this row and those below.',
    ]);
    expect(saidOf('home-made.xlsx')[0]).toBe('0 info home-made.xlsx: hidden sheets: Lookup.');
    expect(saidOf('dynamics-365.xlsx')[0]).toContain(
      'columns hidden in the workbook are read too: (Do Not Modify)',
    );
  });

  it('takes the sheet that looks like accounts, though a look-up list is longer', () => {
    const file = readFixture('longer-lookup.xlsx');
    expect(file.sheets[file.mainSheet]!.name).toBe('Accounts');
  });
});
