import { expect, it } from 'vitest';
import { longHex } from '../../../../renderer/palette/readToken';

it('reads a shortened colour as the one it stands for', () => {
  expect(longHex('#fff')).toBe('#ffffff');
  expect(longHex('#1Af')).toBe('#11AAff');
  expect(longHex('#27303c')).toBe('#27303c');
  expect(longHex('rgb(0 0 0 / 0.4)')).toBe('rgb(0 0 0 / 0.4)');
});
