import { expect, test } from 'vitest';
import { fitFrame } from '../../../../../renderer/features/import/fitFrame';
import { mercatorX, mercatorY } from '../../../../../shared/geo/projection';

function pixelOf(frame: ReturnType<typeof fitFrame>, lat: number, lng: number): [number, number] {
  return [mercatorX(lng) * frame.scale - frame.left, mercatorY(lat) * frame.scale - frame.top];
}

test('all dots but a few far away ones lie inside the picture', () => {
  const lat = Float32Array.from({ length: 400 }, (_, i) => 30 + (i % 20));
  const lng = Float32Array.from({ length: 400 }, (_, i) => -120 + (i % 40));
  lat[7] = -60;
  lng[7] = 170;
  lat[8] = NaN;
  lng[8] = NaN;
  const frame = fitFrame(lat, lng, 324, 178, 1);
  for (const [x, y] of [pixelOf(frame, 31, -119), pixelOf(frame, 48, -82)]) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(324);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(178);
  }
  expect(pixelOf(frame, -60, 170)[0]).toBeGreaterThan(324);
});

test('the few dots of a long list of accounts without a place fill the picture', () => {
  const lat = new Float32Array(40_000).fill(NaN);
  const lng = new Float32Array(40_000).fill(NaN);
  lat[1] = lat[39_999] = 48;
  lng[1] = 2;
  lng[39_999] = 3;
  const [x, y] = pixelOf(fitFrame(lat, lng, 324, 178, 1), 48, 2.5);
  expect(Math.abs(x - 162)).toBeLessThan(2);
  expect(Math.abs(y - 89)).toBeLessThan(2);
});

test('without dots the picture is of the 48 states', () => {
  const frame = fitFrame(new Float32Array(0), new Float32Array(0), 324, 178, 1);
  const [x, y] = pixelOf(frame, 39, -96);
  expect(Math.abs(x - 162)).toBeLessThan(20);
  expect(Math.abs(y - 89)).toBeLessThan(20);
});
