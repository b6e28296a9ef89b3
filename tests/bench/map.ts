/**
 * The map at 100,000 and 250,000 accounts in Chromium against L.circleMarker on L.canvas in the same run:
 * `bench:map [--json]`. Both draw the dots alone; what ours takes with land, territories and names is told apart.
 */
import { chromium } from '@playwright/test';
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { testBrowserOptions } from '../e2e/findBrowser';
import type { MapFigures } from './mapPage/page';

const POINTS = [100_000, 250_000];
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

async function measure(folder: string): Promise<MapFigures[]> {
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
  const options = testBrowserOptions(true);
  const browser = await chromium.launch({
    ...options,
    args: [...(options.args ?? []), '--enable-precise-memory-info'],
  });
  const figures: MapFigures[] = [];
  try {
    for (const points of POINTS) {
      const page = await browser.newPage({ viewport: { width: 1100, height: 800 } });
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await page.waitForFunction(() => window.runMapBench !== undefined);
      figures.push(await page.evaluate((count) => window.runMapBench!(count), points));
      await page.close();
    }
  } finally {
    await browser.close();
    server.close();
  }
  return figures;
}

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const folder = mkdtempSync(join(tmpdir(), 'evenland-map-'));
try {
  await build({
    root: join(import.meta.dirname, 'mapPage'),
    base: './',
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'chrome140', assetsInlineLimit: 0 },
  });
  const figures = await measure(folder);
  const round = (_: string, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 10) / 10 : value;
  if (values.json) console.log(JSON.stringify(figures, round));
  else
    for (const { points, ours, oursWithLand, peer } of figures)
      console.table({ [`ours ${points}`]: ours, 'ours with land': oursWithLand, peer });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
