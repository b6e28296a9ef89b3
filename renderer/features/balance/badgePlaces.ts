import { LabelLayout, type LabelBox } from '../../map/labelLayout';
import type { PixelPoint } from './arrowOf';

export const BADGE_HEIGHT = 16;
/** Between a count and what stands beside it. */
const GAP_PX = 2;

/**
 * Where the counts of arrows stand: at the first of an arrow's places that is on the map and crosses neither a name,
 * nor a control, nor another count; null where there is none: the table has the figure.
 * @param badges the first has the best right to its place
 * @param taken boxes of names and controls
 */
export function badgePlaces(
  badges: readonly { readonly places: readonly PixelPoint[]; readonly width: number }[],
  taken: readonly LabelBox[],
  map: { readonly width: number; readonly height: number },
): (PixelPoint | null)[] {
  const layout = new LabelLayout();
  for (const box of taken) layout.take(box);
  return badges.map(({ places, width }) => {
    const boxes = places.map((place) => boxOfBadge(place, width));
    const isInside = ({ left, top, right, bottom }: LabelBox): boolean =>
      left >= 0 && top >= 0 && right <= map.width && bottom <= map.height;
    const at = boxes.findIndex((box) => isInside(box) && layout.takeIfFree(box));
    return places[at] ?? null;
  });
}

function boxOfBadge({ x, y }: PixelPoint, width: number): LabelBox {
  const [halfWidth, halfHeight] = [width / 2 + GAP_PX, BADGE_HEIGHT / 2 + GAP_PX];
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}
