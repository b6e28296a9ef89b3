import { createLineTest, type ClosedLine } from './lassoSelect';
import type { ProjectedPoints } from './projection';
import type { UnitLocator } from './unitLocator';
import type { UnitMap } from './unitMap';

/** Middle of each unit in the unit square: the centre of gravity of its largest ring; NaN without rings. */
export function unitMiddles(map: UnitMap): ProjectedPoints {
  const count = map.ids.length;
  const middles = {
    x: new Float64Array(count).fill(Number.NaN),
    y: new Float64Array(count).fill(Number.NaN),
  };
  for (let unit = 0; unit < count; unit++) {
    let largest = 0;
    for (let ring = map.unitRings[unit]!; ring < map.unitRings[unit + 1]!; ring++) {
      const { area, x, y } = ringMiddle(map, ring);
      if (!(Math.abs(area) > largest)) continue;
      largest = Math.abs(area);
      middles.x[unit] = x;
      middles.y[unit] = y;
    }
  }
  return middles;
}

/** Signed area and centre of gravity of a ring, by the shoelace formula about the ring's first point. */
function ringMiddle(
  { arcs, ringArcs, ringOffsets }: UnitMap,
  ring: number,
): { readonly area: number; readonly x: number; readonly y: number } {
  const points: number[] = [];
  for (let at = ringOffsets[ring]!; at < ringOffsets[ring + 1]!; at++) {
    const reference = ringArcs[at]!;
    const arc = reference < 0 ? ~reference : reference;
    const first = arcs.offsets[arc]!;
    const length = arcs.offsets[arc + 1]! - first;
    for (let step = 0; step < length; step++) {
      const point = reference < 0 ? first + length - 1 - step : first + step;
      points.push(arcs.xy[2 * point]!, arcs.xy[2 * point + 1]!);
    }
  }
  const [originX, originY] = [points[0]!, points[1]!];
  let [doubled, momentX, momentY] = [0, 0, 0];
  for (let i = 0; i < points.length; i += 2) {
    const next = (i + 2) % points.length;
    const [ax, ay] = [points[i]! - originX, points[i + 1]! - originY];
    const [bx, by] = [points[next]! - originX, points[next + 1]! - originY];
    const cross = ax * by - bx * ay;
    doubled += cross;
    momentX += (ax + bx) * cross;
    momentY += (ay + by) * cross;
  }
  return {
    area: doubled / 2,
    x: originX + momentX / (3 * doubled),
    y: originY + momentY / (3 * doubled),
  };
}

/**
 * Units whose middle lies inside a closed line; where it holds no middle, the one unit that it is drawn in.
 * @returns unit indices, ascending
 */
export function unitsInLine(middles: ProjectedPoints, locator: UnitLocator, line: ClosedLine): number[] {
  if (line.length < 6) return [];
  const isInside = createLineTest(line);
  const inside = Array.from(middles.x.keys()).filter((unit) => isInside(middles.x[unit]!, middles.y[unit]!));
  if (inside.length > 0) return inside;
  const corners = line.length / 2;
  const mean = (offset: 0 | 1) => line.reduce((sum, value, at) => (at % 2 === offset ? sum + value : sum), 0);
  return unitsOnPath(locator, [{ x: mean(0) / corners, y: mean(1) / corners }]);
}

/** Units under the points of a path, each once, in the order of the path. */
export function unitsOnPath(
  locator: UnitLocator,
  path: readonly { readonly x: number; readonly y: number }[],
): number[] {
  return [...new Set(path.map(({ x, y }) => locator.locate(x, y)))].filter((unit) => unit >= 0);
}

/** A pick of unit keys after more were taken in or out. */
export function combineUnits(
  picked: readonly string[],
  unitIds: readonly string[],
  mode: 'replace' | 'add' | 'remove',
): readonly string[] {
  if (mode === 'replace') return unitIds;
  if (mode === 'add') return [...new Set([...picked, ...unitIds])];
  const gone = new Set(unitIds);
  return picked.filter((unitId) => !gone.has(unitId));
}
