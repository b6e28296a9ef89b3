import { readFileSync } from 'node:fs';
import { gunzipSync, strFromU8 } from 'fflate';
import type { Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { neighboursOfUnits } from '../../../../shared/geo/adjacency';
import { mercatorX, mercatorY } from '../../../../shared/geo/projection';
import { UNIT_LAYERS } from '../../../../shared/geo/unitLayers';
import { createUnitLocator } from '../../../../shared/geo/unitLocator';
import { readUnitMap, type UnitMap } from '../../../../shared/geo/unitMap';
import type { UnitLevel } from '../../../../shared/model/exception';

function read(level: UnitLevel): UnitMap {
  const { file, layer } = UNIT_LAYERS[level];
  const bytes = readFileSync(new URL(`../../../../assets/data/map/${file}`, import.meta.url));
  return readUnitMap(JSON.parse(strFromU8(gunzipSync(bytes))) as Topology, layer);
}

function neighbourIds(map: UnitMap, id: string): string[] {
  const { offsets, neighbours } = neighboursOfUnits(map);
  const unit = map.ids.indexOf(id);
  return Array.from(neighbours.subarray(offsets[unit], offsets[unit + 1]), (other) => map.ids[other]!).sort();
}

function unitAt(map: UnitMap, lat: number, lng: number): string | undefined {
  return map.ids[createUnitLocator(map).locate(mercatorX(lng), mercatorY(lat))];
}

describe('unit layers', () => {
  it('know what borders on what, and nothing on itself', () => {
    const regions = read('region');
    expect(neighbourIds(regions, 'US-CA')).toEqual(['MX-BCN', 'US-AZ', 'US-NV', 'US-OR']);
    expect(neighbourIds(regions, 'US-HI')).toEqual([]);
    expect(neighbourIds(read('country'), 'PT')).toEqual(['ES']);
    expect(neighbourIds(read('county'), '06075')).toContain('06081');
    expect(neighbourIds(read('zip3'), 'CA-941')).toContain('CA-940');
  });

  it('find the unit of a place', () => {
    expect(unitAt(read('zip3'), 37.7749, -122.4194)).toBe('CA-941');
    expect(unitAt(read('zip3'), 40.7128, -74.006)).toBe('NY-100');
    expect(unitAt(read('region'), 48.1374, 11.5755)).toBe('DE-BY');
    expect(unitAt(read('country'), 48.1374, 11.5755)).toBe('DE');
    expect(unitAt(read('county'), 37.76, -122.44)).toBe('06075');
  });

  it('have each id once', () => {
    for (const level of ['country', 'region', 'county', 'zip3'] as const) {
      const { ids } = read(level);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('cut ZIP3 areas by states, so that the borders of states stay', () => {
    const zip3 = read('zip3');
    const across = neighbourIds(zip3, 'CA-961').filter((id) => !id.startsWith('CA-'));
    expect(across.some((id) => id.startsWith('NV-'))).toBe(true);
  });
});
