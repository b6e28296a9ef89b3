import { describe, expect, it } from 'vitest';
import {
  curveHandles,
  moveHandle,
  pointNames,
} from '../../../../../renderer/features/compensation/curveHandles';
import { compComponentSchema } from '../../../../../shared/model/compComponent';

const curve = compComponentSchema.parse({
  kind: 'curve',
  id: 'c',
  name: 'Bookings',
  targetShareRatio: 1,
  points: [
    { x: 0.5, payRatio: 0.25 },
    { x: 1, payRatio: 1 },
    { x: 1.5, payRatio: 2.5 },
    { x: 2, payRatio: 3.5 },
  ],
});
const tiers = compComponentSchema.parse({
  kind: 'tiers',
  id: 't',
  name: 'Commission',
  targetShareRatio: 1,
  tiers: [
    { from: 0, to: 1, rate: 1 },
    { from: 1, to: 1.5, rate: 2 },
    { from: 1.5, to: null, rate: 3 },
  ],
});

describe('curveHandles', () => {
  it('names the points of a curve by their place', () => {
    expect(curveHandles(curve, 2).map((handle) => handle.name)).toEqual([
      'Threshold',
      'Target',
      'Excellence',
      'Cap',
    ]);
    expect(pointNames([1, 1.2, 1.8], false)).toEqual(['Target', 'Excellence', '']);
  });

  it('puts a handle at the end of each band, at the pay that the bands add up to', () => {
    const handles = curveHandles(tiers, 2);
    expect(handles.map((handle) => handle.x)).toEqual([1, 1.5, 2]);
    expect(handles.map((handle) => handle.payRatio)).toEqual([1, 2, 3.5]);
    expect(handles.at(-1)!.isXFixed).toBe(true);
  });

  it('has none where pay is no function of attainment', () => {
    expect(curveHandles(compComponentSchema.parse({ ...tiers, how: 'retroactive' }), 2)).toEqual([]);
  });
});

describe('moveHandle', () => {
  it('rounds to whole percent and keeps the order of the points', () => {
    const moved = moveHandle(curve, 2, { x: 0.2, payRatio: 2.6049 }, 2);
    expect(moved).toMatchObject({ points: [{}, {}, { x: 1.01, payRatio: 2.6 }, {}] });
  });

  it('never pays less than nothing', () => {
    expect(moveHandle(curve, 0, { x: 0.5, payRatio: -3 }, 2)).toMatchObject({
      points: [{ payRatio: 0 }, {}, {}, {}],
    });
  });

  it('changes the rates of both bands that meet, and leaves the other points where they are', () => {
    const moved = moveHandle(tiers, 0, { x: 1, payRatio: 1.2 }, 2);
    expect(curveHandles(moved, 2).map((handle) => handle.payRatio)).toEqual([1.2, 2, 3.5]);
    expect(moved).toMatchObject({ tiers: [{ rate: 1.2 }, { rate: 1.6 }, { rate: 3 }] });
  });

  it('moves the edge that two bands share', () => {
    const moved = moveHandle(tiers, 1, { x: 1.6, payRatio: 2.2 }, 2);
    expect(moved).toMatchObject({
      tiers: [{ to: 1 }, { from: 1, to: 1.6, rate: 2 }, { from: 1.6, to: null }],
    });
  });
});
