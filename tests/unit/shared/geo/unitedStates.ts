import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Topology } from 'topojson-specification';

/** The committed topology of US counties and states. */
export function readUnitedStates(): Topology {
  const file = new URL('../../../../assets/data/map/unitedStates.topo.gz', import.meta.url);
  return JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as Topology;
}

/**
 * Two by two squares and one apart, as an unquantized topology in degrees:
 *   A B      C (with a hole)
 *   D E
 */
export const SQUARES: Topology = {
  type: 'Topology',
  arcs: [
    [
      [0, 10],
      [0, 20],
      [10, 20],
    ], // 0 A: outer, bottom left to top middle
    [
      [10, 20],
      [20, 20],
      [20, 10],
    ], // 1 B outer
    [
      [20, 10],
      [20, 0],
      [10, 0],
    ], // 2 E outer
    [
      [10, 0],
      [0, 0],
      [0, 10],
    ], // 3 D outer
    [
      [10, 20],
      [10, 10],
    ], // 4 A|B
    [
      [10, 10],
      [0, 10],
    ], // 5 A|D
    [
      [20, 10],
      [10, 10],
    ], // 6 B|E
    [
      [10, 10],
      [10, 0],
    ], // 7 D|E
    [
      [40, 0],
      [40, 10],
      [50, 10],
      [50, 0],
      [40, 0],
    ], // 8 C
    [
      [42, 2],
      [48, 2],
      [48, 8],
      [42, 8],
      [42, 2],
    ], // 9 its hole
  ],
  objects: {
    units: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', id: 'A', properties: { name: 'A' }, arcs: [[0, 4, 5]] },
        { type: 'Polygon', id: 'B', properties: { name: 'B' }, arcs: [[1, 6, ~4]] },
        { type: 'Polygon', id: 'C', properties: { name: 'C' }, arcs: [[8], [9]] },
        { type: 'Polygon', id: 'D', properties: { name: 'D' }, arcs: [[3, ~5, 7]] },
        { type: 'Polygon', id: 'E', properties: { name: 'E' }, arcs: [[2, ~7, ~6]] },
      ],
    },
  },
};
