import type { MapPoints } from '../../map/mapAccounts';

/** Share of the accounts at either edge that a first look may leave out. */
const OUTLIER_SHARE = 0.01;

/** West, north, east, south of nearly all accounts, in the unit square of the map; null where none is placed. */
export function boxOfPoints({ points, hidden }: MapPoints): readonly [number, number, number, number] | null {
  const shown = (values: Float64Array) => values.filter((_, row) => !hidden[row]).sort();
  const xs = shown(points.x);
  const ys = shown(points.y);
  if (xs.length === 0) return null;
  const low = Math.floor(xs.length * OUTLIER_SHARE);
  const high = xs.length - 1 - low;
  return [xs[low]!, ys[low]!, xs[high]!, ys[high]!];
}
