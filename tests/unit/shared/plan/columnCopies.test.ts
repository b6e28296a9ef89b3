import { expect, test } from 'vitest';
import { copyAhead, takeCopy } from '../../../../shared/plan/columnCopies';

test('a copy made ahead is used once, and the column stays as it is', () => {
  const claims = Int32Array.of(4, 5, 6);
  copyAhead([claims]);
  const first = takeCopy(claims);
  first[0] = 9;
  const second = takeCopy(claims);
  expect([...second]).toEqual([4, 5, 6]);
  second[1] = 8;
  expect([...first]).toEqual([9, 5, 6]);
  expect([...claims]).toEqual([4, 5, 6]);
});

test('names are copied as numbers are', () => {
  const names: readonly string[] = ['Mercy', 'Grace'];
  copyAhead([names]);
  const copy = takeCopy(names);
  copy[0] = 'Hope';
  expect(names).toEqual(['Mercy', 'Grace']);
  expect(takeCopy(names)).toEqual(['Mercy', 'Grace']);
});
