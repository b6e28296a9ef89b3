import { expect, test } from 'vitest';
import { backupsToKeep } from '../../../../electron/host/backupsToKeep';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const NOW_MS = Date.UTC(2026, 2, 20, 12);

test('up to five backups all stay', () => {
  const times = [5, 4, 3, 2, 1].map((minutes) => NOW_MS - minutes * MINUTE_MS);
  expect(backupsToKeep(times, NOW_MS)).toEqual(new Set(times));
});

test('of a busy day the newest five stay', () => {
  const times = Array.from({ length: 60 }, (_, index) => NOW_MS - index * MINUTE_MS);
  expect([...backupsToKeep(times, NOW_MS)]).toEqual(times.slice(0, 5));
});

test('of past days and weeks the last of each stays, and the rest goes', () => {
  const hourly = Array.from({ length: 24 * 100 }, (_, index) => NOW_MS - (index * DAY_MS) / 24);
  const kept = [...backupsToKeep(hourly, NOW_MS)].sort((a, b) => b - a);
  const ageDays = kept.map((time) => Math.floor(NOW_MS / DAY_MS) - Math.floor(time / DAY_MS));
  expect(new Set(ageDays.slice(0, 5))).toEqual(new Set([0]));
  expect([...new Set(ageDays)].slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(kept.length).toBeLessThanOrEqual(5 + 6 + 8);
  expect(Math.max(...ageDays)).toBeLessThanOrEqual(8 * 7);
  expect(Math.max(...ageDays)).toBeGreaterThan(7 * 6);
});
