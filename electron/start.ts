import { spawn } from 'node:child_process';
import { join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { buildParts } from './build';
import { fetchElectron } from './fetchElectron';
import { dataFolder } from './host/dataFolder';
import { rootArguments } from './loopback/browserArguments';
import { findBrowser } from './loopback/findBrowser';
import { runLoopback } from './loopback/runLoopback';

/**
 * `npm start`: builds what is stale, then opens the app in Electron or, where that can't be had, in a browser.
 * --browser goes to the browser at once; --no-window prints the address; a plan file is opened (Electron).
 */
const root = join(import.meta.dirname, '..');
/** An Electron that ends with an error this soon never showed a window. */
const EARLY_MS = 10_000;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY ?? WAYLAND_DISPLAY);
}

/** @returns null once the app was used and closed, or why it could not be opened */
async function runElectron(files: readonly string[]): Promise<string | null> {
  const electron = await fetchElectron(print);
  if (electron.path === null) return electron.reason;
  const startedMs = Date.now();
  const isFine = await new Promise<boolean>((resolve) => {
    const child = spawn(electron.path, [root, ...rootArguments(), ...files], {
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
  return isFine || Date.now() - startedMs > EARLY_MS ? null : 'it does not run on this system';
}

async function runBrowser(browser: string | null): Promise<void> {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ending.abort());
  await runLoopback({
    folder: dataFolder(),
    rendererFolder: join(root, 'out', 'renderer'),
    exportWorkerFile: join(root, 'out', 'host', 'exportWorker.cjs'),
    appVersion: packageJson.version,
    browser,
    print,
    signal: ending.signal,
  });
}

async function start(): Promise<void> {
  const args = process.argv.slice(2);
  await buildParts(['main', 'preload', 'exportWorker', 'renderer'], true);
  const canOpen = hasDisplay() && !args.includes('--no-window');
  if (canOpen && !args.includes('--browser')) {
    const reason = await runElectron(args.filter((argument) => !argument.startsWith('--')));
    if (reason === null) return;
    print(`Electron can not be used (${reason}): Evenland opens in a browser window instead.`);
  }
  await runBrowser(canOpen ? findBrowser() : null);
}

start().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(
      `Evenland could not start: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exit(1);
  },
);
