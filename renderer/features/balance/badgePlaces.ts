import type { PixelPoint } from './arrowOf';

/** A box on the map, CSS pixels. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a territory's name stands, and how much room it takes. */
export interface NamePlace extends PixelPoint {
  readonly name: string;
  readonly lines: number;
}

/** Of the map's names: half a line, and the mean width of a letter. */
const LINE_PX = 13;
const LETTER_PX = 6.2;
export const BADGE_HEIGHT = 16;

/** The box of a territory's name and index on the map. */
export function boxOfName({ x, y, name, lines }: NamePlace): PixelBox {
  const half = (name.length * LETTER_PX) / 2;
  return {
    left: x - half,
    right: x + half,
    top: y - (lines * LINE_PX) / 2,
    bottom: y + (lines * LINE_PX) / 2,
  };
}

function sharedArea(a: PixelBox, b: PixelBox): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/**
 * Where the counts of arrows stand: at the first of an arrow's places that covers neither a name nor another
 * count, else where it covers least.
 * @param badges the first has the best right to its place
 */
export function badgePlaces(
  badges: readonly { readonly places: readonly PixelPoint[]; readonly width: number }[],
  names: readonly PixelBox[],
): PixelPoint[] {
  const taken = [...names];
  return badges.map(({ places, width }) => {
    let best = places[0]!;
    let least = Infinity;
    for (const place of places) {
      const covered = taken.reduce((sum, box) => sum + sharedArea(box, boxOfBadge(place, width)), 0);
      if (covered >= least) continue;
      least = covered;
      best = place;
    }
    taken.push(boxOfBadge(best, width));
    return best;
  });
}

function boxOfBadge({ x, y }: PixelPoint, width: number): PixelBox {
  const half = BADGE_HEIGHT / 2;
  return { left: x - width / 2, right: x + width / 2, top: y - half, bottom: y + half };
}
