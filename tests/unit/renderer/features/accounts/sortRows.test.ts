import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortRows } from '../../../../../renderer/features/accounts/sortRows';

const keyArray = fc.array(fc.oneof(fc.double(), fc.integer({ min: -3, max: 3 })), { maxLength: 60 });

function order(keys: readonly number[], isDescending: boolean): number[] {
  const sign = isDescending ? -1 : 1;
  return keys
    .map((_, row) => row)
    .sort((a, b) => {
      const [left, right] = [keys[a]!, keys[b]!];
      if (Number.isNaN(left) || Number.isNaN(right)) {
        return Number(Number.isNaN(left)) - Number(Number.isNaN(right)) || a - b;
      }
      return left < right ? -sign : left > right ? sign : a - b;
    });
}

test('rows come in the order of a comparing sort, nothing last in both directions', () => {
  fc.assert(
    fc.property(keyArray, fc.boolean(), (keys, isDescending) => {
      const rows = Int32Array.from(keys.keys());
      const sorted = sortRows(rows, [{ keys: Float64Array.from(keys), isDescending }]);
      expect([...sorted]).toEqual(order(keys, isDescending));
    }),
  );
});

test('many rows sort as few do', () => {
  const keys = Float64Array.from({ length: 20_000 }, (_, row) => ((row * 7919) % 997) - 400 + (row % 3) / 4);
  const sorted = sortRows(Int32Array.from(keys.keys()), [{ keys, isDescending: false }]);
  expect([...sorted]).toEqual(order([...keys], false));
});

test('the first key counts most, and the rows given are left as they were', () => {
  const rows = Int32Array.of(3, 2, 1, 0);
  const city = { keys: Float64Array.of(1, 0, 1, 0), isDescending: false };
  const beds = { keys: Float64Array.of(5, 9, 7, 3), isDescending: true };
  expect([...sortRows(rows, [city, beds])]).toEqual([1, 3, 2, 0]);
  expect([...rows]).toEqual([3, 2, 1, 0]);
});

test('rows that have nothing keep the order of the next key', () => {
  const beds = { keys: Float64Array.of(NaN, 4, NaN, NaN), isDescending: true };
  const name = { keys: Float64Array.of(2, 0, 3, 1), isDescending: false };
  expect([...sortRows(Int32Array.of(0, 1, 2, 3), [beds, name])]).toEqual([1, 3, 0, 2]);
});
