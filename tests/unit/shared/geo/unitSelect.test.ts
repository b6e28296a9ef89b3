import { describe, expect, it } from 'vitest';
import { mercatorX, mercatorY } from '../../../../shared/geo/projection';
import { createUnitLocator } from '../../../../shared/geo/unitLocator';
import { readUnitMap } from '../../../../shared/geo/unitMap';
import { combineUnits, unitMiddles, unitsInLine, unitsOnPath } from '../../../../shared/geo/unitSelect';
import { SQUARES } from './unitedStates';

const map = readUnitMap(SQUARES, 'units');
const locator = createUnitLocator(map);
const middles = unitMiddles(map);
const at = (lng: number, lat: number) => ({ x: mercatorX(lng), y: mercatorY(lat) });
const box = (west: number, south: number, east: number, north: number) =>
  Float64Array.from(
    [at(west, south), at(east, south), at(east, north), at(west, north)].flatMap(({ x, y }) => [x, y]),
  );
const names = (units: readonly number[]) => units.map((unit) => map.ids[unit]).join('');

describe('units picked on the map', () => {
  it('have their middle where a square has it', () => {
    const middleOfB = at(15, 15);
    expect(middles.x[1]).toBeCloseTo(middleOfB.x, 12);
    // A square of degrees is a rectangle on the map: its middle lies halfway between its edges there.
    expect(middles.y[1]).toBeCloseTo((mercatorY(10) + mercatorY(20)) / 2, 9);
  });

  it('are those whose middle a line holds', () => {
    expect(names(unitsInLine(middles, locator, box(2, 2, 18, 8)))).toBe('DE');
    expect(names(unitsInLine(middles, locator, box(-5, -5, 60, 25)))).toBe('ABCDE');
  });

  it('are the one that a small line lies in', () => {
    expect(names(unitsInLine(middles, locator, box(1, 1, 3, 3)))).toBe('D');
    expect(unitsInLine(middles, locator, box(70, 1, 73, 3))).toEqual([]);
  });

  it('are those under a brush, each once, holes left out', () => {
    const path = [at(2, 12), at(8, 12), at(12, 12), at(41, 5), at(45, 5), at(70, 5)];
    expect(names(unitsOnPath(locator, path))).toBe('ABC');
  });

  it('are added, taken off and replaced', () => {
    expect(combineUnits(['A', 'B'], ['B', 'C'], 'add')).toEqual(['A', 'B', 'C']);
    expect(combineUnits(['A', 'B'], ['B', 'C'], 'remove')).toEqual(['A']);
    expect(combineUnits(['A', 'B'], ['B', 'C'], 'replace')).toEqual(['B', 'C']);
  });
});
