import type { Page } from '@playwright/test';
import { test as base } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { createHost } from '../../electron/host/createHost';
import { createLoopbackServer } from '../../electron/loopback/createLoopbackServer';
import { loopbackPlatform } from '../../electron/loopback/loopbackPlatform';
import { readToken } from '../../electron/loopback/readToken';
import { LOOPBACK_ORIGIN } from '../../electron/loopback/requestGuard';
import { createTestBrowser, type TestBrowser } from './testBrowser';

/** The real app in a real browser, as `npm start` opens it, on a data folder of the test's own. */
export interface AppRun {
  /** The app's window. A new one after reopen or a crash: take it from here each time. */
  page: Page;
  /** Host data: backups, recents, log. */
  folder: string;
  /** Complaints of the page since the start: errors, and what the content security policy refused. */
  complaints: string[];
  /** Closes browser and server and starts both again; what the browser stored is still there. */
  reopen(): Promise<Page>;
  /** Ends the browser at once, as a crash or a power cut does, and starts it again. */
  crashAndReopen(): Promise<Page>;
  /** Forgets all the browser stored, as another browser or a lost profile would; the host's data stays. */
  reopenInFreshBrowser(): Promise<Page>;
}

const root = join(import.meta.dirname, '..', '..');

async function startServer(folder: string, port: number) {
  const host = createHost({
    platform: loopbackPlatform(join(folder, 'outbox'), packageJson.version),
    folder,
    exportWorkerFile: join(root, 'out', 'host', 'exportWorker.cjs'),
    now: () => Date.now(),
  });
  const server = await createLoopbackServer({
    host,
    rendererFolder: join(root, 'out', 'renderer'),
    token: readToken(join(folder, 'browser-token')),
    port,
    now: () => Date.now(),
    onJoin: () => undefined,
    onPages: () => undefined,
  });
  return { host, server };
}

type Viewport = { width: number; height: number } | null;

function createAppRun(folder: string, viewport: Viewport, browser: TestBrowser) {
  let server: Awaited<ReturnType<typeof startServer>>['server'] | null = null;

  async function open(): Promise<Page> {
    server ??= (await startServer(folder, await browser.port())).server;
    const page = await browser.openPage();
    if (viewport) await page.setViewportSize(viewport);
    page.on('console', (message) => {
      if (message.type() === 'error') app.complaints.push(message.text());
    });
    page.on('pageerror', (error) => app.complaints.push(error.message));
    await page.goto(LOOPBACK_ORIGIN + server.entrancePath(60_000));
    return (app.page = page);
  }
  async function closeServer(): Promise<void> {
    await server?.close();
    server = null;
  }
  const app = {
    folder,
    complaints: [] as string[],
    async reopen() {
      await browser.stop();
      await closeServer();
      return open();
    },
    async crashAndReopen() {
      await browser.crash();
      return open();
    },
    async reopenInFreshBrowser() {
      await browser.takeNewProfile();
      await closeServer();
      return open();
    },
  } as AppRun;
  return { app, open, closeServer };
}

interface TestParts {
  app: AppRun;
}

interface WorkerParts {
  browserOfWorker: TestBrowser;
}

/** `test` with the app open: `test('…', async ({ app }) => { await app.page… })`. */
export const test = base.extend<TestParts, WorkerParts>({
  browserOfWorker: [
    async ({}, use) => {
      const browser = createTestBrowser();
      await use(browser);
      await browser.remove();
    },
    { scope: 'worker' },
  ],
  app: async ({ viewport, browserOfWorker }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'evenland-e2e-'));
    const { app, open, closeServer } = createAppRun(folder, viewport, browserOfWorker);
    await open();
    await use(app);
    // At the end, so that pages leave before their server does, and a failure here is told of the test that left it.
    await browserOfWorker.forget();
    await closeServer();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});
