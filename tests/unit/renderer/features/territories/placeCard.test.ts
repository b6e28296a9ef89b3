import { describe, expect, it } from 'vitest';
import { placeCard } from '../../../../../renderer/features/territories/placeCard';

const space = { mapWidth: 760, mapHeight: 620, cardWidth: 306, cardHeight: 260, label: null, controls: [] };
const boxAt = (spot: { left: number; top: number }) => ({
  ...spot,
  right: spot.left + space.cardWidth,
  bottom: spot.top + space.cardHeight,
});
const crosses = (
  a: ReturnType<typeof boxAt>,
  b: { left: number; top: number; right: number; bottom: number },
) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('placeCard', () => {
  it('stands right of the shape where there is room, left of it otherwise', () => {
    const left = { left: 200, top: 250, right: 300, bottom: 330 };
    expect(placeCard({ ...space, shape: left }).left).toBe(316);
    const right = { left: 500, top: 250, right: 600, bottom: 330 };
    expect(placeCard({ ...space, shape: right }).left).toBe(500 - 16 - 306);
  });

  it('leaves the receiver’s name in sight', () => {
    const shape = { left: 100, top: 250, right: 300, bottom: 330 };
    const label = { left: 420, top: 280, right: 480, bottom: 306 };
    const spot = placeCard({ ...space, shape, label });
    expect(crosses(boxAt(spot), label)).toBe(false);
    expect(crosses(boxAt(spot), shape)).toBe(false);
  });

  it('is always wholly on the map, even where the shape fills it', () => {
    const shape = { left: -50, top: -50, right: 900, bottom: 700 };
    const { left, top } = placeCard({ ...space, shape });
    expect(left).toBeGreaterThanOrEqual(10);
    expect(top).toBeGreaterThanOrEqual(10);
    expect(left + space.cardWidth).toBeLessThanOrEqual(space.mapWidth - 10);
    expect(top + space.cardHeight).toBeLessThanOrEqual(space.mapHeight - 10);
  });

  it('goes to the right edge without a shape', () => {
    expect(placeCard({ ...space, shape: null })).toEqual({ left: 760 - 306 - 10, top: 58 });
  });
});
