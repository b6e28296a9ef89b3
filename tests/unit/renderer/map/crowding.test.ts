import { describe, expect, it } from 'vitest';
import { crowdedBelow, isDensityShown } from '../../../../renderer/map/crowding';

/** Points in a square block of cells of 4 px at a zoom, some a cell, one a quarter of it each. */
function block(side: number, perCell: number, zoom: number) {
  const cell = 4 / (256 * 2 ** zoom);
  const count = side * side * perCell;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    const at = Math.floor(row / perCell);
    x[row] = 0.25 + ((at % side) + 0.1) * cell;
    y[row] = 0.25 + (Math.floor(at / side) + 0.1) * cell;
  }
  return { points: { x, y }, hidden: new Uint8Array(count) };
}

describe('crowdedBelow', () => {
  it('is the zoom at which cells of four pixels hold four accounts on the mean', () => {
    // At zoom 5 one a cell, at zoom 4 four a cell, at zoom 3 sixteen.
    const places = block(64, 1, 5);
    expect(crowdedBelow(places.points, places.hidden)).toBeCloseTo(4, 6);
    const twice = block(64, 2, 5);
    expect(crowdedBelow(twice.points, twice.hidden)).toBeCloseTo(4.5, 6);
  });

  it('does not count hidden accounts, and small plans never crowd', () => {
    const places = block(64, 1, 5);
    places.hidden.fill(1, 1900);
    expect(crowdedBelow(places.points, places.hidden)).toBe(0);
  });

  it('ends where the map shows accounts anyway, even if all stand on one spot', () => {
    const spot = { x: new Float64Array(3000).fill(1), y: new Float64Array(3000).fill(1) };
    expect(crowdedBelow(spot, new Uint8Array(3000))).toBe(9);
  });
});

describe('isDensityShown', () => {
  const places = block(64, 1, 5);

  it('follows the crowd by itself, and a choice whatever the crowd', () => {
    expect(isDensityShown('auto', 'territory', places, 3.9)).toBe(true);
    expect(isDensityShown('auto', 'territory', places, 4.1)).toBe(false);
    expect(isDensityShown('dots', 'territory', places, 1)).toBe(false);
    expect(isDensityShown('density', 'territory', places, 8.9)).toBe(true);
    expect(isDensityShown('density', 'territory', places, 9)).toBe(false);
  });

  it('shows a heat map in any case, and dots with colours of their own by themselves', () => {
    expect(isDensityShown('dots', 'heat', places, 6)).toBe(true);
    expect(isDensityShown('auto', 'accounts', places, 3)).toBe(false);
    expect(isDensityShown('density', 'accounts', places, 3)).toBe(true);
  });
});
