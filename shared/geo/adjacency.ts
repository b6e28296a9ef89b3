import { neighbourRowsOf, type NeighbourRows } from './contiguity';
import type { ProjectedPoints } from './projection';
import type { UnitMap } from './unitMap';

/** Which territories touch: neighbours[k] lists territory indices, ascending. */
export type Neighbours = readonly (readonly number[])[];

function toNeighbours(pairs: ReadonlySet<number>, count: number): Neighbours {
  const lists: number[][] = Array.from({ length: count }, () => []);
  for (const pair of pairs) {
    const a = Math.floor(pair / count);
    const b = pair % count;
    lists[a]!.push(b);
    lists[b]!.push(a);
  }
  return lists.map((list) => list.sort((a, b) => a - b));
}

function addPair(pairs: Set<number>, a: number, b: number, count: number): void {
  if (a >= 0 && b >= 0 && a !== b) pairs.add(Math.min(a, b) * count + Math.max(a, b));
}

/** Territories whose units share a border. `owners` holds one code a unit, negative = no territory. */
export function neighboursByUnits(map: UnitMap, owners: Int32Array, territoryCount: number): Neighbours {
  const pairs = new Set<number>();
  for (let arc = 0; arc < map.forwardUnit.length; arc++) {
    const one = map.forwardUnit[arc]!;
    const other = map.backwardUnit[arc]!;
    if (one >= 0 && other >= 0) addPair(pairs, owners[one]!, owners[other]!, territoryCount);
  }
  return toNeighbours(pairs, territoryCount);
}

/** Units that share a border: the graph on which territories of units hang together. Islands have no neighbour. */
export function neighboursOfUnits(map: UnitMap): NeighbourRows {
  const lists: number[][] = map.ids.map(() => []);
  for (let arc = 0; arc < map.forwardUnit.length; arc++) {
    const one = map.forwardUnit[arc]!;
    const other = map.backwardUnit[arc]!;
    if (one >= 0 && other >= 0) lists[one]!.push(other);
  }
  return neighbourRowsOf(lists);
}

/** Cells along the longer side of the grid on which areas grow round accounts. */
const GRID = 360;

/**
 * Territories whose accounts lie next to each other, for land without units: areas grow round the accounts on
 * a grid until they meet, or have grown as far as they may.
 * @param reach how far an area grows from its accounts, in units of the square
 */
export function neighboursByPoints(
  points: ProjectedPoints,
  assignment: Int32Array,
  territoryCount: number,
  reach: number,
): Neighbours {
  const pairs = new Set<number>();
  const rows: number[] = [];
  let west = Infinity;
  let north = Infinity;
  let side = 0;
  for (let row = 0; row < assignment.length; row++) {
    if (assignment[row]! < 0 || Number.isNaN(points.x[row]!)) continue;
    rows.push(row);
    west = Math.min(west, points.x[row]!);
    north = Math.min(north, points.y[row]!);
  }
  for (const row of rows) side = Math.max(side, points.x[row]! - west, points.y[row]! - north);
  const cell = Math.max(side, 1e-9) / GRID;
  const width = GRID + 3;
  const owners = new Int32Array(width * width).fill(-1);
  let front: number[] = [];
  for (const row of rows) {
    const column = 1 + Math.floor((points.x[row]! - west) / cell);
    const at = (1 + Math.floor((points.y[row]! - north) / cell)) * width + column;
    if (owners[at]! >= 0) {
      addPair(pairs, owners[at]!, assignment[row]!, territoryCount);
    } else {
      owners[at] = assignment[row]!;
      front.push(at);
    }
  }
  for (let step = 0; front.length > 0; step++) {
    const next: number[] = [];
    for (const at of front) {
      for (const beside of [at - width, at - 1, at + 1, at + width]) {
        const column = beside % width;
        if (beside < width || beside >= width * (width - 1) || column === 0 || column === width - 1) continue;
        if (owners[beside]! >= 0) addPair(pairs, owners[at]!, owners[beside]!, territoryCount);
        else if (step * cell < reach) {
          owners[beside] = owners[at]!;
          next.push(beside);
        }
      }
    }
    front = next;
  }
  return toNeighbours(pairs, territoryCount);
}

/** Territories that touch in either of two lists of the same length. */
export function mergeNeighbours(one: Neighbours, other: Neighbours): Neighbours {
  return one.map((list, k) => [...new Set([...list, ...(other[k] ?? [])])].sort((a, b) => a - b));
}
