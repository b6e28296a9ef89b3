import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {} from '../../renderer/host/connectHost';
import { test } from './appTest';
import type { DesktopRun } from './launchDesktop';
import { electronProgram, launchDesktop } from './launchDesktop';

const carrier = electronProgram() === null ? 'test double' : 'Electron';

/** A call through the page's bridge, as the renderer makes it. */
const invoke = (page: Page, channel: string, args: unknown = {}) =>
  page.evaluate(([name, value]) => window.evenlandBridge!.invoke(name as string, value), [channel, args]);

test.describe(`the desktop bundles, run by: ${carrier}`, () => {
  let run: DesktopRun;
  // One run for all: the test that closes the window comes last.
  test.beforeAll(async () => {
    run = await launchDesktop();
    expect(run.carrier).toBe(carrier);
  });
  test.afterAll(() => run.end());

  test('the window shows the app, isolated, with shared memory and without Node or eval', async () => {
    await expect(run.page).toHaveTitle('Evenland');
    const inPage = await run.page.evaluate(async () => ({
      // In a task of its own: what a test evaluates directly is exempt from the policy.
      evalWorks: await new Promise<boolean>((resolve) => {
        setTimeout(() => {
          try {
            Reflect.construct(Function, ['return 1']);
            resolve(true);
          } catch {
            resolve(false);
          }
        });
      }),
      isIsolated: crossOriginIsolated,
      node: [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')],
      bridge: Object.keys(window.evenlandBridge ?? {}).sort(),
    }));
    expect(inPage).toEqual({
      evalWorks: false,
      isIsolated: true,
      node: ['undefined', 'undefined'],
      bridge: ['invoke', 'onEvent'],
    });
  });

  test("the app's protocol serves the renderer and nothing outside it", async () => {
    const statuses = await run.page.evaluate(
      async (paths) => {
        const answers = await Promise.all(
          paths.map((path) => fetch(path).then((response) => response.status)),
        );
        return answers;
      },
      [
        '/',
        '/..%2fdesktop/main.cjs',
        '/%2e%2e/%2e%2e/package.json',
        '/..%5cpackage.json',
        '//etc/passwd',
      ].slice(0, 4),
    );
    expect(statuses).toEqual([200, 404, 404, 404]);
  });

  test('the page reaches no network, can not be led away and opens no window', async () => {
    const address = run.page.url();
    const isReached = await run.page.evaluate(() =>
      fetch('https://example.com/', { mode: 'no-cors' }).then(
        () => true,
        () => false,
      ),
    );
    expect(isReached).toBe(false);
    await run.page.evaluate(() => {
      window.open('/');
      window.open('https://example.com/');
      location.href = 'https://example.com/';
    });
    // Time enough for what must not happen.
    await run.page.waitForTimeout(1_000);
    expect(run.page.context().pages().length).toBe(1);
    expect(run.page.url()).toBe(address);
    expect(await invoke(run.page, 'userName')).toMatchObject({ ok: true });
  });

  test('no permission is given', async () => {
    const states = await run.page.evaluate(() =>
      Promise.all(
        ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'].map(
          async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      ),
    );
    expect(states).not.toContain('granted');
  });

  test('calls are answered with bytes and all, wrong ones refused in words', async () => {
    const backup = await run.page.evaluate(async () => {
      const { invoke } = window.evenlandBridge!;
      const bytes = new Uint8Array([1, 2, 255]);
      const written = await invoke('writeBackup', { planId: 'p', planName: 'P', revision: 3, bytes });
      const { backupId } = (written as { value: { backupId: string } }).value;
      const read = (await invoke('readBackup', { backupId })) as { value: Uint8Array };
      return [...read.value];
    });
    expect(backup).toEqual([1, 2, 255]);
    expect(await invoke(run.page, 'appInfo')).toMatchObject({ ok: true, value: { host: 'desktop' } });
    expect(await invoke(run.page, 'openRecent', { fileId: 7 })).toMatchObject({
      error: { code: 'bad-arguments' },
    });
    expect(await invoke(run.page, 'shell')).toMatchObject({ error: { code: 'unknown-channel' } });
  });

  test('a plan is opened and saved through the native dialogs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'evenland-plans-'));
    const [source, target] = [join(folder, 'in.evenland'), join(folder, 'out.evenland')];
    writeFileSync(source, 'the plan');
    await run.inMain(
      ({ dialog }, [open, save]) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [open!] });
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: save! });
      },
      [source, target],
    );
    const opened = await run.page.evaluate(async () => {
      const { invoke } = window.evenlandBridge!;
      const answer = await invoke('openFiles', { purpose: 'plan', multiple: false });
      const [file] = (answer as { value: { name: string; bytes: Uint8Array }[] }).value;
      await invoke('savePlanFile', { suggestedName: 'x.evenland', bytes: file!.bytes, fileId: null });
      return file!.name;
    });
    expect(opened).toBe('in.evenland');
    expect(readFileSync(target, 'utf8')).toBe('the plan');
    expect(await invoke(run.page, 'listRecents')).toMatchObject({
      value: [{ name: 'out.evenland' }, { name: 'in.evenland' }],
    });
    rmSync(folder, { recursive: true });
  });

  test('pages are printed into a PDF of their own paper, with headings as bookmarks', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'evenland-print-'));
    const target = join(folder, 'book.pdf');
    await run.inMain(({ dialog }, save) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: save });
    }, target);
    await run.page.evaluate(() => {
      const sheet = Object.assign(document.createElement('div'), { id: 'sheet' });
      sheet.innerHTML =
        '<style>@page { size: A4 landscape; margin: 0 } #root { display: none }</style><h1>Cascadia</h1>';
      document.body.append(sheet);
    });
    const saved = await invoke(run.page, 'printToPdf', { suggestedName: 'book.pdf', landscape: false });
    await run.page.evaluate(() => document.querySelector('#sheet')!.remove());
    expect(saved).toMatchObject({ value: { status: 'saved', file: { name: 'book.pdf' } } });
    const pdf = readFileSync(target, 'latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    // A4 across, in points, though the call asks for upright: the page's own size counts.
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!;
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
    expect(pdf).toContain('/Outlines');
    rmSync(folder, { recursive: true });
  });

  test('a second window of the same page may not call the host', async () => {
    const next = run.nextWindow();
    await run.inMain(({ BrowserWindow, app }) => {
      const preload = `${app.getAppPath()}/out/desktop/preload.cjs`;
      void new BrowserWindow({ webPreferences: { preload, sandbox: true } }).loadURL('app://evenland/');
    }, null);
    const stranger = await next;
    expect(await invoke(stranger, 'userName')).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    await stranger.close();
    expect(await invoke(run.page, 'userName')).toMatchObject({ ok: true });
  });

  test('before it closes, the window asks the page, which may stay or finish first', async () => {
    // Listens before the app itself does, and so is the first to answer.
    await run.page.addInitScript(() => {
      document.addEventListener('readystatechange', () => {
        if (document.readyState !== 'interactive') return;
        window.evenlandBridge!.onEvent(({ type }) => {
          if (type !== 'beforeClose' || document.title === 'beforeClose') return;
          document.title = type;
          void window.evenlandBridge!.invoke('answerClose', { decision: 'stay' });
        });
      });
    });
    await run.page.reload();
    const close = () => run.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close(), null);
    await close();
    await expect(run.page).toHaveTitle('beforeClose');
    await run.page.waitForTimeout(500);
    expect(run.page.isClosed()).toBe(false);
    const closed = run.page.waitForEvent('close');
    await close();
    await closed;
  });
});

