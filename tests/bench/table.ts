/**
 * The accounts table at 100,000 rows in Chromium: `bench:table [--json] [--profile FILE]` (cli.md). The page is the app's own
 * screen on its own stores; times are medians from the act to the new rows laid out.
 */
import { chromium } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { testBrowserOptions } from '../e2e/findBrowser';
import { profiled } from './benchApp';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

async function measure(folder: string, profileFile: string | null): Promise<unknown> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    try {
      const file = join(folder, pathname === '/' ? 'index.html' : pathname);
      response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
      response.end(readFileSync(file));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch(testBrowserOptions(true));
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => window.runTableBench !== undefined);
    return {
      runtime: `Chromium ${browser.version()}`,
      ...(await profiled(page, profileFile, () => page.evaluate(() => window.runTableBench!()))),
    };
  } finally {
    await browser.close();
    server.close();
  }
}

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, profile: { type: 'string' } },
});
const folder = mkdtempSync(join(tmpdir(), 'evenland-table-'));
try {
  const root = join(import.meta.dirname, 'tablePage');
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome140',
      assetsInlineLimit: 0,
      minify: values.profile === undefined,
    },
  });
  const figures = await measure(folder, values.profile ?? null);
  if (values.json) console.log(JSON.stringify(figures));
  else console.table([figures]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
