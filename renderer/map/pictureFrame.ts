import type { MapFrame } from './mapFrame';

/** A box narrower than this is widened to it (unit square). */
const SHORTEST_SIDE = 1 / 4000;
/** Nearer than this no map on paper looks. */
const MOST_ZOOM = 11;

/**
 * The frame in which a box of the unit square stands whole, in the middle of a drawing.
 * @param box west, north, east, south @param width, height of the drawing, CSS pixels
 */
export function frameOfBox(
  [west, north, east, south]: readonly [number, number, number, number],
  width: number,
  height: number,
  paddingPx: number,
): MapFrame {
  const fit = Math.min(
    (width - 2 * paddingPx) / Math.max(east - west, SHORTEST_SIDE),
    (height - 2 * paddingPx) / Math.max(south - north, SHORTEST_SIDE),
  );
  const scale = Math.min(fit, 256 * 2 ** MOST_ZOOM);
  return {
    zoom: Math.log2(scale / 256),
    scale,
    left: ((west + east) / 2) * scale - width / 2,
    top: ((north + south) / 2) * scale - height / 2,
    width,
    height,
    ratio: 1,
  };
}
