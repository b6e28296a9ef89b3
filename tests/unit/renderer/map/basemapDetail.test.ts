import type { Topology } from 'topojson-specification';
import { describe, expect, it, vi } from 'vitest';
import { ArcLevels } from '../../../../renderer/map/arcPath';
import { BasemapDetail, bordersOf } from '../../../../renderer/map/basemapDetail';
import { readUnitMap } from '../../../../shared/geo/unitMap';

/** Three squares in a row, each a degree wide: between the first two runs arc 1, between the last two arc 3. */
function threeUnits(ids: readonly [string, string, string]) {
  const topology: Topology = {
    type: 'Topology',
    arcs: [
      [
        [1, 0],
        [0, 0],
        [0, 1],
        [1, 1],
      ],
      [
        [1, 1],
        [1, 0],
      ],
      [
        [1, 1],
        [2, 1],
      ],
      [
        [2, 1],
        [2, 0],
      ],
      [
        [2, 0],
        [1, 0],
      ],
      [
        [2, 1],
        [3, 1],
        [3, 0],
        [2, 0],
      ],
    ],
    objects: {
      units: {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Polygon', id: ids[0], properties: { name: 'One' }, arcs: [[0, 1]] },
          { type: 'Polygon', id: ids[1], properties: { name: 'Two' }, arcs: [[2, 3, 4, ~1]] },
          { type: 'Polygon', id: ids[2], properties: { name: 'Three' }, arcs: [[5, ~3]] },
        ],
      },
    },
  };
  return readUnitMap(topology, 'units');
}

describe('bordersOf', () => {
  it('has the lines between regions of one country, no coast and no border of the country', () => {
    expect([...bordersOf('region', threeUnits(['CA-ON', 'CA-QC', 'FR-PM']))]).toEqual([1]);
  });

  it('leaves out the states of the USA, which are drawn finer, but not its ZIP3 areas', () => {
    expect([...bordersOf('region', threeUnits(['US-CA', 'US-NV', 'CA-ON']))]).toEqual([]);
    expect([...bordersOf('zip3', threeUnits(['CA-941', 'NV-890', 'NV-891']))]).toEqual([1, 3]);
  });
});

describe('BasemapDetail', () => {
  const map = threeUnits(['CA-ON', 'CA-QC', 'CA-NB']);
  const outlines = { map, arcLevels: new ArcLevels(map.arcs) };

  it('reads each kind once, when a map is first near enough, and shows it from there on', async () => {
    const load = vi.fn(() => Promise.resolve(outlines));
    const detail = new BasemapDetail(load);
    const onRead = vi.fn();
    detail.want(3, onRead);
    expect(load).not.toHaveBeenCalled();
    detail.want(4, onRead);
    detail.want(4.5, onRead);
    await vi.waitFor(() => expect(onRead).toHaveBeenCalledTimes(2));
    expect(load.mock.calls).toEqual([['region']]);
    expect(detail.linesAt('region', 4)?.map).toBe(map);
    expect(detail.linesAt('region', 3)).toBeNull();
    detail.want(7, onRead);
    await vi.waitFor(() => expect(detail.linesAt('zip3', 7)).not.toBeNull());
    expect(load.mock.calls).toEqual([['region'], ['zip3']]);
    detail.want(8, onRead);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('goes without what cannot be read', async () => {
    const detail = new BasemapDetail(() => Promise.reject(new Error('missing')));
    const onRead = vi.fn();
    detail.want(9, onRead);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(onRead).not.toHaveBeenCalled();
    expect(detail.linesAt('region', 9)).toBeNull();
  });
});
