import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:http';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createHost } from '../../../../electron/host/createHost';
import { createLoopbackServer } from '../../../../electron/loopback/createLoopbackServer';
import { joinRunning } from '../../../../electron/loopback/joinRunning';
import { loopbackPlatform } from '../../../../electron/loopback/loopbackPlatform';
import { decodeWire, encodeWire } from '../../../../shared/bridge/wire';
import { temporaryFolder } from '../temporaryFolder';

const TOKEN = 'T'.repeat(43);

async function serve(preferredPort = 0) {
  const folder = await temporaryFolder();
  const rendererFolder = join(folder, 'renderer');
  await mkdir(rendererFolder);
  await writeFile(join(rendererFolder, 'index.html'), '<p>the page</p>');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  const clock = { nowMs: 1_000 };
  const now = () => clock.nowMs;
  const host = createHost({
    platform: loopbackPlatform(join(folder, 'outbox'), '1.2.3'),
    folder,
    exportWorkerFile: new URL('../host/exportThread.mjs', import.meta.url),
    now,
  });
  const heard = { joins: 0, pages: [] as number[] };
  const server = await createLoopbackServer({
    host,
    rendererFolder,
    token: TOKEN,
    port: preferredPort,
    now,
    onJoin: () => heard.joins++,
    onPages: (count) => heard.pages.push(count),
  });
  onTestFinished(server.close);
  return { server, host, heard, clock, port: server.port };
}

interface Sent {
  method?: string;
  headers?: IncomingHttpHeaders;
  body?: Uint8Array;
}

/** A request as it is on the wire: fetch would not let a test choose Host, Origin or dots in the path. */
function ask(port: number, path: string, { method = 'GET', headers = {}, body }: Sent = {}) {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const asking = request(
      { host: '127.0.0.1', port, path, method, headers: { host: `localhost:${port}`, ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) });
        });
      },
    );
    asking.on('error', reject).end(body);
  });
}
const cookie = `evenland=${TOKEN}`;
const callHeaders = { cookie, 'x-evenland': '1' };

test('the address lets a browser in once, leaves no secret in it, and then the page is served', async () => {
  const { server, port } = await serve();
  const path = server.entrancePath(60_000);
  expect(path).not.toContain(TOKEN);
  const entered = await ask(port, path);
  expect(entered.status).toBe(303);
  expect(entered.headers.location).toBe('/');
  const [setCookie] = entered.headers['set-cookie']!;
  expect(setCookie).toMatch(/; HttpOnly; SameSite=Strict/);
  const page = await ask(port, '/', { headers: { cookie: setCookie!.split(';')[0]! } });
  expect([page.status, page.body.toString()]).toEqual([200, '<p>the page</p>']);
  expect(page.headers['cross-origin-embedder-policy']).toBe('require-corp');
  expect((await ask(port, path)).status).toBe(401);
});

test('a ticket grows old', async () => {
  const { server, port, clock } = await serve();
  const path = server.entrancePath(60_000);
  clock.nowMs += 60_001;
  expect((await ask(port, path)).status).toBe(401);
});

test.each([
  [undefined],
  ['evenland=wrong'],
  [`evenland=${'U'.repeat(43)}`],
  [`other=${TOKEN}`],
  ['evenland='],
])('with the cookie %s neither page nor channel nor file answers', async (wrong) => {
  const { port } = await serve();
  const headers = { 'x-evenland': '1', ...(wrong === undefined ? {} : { cookie: wrong }) };
  for (const path of ['/', '/api/events', '/api/files/x']) {
    expect((await ask(port, path, { headers })).status).toBe(401);
  }
  const called = await ask(port, '/api/call/userName', { method: 'POST', headers, body: encodeWire({}) });
  expect(called.status).toBe(401);
});

