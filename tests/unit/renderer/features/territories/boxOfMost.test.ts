import { expect, it } from 'vitest';
import { boxOfMost } from '../../../../../renderer/features/territories/mapBoxes';

it('leaves out the few of many that lie far off, and none of a few', () => {
  const xs = Float64Array.from({ length: 200 }, (_, at) => 0.1 + at / 2000);
  const ys = Float64Array.from({ length: 200 }, () => 0.4);
  xs[7] = 0.9;
  const box = boxOfMost(xs, ys, 0.02)!;
  expect(box[0]).toBeGreaterThan(0.1);
  expect(box[2]).toBeLessThan(0.21);
  expect(boxOfMost(Float64Array.of(0.2, 0.9), Float64Array.of(0.3, 0.4), 0.02)).toEqual([0.2, 0.3, 0.9, 0.4]);
  expect(boxOfMost(new Float64Array(), new Float64Array(), 0.02)).toBeNull();
});
