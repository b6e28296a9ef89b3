import { describe, expect, it } from 'vitest';
import { connectedParts } from '../../../../shared/geo/contiguity';
import { DEFAULT_BRIDGES, unitNeighbours, withBridges } from '../../../../shared/geo/unitBridges';
import { readUnitMap } from '../../../../shared/geo/unitMap';
import { readUnitedStates } from './unitedStates';

const map = readUnitMap(readUnitedStates(), 'counties');
const plain = unitNeighbours(map);
const bridged = withBridges(plain, map.ids, DEFAULT_BRIDGES);
const indexOf = (fips: string) => map.ids.indexOf(fips);

describe('the usual bridges', () => {
  it('name counties that the map has, and leave no unit its own neighbour', () => {
    const known = new Set(map.ids);
    const missing = DEFAULT_BRIDGES.flat().filter((fips) => !known.has(fips));
    expect(missing).toEqual([]);
    map.ids.forEach((_, unit) => {
      const own = bridged.neighbours.subarray(bridged.offsets[unit], bridged.offsets[unit + 1]);
      expect(own.includes(unit)).toBe(false);
    });
  });

  it('make one land of the states, the District of Columbia and Puerto Rico, islands and all', () => {
    const { part } = connectedParts(bridged, null);
    const main = part[indexOf('20001')];
    const apart = map.ids.filter((id, unit) => part[unit] !== main && !/^(60|66|69|78)/.test(id));
    expect(apart).toEqual([]);
    expect(connectedParts(plain, null).part[indexOf('25019')]).not.toBe(
      connectedParts(plain, null).part[indexOf('25001')],
    );
  });
});
