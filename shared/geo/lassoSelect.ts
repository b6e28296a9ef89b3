import type { PointIndex } from './pointIndex';
import type { ProjectedPoints } from './projection';

/** A closed line in the unit square, x and y in turn; the last point joins the first. */
export type ClosedLine = Float64Array;

const BANDS = 256;

/**
 * Tests many points against one polygon by the even-odd rule. Edges are sorted into horizontal bands, so that
 * a test looks at a few edges however long the line is.
 */
export function createLineTest(line: ClosedLine): (x: number, y: number) => boolean {
  const count = line.length / 2;
  let top = Infinity;
  let bottom = -Infinity;
  for (let i = 0; i < count; i++) {
    top = Math.min(top, line[2 * i + 1]!);
    bottom = Math.max(bottom, line[2 * i + 1]!);
  }
  const height = bottom - top;
  const bandOf = (y: number) => Math.min(BANDS - 1, Math.floor(((y - top) / height) * BANDS));
  const bands: number[][] = Array.from({ length: BANDS }, () => []);
  if (height > 0) {
    for (let i = 0, j = count - 1; i < count; j = i++) {
      const yi = line[2 * i + 1]!;
      const yj = line[2 * j + 1]!;
      for (let band = bandOf(Math.min(yi, yj)); band <= bandOf(Math.max(yi, yj)); band++) {
        bands[band]!.push(i, j);
      }
    }
  }
  return (x, y) => {
    if (!(y >= top && y <= bottom && height > 0)) return false;
    const edges = bands[bandOf(y)]!;
    let isInside = false;
    for (let e = 0; e < edges.length; e += 2) {
      const i = edges[e]!;
      const j = edges[e + 1]!;
      const yi = line[2 * i + 1]!;
      const yj = line[2 * j + 1]!;
      if (yi > y === yj > y) continue;
      const xi = line[2 * i]!;
      const xj = line[2 * j]!;
      if (x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) isInside = !isInside;
    }
    return isInside;
  };
}

/** Rows inside a closed line, ascending. A line of fewer than three points holds nothing. */
export function lassoSelect(points: ProjectedPoints, index: PointIndex, line: ClosedLine): Int32Array {
  if (line.length < 6) return new Int32Array(0);
  let west = Infinity;
  let east = -Infinity;
  let north = Infinity;
  let south = -Infinity;
  for (let i = 0; i < line.length; i += 2) {
    west = Math.min(west, line[i]!);
    east = Math.max(east, line[i]!);
    north = Math.min(north, line[i + 1]!);
    south = Math.max(south, line[i + 1]!);
  }
  const isInside = createLineTest(line);
  const inside = index
    .inBox(west, north, east, south)
    .filter((row) => isInside(points.x[row]!, points.y[row]!));
  return Int32Array.from(inside).sort();
}

/** Rows within a radius of a centre, ascending. */
export function radiusSelect(index: PointIndex, x: number, y: number, radius: number): Int32Array {
  return Int32Array.from(index.within(x, y, radius)).sort();
}

export type SelectionMode = 'replace' | 'add' | 'remove';

/** A selection after more rows were taken in or out; all lists are ascending. */
export function combineRows(selected: Int32Array, picked: Int32Array, mode: SelectionMode): Int32Array {
  if (mode === 'replace') return picked;
  const other = new Set(picked);
  if (mode === 'remove') return selected.filter((row) => !other.has(row));
  for (const row of selected) other.add(row);
  return Int32Array.from(other).sort();
}
