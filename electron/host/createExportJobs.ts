import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ExportKind, ExportProgress, ExportSource, FileRef } from '../../shared/bridge/contract';
import { HostError } from '../../shared/bridge/contract';
import { hostErrorOf } from './hostErrorOf';
import type { ExportThreadData, ExportThreadMessage } from './serveExportJob';
import { moveIntoPlace, temporaryPathFor } from './writeFileAtomic';

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

/**
 * Rows of cells live shortly: a small young generation clears them early, where Node's usual one lets 100 MB and more
 * pile up. What lives on, the plan, is not limited.
 */
export const EXPORT_THREAD_LIMITS = { maxYoungGenerationSizeMb: 6 } as const;

/**
 * Runs each export in a thread of its own, into a part file that is moved into place when it is whole.
 * @param workerFile the built script that calls serveExportJob with the project's exporters
 * @param grant names the finished file for the renderer
 * @param report hears of each step and of the end of each job
 */
export function createExportJobs(
  workerFile: string | URL,
  grant: (path: string) => FileRef,
  report: (progress: ExportProgress) => void,
): ExportJobs {
  const running = new Map<string, RunningJob>();

  function start({ kind, source, options, path }: ExportRequest): { jobId: string } {
    const jobId = randomUUID();
    const partPath = temporaryPathFor(path);
    const workerData: ExportThreadData = { kind, source, options, path: partPath };
    // A plan file's bytes move to the thread; a copy of them would only cost memory.
    const transferList = source.from === 'planFile' ? [ownBuffer(source)] : [];
    const worker = new Worker(workerFile, { workerData, transferList, resourceLimits: EXPORT_THREAD_LIMITS });
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
    const fail = async (error: unknown) => {
      await rm(partPath, { force: true }).catch(() => undefined);
      const { code, message } = hostErrorOf(error, `The file "${basename(path)}"`);
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
    worker.on('error', (error) => void fail(new HostError('export-failed', error.message)));
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

function ownBuffer(source: { bytes: Uint8Array }): ArrayBuffer {
  source.bytes = new Uint8Array(source.bytes);
  return source.bytes.buffer as ArrayBuffer;
}
