import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { originArguments } from '../../../../electron/loopback/browserArguments';
import { findBrowser } from '../../../../electron/loopback/findBrowser';
import { temporaryFolder } from '../temporaryFolder';

test('on Linux the first known browser in the path is found', async () => {
  const [first, second] = [await temporaryFolder(), await temporaryFolder()];
  const chromium = join(second, 'chromium');
  await writeFile(chromium, '');
  await chmod(chromium, 0o755);
  expect(findBrowser({ PATH: `${first}:${second}` }, 'linux')).toBe(chromium);
  expect(findBrowser({ PATH: first }, 'linux')).toBeNull();
});

test('a named browser is taken, and a named one that is missing is not silently replaced', async () => {
  const folder = await temporaryFolder();
  const named = join(folder, 'my-browser');
  await writeFile(named, '');
  await writeFile(join(folder, 'chromium'), '');
  expect(findBrowser({ EVENLAND_BROWSER: named, PATH: folder }, 'linux')).toBe(named);
  expect(findBrowser({ EVENLAND_BROWSER: join(folder, 'gone'), PATH: folder }, 'linux')).toBeNull();
});

test('on Windows it is found where it installs itself', async () => {
  const folder = await temporaryFolder();
  expect(findBrowser({ PROGRAMFILES: folder }, 'win32')).toBeNull();
});

test('only a port other than the fixed one needs a rule to keep the origin', () => {
  expect(originArguments(47113)).toEqual([]);
  expect(originArguments(5000)).toEqual([
    '--host-resolver-rules=MAP evenland.localhost:47113 127.0.0.1:5000',
  ]);
});
