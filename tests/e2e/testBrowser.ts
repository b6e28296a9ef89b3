import type { BrowserContext, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { originArguments } from '../../electron/loopback/browserArguments';
import { LOOPBACK_ORIGIN } from '../../electron/loopback/requestGuard';
import { testBrowserOptions } from './findBrowser';

/**
 * The browser that all tests of a worker share, on one profile: what it has compiled of the app is found again by
 * the next test, where a new profile takes twice as long for its first page. What a test stored is not.
 */
export interface TestBrowser {
  /** Opens an empty page in the browser, which is started if it does not run. */
  openPage(): Promise<Page>;
  /** Where the app's origin leads to in the browser that runs, or in the next one. */
  port(): Promise<number>;
  /** Ends the browser as a user does; what it stored is still there when it is started again, on another port. */
  stop(): Promise<void>;
  /** Ends it at once, as a crash or a power cut does. The next one looks for the app where this one did. */
  crash(): Promise<void>;
  /** Ends it and takes another profile, in which nothing is stored. */
  takeNewProfile(): Promise<void>;
  /** Closes every page and forgets what pages stored and were allowed, as if the profile were new. */
  forget(): Promise<void>;
  /** Ends it and removes its profiles. */
  remove(): Promise<void>;
}

interface Running {
  readonly context: BrowserContext;
  /** The page a browser starts with. It stays empty and open: a browser without a page ends. */
  readonly first: Page;
}

export function createTestBrowser(): TestBrowser {
  const folder = mkdtempSync(join(tmpdir(), 'evenland-browser-'));
  let profile = mkdtempSync(join(folder, 'profile-'));
  let knownPort: number | null = null;
  // Of a start that has only begun too: a test that ends while it goes on must not start a second one.
  let running: Promise<Running> | null = null;

  const port = async () => (knownPort ??= await freePort());
  async function launch(): Promise<Running> {
    const options = testBrowserOptions(true);
    const context = await chromium.launchPersistentContext(profile, {
      ...options,
      args: [...(options.args ?? []), ...originArguments(await port())],
      acceptDownloads: true,
      reducedMotion: 'reduce',
    });
    return { context, first: context.pages()[0] ?? (await context.newPage()) };
  }
  const start = () => (running ??= launch());
  async function stop(): Promise<void> {
    await (await running)?.context.close();
    running = knownPort = null;
  }
  return {
    port,
    stop,
    openPage: async () => (await start()).context.newPage(),
    async crash() {
      const { context, first } = await start();
      const session = await context.newCDPSession(first);
      const gone = new Promise((resolve) => context.on('close', resolve));
      void session.send('Browser.crash').catch(() => undefined);
      await gone;
      running = null;
    },
    async takeNewProfile() {
      await stop();
      profile = mkdtempSync(join(folder, 'profile-'));
    },
    async forget() {
      const { context, first } = await start();
      for (const page of context.pages()) if (page !== first) await page.close();
      await context.clearPermissions();
      const session = await context.newCDPSession(first);
      await session.send('Storage.clearDataForOrigin', { origin: LOOPBACK_ORIGIN, storageTypes: 'all' });
      await session.detach();
      await context.clearCookies();
    },
    async remove() {
      await stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
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
