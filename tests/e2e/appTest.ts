import type { Browser, BrowserContext, Page } from '@playwright/test';
import { chromium, test as base } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { createHost } from '../../electron/host/createHost';
import { originArguments } from '../../electron/loopback/browserArguments';
import { createLoopbackServer } from '../../electron/loopback/createLoopbackServer';
import { loopbackPlatform } from '../../electron/loopback/loopbackPlatform';
import { readToken } from '../../electron/loopback/readToken';
import { LOOPBACK_ORIGIN } from '../../electron/loopback/requestGuard';
import { testBrowserOptions } from './findBrowser';

/** The real app in a real browser, as `npm start` opens it, on a data folder of the test's own. */
export interface AppRun {
  /** The app's window. A new one after reopen or a crash: take it from here each time. */
  page: Page;
  /** Host data: backups, recents, log. */
  folder: string;
  /** Complaints of the page since the start: errors, and what the content security policy refused. */
  complaints: string[];
  /**
   * Closes window and server and starts both again; what the browser stored is still there. This and the next two
   * need a browser of the test's own: `test.use({ keepsProfile: true })`.
   */
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

/** A browser that the tests of a worker share, each in a context of its own: starting one takes as long as a short test. */
interface SharedBrowser {
  readonly browser: Browser;
  /** Where the app's origin leads to in this browser. */
  readonly port: number;
}

async function startShared(): Promise<SharedBrowser> {
  const port = await freePort();
  const options = testBrowserOptions(true);
  const args = [...(options.args ?? []), ...originArguments(port)];
  return { browser: await chromium.launch({ ...options, args }), port };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

type Viewport = { width: number; height: number } | null;

/** @param shared null = a browser of the run's own, whose profile outlives a restart */
function createAppRun(folder: string, viewport: Viewport, shared: SharedBrowser | null) {
  let profile = mkdtempSync(join(folder, 'profile-'));
  let server: Awaited<ReturnType<typeof startServer>>['server'] | null = null;
  let context: BrowserContext | null = null;

  function openContext(port: number): Promise<BrowserContext> {
    const look = { viewport, acceptDownloads: true, reducedMotion: 'reduce' } as const;
    if (shared) return shared.browser.newContext(look);
    const options = testBrowserOptions(true);
    const args = [...(options.args ?? []), ...originArguments(port)];
    return chromium.launchPersistentContext(profile, { ...options, ...look, args });
  }
  async function open(): Promise<Page> {
    server ??= (await startServer(folder, shared?.port ?? 0)).server;
    context = await openContext(server.port);
    const page = context.pages()[0] ?? (await context.newPage());
    page.on('console', (message) => {
      if (message.type() === 'error') app.complaints.push(message.text());
    });
    page.on('pageerror', (error) => app.complaints.push(error.message));
    await page.goto(LOOPBACK_ORIGIN + server.entrancePath(60_000));
    return (app.page = page);
  }
  function requireProfile(): void {
    if (shared) throw new Error('This needs a browser of its own: test.use({ keepsProfile: true }).');
  }
  async function close(): Promise<void> {
    await context?.close();
    await server?.close();
    context = server = null;
  }
  const app = {
    folder,
    complaints: [] as string[],
    async reopen() {
      requireProfile();
      await close();
      return open();
    },
    async crashAndReopen() {
      requireProfile();
      const session = await context!.newCDPSession(app.page);
      const gone = new Promise((resolve) => context!.on('close', resolve));
      void session.send('Browser.crash').catch(() => undefined);
      await gone;
      return open();
    },
    async reopenInFreshBrowser() {
      requireProfile();
      await close();
      profile = mkdtempSync(join(folder, 'profile-'));
      return open();
    },
  } as AppRun;
  return { app, open, close };
}

interface TestParts {
  app: AppRun;
  /** Whether the test restarts the browser, so that it needs one of its own. */
  keepsProfile: boolean;
}

interface WorkerParts {
  shared: () => Promise<SharedBrowser>;
}

/** `test` with the app open: `test('…', async ({ app }) => { await app.page… })`. */
export const test = base.extend<TestParts, WorkerParts>({
  keepsProfile: [false, { option: true }],
  shared: [
    async ({}, use) => {
      const started: Promise<SharedBrowser>[] = [];
      await use(() => {
        if (started.length === 0) started.push(startShared());
        return started[0]!;
      });
      for (const each of started) await (await each).browser.close();
    },
    { scope: 'worker' },
  ],
  app: async ({ viewport, keepsProfile, shared }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'evenland-e2e-'));
    const { app, open, close } = createAppRun(folder, viewport, keepsProfile ? null : await shared());
    await open();
    await use(app);
    await close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});
