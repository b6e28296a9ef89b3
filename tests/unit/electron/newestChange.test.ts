import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isStale, newestChange } from '../../../electron/newestChange.mjs';
import { temporaryFolder } from './temporaryFolder';

const at = (seconds: number) => new Date(1_700_000_000_000 + seconds * 1000);

async function project() {
  const root = await temporaryFolder();
  await mkdir(join(root, 'source', 'deep'), { recursive: true });
  await writeFile(join(root, 'source', 'deep', 'a.ts'), 'a');
  await writeFile(join(root, 'built.js'), 'b');
  await utimes(join(root, 'source', 'deep', 'a.ts'), at(10), at(10));
  for (const folder of ['source/deep', 'source']) await utimes(join(root, folder), at(5), at(5));
  return { root, source: join(root, 'source'), built: join(root, 'built.js') };
}

test('the newest file counts, however deep', async () => {
  const { root, source } = await project();
  expect(newestChange([source, join(root, 'missing')])).toBe(at(10).getTime());
  expect(newestChange([join(root, 'missing')])).toBe(0);
});

test('a build is stale when it is missing or older than any source', async () => {
  const { root, source, built } = await project();
  await utimes(built, at(20), at(20));
  expect(isStale(built, [source])).toBe(false);
  await utimes(built, at(9), at(9));
  expect(isStale(built, [source])).toBe(true);
  expect(isStale(join(root, 'missing.js'), [source])).toBe(true);
});

test('a removed file makes its folder newer, and so the build stale', async () => {
  const { source, built } = await project();
  await utimes(built, at(20), at(20));
  await utimes(join(source, 'deep'), at(30), at(30));
  expect(isStale(built, [source])).toBe(true);
});
