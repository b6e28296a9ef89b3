import { describe, expect, it } from 'vitest';
import { corridorSide, indexBand } from '../../../../renderer/palette/indexBand';
import { quantileLimits } from '../../../../renderer/palette/quantileLimits';
import { TERRITORY_COLORS, territoryColor } from '../../../../renderer/palette/territoryColors';

describe('colours of data', () => {
  it('has seven bands of index, with the limits of the design', () => {
    expect([74.9, 75, 85, 95, 105, 105.1, 115.1, 125.1].map(indexBand)).toEqual([
      'under-3',
      'under-2',
      'under-1',
      'mid',
      'mid',
      'over-1',
      'over-2',
      'over-3',
    ]);
  });

  it('takes an index for outside of the corridor just where it counts as out of it', () => {
    expect(corridorSide(115, 0.15)).toBe('inside');
    expect(corridorSide(115.04, 0.15)).toBe('over');
    expect(corridorSide(115.06, 0.15)).toBe('over');
    expect(corridorSide(84.9, 0.15)).toBe('under');
  });

  it('classes a measure by quantiles, fewer where values repeat', () => {
    expect(quantileLimits([1, 2, 3, 4, 5, 6, Number.NaN], 3)).toEqual([3, 5]);
    expect(quantileLimits([7, 7, 7, 7], 6)).toEqual([7]);
    expect(quantileLimits([], 6)).toEqual([]);
  });

  it('has fourteen territory colours and wraps round', () => {
    expect(TERRITORY_COLORS).toHaveLength(14);
    expect(territoryColor(14)).toBe(territoryColor(0));
    expect(territoryColor(-1)).toBe(territoryColor(13));
  });
});
