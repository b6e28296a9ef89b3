import type { BrowserContext, Page } from '@playwright/test';
import { chromium, test as base } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
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
  /** Closes window and server and starts both again; what the browser stored is still there. */
  reopen(): Promise<Page>;
  /** Ends the browser at once, as a crash or a power cut does, and starts it again. */
  crashAndReopen(): Promise<Page>;
  /** Forgets all the browser stored, as another browser or a lost profile would; the host's data stays. */
  reopenInFreshBrowser(): Promise<Page>;
}

const root = join(import.meta.dirname, '..', '..');

async function startServer(folder: string) {
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
    port: 0,
    now: () => Date.now(),
    onJoin: () => undefined,
    onPages: () => undefined,
  });
  return { host, server };
}

function createAppRun(folder: string, viewport: { width: number; height: number } | null) {
  let profile = mkdtempSync(join(folder, 'profile-'));
  let server: Awaited<ReturnType<typeof startServer>>['server'] | null = null;
  let context: BrowserContext | null = null;

  async function open(): Promise<Page> {
    server ??= (await startServer(folder)).server;
    const options = testBrowserOptions(true);
    context = await chromium.launchPersistentContext(profile, {
      ...options,
      args: [...(options.args ?? []), ...originArguments(server.port)],
      viewport,
      acceptDownloads: true,
      reducedMotion: 'reduce',
    });
    const page = context.pages()[0] ?? (await context.newPage());
    page.on('console', (message) => {
      if (message.type() === 'error') app.complaints.push(message.text());
    });
    page.on('pageerror', (error) => app.complaints.push(error.message));
    await page.goto(LOOPBACK_ORIGIN + server.entrancePath(60_000));
    return (app.page = page);
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
      await close();
      return open();
    },
    async crashAndReopen() {
      const session = await context!.newCDPSession(app.page);
      const gone = new Promise((resolve) => context!.on('close', resolve));
      void session.send('Browser.crash').catch(() => undefined);
      await gone;
      return open();
    },
    async reopenInFreshBrowser() {
      await close();
      profile = mkdtempSync(join(folder, 'profile-'));
      return open();
    },
  } as AppRun;
  return { app, open, close };
}

/** `test` with the app open: `test('…', async ({ app }) => { await app.page… })`. */
export const test = base.extend<{ app: AppRun }>({
  app: async ({ viewport }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'evenland-e2e-'));
    const { app, open, close } = createAppRun(folder, viewport);
    await open();
    await use(app);
    await close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});
