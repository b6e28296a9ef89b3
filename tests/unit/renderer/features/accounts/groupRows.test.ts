import { expect, test } from 'vitest';
import { groupRows, sumOfPassing } from '../../../../../renderer/features/accounts/groupRows';
import { nextEditable } from '../../../../../renderer/features/accounts/nextEditable';
import { readPair } from '../../../../../renderer/features/accounts/placeByHand';
import { tableColumns } from '../../../../../renderer/features/accounts/tableColumns';
import { countedValues } from '../../../../../shared/model/accountTable';
import { hospitals } from './accountsFixture';

const accounts = hospitals();
const columns = tableColumns(accounts, [], null);
const rows = Int32Array.of(3, 2, 1, 0);

test('groups count their rows and add up what counts: none and sentinels as 0', () => {
  const city = columns.find((column) => column.id === 'attribute:city')!;
  const groups = groupRows(rows, city, accounts.measures);
  expect(groups.map(({ text, count, sums }) => [text, count, sums[0]])).toEqual([
    ['', 1, 300],
    ['Boston', 1, 120],
    ['New York', 1, 0],
    ['Cincinnati', 1, 0],
  ]);
  expect(sumOfPassing(Uint8Array.of(1, 1, 1, 1, 0), countedValues(accounts, accounts.measures[0]!))).toBe(
    420,
  );
});

test('Enter goes down the order that is shown, Tab along the columns that can be typed in', () => {
  expect(nextEditable(rows, columns, { row: 2, columnId: 'name' }, 'down')).toEqual({
    row: 1,
    columnId: 'name',
  });
  expect(nextEditable(rows, columns, { row: 0, columnId: 'name' }, 'down')).toBeNull();
  expect(nextEditable(rows, columns, { row: 2, columnId: 'name' }, 'right')?.columnId).toBe('attribute:city');
  expect(nextEditable(rows, columns, { row: 2, columnId: 'name' }, 'left')).toBeNull();
});

test('coordinates are read as people paste them, and refused where they are none', () => {
  expect(readPair(' 41.8781, −87.6298 ')).toEqual({ lat: 41.8781, lng: -87.6298 });
  expect(readPair('912, 4')).toBeNull();
  expect(readPair('41.8781')).toBeNull();
});
