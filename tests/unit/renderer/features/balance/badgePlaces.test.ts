import { describe, expect, it } from 'vitest';
import { arrowOf } from '../../../../../renderer/features/balance/arrowOf';
import { badgePlaces, boxOfName } from '../../../../../renderer/features/balance/badgePlaces';

describe('counts of arrows on the map', () => {
  const { places } = arrowOf({ x: 100, y: 100 }, { x: 0, y: 100 }, { x: 200, y: 100 })!;
  const [middle] = places;

  it('stand on the middle of their arrow where nothing is there', () => {
    expect(badgePlaces([{ places, width: 24 }], [])).toEqual([middle]);
  });

  it('leave the names of territories free', () => {
    const name = boxOfName({ x: middle!.x, y: middle!.y, name: 'Indiana', lines: 2 });
    const [place] = badgePlaces([{ places, width: 24 }], [name]);
    const isApart = Math.abs(place!.y - middle!.y) >= 13 + 8 || Math.abs(place!.x - middle!.x) >= 21 + 12;
    expect(isApart).toBe(true);
  });

  it('leave each other free, the larger flow at its own place', () => {
    const [first, second] = badgePlaces(
      [
        { places, width: 24 },
        { places, width: 24 },
      ],
      [],
    );
    expect(first).toEqual(middle);
    expect(second).not.toEqual(middle);
  });

  it('stand where they cover least when there is no free place', () => {
    const everywhere = { left: 0, top: 0, right: 300, bottom: 300 };
    expect(badgePlaces([{ places, width: 24 }], [everywhere])).toEqual([middle]);
  });
});
