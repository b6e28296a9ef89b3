import { describe, expect, it } from 'vitest';
import { narrowed, sharesInside } from '../../../../shared/balance/insideShares';

describe('coolings inside the corridors', () => {
  it('go to the edge for one measure, a little inside for several, and farther to rescue a final plan', () => {
    expect(sharesInside(2, 1, false)).toEqual([0, 0]);
    expect(sharesInside(1, 2, false)[0]).toBeGreaterThan(0);
    const final = sharesInside(1, 2, true);
    expect(final.length).toBeGreaterThan(1);
    for (let at = 1; at < final.length; at++) expect(final[at]).toBeGreaterThan(final[at - 1]!);
    expect(final.at(-1)).toBeLessThan(1);
  });

  it('keep the middle of a corridor and cut both sides alike', () => {
    const corridor = { lower: Float64Array.of(90, 0), upper: Float64Array.of(110, 4) };
    expect(narrowed(corridor, 0)).toEqual(corridor);
    expect([...narrowed(corridor, 0.5).lower]).toEqual([95, 1]);
    expect([...narrowed(corridor, 0.5).upper]).toEqual([105, 3]);
  });
});
