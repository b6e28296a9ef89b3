import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFileAtomic } from '../../../../electron/host/writeFileAtomic';
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
  await expect(writing).rejects.toMatchObject({ name: 'HostError', message: /"plan.evenland"/ });
  expect(await readdir(folder)).toEqual(['plan.evenland']);
  const under = writeFileAtomic(join(folder, 'nofile', '\0'), bytes);
  await expect(under).rejects.toMatchObject({ name: 'HostError' });
});
