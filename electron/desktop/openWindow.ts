import { BrowserWindow, nativeTheme } from 'electron';
import type { HostEvent } from '../../shared/bridge/contract';
import { APP_URL } from './appOrigin';
import { readWindowPlace, writeWindowPlace } from './windowPlace';

/** How long the page may take to finish what is in flight before the window closes anyway. */
const CLOSE_DEADLINE_MS = 5_000;

export interface AppWindow {
  window: BrowserWindow;
  answerClose: (decision: 'close' | 'stay') => void;
}

export interface WindowSettings {
  preloadFile: string;
  iconFile: string;
  placeFile: string;
  /** Tells the page; used to ask it before the window closes. */
  emit: (event: HostEvent) => void;
}

/** Opens the app's window: sandboxed, isolated, without Node, showing our own page alone. */
export function openWindow({ preloadFile, iconFile, placeFile, emit }: WindowSettings): AppWindow {
  const window = new BrowserWindow({
    ...readWindowPlace(placeFile),
    minWidth: 640,
    minHeight: 480,
    show: false,
    icon: iconFile,
    title: 'Evenland',
    // The theme's page colour (tokens: bg), so that a dark start has no white flash.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#0F1216' : '#F5F6F8',
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // Its dictionaries would come from the network.
      spellcheck: false,
    },
  });
  let closeTimer: NodeJS.Timeout | null = null;
  let isPageAlive = true;
  const endAsking = () => {
    if (closeTimer !== null) clearTimeout(closeTimer);
    closeTimer = null;
  };
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', () => (isPageAlive = false));
  window.webContents.on('did-finish-load', () => (isPageAlive = true));
  window.on('close', (event) => {
    void writeWindowPlace(placeFile, window.getNormalBounds());
    if (!isPageAlive) return;
    event.preventDefault();
    if (closeTimer !== null) return;
    closeTimer = setTimeout(() => window.destroy(), CLOSE_DEADLINE_MS);
    emit({ type: 'beforeClose', deadlineMs: CLOSE_DEADLINE_MS });
  });
  window.on('closed', endAsking);
  void window.loadURL(APP_URL);
  return {
    window,
    answerClose(decision) {
      if (closeTimer === null) return;
      endAsking();
      if (decision === 'close') window.destroy();
    },
  };
}
