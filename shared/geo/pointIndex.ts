import KDBush from 'kdbush';
import type { ProjectedPoints } from './projection';

/** Finds rows by place, in the unit square of Web Mercator. Rows that are not placed are never found. */
export interface PointIndex {
  /** Rows inside a box, in no order. */
  inBox: (west: number, north: number, east: number, south: number) => number[];
  /** Rows within a radius, in no order. */
  within: (x: number, y: number, radius: number) => number[];
  /** The nearest row within a radius that passes; −1 = none. Of equals the first row wins. */
  nearest: (x: number, y: number, radius: number, passes?: (row: number) => boolean) => number;
}

/**
 * The tree is made when first asked: a map is drawn before anything is sought on it.
 * @param skipped 1 where a row is left out
 */
export function createPointIndex(points: ProjectedPoints, skipped?: Uint8Array): PointIndex {
  let rows: number[] = [];
  let tree: KDBush | null = null;
  function plant(): KDBush {
    if (tree) return tree;
    rows = placedRows(points, skipped);
    tree = new KDBush(rows.length, 64, Float64Array);
    for (const row of rows) tree.add(points.x[row]!, points.y[row]!);
    tree.finish();
    return tree;
  }
  const toRows = (found: number[]) => {
    for (let i = 0; i < found.length; i++) found[i] = rows[found[i]!]!;
    return found;
  };
  const within = (x: number, y: number, radius: number) => toRows(plant().within(x, y, radius));
  return {
    inBox: (west, north, east, south) => toRows(plant().range(west, north, east, south)),
    within,
    nearest: (x, y, radius, passes) => {
      // Ever wider rings: a far search costs no more than the points in the last ring.
      for (let ring = Math.min(radius, 1 / 4096); ; ring = Math.min(radius, ring * 2)) {
        let best = -1;
        let bestDistance = ring * ring;
        for (const row of within(x, y, ring)) {
          if (passes && !passes(row)) continue;
          const distance = (points.x[row]! - x) ** 2 + (points.y[row]! - y) ** 2;
          if (distance < bestDistance || (distance === bestDistance && (best < 0 || row < best))) {
            best = row;
            bestDistance = distance;
          }
        }
        if (best >= 0 || ring >= radius) return best;
      }
    },
  };
}

function placedRows({ x, y }: ProjectedPoints, skipped?: Uint8Array): number[] {
  const rows: number[] = [];
  for (let row = 0; row < x.length; row++) {
    if (!Number.isNaN(x[row]!) && !Number.isNaN(y[row]!) && !skipped?.[row]) rows.push(row);
  }
  return rows;
}
