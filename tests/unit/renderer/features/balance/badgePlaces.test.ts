import { describe, expect, it } from 'vitest';
import { arrowOf } from '../../../../../renderer/features/balance/arrowOf';
import { badgePlaces } from '../../../../../renderer/features/balance/badgePlaces';
import { isCrossing } from '../../../../../renderer/map/labelLayout';

const map = { width: 300, height: 300 };
const boxAt = ({ x, y }: { x: number; y: number }, width: number, height: number) => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

describe('counts of arrows on the map', () => {
  const { places } = arrowOf({ x: 100, y: 100 }, { x: 0, y: 100 }, { x: 200, y: 100 })!;
  const [middle] = places;

  it('stand on the middle of their arrow where nothing is there', () => {
    expect(badgePlaces([{ places, width: 24 }], [], map)).toEqual([middle]);
  });

  it('leave the names of territories free', () => {
    const name = boxAt(middle!, 60, 28);
    const [place] = badgePlaces([{ places, width: 24 }], [name], map);
    expect(isCrossing(boxAt(place!, 24, 16), name)).toBe(false);
  });

  it('leave each other free, the larger flow at its own place', () => {
    const [first, second] = badgePlaces(
      [
        { places, width: 24 },
        { places, width: 24 },
      ],
      [],
      map,
    );
    expect(first).toEqual(middle);
    expect(isCrossing(boxAt(first!, 24, 16), boxAt(second!, 24, 16))).toBe(false);
  });

  it('are left out where there is no free place, and never half off the map', () => {
    const everywhere = { left: 0, top: 0, right: 300, bottom: 300 };
    expect(badgePlaces([{ places, width: 24 }], [everywhere], map)).toEqual([null]);
    const atTheEdge = arrowOf({ x: 2, y: 100 }, { x: 2, y: 0 }, { x: 2, y: 200 })!.places;
    expect(badgePlaces([{ places: atTheEdge, width: 24 }], [], map)[0]!.x).toBeGreaterThanOrEqual(12);
  });
});
