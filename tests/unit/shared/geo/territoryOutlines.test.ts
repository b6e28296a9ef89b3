import { describe, expect, it } from 'vitest';
import { neighboursByUnits } from '../../../../shared/geo/adjacency';
import { borderArcs, outlinesByOwner, type Outline } from '../../../../shared/geo/territoryOutlines';
import { arcsOfUnit, readUnitMap, type UnitMap } from '../../../../shared/geo/unitMap';
import { readUnitedStates, SQUARES } from './unitedStates';

const topology = readUnitedStates();
const counties = readUnitMap(topology, 'counties');
const states = [...new Set(counties.ids.map((id) => id.slice(0, 2)))].sort();
const byState = Int32Array.from(counties.ids, (id) => states.indexOf(id.slice(0, 2)));

/** Signed area of rings in units of the square. */
function areaOf(map: UnitMap, rings: Outline): number {
  let area = 0;
  for (const ring of rings) {
    for (const reference of ring) {
      const arc = reference < 0 ? ~reference : reference;
      const sign = reference < 0 ? -1 : 1;
      for (let point = map.arcs.offsets[arc]!; point < map.arcs.offsets[arc + 1]! - 1; point++) {
        const [x1, y1, x2, y2] = map.arcs.xy.subarray(2 * point, 2 * point + 4);
        area += (sign * (x1! * y2! - x2! * y1!)) / 2;
      }
    }
  }
  return area;
}

describe('outlinesByOwner', () => {
  it('covers exactly the land of its counties, with their borders dissolved, for each state', () => {
    const outlines = outlinesByOwner(counties, byState);
    for (let state = 0; state < states.length; state++) {
      const units = counties.ids.flatMap((_, unit) => (byState[unit] === state ? [unit] : []));
      const land = units.reduce((sum, unit) => sum + areaOf(counties, [arcsOfUnit(counties, unit)]), 0);
      expect(areaOf(counties, outlines.get(state)!)).toBeCloseTo(land, 12);
      const arcCount = outlines.get(state)!.reduce((sum, ring) => sum + ring.length, 0);
      const walked = units.reduce((sum, unit) => sum + arcsOfUnit(counties, unit).length, 0);
      if (units.length > 10) expect(arcCount).toBeLessThan(walked / 1.5);
    }
  });

  it('closes every ring', () => {
    const ends = (reference: number) => {
      const arc = reference < 0 ? ~reference : reference;
      const both = [counties.arcs.offsets[arc]!, counties.arcs.offsets[arc + 1]! - 1].map((point) =>
        [...counties.arcs.xy.subarray(2 * point, 2 * point + 2)].join(),
      );
      return reference < 0 ? both.reverse() : both;
    };
    for (const rings of outlinesByOwner(counties, byState).values()) {
      for (const ring of rings) {
        ring.forEach((reference, at) => {
          expect(ends(reference)[1]).toBe(ends(ring[(at + 1) % ring.length]!)[0]);
        });
      }
    }
  });

  it('keeps a hole, drops the border inside, and outlines only whom it is asked for', () => {
    const squares = readUnitMap(SQUARES, 'units');
    const owners = Int32Array.of(0, 0, 1, 2, 2);
    const outlines = outlinesByOwner(squares, owners, new Set([0, 1]));
    expect([...outlines.keys()].sort()).toEqual([0, 1]);
    expect(outlines.get(0)).toHaveLength(1);
    expect(new Set(outlines.get(0)![0])).toEqual(new Set([0, 1, 5, 6]));
    expect(outlines.get(1)).toHaveLength(2);
  });
});

describe('borderArcs and neighboursByUnits', () => {
  const squares = readUnitMap(SQUARES, 'units');

  it('tells borders between territories from coasts', () => {
    const { between, outer } = borderArcs(squares, Int32Array.of(0, 0, 1, -9, 1));
    expect([...between]).toEqual([6]);
    expect([...outer].sort((a, b) => a - b)).toEqual([0, 1, 2, 5, 7, 8, 9]);
  });

  it('finds the neighbours of states on land', () => {
    const neighbours = neighboursByUnits(counties, byState, states.length);
    const of = (state: string) => neighbours[states.indexOf(state)]!.map((index) => states[index]);
    expect(of('23')).toEqual(['33']); // Maine touches New Hampshire alone
    expect(of('15')).toEqual([]); // Hawaii
    expect(of('29')).toEqual(['05', '17', '19', '20', '21', '31', '40', '47']); // Missouri touches eight
  });
});
