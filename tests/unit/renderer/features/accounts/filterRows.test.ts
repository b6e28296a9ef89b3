import { expect, test } from 'vitest';
import { filterRows, type ColumnFilters } from '../../../../../renderer/features/accounts/filterRows';
import { tableColumns } from '../../../../../renderer/features/accounts/tableColumns';
import { hospitals } from './accountsFixture';

const accounts = hospitals();
const columns = tableColumns(accounts, [], null);
const all = Int32Array.of(3, 2, 1, 0, 4);
const pass = (filters: ColumnFilters, search = ''): number[] => [
  ...filterRows(all, accounts, columns, filters, search),
];

test('without filters all rows pass but the removed, in the order given', () => {
  expect(pass({})).toEqual([3, 2, 1, 0]);
});

test('filters of several columns hold together', () => {
  expect(pass({ 'attribute:city': { kind: 'values', texts: ['Boston', ''] } })).toEqual([2, 0]);
  expect(
    pass({
      'attribute:city': { kind: 'values', texts: ['Boston', ''] },
      'measure:beds': { kind: 'range', min: 200, max: null, withBlank: false },
    }),
  ).toEqual([2]);
});

test('a range says whether blank cells pass', () => {
  expect(pass({ 'measure:beds': { kind: 'range', min: 0, max: 200, withBlank: false } })).toEqual([0]);
  expect(pass({ 'measure:beds': { kind: 'range', min: 0, max: 200, withBlank: true } })).toEqual([1, 0]);
});

test('search finds every word somewhere in the row, without case and accents', () => {
  expect(pass({}, 'elan new')).toEqual([1]);
  expect(pass({}, 'MERCY')).toEqual([3, 0]);
  expect(pass({}, 'mercy boston 9')).toEqual([0]);
  expect(pass({}, 'nowhere')).toEqual([]);
});
