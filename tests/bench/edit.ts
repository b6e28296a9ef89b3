/**
 * An edit of a large plan in Chromium: `bench:edit [--json] [--profile FILE]` (cli.md). The page is the app
 * itself on its own host; times are medians from the act to the frame that shows map, totals, quotas, payouts
 * and budget after it. A profile is what Chromium's own tools read.
 */
import { chromium, type Page } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, mergeConfig } from 'vite';
import { createHost } from '../../electron/host/createHost';
import { originArguments } from '../../electron/loopback/browserArguments';
import { createLoopbackServer } from '../../electron/loopback/createLoopbackServer';
import { loopbackPlatform } from '../../electron/loopback/loopbackPlatform';
import { readToken } from '../../electron/loopback/readToken';
import { LOOPBACK_ORIGIN } from '../../electron/loopback/requestGuard';
import rendererConfig from '../../renderer/vite.config';
import { testBrowserOptions } from '../e2e/findBrowser';
import type { EditBenchSize, EditFigures } from './editPage/page';

const SIZE: EditBenchSize = {
  accounts: 100_000,
  territories: 200,
  lassoed: 30_000,
  singleMoves: 41,
  lassos: 9,
};

async function measure(folder: string, profileFile: string | null): Promise<EditFigures> {
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
    args: [
      ...(options.args ?? []),
      ...originArguments(server.port),
      '--disable-frame-rate-limit',
      '--disable-gpu-vsync',
    ],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    page.on('pageerror', (error) => console.error(error));
    await page.goto(LOOPBACK_ORIGIN + server.entrancePath(60_000));
    await page.waitForFunction(() => window.runEditBench !== undefined);
    await page.evaluate((size) => window.openEditPlan!(size), SIZE);
    return await profiled(page, profileFile, () => page.evaluate((size) => window.runEditBench!(size), SIZE));
  } finally {
    await browser.close();
    await server.close();
  }
}

async function profiled<T>(page: Page, file: string | null, work: () => Promise<T>): Promise<T> {
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

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, profile: { type: 'string' } },
});
const folder = mkdtempSync(join(tmpdir(), 'evenland-edit-'));
try {
  await build(
    mergeConfig(rendererConfig, {
      root: join(import.meta.dirname, 'editPage'),
      configFile: false,
      logLevel: 'error',
      build: { outDir: join(folder, 'app'), minify: values.profile === undefined },
    }),
  );
  const figures = await measure(folder, values.profile ?? null);
  const { all, ...medians } = figures;
  const round = (_: string, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 10) / 10 : value;
  if (values.json) console.log(JSON.stringify(medians, round));
  else {
    console.table(medians);
    for (const [act, times] of Object.entries(all))
      console.log(act, times.map((ms) => ms.toFixed(1)).join(' '));
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
