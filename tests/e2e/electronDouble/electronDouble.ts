import type { BrowserContext, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import type { PrintToPDFOptions } from 'electron';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testBrowserOptions } from '../findBrowser';

/**
 * A stand-in for the `electron` module, for machines that can't have Electron: the built main bundle runs on it
 * in Node, the built preload bundle runs in a page of Chromium. It covers what the app uses and no more. Not
 * emulated: the sandbox and the isolated world of preload. Chromium can't open app://, so pages live under
 * http://evenland.localhost, and every address is translated at the border.
 */
const PAGE_ORIGIN = 'http://evenland.localhost';
const toApp = (url: string) => url.replace(PAGE_ORIGIN, 'app://evenland');
const toPage = (url: string) => url.replace('app://evenland', PAGE_ORIGIN);

type Handler = (...args: never[]) => unknown;
type Call = (...args: unknown[]) => unknown;

export function createElectronDouble(root: string, headless: boolean) {
  const handlers: Record<string, Handler> = {};
  const call = (name: string, ...args: unknown[]) => (handlers[name] as Call | undefined)?.(...args);
  const keep = (name: string) => (handler: Handler) => void (handlers[name] = handler);
  const paths: Record<string, string> = { documents: join(root, 'out') };
  const windows: WindowDouble[] = [];
  const allowed: string[] = [];
  let launched: Promise<BrowserContext> | null = null;
  let ordered = 0;

  async function launch(): Promise<BrowserContext> {
    const context = await chromium.launchPersistentContext(join(paths.userData!, 'double'), {
      ...testBrowserOptions(headless),
      viewport: null,
    });
    // What the request handler would allow is granted, so that a handler that allows too much shows.
    for (const permission of ['geolocation', 'notifications', 'camera', 'clipboard-read', 'midi']) {
      call('permission', null, permission, (isAllowed: boolean) => isAllowed && allowed.push(permission));
    }
    await context.grantPermissions(allowed);
    // A page that the app did not ask for is a window.open.
    context.on('page', (page) => {
      if (ordered > 0) ordered -= 1;
      else if (windows[0]?.webContents.openHandler({ url: page.url() }).action === 'deny') void page.close();
    });
    return context;
  }

  class WebContentsDouble extends EventEmitter {
    openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
    isLoadingNow = true;
    constructor(readonly window: WindowDouble) {
      super();
    }
    setWindowOpenHandler = (handler: WebContentsDouble['openHandler']) => void (this.openHandler = handler);
    isLoading = () => this.isLoadingNow;
    /** Chromium prints for Electron, too: the same options under the names of its protocol. */
    printToPDF = (options: Required<PrintToPDFOptions>) =>
      this.window.page!.pdf({
        landscape: options.landscape,
        printBackground: options.printBackground,
        preferCSSPageSize: options.preferCSSPageSize,
        tagged: options.generateTaggedPDF,
        outline: options.generateDocumentOutline,
      });
    send = (channel: string, payload: unknown) =>
      this.window.page?.evaluate(
        ([name, value]) => window.__heard?.[name as string]?.({}, value),
        [channel, payload],
      );
  }

  class WindowDouble extends EventEmitter {
    static getAllWindows = () => [...windows];
    page: Page | null = null;
    readonly webContents = new WebContentsDouble(this);
    constructor(readonly options: { webPreferences?: { preload?: string } } = {}) {
      super();
      windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
    async loadURL(url: string): Promise<void> {
      const context = await (launched ??= launch());
      ordered += 1;
      const page = await context.newPage();
      this.page = page;
      await page.exposeBinding('__invoke', ({ frame }, channel: string, args: unknown[]) => {
        const parent = frame.parentFrame();
        const senderFrame = { url: toApp(frame.url()), parent: parent && { url: toApp(parent.url()) } };
        return call(`ipc:${channel}`, { sender: this.webContents, senderFrame }, ...args);
      });
      await page.addInitScript(preloadInPage(this.options.webPreferences?.preload));
      let isFirst = true;
      await page.route('**/*', async (route) => {
        const request = route.request();
        const address = toApp(request.url());
        let [isPrevented, isCancelled] = [false, false];
        const event = { url: address, preventDefault: () => (isPrevented = true) };
        if (request.isNavigationRequest() && !isFirst) this.webContents.emit('will-frame-navigate', event);
        if (request.isNavigationRequest()) isFirst = false;
        // No content: the page stays where it is, as at a prevented navigation. A cancelled one ends in an error page.
        if (isPrevented) return route.fulfill({ status: 204 });
        call('request', { url: address }, ({ cancel }: { cancel: boolean }) => (isCancelled = cancel));
        if (isCancelled) return route.abort();
        const response = (await call(
          'protocol:app',
          new Request(address, { method: request.method() }),
        )) as Response;
        return route.fulfill({
          status: response.status,
          headers: Object.fromEntries(response.headers),
          body: Buffer.from(await response.arrayBuffer()),
        });
      });
      page.on('load', () => {
        this.webContents.isLoadingNow = false;
        this.webContents.emit('did-finish-load');
      });
      page.on('close', () => this.destroy());
      await page.goto(toPage(url));
      await Promise.all(
        context
          .pages()
          .filter((other) => other.url() === 'about:blank')
          .map((other) => other.close()),
      );
      this.emit('ready-to-show');
    }
    close(): void {
      let isPrevented = false;
      this.emit('close', { preventDefault: () => (isPrevented = true) });
      if (!isPrevented) this.destroy();
    }
    destroy(): void {
      const index = windows.indexOf(this);
      if (index < 0) return;
      windows.splice(index, 1);
      void this.page?.close();
      this.emit('closed');
      if (windows.length === 0) app.emit('window-all-closed');
    }
    isDestroyed = () => !windows.includes(this);
    isMinimized = () => false;
    getNormalBounds = () => ({ x: 0, y: 0, width: 1440, height: 900 });
    show = () => undefined;
    focus = () => undefined;
  }

  const app = Object.assign(new EventEmitter(), {
    setPath: (name: string, path: string) => void (paths[name] = path),
    getPath: (name: string) => paths[name],
    getAppPath: () => root,
    getVersion: () =>
      (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version,
    isReady: () => true,
    whenReady: () => Promise.resolve(),
    requestSingleInstanceLock: () => true,
    quit: () => app.emit('will-quit'),
  });
  const electron = {
    app,
    BrowserWindow: WindowDouble,
    dialog: {
      showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] as string[] }),
      showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
    },
    ipcMain: { handle: (channel: string, handler: Handler) => keep(`ipc:${channel}`)(handler) },
    Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: keep('menu') },
    nativeTheme: { shouldUseDarkColors: false },
    protocol: {
      registerSchemesAsPrivileged: () => undefined,
      handle: (scheme: string, handler: Handler) => keep(`protocol:${scheme}`)(handler),
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    session: {
      defaultSession: {
        setPermissionRequestHandler: keep('permission'),
        setPermissionCheckHandler: keep('permissionCheck'),
        setDevicePermissionHandler: keep('devicePermission'),
        webRequest: { onBeforeRequest: keep('request') },
      },
    },
    shell: { showItemInFolder: () => undefined },
  };
  return { electron, windows, context: () => launched, end: async () => (await launched)?.close() };
}

declare global {
  interface Window {
    __heard?: Record<string, (event: object, value: unknown) => void>;
    __invoke: (channel: string, args: unknown[]) => Promise<unknown>;
  }
}

/** The preload bundle as a script of the page, with the two modules it may ask for. */
function preloadInPage(preloadFile: string | undefined): string {
  if (preloadFile === undefined) return '';
  return `(() => {
    const heard = (window.__heard = {});
    const require = () => ({
      contextBridge: { exposeInMainWorld: (name, api) => (window[name] = api) },
      ipcRenderer: {
        invoke: (channel, ...args) => window.__invoke(channel, args),
        on: (channel, listener) => (heard[channel] = listener),
      },
    });
    ${readFileSync(preloadFile, 'utf8')}
  })();`;
}
