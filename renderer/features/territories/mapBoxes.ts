import type { MapPoints } from '../../map/mapAccounts';
import { leavesBelow } from './leavesBelow';
import type { TerritoriesData } from './useTerritoriesData';

/** West, north, east, south in the unit square of the map. */
export type UnitBox = readonly [number, number, number, number];

/** Share of the accounts at either edge that a first look may leave out: one far island is no reason to zoom out. */
const OUTLIER_SHARE = 0.01;

/** The piece of the map that holds nearly all accounts; null where none is placed. */
export function boxOfPlan({ points, hidden }: MapPoints): UnitBox | null {
  const shown = (values: Float64Array) => values.filter((_, row) => !hidden[row]);
  return boxOfMost(shown(points.x), shown(points.y), OUTLIER_SHARE);
}

/**
 * The piece of the map that holds most of some places; null where there are none.
 * @param outlierShare of the places at either edge that are left out, rounded down: of a few, none
 */
export function boxOfMost(x: Float64Array, y: Float64Array, outlierShare: number): UnitBox | null {
  if (x.length === 0) return null;
  const xs = x.toSorted();
  const ys = y.toSorted();
  const low = Math.floor(xs.length * outlierShare);
  const high = xs.length - 1 - low;
  return [xs[low]!, ys[low]!, xs[high]!, ys[high]!];
}

/** Share of its sides by which the plan's box grows on paper before it closes round the accounts in it. */
const PAPER_GROWTH = 0.2;

/** The piece that paper shows: as boxOfPlan, without cutting off accounts just beyond its edges. */
export function boxOfPaper(places: MapPoints): UnitBox | null {
  const most = boxOfPlan(places);
  if (!most) return null;
  const [west, north, east, south] = most;
  const [x, y] = [(east - west) * PAPER_GROWTH, (south - north) * PAPER_GROWTH];
  const inside = places.index.inBox(west - x, north - y, east + x, south + y);
  const box: [number, number, number, number] = [west, north, east, south];
  for (const row of inside) {
    if (places.hidden[row]) continue;
    box[0] = Math.min(box[0], places.points.x[row]!);
    box[1] = Math.min(box[1], places.points.y[row]!);
    box[2] = Math.max(box[2], places.points.x[row]!);
    box[3] = Math.max(box[3], places.points.y[row]!);
  }
  return box;
}

/** The piece of the map that a territory covers, with the ones below it; null where it has neither land nor accounts. */
export function boxOfTerritory(data: TerritoriesData, territory: number): UnitBox | null {
  const own = new Set(leavesBelow(data.scenario, territory));
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const add = (west: number, north: number, east: number, south: number) => {
    box[0] = Math.min(box[0], west);
    box[1] = Math.min(box[1], north);
    box[2] = Math.max(box[2], east);
    box[3] = Math.max(box[3], south);
  };
  const { assignment } = data.evaluation.territories;
  const { points, hidden } = data.places;
  assignment.forEach((code, row) => {
    if (own.has(code) && !hidden[row]) add(points.x[row]!, points.y[row]!, points.x[row]!, points.y[row]!);
  });
  const bounds = data.basemap?.counties.bounds;
  data.owners?.forEach((owner, unit) => {
    // Land in the far west of the Aleutians lies at the other edge of the map.
    const at = unit * 4;
    if (!bounds || !own.has(owner) || bounds[at + 2]! - bounds[at]! > 0.5) return;
    add(bounds[at]!, bounds[at + 1]!, bounds[at + 2]!, bounds[at + 3]!);
  });
  return box[0] <= box[2] ? box : null;
}
