import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBackups } from '../../../../electron/host/createBackups';
import { temporaryFolder } from '../temporaryFolder';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const NOW_MS = Date.UTC(2026, 0, 2, 3, 4, 5);

test('a backup is listed with its plan and read back, also by another start of the app', async () => {
  const folder = join(await temporaryFolder(), 'backups');
  const planId = '../../etc: a "plan"';
  const written = await createBackups(folder, () => NOW_MS).write({
    planId,
    planName: 'North / South',
    revision: 12,
    bytes: bytesOf('plan'),
  });
  const again = createBackups(folder, () => NOW_MS);
  expect(await again.list()).toEqual([written]);
  expect(written).toMatchObject({
    planId,
    planName: 'North / South',
    revision: 12,
    savedAt: '2026-01-02T03:04:05.000Z',
    sizeBytes: 4,
  });
  expect(new TextDecoder().decode(await again.read(written.backupId))).toBe('plan');
});

test('the newest comes first, and a renamed plan has its new name throughout', async () => {
  let nowMs = NOW_MS;
  const backups = createBackups(await temporaryFolder(), () => nowMs);
  await backups.write({ planId: 'p', planName: 'Old name', revision: 1, bytes: bytesOf('a') });
  nowMs += 1000;
  await backups.write({ planId: 'p', planName: 'New name', revision: 2, bytes: bytesOf('b') });
  const listed = await backups.list();
  expect(listed.map(({ planName, revision }) => [planName, revision])).toEqual([
    ['New name', 2],
    ['New name', 1],
  ]);
});

test('writes at the same moment are all kept apart, and rotation holds their number down', async () => {
  const folder = await temporaryFolder();
  const backups = createBackups(folder, () => NOW_MS);
  const writes = Array.from({ length: 12 }, (_, index) =>
    backups.write({ planId: 'p', planName: 'P', revision: index, bytes: bytesOf(String(index)) }),
  );
  await Promise.all(writes);
  expect((await backups.list()).map(({ revision }) => revision)).toEqual([11, 10, 9, 8, 7]);
  const [planFolder] = await readdir(folder);
  expect((await readdir(join(folder, planFolder!))).length).toBe(6);
});

test.each(['../outside.evenland', '/etc/passwd', 'a/b', ''])(
  'no path reads through as an id: %s',
  async (id) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'outside.evenland'), 'secret');
    const backups = createBackups(join(folder, 'backups'), () => NOW_MS);
    await expect(backups.read(id)).rejects.toMatchObject({ code: 'not-found' });
  },
);

test('without any backup the list is empty', async () => {
  expect(await createBackups(join(await temporaryFolder(), 'none'), () => 0).list()).toEqual([]);
});
