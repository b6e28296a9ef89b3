import { expect, test } from 'vitest';
import { emptyAlignment } from '../../../../shared/model/alignment';
import { copyAhead, takeCopy } from '../../../../shared/plan/columnCopies';

test('a copy made ahead is used once, and the column stays as it is', () => {
  const alignment = { ...emptyAlignment('primary', 3), claims: Int32Array.of(4, 5, 6) };
  copyAhead(alignment);
  const first = takeCopy(alignment.claims);
  first[0] = 9;
  const second = takeCopy(alignment.claims);
  expect([...second]).toEqual([4, 5, 6]);
  second[1] = 8;
  expect([...first]).toEqual([9, 5, 6]);
  expect([...alignment.claims]).toEqual([4, 5, 6]);
});
