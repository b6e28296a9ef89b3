import { describe, expect, it } from 'vitest';
import { suggestReceiver } from '../../../../../renderer/features/territories/suggestReceiver';

// 0 touches 1 and 2; 3 lies apart.
const neighbours = [[1, 2], [0], [0], []];
const index = Float64Array.of(126, 76, 98, 40);
const assignable = [0, 1, 2, 3];
const assignment = Int32Array.of(0, 0, 0, 1, -1);
const rows = (...picked: number[]) => Int32Array.from(picked);

describe('suggestReceiver', () => {
  it('is the neighbour of the giver with the most room', () => {
    expect(suggestReceiver(rows(0, 1, 3), assignment, neighbours, index, 0, assignable)).toBe(1);
  });

  it('is the open territory where most of the accounts are another’s', () => {
    expect(suggestReceiver(rows(0, 1), assignment, neighbours, index, 2, assignable)).toBe(2);
    expect(suggestReceiver(rows(3), assignment, neighbours, index, 0, assignable)).toBe(0);
  });

  it('is the emptiest of all for accounts that nobody has, and for a giver without neighbours', () => {
    expect(suggestReceiver(rows(4), assignment, neighbours, index, -1, assignable)).toBe(3);
    expect(suggestReceiver(rows(3), Int32Array.of(0, 0, 0, 3, -1), neighbours, index, -1, [1, 3])).toBe(1);
  });

  it('is nobody where no territory can take accounts', () => {
    expect(suggestReceiver(rows(0), assignment, neighbours, index, -1, [])).toBe(-1);
  });
});
