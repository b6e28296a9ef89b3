/**
 * What a canvas of the map shows: a piece of the unit square of Web Mercator at a scale. A place x, y is
 * drawn at CSS pixel x · scale − left, y · scale − top.
 */
export interface MapFrame {
  readonly zoom: number;
  /** CSS pixels a unit of the square: 256 · 2^zoom. */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
}

/** The piece of the unit square that a frame shows, made larger on each side by some pixels. */
export function boundsOfFrame(frame: MapFrame, marginPx = 0): [number, number, number, number] {
  return [
    (frame.left - marginPx) / frame.scale,
    (frame.top - marginPx) / frame.scale,
    (frame.left + frame.width + marginPx) / frame.scale,
    (frame.top + frame.height + marginPx) / frame.scale,
  ];
}

/** How far a drawing moves from one frame to the next, CSS pixels; null where it can't be moved as it is. */
export function shiftBetween(before: MapFrame, after: MapFrame): { x: number; y: number } | null {
  const { zoom, width, height, ratio } = after;
  if (before === after || before.zoom !== zoom || before.ratio !== ratio) return null;
  if (before.width !== width || before.height !== height) return null;
  const x = before.left - after.left;
  const y = before.top - after.top;
  if (!Number.isInteger(x * ratio) || !Number.isInteger(y * ratio)) return null;
  return Math.abs(x) < width / 2 && Math.abs(y) < height / 2 ? { x, y } : null;
}