test("another name for this machine, or another site's page, is refused even with the cookie", async () => {
  const { server, port } = await serve();
  for (const host of ['evil.example', `evil.example:${port}`, 'localhost', `localhost:${port + 1}`]) {
    expect((await ask(port, '/', { headers: { host, cookie } })).status).toBe(403);
    expect((await ask(port, server.entrancePath(60_000), { headers: { host } })).status).toBe(403);
  }
  for (const foreign of [
    { origin: 'http://localhost:3000' },
    { origin: 'null' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site' },
  ]) {
    const headers = { ...callHeaders, ...foreign };
    const called = await ask(port, '/api/call/userName', { method: 'POST', headers, body: encodeWire({}) });
    expect(called.status).toBe(403);
  }
  const own = { ...callHeaders, host: 'evenland.localhost:47113', origin: 'http://evenland.localhost:47113' };
  const called = await ask(port, '/api/call/userName', {
    method: 'POST',
    headers: own,
    body: encodeWire({}),
  });
  expect(called.status).toBe(200);
});

test.each(['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '//../secret.txt', '/..\\secret.txt'])(
  'no path leads out of the renderer: %s',
  async (path) => {
    const { port } = await serve();
    const { status, body } = await ask(port, path, { headers: { cookie } });
    expect([status, body.toString()]).toEqual([404, 'Not found']);
  },
);

test('a channel answers with bytes and all; a form post, a broken body and wrong arguments do not pass', async () => {
  const { port } = await serve();
  const call = (channel: string, body: Uint8Array, headers: IncomingHttpHeaders = callHeaders) =>
    ask(port, `/api/call/${channel}`, { method: 'POST', headers, body });
  const backup = { planId: 'p', planName: 'P', revision: 1, bytes: new Uint8Array([1, 2, 3]) };
  const written = decodeWire((await call('writeBackup', encodeWire(backup))).body);
  expect(written).toMatchObject({ ok: true, value: { planId: 'p', sizeBytes: 3 } });
  const { backupId } = (written as { value: { backupId: string } }).value;
  const read = decodeWire((await call('readBackup', encodeWire({ backupId }))).body);
  expect(read).toEqual({ ok: true, value: new Uint8Array([1, 2, 3]) });
  expect((await call('userName', encodeWire({}), { cookie })).status).toBe(405);
  expect((await ask(port, '/api/call/userName', { headers: callHeaders })).status).toBe(405);
  expect((await call('userName', new Uint8Array([1, 2, 3, 4, 5]))).status).toBe(400);
  const wrong = decodeWire((await call('readBackup', encodeWire({ backupId: 7 }))).body);
  expect(wrong).toMatchObject({ ok: false, error: { code: 'bad-arguments' } });
  const native = decodeWire((await call('chooseFolder', encodeWire({ purpose: 'export' }))).body);
  expect(native).toMatchObject({ ok: false, error: { code: 'unsupported' } });
});

test('what was saved is downloaded by its id, under its name', async () => {
  const { port } = await serve();
  const args = { suggestedName: 'Süd 2027.evenland', bytes: new Uint8Array([5, 6]), fileId: null };
  const body = encodeWire(args);
  const saved = await ask(port, '/api/call/savePlanFile', { method: 'POST', headers: callHeaders, body });
  const { value } = decodeWire(saved.body) as { value: { file: { fileId: string } } };
  const file = await ask(port, `/api/files/${value.file.fileId}`, { headers: { cookie } });
  expect([...file.body]).toEqual([5, 6]);
  expect(file.headers['content-disposition']).toContain("filename*=UTF-8''S%C3%BCd%202027.evenland");
  expect((await ask(port, '/api/files/%2fetc%2fpasswd', { headers: { cookie } })).status).toBe(404);
});

test('events stream to a page that listens, and its going is noticed', async () => {
  const { host, heard, port } = await serve();
  const text = await new Promise<string>((resolve, reject) => {
    let received = '';
    const headers = { host: `localhost:${port}`, cookie };
    const listening = request({ host: '127.0.0.1', port, path: '/api/events', headers }, (response) => {
      response.on('data', (chunk: Buffer) => {
        received += chunk.toString();
        if (received.startsWith('retry') && !received.includes('data:'))
          host.emit({ type: 'menu', command: 'undo' });
        if (!received.includes('data:')) return;
        listening.destroy();
        resolve(received);
      });
    });
    listening.on('error', (error) => heard.pages.length === 0 && reject(error));
    listening.end();
  });
  expect(text).toContain('data: {"type":"menu","command":"undo"}\n\n');
  await expect.poll(() => heard.pages).toEqual([1, 0]);
});

test('a taken port is no crash: another is found', async () => {
  const first = await serve();
  const second = await serve(first.port);
  expect(second.port).not.toBe(first.port);
  expect((await ask(second.port, '/', { headers: { cookie } })).status).toBe(200);
});

test('a second start joins the first; a stranger, or nobody at the port, is not joined', async () => {
  const { server, heard, port } = await serve();
  expect(await joinRunning(port, TOKEN)).toBe(true);
  expect(heard.joins).toBe(1);
  expect(await joinRunning(port, 'another token')).toBe(false);
  expect(heard.joins).toBe(1);
  await server.close();
  expect(await joinRunning(port, TOKEN)).toBe(false);
});
