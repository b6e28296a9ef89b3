import { app, Menu, session } from 'electron';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createHost } from '../host/createHost';
import { dataFolder } from '../host/dataFolder';
import { answerIpc } from './answerIpc';
import { desktopPlatform } from './desktopPlatform';
import { buildMenu } from './buildMenu';
import { lockNavigation, lockSession } from './lockDown';
import type { AppWindow } from './openWindow';
import { openWindow } from './openWindow';
import { registerAppScheme, serveAppProtocol } from './serveAppProtocol';

const folder = dataFolder();
// Chromium's own files go beside the backups, not among them.
const profileFolder = join(folder, 'desktop');
mkdirSync(profileFolder, { recursive: true });
app.setPath('userData', profileFolder);

let current: AppWindow | null = null;
let isQuitting = false;
const currentWindow = () => current?.window ?? null;
function answerClose(decision: 'close' | 'stay'): void {
  if (decision === 'stay') isQuitting = false;
  current?.answerClose(decision);
}

const out = join(app.getAppPath(), 'out');
const host = createHost({
  platform: desktopPlatform(currentWindow, answerClose),
  folder,
  exportWorkerFile: join(out, 'host', 'exportWorker.cjs'),
  now: () => Date.now(),
});

function showWindow(): void {
  if (current !== null) {
    if (current.window.isMinimized()) current.window.restore();
    current.window.focus();
    return;
  }
  current = openWindow({
    preloadFile: join(out, 'desktop', 'preload.cjs'),
    iconFile: join(app.getAppPath(), 'assets', 'icons', 'icon.png'),
    placeFile: join(folder, 'window.json'),
    emit: host.emit,
  });
  current.window.on('closed', () => {
    current = null;
    // Closing waits for the page, which stops a quit on its way; this takes it up again.
    if (isQuitting) app.quit();
  });
}

/** The plan file among a command line's arguments, if there is one. */
function planFileOf(argv: readonly string[], workingFolder: string): string | null {
  const name = argv.slice(1).find((argument) => argument.endsWith('.evenland'));
  return name === undefined ? null : resolve(workingFolder, name);
}

function openFromOutside(path: string | null): void {
  showWindow();
  const contents = currentWindow()?.webContents;
  if (path === null || contents === undefined) return;
  if (contents.isLoading()) contents.once('did-finish-load', () => host.openFromOutside(path));
  else host.openFromOutside(path);
}

function start(): void {
  registerAppScheme();
  lockNavigation();
  let fileToOpen = planFileOf(process.argv, process.cwd());
  app.on('second-instance', (_event, argv, workingFolder) =>
    openFromOutside(planFileOf(argv, workingFolder)),
  );
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (app.isReady()) openFromOutside(path);
    else fileToOpen = path;
  });
  app.on('activate', showWindow);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('before-quit', () => (isQuitting = true));
  app.on('will-quit', () => void host.close());
  void app.whenReady().then(() => {
    lockSession(session.defaultSession);
    serveAppProtocol(join(out, 'renderer'));
    answerIpc(host, currentWindow);
    const send = (command: Parameters<Parameters<typeof buildMenu>[0]>[0]) =>
      host.emit({ type: 'menu', command });
    Menu.setApplicationMenu(buildMenu(send, process.platform === 'darwin'));
    openFromOutside(fileToOpen);
  });
}

if (app.requestSingleInstanceLock()) start();
else app.quit();
