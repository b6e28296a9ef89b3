/** The app built with a bench's page in place of its own, on its own host, in Chromium. */
import { chromium, type Page } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, mergeConfig } from 'vite';
import { createHost } from '../../electron/host/createHost';
import { originArguments } from '../../electron/loopback/browserArguments';
import { createLoopbackServer } from '../../electron/loopback/createLoopbackServer';
import { loopbackPlatform } from '../../electron/loopback/loopbackPlatform';
import { readToken } from '../../electron/loopback/readToken';
import { LOOPBACK_ORIGIN } from '../../electron/loopback/requestGuard';
import rendererConfig from '../../renderer/vite.config';
import { testBrowserOptions } from '../e2e/findBrowser';

/**
 * @param pageFolder under tests/bench; its index.html is the window
 * @param isReadable names of functions stay, for profiles
 */
export async function withBenchApp<T>(
  pageFolder: string,
  isReadable: boolean,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'evenland-bench-'));
  try {
    await build(
      mergeConfig(rendererConfig, {
        root: join(import.meta.dirname, pageFolder),
        configFile: false,
        logLevel: 'error',
        build: { outDir: join(folder, 'app'), minify: !isReadable },
      }),
    );
    return await inBrowser(folder, work);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function inBrowser<T>(folder: string, work: (page: Page) => Promise<T>): Promise<T> {
  const host = createHost({
    platform: loopbackPlatform(join(folder, 'outbox'), '0.0.0'),
    folder,
    exportWorkerFile: join(folder, 'exportWorker.cjs'),
    now: () => Date.now(),
  });
  const server = await createLoopbackServer({
    host,
    rendererFolder: join(folder, 'app'),
    token: readToken(join(folder, 'token')),
    port: 0,
    now: () => Date.now(),
    onJoin: () => undefined,
    onPages: () => undefined,
  });
  const options = testBrowserOptions(true);
  const browser = await chromium.launch({
    ...options,
    args: [...(options.args ?? []), ...originArguments(server.port)],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    page.on('pageerror', (error) => console.error(error));
    await page.goto(LOOPBACK_ORIGIN + server.entrancePath(60_000));
    return await work(page);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Keeps a profile of the page's scripts while work runs, as Chromium's own tools read it. */
export async function profiled<T>(page: Page, file: string | null, work: () => Promise<T>): Promise<T> {
  if (file === null) return work();
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 200 });
  await session.send('Profiler.start');
  const done = await work();
  const { profile } = await session.send('Profiler.stop');
  writeFileSync(file, JSON.stringify(profile));
  return done;
}
