import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { notePort, readPort } from '../../../../electron/loopback/joinRunning';
import { readToken } from '../../../../electron/loopback/readToken';
import { temporaryFolder } from '../temporaryFolder';

test('the token is made once, kept, and readable by its owner alone', async () => {
  const path = join(await temporaryFolder(), 'deep', 'token');
  const token = readToken(path);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(readToken(path)).toBe(token);
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('a broken token file is replaced', async () => {
  const path = join(await temporaryFolder(), 'token');
  await writeFile(path, 'short');
  const token = readToken(path);
  expect(await readFile(path, 'utf8')).toBe(token);
});

test('the noted port is read back; a broken note is no note', async () => {
  const path = join(await temporaryFolder(), 'port.json');
  expect(readPort(path)).toBeNull();
  notePort(path, 4711);
  expect(readPort(path)).toBe(4711);
  for (const broken of ['{', 'null', '{"port":"x"}', '{"port":0}', '{"port":99999}']) {
    await writeFile(path, broken);
    expect(readPort(path)).toBeNull();
  }
});
