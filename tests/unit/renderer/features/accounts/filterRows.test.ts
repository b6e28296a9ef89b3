import { expect, test } from 'vitest';
import {
  passingRows,
  pickRows,
  type ColumnFilters,
} from '../../../../../renderer/features/accounts/filterRows';
import { tableColumns } from '../../../../../renderer/features/accounts/tableColumns';
import { hospitals } from './accountsFixture';

const accounts = hospitals();
const columns = tableColumns(accounts, [], null);
const all = Int32Array.of(3, 2, 1, 0, 4);
const pass = (filters: ColumnFilters, search = ''): number[] => [
  ...pickRows(all, passingRows(accounts, columns, filters, search)),
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

test('a text of several lines is one text, and the end of one is not the beginning of the next', () => {
  const lines = { ...accounts, names: ['Mercy\nNorth', 'Élan', 'Clinic', 'Mercy West', 'Gone'] };
  const named = tableColumns(lines, [], null);
  const found = (search: string): number[] => [...pickRows(all, passingRows(lines, named, {}, search))];
  expect(found('north')).toEqual([0]);
  expect(found('clinic')).toEqual([2]);
  expect(found('west')).toEqual([3]);
  const contains = { name: { kind: 'contains', text: 'elan' } } as const;
  expect([...pickRows(all, passingRows(lines, named, contains, ''))]).toEqual([1]);
  const across = { name: { kind: 'contains', text: 'lanclinic' } } as const;
  expect([...pickRows(all, passingRows(lines, named, across, ''))]).toEqual([]);
});
