import { keepWhileSame } from './keepWhileSame';
import type { MapPoints } from './mapAccounts';
import type { MapColoring } from './mapColoring';

/** How the map shows accounts: each as a dot, where they are dense, or far away the one and near the other. */
export type DotView = 'auto' | 'dots' | 'density';

/** From here on accounts stand apart and are drawn themselves. */
export const MOST_DENSITY_ZOOM = 9;
/** Side of a cell that a dot about fills, CSS pixels: 256 / 4 = 2^6 cells side by side at zoom 0. */
const CELLS_AT_ZOOM_0 = 6;
/** So many accounts a cell on the mean, and most dots lie under others. */
const CROWD = 4;
/** Fewer accounts than this are dots at any zoom. */
const LEAST_ACCOUNTS = 2000;
const LEVELS = MOST_DENSITY_ZOOM + CELLS_AT_ZOOM_0;

/** Whether accounts are shown by their density at a zoom. */
export function isDensityShown(
  view: DotView,
  coloring: MapColoring['kind'],
  places: Pick<MapPoints, 'points' | 'hidden'>,
  zoom: number,
): boolean {
  if (zoom >= MOST_DENSITY_ZOOM) return false;
  if (coloring === 'heat' || view === 'density') return true;
  // Dots that speak themselves are what was asked for.
  return view === 'auto' && coloring !== 'accounts' && zoom < crowdedBelow(places.points, places.hidden);
}

/**
 * The zoom below which accounts crowd: cells of 4 px that hold any hold four or more on the mean. Between whole zooms
 * the mean is taken to fall evenly by its logarithm. 0 = at no zoom.
 */
export const crowdedBelow = keepWhileSame(
  ({ x, y }: MapPoints['points'], hidden: MapPoints['hidden']): number => {
    const codes = cellCodes(x, y, hidden);
    if (codes.length < LEAST_ACCOUNTS) return 0;
    const cells = cellsByLevel(codes);
    const meanAt = (zoom: number) => codes.length / cells[zoom + CELLS_AT_ZOOM_0]!;
    for (let zoom = 0; zoom <= MOST_DENSITY_ZOOM; zoom++) {
      const mean = meanAt(zoom);
      if (mean >= CROWD) continue;
      if (zoom === 0) return 0;
      const before = meanAt(zoom - 1);
      return zoom - 1 + Math.log(before / CROWD) / Math.log(before / mean);
    }
    return MOST_DENSITY_ZOOM;
  },
);

/** Cells of the finest level in Z order (Morton 1966), sorted: the cells of coarser levels are their first bits. */
function cellCodes(x: Float64Array, y: Float64Array, hidden: Uint8Array): Uint32Array {
  const codes = new Uint32Array(hidden.length);
  let count = 0;
  for (let row = 0; row < hidden.length; row++) {
    if (hidden[row]) continue;
    codes[count++] = spreadBits(cellAt(x[row]!)) | (spreadBits(cellAt(y[row]!)) << 1);
  }
  return codes.subarray(0, count).sort();
}

/** The last cell holds the far edge of the map, too. */
function cellAt(place: number): number {
  return Math.min(2 ** LEVELS - 1, Math.floor(place * 2 ** LEVELS));
}

/** Puts an empty bit after each of 16 bits. */
function spreadBits(value: number): number {
  let bits = (value | (value << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

/** How many cells of each level hold any. */
function cellsByLevel(codes: Uint32Array): Float64Array {
  const cells = new Float64Array(LEVELS + 1);
  cells[0] = 1;
  for (let at = 1; at < codes.length; at++) {
    const differing = (codes[at]! ^ codes[at - 1]!) >>> 0;
    if (differing === 0) continue;
    // The level at which the two part: two bits a level, the first bits belong to the coarsest.
    cells[LEVELS - ((31 - Math.clz32(differing)) >> 1)]! += 1;
  }
  for (let level = 1; level <= LEVELS; level++) cells[level]! += cells[level - 1]!;
  return cells;
}
