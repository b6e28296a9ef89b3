import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serveAsset } from '../../../../electron/host/serveAsset';
import { temporaryFolder } from '../temporaryFolder';

async function site(): Promise<string> {
  const folder = await temporaryFolder();
  const root = join(folder, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(root, 'index.html'), '<p>page</p>');
  await writeFile(join(root, 'assets', 'main-1a2b.js'), 'code');
  await writeFile(join(root, '.hidden'), 'hidden');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'renderer-secret.txt'), 'secret');
  await symlink(join(folder, 'secret.txt'), join(root, 'link.txt'));
  return root;
}

test('the page and its files come with type, caching and every security header', async () => {
  const root = await site();
  const page = await serveAsset(root, '/');
  expect(new TextDecoder().decode(page.body)).toBe('<p>page</p>');
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'x-content-type-options': 'nosniff',
  });
  const policy = page.headers['content-security-policy']!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe-eval');
  expect(/script-src ([^;]*)/.exec(policy)![1]).toBe("'self'");
  const script = await serveAsset(root, '/assets/main-1a2b.js');
  expect(script.headers['content-type']).toMatch('text/javascript');
  expect(script.headers['cache-control']).toMatch('immutable');
});

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/../../secret.txt',
  '/..\\secret.txt',
  '/%5c..%5csecret.txt',
  '/../renderer-secret.txt',
  '//etc/passwd',
  '/C:/secret.txt',
  '/link.txt',
  '/.hidden',
  '/assets',
  '/missing.js',
  '/%00',
  '/%',
])('nothing outside the folder, and no folder, is served: %s', async (path) => {
  const { status, body } = await serveAsset(await site(), path);
  expect([status, new TextDecoder().decode(body)]).toEqual([404, 'Not found']);
});
