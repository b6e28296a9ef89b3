import { expect, test } from 'vitest';
import { columnKeys } from '../../../../../renderer/features/accounts/columnKeys';
import { sortRows } from '../../../../../renderer/features/accounts/sortRows';
import { tableColumns } from '../../../../../renderer/features/accounts/tableColumns';
import { hospitals } from './accountsFixture';

const accounts = hospitals();
const columns = tableColumns(accounts, [], null);
const sortBy = (id: string, isDescending = false): number[] => {
  const column = columns.find((each) => each.id === id)!;
  return [...sortRows(Int32Array.of(0, 1, 2, 3), [{ keys: columnKeys(column.source), isDescending }])];
};

test('names sort alphabetically, ids of digits as numbers, measures by value with none last', () => {
  expect(sortBy('name')).toEqual([2, 1, 0, 3]);
  expect(sortBy('id')).toEqual([0, 1, 2, 3]);
  expect(sortBy('measure:beds', true)).toEqual([2, 0, 3, 1]);
});

test('blank texts come last whatever the direction', () => {
  expect(sortBy('attribute:city')).toEqual([0, 3, 1, 2]);
  expect(sortBy('attribute:city', true)).toEqual([1, 3, 0, 2]);
});

test('geographic units that the app made are no column', () => {
  expect(columns.map((column) => column.id)).toEqual([
    'name',
    'id',
    'attribute:city',
    'measure:beds',
    'place',
  ]);
});
