import { describe, expect, it } from 'vitest';
import { dotSizesOf, rankSegments, readMapPoints } from '../../../../renderer/map/mapAccounts';
import { encodeAttribute, type MeasureColumn } from '../../../../shared/model/accountTable';
import { placeLevelCode } from '../../../../shared/model/placeLevel';

const measure: MeasureColumn = {
  id: 'w',
  name: 'Workload',
  kind: 'hours',
  values: Float64Array.of(1, 9, 2, 8, Number.NaN, 5),
  isNegativeReal: false,
};
const none = new Uint8Array(6);

describe('readMapPoints', () => {
  it('hides rows that are removed or not placed, and marks approximate ones', () => {
    const places = readMapPoints({
      lat: Float64Array.of(40, 41, Number.NaN),
      lng: Float64Array.of(-90, -91, Number.NaN),
      placeLevels: Uint8Array.of(placeLevelCode('exact'), placeLevelCode('city'), 0),
      removed: Uint8Array.of(0, 1, 0),
    });
    expect([...places.hidden]).toEqual([0, 1, 1]);
    expect([...places.hollow]).toEqual([0, 1, 0]);
    expect(places.index.nearest(0.25, 0.38, 1)).toBe(0);
  });
});

describe('dotSizesOf', () => {
  it('follows segments, ranked by what an account of each is worth', () => {
    const segment = encodeAttribute('segment', 'Segment', ['Small', 'Big', 'Small', 'Big', '', 'Mid']);
    expect(rankSegments(segment, measure, none).names).toEqual(['Small', 'Mid', 'Big']);
    const { sizes, sizeNames } = dotSizesOf(6, segment, measure, none);
    expect([...sizes]).toEqual([0, 2, 0, 2, 0, 1]);
    expect(sizeNames).toEqual(['Small', 'Mid', 'Big']);
  });

  it('follows the measure where segments say nothing, and is alike without either', () => {
    expect([...dotSizesOf(6, null, measure, none).sizes]).toEqual([0, 1, 0, 1, 0, 0]);
    expect([...dotSizesOf(6, null, null, none).sizes]).toEqual([1, 1, 1, 1, 1, 1]);
  });
});
