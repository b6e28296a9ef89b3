import { describe, expect, it } from 'vitest';
import { growRows } from '../../../../../renderer/features/territories/growRows';
import { readUnitMap } from '../../../../../shared/geo/unitMap';
import { SQUARES } from '../../../shared/geo/unitedStates';

const map = readUnitMap(SQUARES, 'units');
/** A, B, C, D, E, another in A, one outside. */
const unitOfRow = Int32Array.of(0, 1, 2, 3, 4, 0, -1);
const grow = (rows: number[], hidden = new Uint8Array(7)) =>
  Array.from(growRows(Int32Array.from(rows), map, unitOfRow, hidden));

describe('growRows', () => {
  it('takes in the units beside the selection, not those that touch at a corner', () => {
    expect(grow([0])).toEqual([0, 1, 3, 5]);
  });

  it('keeps what it had, islands and accounts outside of all units too', () => {
    expect(grow([2, 6])).toEqual([2, 6]);
    expect(grow([])).toEqual([]);
  });

  it('goes on to the nearest ring with accounts where the first has none', () => {
    // Nobody is shown in B and D, beside A: what lies beside those comes in.
    expect(grow([0], Uint8Array.of(0, 1, 0, 1, 0, 1, 0)).length).toBeGreaterThan(1);
  });

  it('leaves out accounts that are not on the map', () => {
    expect(grow([0], Uint8Array.of(0, 1, 0, 0, 0, 0, 0))).toEqual([0, 3, 5]);
  });
});
