import { describe, expect, it } from 'vitest';
import { heatGrid } from '../../../../renderer/map/heatGrid';
import type { MapFrame } from '../../../../renderer/map/mapFrame';

const frame: MapFrame = { zoom: 0, scale: 400, left: 0, top: 0, width: 400, height: 200, ratio: 1 };
const points = { x: Float64Array.of(0.5, 0.5, 0.9, 2), y: Float64Array.of(0.25, 0.25, 0.25, 0.1) };
const grid = (hidden: Uint8Array, weights: Float64Array | null) =>
  heatGrid(frame, points, hidden, weights, 3);
const cell = (x: number, y: number) => Math.floor(y / 4) * 100 + Math.floor(x / 4);

describe('heatGrid', () => {
  it('keeps the sum of what lies in the frame, and is hottest where the weight is', () => {
    const { width, height, values } = grid(new Uint8Array(4), Float64Array.of(2, 3, 1, 50));
    expect([width, height]).toEqual([100, 50]);
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(6, 4);
    const hottest = values.indexOf(values.reduce((most, value) => Math.max(most, value), 0));
    expect(hottest).toBe(cell(200, 100));
  });

  it('counts each account as one where there are no weights', () => {
    const { values } = grid(Uint8Array.of(0, 0, 1, 0), null);
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(2, 4);
  });

  it('spreads alike to all sides, and not beyond nine cells', () => {
    const { values } = grid(new Uint8Array(4), Float64Array.of(1, 0, 0, 0));
    expect(values[cell(220, 100)]).toBeCloseTo(values[cell(180, 100)]!, 6);
    expect(values[cell(200, 120)]).toBeCloseTo(values[cell(180, 100)]!, 6);
    expect(values[cell(200 + 9 * 4, 100)]).toBeGreaterThan(0);
    expect(values[cell(200 + 10 * 4, 100)]).toBeCloseTo(0, 9);
  });

  it('leaves out hidden accounts, none and less than nothing', () => {
    const { values } = grid(Uint8Array.of(0, 1, 0, 0), Float64Array.of(-2, 3, Number.NaN, 1));
    expect(values.every((value) => Math.abs(value) < 1e-9)).toBe(true);
  });
});
