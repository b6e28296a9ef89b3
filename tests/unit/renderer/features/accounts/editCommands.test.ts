import { expect, test } from 'vitest';
import { parseTsv } from '../../../../../renderer/features/accounts/parseTsv';
import {
  editCell,
  beyondText,
  pasteCells,
  readTypedNumber,
} from '../../../../../renderer/features/accounts/editCommands';
import { tableColumns } from '../../../../../renderer/features/accounts/tableColumns';
import { hospitals } from './accountsFixture';

const columns = tableColumns(hospitals(), [], null);
const column = (id: string) => columns.find((each) => each.id === id)!;

test('typed numbers are read as spreadsheets write them, and nothing is no value', () => {
  expect(['1,200', '$1,234.50', '(500)', '−3', '1 000'].map((text) => readTypedNumber(text))).toEqual([
    1200, 1234.5, -500, -3, 1000,
  ]);
  expect(['1,5', '1.234,56', '1.5', '-2,25'].map((text) => readTypedNumber(text))).toEqual([
    1.5, 1234.56, 1.5, -2.25,
  ]);
  expect([readTypedNumber('1.234', ','), readTypedNumber('1.234', '.')]).toEqual([1234, 1.234]);
  expect(readTypedNumber(' ')).toBeNaN();
  expect(['twelve', '12–24', '1e999'].map((text) => readTypedNumber(text))).toEqual([null, null, null]);
});

test('an edit that does not fit says why', () => {
  expect(editCell(column('measure:beds'), 1, 'many')).toMatchObject({ ok: false });
  expect(editCell(column('name'), 1, '  ')).toMatchObject({ ok: false });
  expect(editCell(column('attribute:city'), 1, ' Lynn ')).toEqual({
    ok: true,
    command: { kind: 'editAccountCell', row: 1, column: { attributeId: 'city', value: 'Lynn' } },
  });
});

test('a pasted block goes in as one step; cells that do not fit are named', () => {
  const pasted = pasteCells(
    [
      ['Lynn', '12'],
      ['Salem', 'many'],
      ['beyond', '1'],
    ],
    [3, 0],
    [column('attribute:city'), column('measure:beds')],
  );
  expect(pasted.changed).toBe(3);
  expect(pasted.command).toMatchObject({ kind: 'batch', label: 'paste 3 cells' });
  expect(pasted.refused).toMatchObject([{ row: 0, column: 'Beds' }]);
  expect(pasted.beyond).toEqual({ lines: 1, columns: 0 });
  const wide = pasteCells(
    [
      ['a', '1', 'x', ''],
      ['', ''],
    ],
    [3],
    [column('attribute:city')],
  );
  expect(wide.beyond).toEqual({ lines: 0, columns: 2 });
  expect(beyondText(wide.beyond)).toContain('2 columns lay beyond');
  expect(beyondText({ lines: 0, columns: 0 })).toBe('');
});

test('cells of a spreadsheet may hold tabs, line breaks and quotes', () => {
  expect(parseTsv('a\t"line\n""two"""\r\nb\t')).toEqual([
    ['a', 'line\n"two"'],
    ['b', ''],
  ]);
});
