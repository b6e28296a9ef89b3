import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeXlsx } from '../../../../electron/export/writeXlsx';
import { writeFileAtomic, writeFilesAtomic } from '../../../../electron/host/writeFileAtomic';
import { buildWorkbook } from '../../../../shared/io/export/buildWorkbook';
import { payingPlan } from '../../shared/plan/planFixture';
import { temporaryFolder } from '../temporaryFolder';

const bytes = new TextEncoder().encode('new');

test('it makes the folder, replaces the file and leaves nothing else', async () => {
  const folder = join(await temporaryFolder(), 'deep', 'er');
  const path = join(folder, 'plan.evenland');
  await writeFileAtomic(path, new TextEncoder().encode('old and longer'));
  await writeFileAtomic(path, bytes);
  expect(await readFile(path, 'utf8')).toBe('new');
  expect(await readdir(folder)).toEqual(['plan.evenland']);
});

test('the mode stays, and a link still points where it did', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'real.evenland');
  await writeFile(path, 'old');
  await chmod(path, 0o600);
  await symlink(path, join(folder, 'link.evenland'));
  await writeFileAtomic(join(folder, 'link.evenland'), bytes);
  expect(await readFile(path, 'utf8')).toBe('new');
  await writeFileAtomic(path, bytes);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('where it can not write, the old state stays and the reason is in words', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'plan.evenland'));
  const writing = writeFileAtomic(join(folder, 'plan.evenland'), bytes);
  await expect(writing).rejects.toMatchObject({
    name: 'HostError',
    message: expect.stringContaining('"plan.evenland"') as string,
  });
  expect(await readdir(folder)).toEqual(['plan.evenland']);
  const under = writeFileAtomic(join(folder, 'nofile', '\0'), bytes);
  await expect(under).rejects.toMatchObject({ name: 'HostError' });
});

test('of files that belong together none is replaced where one fails, and no folder is left', async () => {
  const folder = await temporaryFolder();
  const old = join(folder, 'accounts.csv');
  await writeFile(old, 'old');
  const full = Object.assign(new Error('ENOSPC: no space'), { code: 'ENOSPC' });
  const writing = writeFilesAtomic([
    { path: old, write: (partPath) => writeFile(partPath, 'new') },
    { path: join(folder, 'roll', 'back', 'moves.csv'), write: (partPath) => writeFile(partPath, 'new') },
    { path: join(folder, 'roster.csv'), write: () => Promise.reject(full) },
  ]);
  await expect(writing).rejects.toMatchObject({
    code: 'disk-full',
    message: expect.stringContaining('"roster.csv"') as string,
  });
  expect(await readFile(old, 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['accounts.csv']);
});

test('of files that belong together all are as before where one can not be replaced', async () => {
  const folder = await temporaryFolder();
  const paths = ['accounts.csv', 'moves.csv', 'roster.csv'].map((name) => join(folder, name));
  await writeFile(paths[0]!, 'old', { mode: 0o600 });
  // Whole when it is written, and gone when it is to be moved.
  const last = async (partPath: string) => {
    await writeFile(partPath, 'new');
    await rm(partPath);
  };
  const writing = writeFilesAtomic([
    ...paths.slice(0, 2).map((path) => ({ path, write: (partPath: string) => writeFile(partPath, 'new') })),
    { path: paths[2]!, write: last },
  ]);
  await expect(writing).rejects.toMatchObject({ name: 'HostError' });
  expect(await readFile(paths[0]!, 'utf8')).toBe('old');
  expect((await stat(paths[0]!)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['accounts.csv']);
});

test('of files that belong together each may be read by whom the old one might be', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'pay.csv');
  await writeFile(path, 'old', { mode: 0o600 });
  await writeFilesAtomic(
    ['pay.csv', 'roster.csv'].map((name) => ({
      path: join(folder, name),
      write: (partPath: string) => writeFile(partPath, 'new'),
    })),
  );
  expect(await readFile(path, 'utf8')).toBe('new');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['pay.csv', 'roster.csv']);
});

test('a folder that can not be made is told as one', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'list'), '');
  await expect(writeFileAtomic(join(folder, 'list', 'a.csv'), bytes)).rejects.toThrow(
    `The folder "${join(folder, 'list')}" can't be made: a file has its name. Choose another place.`,
  );
});

test('a workbook whose place goes away is told by the system’s error, at once', async () => {
  const nowhere = join(await temporaryFolder(), 'gone', 'plan.xlsx');
  const model = buildWorkbook(payingPlan(), { scenarioId: 's1', madeOn: '2026-11-29', withoutPay: false });
  await expect(writeXlsx(nowhere, model, () => undefined)).rejects.toMatchObject({ code: 'ENOENT' });
});
