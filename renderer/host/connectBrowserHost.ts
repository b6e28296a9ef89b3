import type { FileRef, HostAnswer, HostApi, HostEvent, SaveResult } from '../../shared/bridge/contract';
import { decodeWire, encodeWire } from '../../shared/bridge/wire';
import { callChannels } from './callChannels';
import { chooseLocalFiles } from './chooseLocalFiles';

/**
 * The loopback server as HostApi. What the browser does better itself is done here: its file dialog, its
 * downloads, its print dialog, and the moment before a page goes away.
 */
export function connectBrowserHost(): HostApi {
  const channels = callChannels(callServer);
  const listeners = new Set<(event: HostEvent) => void>();
  const emit = (event: HostEvent) => listeners.forEach((listener) => listener(event));
  const exports = downloadFinishedExports();

  // The browser reconnects by itself when the server was away.
  new EventSource('/api/events').addEventListener('message', (message: MessageEvent<string>) => {
    const event = JSON.parse(message.data) as HostEvent;
    if (event.type === 'export') exports.hear(event.job);
    emit(event);
  });
  window.addEventListener('pagehide', () => emit({ type: 'beforeClose', deadlineMs: 0 }));

  return {
    ...channels,
    openFiles: ({ purpose, multiple }) => chooseLocalFiles(purpose, multiple),
    async savePlanFile(args) {
      return handOver(await channels.savePlanFile({ ...args, fileId: null }));
    },
    async startExport(args) {
      const started = await channels.startExport(args);
      if (started !== null) exports.own(started.jobId);
      return started;
    },
    printToPdf({ suggestedName }) {
      window.print();
      return Promise.resolve({ status: 'handedToBrowser', name: suggestedName });
    },
    answerClose: () => Promise.resolve(null),
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

async function callServer(channel: string, args: unknown): Promise<HostAnswer> {
  try {
    const response = await fetch(`/api/call/${channel}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-evenland': '1' },
      body: encodeWire(args),
    });
    if (response.ok) return decodeWire(new Uint8Array(await response.arrayBuffer())) as HostAnswer;
    return { ok: false, error: { code: 'not-allowed', message: await response.text() } };
  } catch {
    const message =
      'Evenland is not running any more. Your work is kept in this browser: start Evenland again.';
    return { ok: false, error: { code: 'host-gone', message } };
  }
}

function handOver(result: SaveResult): SaveResult {
  if (result.status !== 'saved') return result;
  download(result.file);
  return { status: 'handedToBrowser', name: result.file.name };
}

function download({ fileId, name }: FileRef): void {
  const link = document.createElement('a');
  link.href = `/api/files/${fileId}`;
  link.download = name;
  link.click();
}

/** Downloads what this page exported; another window's exports are none of its business. */
function downloadFinishedExports() {
  const own = new Set<string>();
  /** A short job may be done before the page hears of its id. */
  const finished = new Map<string, FileRef>();
  const deliver = (jobId: string) => {
    const file = finished.get(jobId);
    if (file === undefined || !own.has(jobId)) return;
    finished.delete(jobId);
    download(file);
  };
  return {
    own(jobId: string) {
      own.add(jobId);
      deliver(jobId);
    },
    hear({ jobId, state, file }: { jobId: string; state: string; file: FileRef | null }) {
      if (state !== 'done' || file === null) return;
      finished.set(jobId, file);
      deliver(jobId);
    },
  };
}
