/** A box in CSS pixels from the map's left and top edge. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface CardSpace {
  readonly mapWidth: number;
  readonly mapHeight: number;
  readonly cardWidth: number;
  readonly cardHeight: number;
  /** The tool's shape, null where there is none (accounts picked in a list). */
  readonly shape: PixelBox | null;
  /** The receiving territory's name, to be left in sight; null = not on the map. */
  readonly label: PixelBox | null;
  /** Boxes of controls that the card should not lie on. */
  readonly controls: readonly PixelBox[];
}

const GAP = 16;
const EDGE = 10;

function overlap(a: PixelBox, b: PixelBox): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/**
 * Where the preview card stands: beside the shape, right of it where there is room, off the receiver's name and
 * off the controls, and always wholly on the map. Without a shape at the right edge.
 */
export function placeCard(space: CardSpace): { readonly left: number; readonly top: number } {
  const { mapWidth, mapHeight, cardWidth, cardHeight, shape } = space;
  const mostLeft = Math.max(EDGE, mapWidth - cardWidth - EDGE);
  const mostTop = Math.max(EDGE, mapHeight - cardHeight - EDGE);
  const clampLeft = (left: number) => Math.max(EDGE, Math.min(mostLeft, left));
  const clampTop = (top: number) => Math.max(EDGE, Math.min(mostTop, top));
  if (!shape) return { left: mostLeft, top: clampTop(58) };
  const middleX = (shape.left + shape.right) / 2;
  const middleY = (shape.top + shape.bottom) / 2;
  const beside = [shape.right + GAP, shape.left - GAP - cardWidth];
  const above = [shape.top - GAP - cardHeight, shape.bottom + GAP];
  const tops = [middleY - cardHeight / 2, shape.top - cardHeight * 0.7, shape.bottom - cardHeight * 0.3];
  const lefts = [middleX - cardWidth / 2, middleX - cardWidth * 0.9, middleX - cardWidth * 0.1];
  const places = [
    ...beside.flatMap((left) => tops.map((top) => ({ left, top }))),
    ...above.flatMap((top) => lefts.map((left) => ({ left, top }))),
    { left: mostLeft, top: 58 },
    { left: mostLeft, top: mostTop },
  ].map(({ left, top }) => ({ left: clampLeft(left), top: clampTop(top) }));
  const cost = ({ left, top }: { left: number; top: number }): number => {
    const box = { left, top, right: left + cardWidth, bottom: top + cardHeight };
    const onControls = space.controls.reduce((sum, control) => sum + overlap(box, control), 0);
    return overlap(box, shape) * 4 + (space.label ? overlap(box, space.label) * 8 : 0) + onControls * 2;
  };
  return places.reduce((best, place) => (cost(place) < cost(best) ? place : best));
}
