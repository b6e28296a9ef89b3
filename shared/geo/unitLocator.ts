import { latOfY, type ProjectedPoints } from './projection';
import { arcsOfUnit, type UnitMap } from './unitMap';

/** Side of a cell of the index, in units of the square: about 22 km at the equator. */
const CELL = 1 / 1800;

/** Units of half the world are indexed by a coarser grid: never much more than this many entries. */
const MOST_ENTRIES = 400_000;

/** A unit over more cells than this is kept in a list that every search looks through. */
const MOST_CELLS = 20_000;

/** Finds the unit that a point lies in. */
export interface UnitLocator {
  /** @returns index of the unit, −1 where no unit covers the point or the point is NaN */
  locate: (x: number, y: number) => number;
}

/** Indexes the units of a map by a grid over their bounding boxes. */
export function createUnitLocator(map: UnitMap): UnitLocator {
  const cellSide = cellSideFor(map);
  const columns = Math.ceil(1 / cellSide);
  const cells = new Map<number, number[]>();
  const vast: number[] = [];
  for (let unit = 0; unit < map.ids.length; unit++) {
    const [west, north, east, south] = map.bounds.subarray(unit * 4, unit * 4 + 4) as unknown as number[];
    if (((east! - west!) / cellSide) * ((south! - north!) / cellSide) > MOST_CELLS) {
      vast.push(unit);
      continue;
    }
    for (let column = Math.floor(west! / cellSide); column <= Math.floor(east! / cellSide); column++) {
      for (let row = Math.floor(north! / cellSide); row <= Math.floor(south! / cellSide); row++) {
        const key = row * columns + column;
        const cell = cells.get(key);
        if (cell) cell.push(unit);
        else cells.set(key, [unit]);
      }
    }
  }
  return {
    locate: (x, y) => {
      const candidates = cells.get(Math.floor(y / cellSide) * columns + Math.floor(x / cellSide));
      for (const unit of candidates ?? []) if (isInUnit(map, unit, x, y)) return unit;
      for (const unit of vast) if (isInUnit(map, unit, x, y)) return unit;
      return -1;
    },
  };
}

/** The side of a cell: CELL, doubled until the boxes of all units take no more entries than there may be. */
function cellSideFor({ ids, bounds }: UnitMap): number {
  for (let side = CELL; ; side *= 2) {
    let entries = 0;
    for (let unit = 0; unit < ids.length; unit++) {
      const width = (bounds[unit * 4 + 2]! - bounds[unit * 4]!) / side + 1;
      const height = (bounds[unit * 4 + 3]! - bounds[unit * 4 + 1]!) / side + 1;
      if (width * height > 0 && width * height <= MOST_CELLS) entries += width * height;
    }
    if (!(entries > MOST_ENTRIES)) return side;
  }
}

/** Whether a unit covers a point: even-odd rule over all its rings, so that holes are outside. */
export function isInUnit(map: UnitMap, unit: number, x: number, y: number): boolean {
  const { bounds, arcs } = map;
  const at = unit * 4;
  if (!(x >= bounds[at]! && y >= bounds[at + 1]! && x <= bounds[at + 2]! && y <= bounds[at + 3]!))
    return false;
  let isInside = false;
  for (const reference of arcsOfUnit(map, unit)) {
    const arc = reference < 0 ? ~reference : reference;
    const end = arcs.offsets[arc + 1]!;
    for (let point = arcs.offsets[arc]! + 1; point < end; point++) {
      const y1 = arcs.xy[2 * point - 1]!;
      const y2 = arcs.xy[2 * point + 1]!;
      if (y1 > y === y2 > y) continue;
      const x1 = arcs.xy[2 * point - 2]!;
      const x2 = arcs.xy[2 * point]!;
      if (x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside;
    }
  }
  return isInside;
}

/** The unit of each point; −1 = none. Neighbouring rows are often in one unit, so the last one is tried first. */
export function locateColumns(map: UnitMap, points: ProjectedPoints): Int32Array {
  const locator = createUnitLocator(map);
  const units = new Int32Array(points.x.length);
  let last = -1;
  for (let row = 0; row < units.length; row++) {
    const x = points.x[row]!;
    const y = points.y[row]!;
    if (last < 0 || !isInUnit(map, last, x, y)) last = locator.locate(x, y);
    units[row] = last;
  }
  return units;
}

const EQUATOR_KM = 40_075;
/** Steps outward, km, and directions looked in at each: outlines are simplified by about a kilometre. */
const STEPS_KM = [0.5, 1, 2, 4, 8, 16, 32];
const DIRECTIONS = 16;

/**
 * The unit that a point lies in or next to: places on a coast or a pier stand outside every simplified outline.
 * @returns −1 where none is within 32 km
 */
export function locateNear(locator: UnitLocator, x: number, y: number): number {
  const here = locator.locate(x, y);
  if (here >= 0 || Number.isNaN(x)) return here;
  const kmOfSquare = EQUATOR_KM * Math.cos((latOfY(y) * Math.PI) / 180);
  for (const km of STEPS_KM) {
    for (let at = 0; at < DIRECTIONS; at++) {
      const angle = (2 * Math.PI * at) / DIRECTIONS;
      const found = locator.locate(
        x + (km / kmOfSquare) * Math.cos(angle),
        y + (km / kmOfSquare) * Math.sin(angle),
      );
      if (found >= 0) return found;
    }
  }
  return -1;
}
