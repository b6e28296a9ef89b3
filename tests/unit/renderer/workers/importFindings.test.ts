import { expect, test } from 'vitest';
import { CellFindings, findingKinds } from '../../../../renderer/workers/importFindings';
import { findingsCsv } from '../../../../renderer/workers/findingsCsv';
import type { Problem, Repair } from '../../../../shared/io/import/findings';
import { readPastedText } from '../../../../shared/io/import/readFile';

const FILE = 'list.csv';
const problems: Problem[] = [
  {
    row: 3,
    column: 'Beds',
    columnIndex: 2,
    code: 'sentinel',
    severity: 'warning',
    message: `${FILE}, row 3, column Beds (C): −999 seems to stand for “not known”.`,
  },
  {
    row: 2,
    column: 'Id',
    columnIndex: 0,
    code: 'duplicate-id',
    severity: 'error',
    message: `${FILE}, row 2, column Id (A): also in row 3.`,
  },
];
const repairs: Repair[] = [2, 3].map((row) => ({
  row,
  column: 'Zip',
  columnIndex: 1,
  before: '2138',
  after: '02138',
  rule: 'zeroRestored',
}));

test('findings are grouped by kind and column, what needs a person first, with the rows of the grid', () => {
  const kinds = findingKinds({ problems, repairs }, FILE, (row) => row - 2);
  expect(kinds.map(({ tone, title, detail, count }) => ({ tone, title, detail, count }))).toEqual([
    { tone: 'bad', title: 'Same account ID twice', detail: 'also in row 3.', count: 1 },
    { tone: 'warn', title: 'Beds not known', detail: '−999 seems to stand for “not known”.', count: 1 },
    { tone: 'fix', title: 'Zip lost its zero', detail: '2138 read as 02138', count: 2 },
  ]);
  expect([...kinds[2]!.gridRows]).toEqual([0, 1]);
  expect(kinds.map(({ choice }) => choice)).toEqual(['keepDoubles', 'realNegatives', 'keepAsWritten']);
});

test('a row of the grid shows the old text beside the value read, coloured by the gravest finding', () => {
  const sheet = readPastedText('Id\tZip\tBeds\n7\t2138\t12\n7\t2138\t-999').sheets[0]!;
  const row = new CellFindings({ problems, repairs }, FILE).row(sheet, 2);
  expect(row.rowNumber).toBe(3);
  expect(row.cells.map(({ text, before, tone }) => ({ text, before, tone }))).toEqual([
    { text: '7', before: null, tone: null },
    { text: '02138', before: '2138', tone: 'fix' },
    { text: '-999', before: null, tone: 'warn' },
  ]);
});

test('the CSV of findings is in the order of the file and runs no formula in a spreadsheet', () => {
  const dangerous = { ...repairs[0]!, before: '=HYPERLINK("x")', after: '-5' };
  const skipped = [{ row: 9, reason: 'Totals row' }];
  expect(findingsCsv({ problems, repairs: [dangerous], skipped }, FILE).split('\r\n')).toEqual([
    'row,kind,column,code,before,after,message',
    '2,needs you,Id,duplicate-id,,,also in row 3.',
    `2,corrected,Zip,zeroRestored,"'=HYPERLINK(""x"")",-5,Lost leading zero restored`,
    '3,check,Beds,sentinel,,,−999 seems to stand for “not known”.',
    '9,left out,,,,,Totals row',
    '',
  ]);
});
