import type { DirtyBox, PixelBuffer } from './stampDots';

/**
 * Moves a drawing inside its buffer and clears what comes into view.
 * @param x, y whole pixels, right and down; each less than the buffer's side
 * @returns the parts that came into view, to be drawn; they don't overlap
 */
export function movePixels({ width, height, pixels }: PixelBuffer, x: number, y: number): DirtyBox[] {
  const strips: DirtyBox[] = [];
  if (y !== 0) {
    const top = y > 0 ? 0 : height + y;
    strips.push({ left: 0, top, right: width, bottom: top + Math.abs(y) });
  }
  if (x !== 0) {
    const left = x > 0 ? 0 : width + x;
    const top = Math.max(0, y);
    strips.push({ left, top, right: left + Math.abs(x), bottom: height + Math.min(0, y) });
  }
  // All lines move at once: what runs over the end of a line lies in the strip that is cleared below.
  const by = y * width + x;
  if (by > 0) pixels.copyWithin(by, 0, pixels.length - by);
  else if (by < 0) pixels.copyWithin(0, -by);
  for (const { left, top, right, bottom } of strips) {
    for (let line = top; line < bottom; line++) pixels.fill(0, line * width + left, line * width + right);
  }
  return strips;
}
