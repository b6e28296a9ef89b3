import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { ExportKind, ExportProgress, ExportSource, FileRef } from '../../shared/bridge/contract';
import { HostError } from '../../shared/bridge/contract';
import type { ExportThreadData, ExportThreadMessage } from './serveExportJob';
import { moveIntoPlace, temporaryPathFor, writeErrorOf } from './writeFileAtomic';

export interface ExportRequest {
  kind: ExportKind;
  source: ExportSource;
  options: ExportThreadData['options'];
  /** Where the finished file goes. */
  path: string;
}

export interface ExportJobs {
  start(request: ExportRequest): { jobId: string };
  /** Ends the thread at once; nothing of the file is left. A job that has ended already stays as it is. */
  cancel(jobId: string): Promise<void>;
  cancelAll: () => Promise<void>;
}

interface RunningJob {
  worker: Worker;
  partPath: string;
  end(change: Partial<ExportProgress>): void;
}

const MB = 1 << 20;
/** Enough for 100,000 accounts with as many rows of pay three times over. */
const LEAST_OLD_MB = 768;
/** Of memory for each of a plan file, which is zipped: a plan of 5 MB takes 150, four times less than this gives it. */
const OLD_MB_PER_FILE_MB = 128;

/**
 * Memory of the thread that writes, MB. Rows of cells live shortly: a small young generation clears them early, where
 * Node's usual one lets 100 MB and more pile up. What lives on may grow far, but has a limit: without one V8 lets it grow
 * to four times what is in use before it looks for what is not.
 * @param sourceBytes of the plan file
 */
export function exportThreadLimits(sourceBytes: number) {
  const oldMb = Math.ceil((sourceBytes / MB) * OLD_MB_PER_FILE_MB);
  return { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: Math.max(LEAST_OLD_MB, oldMb) };
}

/**
 * Runs each export in a thread of its own, into a part file that is moved into place when it is whole.
 * @param workerFile the built script that calls serveExportJob with the project's exporters
 * @param grant names the finished file for the renderer
 * @param report hears of each step and of the end of each job
 * @param limitsOf what memory each thread may take
 */
export function createExportJobs(
  workerFile: string | URL,
  grant: (path: string) => FileRef,
  report: (progress: ExportProgress) => void,
  limitsOf: typeof exportThreadLimits = exportThreadLimits,
): ExportJobs {
  const running = new Map<string, RunningJob>();

  function start({ kind, source, options, path }: ExportRequest): { jobId: string } {
    const jobId = randomUUID();
    const partPath = temporaryPathFor(path);
    const workerData: ExportThreadData = { kind, source, options, path: partPath };
    const resourceLimits = limitsOf(source.from === 'planFile' ? source.bytes.length : 0);
    // A plan file's bytes move to the thread; a copy of them would only cost memory.
    const transferList = source.from === 'planFile' ? [ownBuffer(source)] : [];
    // The script is built: loaders that this process was started with would only read it once more, for 300 MB.
    const worker = new Worker(workerFile, { workerData, transferList, resourceLimits, execArgv: [] });
    let progress: ExportProgress = {
      jobId,
      kind,
      state: 'running',
      doneShare: 0,
      step: 'Starting',
      file: null,
      error: null,
    };
    const update = (change: Partial<ExportProgress>) => report((progress = { ...progress, ...change }));
    const end = (change: Partial<ExportProgress>) => {
      if (running.delete(jobId)) update(change);
    };
    let isFailing = false;
    const fail = async (error: unknown) => {
      // A thread that breaks down also exits: what it broke down of is what is told.
      if (isFailing) return;
      isFailing = true;
      await rm(partPath, { force: true }).catch(() => undefined);
      const { code, message } = writeErrorOf(error, path);
      end({ state: 'failed', error: { code, message } });
    };
    worker.on('message', (message: ExportThreadMessage) => {
      if (!running.has(jobId)) return;
      if (message.type === 'progress') {
        update({ doneShare: Math.min(1, Math.max(0, message.doneShare)), step: message.step });
      } else if (message.type === 'failed') {
        void fail(threadError(message));
      } else {
        moveIntoPlace(partPath, path).then(
          () => end({ state: 'done', doneShare: 1, step: 'Saved', file: grant(path) }),
          (error: unknown) => fail(error),
        );
      }
    });
    worker.on('error', (error) => void fail(crashError(error)));
    worker.on('exit', (code) => {
      if (code !== 0 && running.has(jobId))
        void fail(new HostError('export-failed', 'The export stopped early.'));
    });
    running.set(jobId, { worker, partPath, end });
    return { jobId };
  }

  async function cancel(jobId: string): Promise<void> {
    const job = running.get(jobId);
    if (job === undefined) return;
    job.end({ state: 'cancelled', step: 'Cancelled' });
    await job.worker.terminate();
    await rm(job.partPath, { force: true });
  }

  return {
    start,
    cancel,
    async cancelAll() {
      await Promise.all([...running.keys()].map(cancel));
    },
  };
}

function threadError({ message, code }: { message: string; code: string | null }): Error {
  // A system error keeps its code, so that a full disk is called a full disk.
  if (code !== null && /^E[A-Z]+$/.test(code)) return Object.assign(new Error(message), { code });
  return new HostError('export-failed', message);
}

/** What a thread died of that could not say so itself. */
function crashError(error: Error): Error {
  const { code = null } = error as NodeJS.ErrnoException;
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new HostError(
        'export-failed',
        'The export needs more memory than it may take. Leave sheets out, or export without pay.',
      )
    : threadError({ message: error.message, code });
}

function ownBuffer(source: { bytes: Uint8Array }): ArrayBuffer {
  source.bytes = new Uint8Array(source.bytes);
  return source.bytes.buffer as ArrayBuffer;
}
