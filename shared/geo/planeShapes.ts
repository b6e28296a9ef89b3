import type { PlanePoints } from './equalArea';

/** Signed area of a closed ring by the shoelace formula; the last point need not repeat the first. */
export function ringArea(ring: PlanePoints): number {
  let twice = 0;
  const count = ring.length / 2;
  for (let at = 0; at < count; at++) {
    const next = (at + 1) % count;
    twice += ring[2 * at]! * ring[2 * next + 1]! - ring[2 * next]! * ring[2 * at + 1]!;
  }
  return twice / 2;
}

export function ringLength(ring: PlanePoints): number {
  let length = 0;
  const count = ring.length / 2;
  for (let at = 0; at < count; at++) {
    const next = (at + 1) % count;
    length += Math.hypot(ring[2 * next]! - ring[2 * at]!, ring[2 * next + 1]! - ring[2 * at + 1]!);
  }
  return length;
}

/** The convex hull, counter-clockwise (Andrew's monotone chain). */
export function convexHull(points: PlanePoints): PlanePoints {
  const order = Array.from({ length: points.length / 2 }, (_, at) => at).sort(
    (a, b) => points[2 * a]! - points[2 * b]! || points[2 * a + 1]! - points[2 * b + 1]!,
  );
  const chain = (indices: readonly number[]) => {
    const kept: number[] = [];
    for (const at of indices) {
      while (kept.length >= 2 && turn(points, kept.at(-2)!, kept.at(-1)!, at) <= 0) kept.pop();
      kept.push(at);
    }
    kept.pop();
    return kept;
  };
  const hull = order.length < 2 ? order : [...chain(order), ...chain(order.toReversed())];
  return Float64Array.from(hull.flatMap((at) => [points[2 * at]!, points[2 * at + 1]!]));
}

function turn(points: PlanePoints, a: number, b: number, c: number): number {
  const [ax, ay] = [points[2 * a]!, points[2 * a + 1]!];
  return (
    (points[2 * b]! - ax) * (points[2 * c + 1]! - ay) - (points[2 * b + 1]! - ay) * (points[2 * c]! - ax)
  );
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/**
 * The smallest circle round points, exact (Welzl 1991, as loops over the points of the hull). null without points.
 */
export function enclosingCircle(points: PlanePoints): Circle | null {
  const hull = convexHull(points);
  const count = hull.length / 2;
  if (count === 0) return null;
  // Welzl's order is random; strides of the golden ratio mix corners as well and are the same every time.
  const order = Array.from({ length: count }, (_, index) => index).sort(
    (a, b) => ((a * GOLDEN) % 1) - ((b * GOLDEN) % 1),
  );
  const at = (index: number): readonly [number, number] => [
    hull[2 * order[index]!]!,
    hull[2 * order[index]! + 1]!,
  ];
  let circle: Circle = { x: at(0)[0], y: at(0)[1], radius: 0 };
  for (let i = 1; i < count; i++) {
    if (isInside(circle, at(i))) continue;
    circle = { x: at(i)[0], y: at(i)[1], radius: 0 };
    for (let j = 0; j < i; j++) {
      if (isInside(circle, at(j))) continue;
      circle = circleOfTwo(at(i), at(j));
      for (let k = 0; k < j; k++) {
        if (!isInside(circle, at(k))) circle = circleOfThree(at(i), at(j), at(k)) ?? circle;
      }
    }
  }
  return circle;
}

function isInside(circle: Circle, [x, y]: readonly [number, number]): boolean {
  return Math.hypot(x - circle.x, y - circle.y) <= circle.radius * (1 + 1e-12) + 1e-12;
}

function circleOfTwo([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): Circle {
  return { x: (ax + bx) / 2, y: (ay + by) / 2, radius: Math.hypot(ax - bx, ay - by) / 2 };
}

/** The circumcircle; null where the three lie on a line. */
function circleOfThree(
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
  [cx, cy]: readonly [number, number],
): Circle | null {
  const [px, py, qx, qy] = [bx - ax, by - ay, cx - ax, cy - ay];
  const twiceArea = 2 * (px * qy - py * qx);
  if (twiceArea === 0) return null;
  const [p, q] = [px * px + py * py, qx * qx + qy * qy];
  const x = (qy * p - py * q) / twiceArea;
  const y = (px * q - qx * p) / twiceArea;
  return { x: ax + x, y: ay + y, radius: Math.hypot(x, y) };
}
