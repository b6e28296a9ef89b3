import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createHost } from '../host/createHost';
import { appWindowArguments } from './browserArguments';
import type { LoopbackServer } from './createLoopbackServer';
import { createLoopbackServer } from './createLoopbackServer';
import { forgetPort, joinRunning, notePort, readPort } from './joinRunning';
import { emptyOutbox, loopbackPlatform } from './loopbackPlatform';
import { readToken } from './readToken';
import { LOOPBACK_NAME, LOOPBACK_PORT } from './requestGuard';

const TICKET_MS = 120_000;
const PRINTED_TICKET_MS = 30 * 24 * 3_600_000;
/** A page that reloads is away for a moment; one that was closed stays away. */
const PAGE_GONE_MS = 20_000;
const BROWSER_GONE_MS = 2_000;

export interface LoopbackRun {
  /** See dataFolder. */
  folder: string;
  rendererFolder: string;
  exportWorkerFile: string;
  appVersion: string;
  /** Null: no window can be opened here; the address is printed and served until the process is told to end. */
  browser: string | null;
  print: (line: string) => void;
  /** Aborted when the person ends the program. */
  signal: AbortSignal;
}

/** Serves the app to a browser and opens its window. Resolves once the window is closed. */
export async function runLoopback(run: LoopbackRun): Promise<void> {
  const { folder, print } = run;
  mkdirSync(folder, { recursive: true });
  const token = readToken(join(folder, 'browser-token'));
  const portFile = join(folder, 'browser-port.json');
  const joined = () => print('Evenland is open already: it was asked for another window.');
  const notedPort = readPort(portFile);
  if (notedPort !== null && (await joinRunning(notedPort, token))) return joined();

  const outbox = join(folder, 'outbox');
  await emptyOutbox(outbox);
  const platform = loopbackPlatform(outbox, run.appVersion);
  const now = () => Date.now();
  const host = createHost({ platform, folder, exportWorkerFile: run.exportWorkerFile, now });
  const windows = createWindows(run);
  const server = await createLoopbackServer({
    host,
    rendererFolder: run.rendererFolder,
    token,
    port: LOOPBACK_PORT,
    now,
    onJoin: () => windows.open(server),
    onPages: windows.countPages,
  });
  try {
    // Two starts at the same moment: the one that got the fixed port goes on.
    if (server.port !== LOOPBACK_PORT && (await joinRunning(LOOPBACK_PORT, token))) return joined();
    notePort(portFile, server.port);
    windows.open(server);
    await windows.ended;
    forgetPort(portFile);
  } finally {
    await server.close();
    await host.close();
    await emptyOutbox(outbox);
  }
}

/** The app's windows in the browser, and the moment when there are none left. */
function createWindows({ folder, browser, print, signal }: LoopbackRun) {
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  let pageCount = 0;
  let hadPage = false;
  let endTimer: NodeJS.Timeout | undefined;
  const processes = new Set<ChildProcess>();
  signal.addEventListener('abort', () => {
    for (const child of processes) child.kill();
    end();
  });
  if (signal.aborted) end();

  const endWhenStillEmpty = (afterMs: number) => {
    clearTimeout(endTimer);
    endTimer = setTimeout(() => pageCount === 0 && end(), afterMs);
  };
  const printAddress = (server: LoopbackServer, reason: string) => {
    const path = server.entrancePath(PRINTED_TICKET_MS);
    print(`${reason} Open this address on this machine: http://${LOOPBACK_NAME}:${server.port}${path}`);
    print('It is served until you press Ctrl+C.');
  };

  function open(server: LoopbackServer): void {
    if (browser === null) return printAddress(server, 'No window can be opened here.');
    const profile = join(folder, 'browser');
    const child = spawn(browser, appWindowArguments(server.entrancePath(TICKET_MS), server.port, profile), {
      stdio: 'ignore',
    });
    processes.add(child);
    const gone = () => {
      if (!processes.delete(child) || signal.aborted) return;
      // A browser that was open with this profile takes the window over, and this process ends at once.
      if (hadPage) endWhenStillEmpty(BROWSER_GONE_MS);
      else setTimeout(() => hadPage || printAddress(server, 'The browser did not start.'), BROWSER_GONE_MS);
    };
    child.on('error', gone);
    child.on('exit', gone);
  }

  return {
    ended,
    open,
    countPages: (count: number) => {
      pageCount = count;
      hadPage ||= count > 0;
      // Without a browser of ours the person may come back any time.
      if (count === 0 && browser !== null) endWhenStillEmpty(PAGE_GONE_MS);
    },
  };
}
