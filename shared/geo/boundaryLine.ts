import { presimplify } from 'topojson-simplify';
import type { Boundary } from '../model/boundary';
import { createLineTest, type ClosedLine } from './lassoSelect';
import { latOfY, lngOfX, mercatorX, mercatorY, type ProjectedPoints } from './projection';

/** About a metre: a corner is not told more exactly than a hand can put it. */
const DECIMALS = 1e5;

/** A boundary as a line on the map. */
export function lineOfBoundary(boundary: Boundary): ClosedLine {
  return Float64Array.from(boundary.flatMap(([lng, lat]) => [mercatorX(lng), mercatorY(lat)]));
}

/** A line on the map as a boundary. */
export function boundaryOfLine(line: ClosedLine): Boundary {
  const rounded = (degrees: number) => Math.round(degrees * DECIMALS) / DECIMALS;
  return Array.from({ length: line.length / 2 }, (_, at) => [
    rounded(lngOfX(line[2 * at]!)),
    rounded(latOfY(line[2 * at + 1]!)),
  ]);
}

/**
 * The line with no more corners than can be handled; those that shape it least go first (Visvalingam and Whyatt
 * 1993). The same line where it has few enough.
 */
export function simplifyLine(line: ClosedLine, mostCorners: number): ClosedLine {
  const count = line.length / 2;
  if (count <= mostCorners) return line;
  const ring = Array.from({ length: count + 1 }, (_, at) => [
    line[2 * (at % count)]!,
    line[2 * (at % count) + 1]!,
  ]);
  const weighed = presimplify({ type: 'Topology', objects: {}, arcs: [ring] });
  // The third number is the weight: the area that the corner makes; it is endless at the two ends.
  const weights = weighed.arcs[0]!.slice(0, count).map((point) => point[2] ?? Infinity);
  const kept = [...weights.keys()]
    .sort((a, b) => weights[b]! - weights[a]! || a - b)
    .slice(0, mostCorners)
    .sort((a, b) => a - b);
  return Float64Array.from(kept.flatMap((at) => [line[2 * at]!, line[2 * at + 1]!]));
}

/** Whether two of its edges cross, so that inside and outside could not be told apart. */
export function crossesItself(line: ClosedLine): boolean {
  const count = line.length / 2;
  const at = (corner: number) => [line[2 * (corner % count)]!, line[2 * (corner % count) + 1]!] as const;
  for (let one = 0; one < count; one++) {
    for (let other = one + 2; other < count; other++) {
      // The last edge meets the first one in their common corner.
      if (one === 0 && other === count - 1) continue;
      if (cross(at(one), at(one + 1), at(other), at(other + 1))) return true;
    }
  }
  return false;
}

type Corner = readonly [x: number, y: number];

function cross(a: Corner, b: Corner, c: Corner, d: Corner): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

function turn(a: Corner, b: Corner, c: Corner): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** Whether each place lies inside, 1 or 0, one a row; NaN does not. */
export function insideBoundary({ x, y }: ProjectedPoints, boundary: Boundary): Uint8Array {
  const isInside = createLineTest(lineOfBoundary(boundary));
  return Uint8Array.from(x, (own, row) => (isInside(own, y[row]!) ? 1 : 0));
}