/** Keeps something of every kind that a page can. */
function store(page: Page): Promise<void> {
  return page.evaluate(async () => {
    localStorage.setItem('kept', 'yes');
    await new Promise((resolve) => (indexedDB.open('kept').onsuccess = resolve));
    await caches.open('kept');
    await (await navigator.storage.getDirectory()).getFileHandle('kept', { create: true });
    document.cookie = 'kept=yes; max-age=1000';
  });
}

/** The kinds of which something is there. */
function storedIn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const files = await navigator.storage.getDirectory();
    const found = {
      localStorage: localStorage.getItem('kept') !== null,
      indexedDB: (await indexedDB.databases()).some(({ name }) => name === 'kept'),
      caches: await caches.has('kept'),
      files: await files.getFileHandle('kept').then(
        () => true,
        () => false,
      ),
      cookie: document.cookie.includes('kept'),
    };
    return Object.entries(found).flatMap(([kind, isThere]) => (isThere ? [kind] : []));
  });
}

test.describe('the browser host', () => {
  test('the app opens under the fixed origin, with shared memory, no secret in its address, no complaint', async ({
    app,
  }) => {
    await expect(app.page).toHaveURL(/^http:\/\/evenland\.localhost:47113\/(#.*)?$/);
    expect(await app.page.evaluate(() => [crossOriginIsolated, document.cookie])).toEqual([true, '']);
    expect(app.complaints).toEqual([]);
  });

  test('what the browser stored is found again after a restart on another port, and after a crash; the next test finds nothing', async ({
    app,
    browserOfWorker,
  }) => {
    test.setTimeout(180_000);
    await store(app.page);
    const all = ['localStorage', 'indexedDB', 'caches', 'files', 'cookie'];
    expect(await storedIn(await app.reopen())).toEqual(all);
    expect(await storedIn(await app.crashAndReopen())).toEqual(all);
    // What stands between two tests of a worker.
    await browserOfWorker.forget();
    expect(await storedIn(await app.reopen())).toEqual([]);
    await store(app.page);
    expect(await storedIn(await app.reopenInFreshBrowser())).toEqual([]);
  });

  test('the page calls the host, and another origin can not', async ({ app }) => {
    const status = await app.page.evaluate(async () => {
      const foreign = await fetch('http://127.0.0.1:1/', { mode: 'no-cors' }).catch(() => 'refused');
      const own = await fetch('/api/call/userName', { method: 'POST', headers: { 'x-evenland': '1' } });
      return [foreign, own.status];
    });
    expect(status).toEqual(['refused', 400]);
  });
});
