import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';

const DOWNLOAD_LIMIT_MS = 10 * 60_000;
const REACH_LIMIT_MS = 5_000;

export type ElectronFound = { path: string } | { path: null; reason: string };

/**
 * The Electron program, fetched at the first start by its package's own installer (about 110 MB).
 * @param print told once that a download is under way
 */
export async function fetchElectron(print: (line: string) => void): Promise<ElectronFound> {
  const folder = electronFolder();
  if (folder === null) return { path: null, reason: 'its package is not installed' };
  const installed = installedPath(folder);
  if (installed !== null) return { path: installed };

  const giveUp = new AbortController();
  const limit = setTimeout(
    () => giveUp.abort('its download took longer than ten minutes'),
    DOWNLOAD_LIMIT_MS,
  );
  // A copy in Electron's cache needs no network, so the installer starts at once and is stopped when in vain.
  const installing = runInstaller(folder, giveUp.signal);
  void canReachDownload().then((isReachable) => {
    if (isReachable) print('Fetching Electron, once (about 110 MB)…');
    else setTimeout(() => giveUp.abort('it can not be downloaded here'), 1_000);
  });
  const isDone = await installing;
  clearTimeout(limit);
  const path = isDone ? installedPath(folder) : null;
  if (path !== null) return { path };
  const reason = giveUp.signal.aborted ? String(giveUp.signal.reason) : 'its download failed';
  return { path: null, reason };
}

function electronFolder(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return null;
  }
}

/** As electron/index.js finds it, but without its download. */
function installedPath(folder: string): string | null {
  try {
    const name = readFileSync(join(folder, 'path.txt'), 'utf8');
    const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name);
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

function runInstaller(folder: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const installer = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore' });
    signal.addEventListener('abort', () => installer.kill());
    installer.on('error', () => resolve(false));
    installer.on('exit', (code) => resolve(code === 0));
  });
}

/** Whether the place of the download answers at all. Through a proxy only the installer itself can tell. */
function canReachDownload(): Promise<boolean> {
  const { env } = process;
  if (env.HTTPS_PROXY ?? env.https_proxy ?? env.ELECTRON_GET_USE_PROXY) return Promise.resolve(true);
  const mirror = env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror ?? 'https://github.com';
  if (!URL.canParse(mirror)) return Promise.resolve(true);
  const { hostname, port, protocol } = new URL(mirror);
  return new Promise((resolve) => {
    const defaultPort = protocol === 'http:' ? 80 : 443;
    const socket = connect({ host: hostname, port: port === '' ? defaultPort : Number(port) });
    const settle = (isReachable: boolean) => {
      socket.destroy();
      resolve(isReachable);
    };
    socket.setTimeout(REACH_LIMIT_MS, () => settle(false));
    socket.on('connect', () => settle(true));
    socket.on('error', () => settle(false));
  });
}
