import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildParts } from '../../electron/build';
import { findTestBrowser } from './findBrowser';

/** `npm run e2e`: builds what is stale, finds or gets a browser, runs Playwright. More arguments go to Playwright. */
const root = join(import.meta.dirname, '..', '..');
const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
const INSTALL_LIMIT_MS = 5 * 60_000;

function run(command: string, args: readonly string[]): boolean {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'ignore', timeout: INSTALL_LIMIT_MS });
  return status === 0;
}

/** Tries Playwright's own browser, then Debian's. */
function getBrowser(): void {
  console.log('No browser is installed; getting one…');
  run(process.execPath, [playwright, 'install', 'chromium']);
  const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0;
  if (findTestBrowser() === null && isRootOnLinux && run('apt-get', ['update'])) {
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  }
}

if (findTestBrowser() === null) getBrowser();
if (findTestBrowser() === null) {
  console.error(
    'The tests need a browser and could not get one. Install Google Chrome, Chromium or Microsoft Edge ' +
      '(Debian: apt-get install chromium), or name one in EVENLAND_BROWSER.',
  );
  process.exit(1);
}
await buildParts(['main', 'preload', 'exportWorker', 'renderer'], true);
const config = join(import.meta.dirname, 'playwright.config.ts');
const { status } = spawnSync(
  process.execPath,
  [playwright, 'test', '--config', config, ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);
