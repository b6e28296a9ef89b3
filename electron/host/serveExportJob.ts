import { parentPort, workerData } from 'node:worker_threads';
import type { ExportKind } from '../../shared/bridge/contract';
import type { ExporterInput, ExporterRegistry } from '../../shared/bridge/exporter';
import { plainMessage } from './hostErrorOf';

export interface ExportThreadData extends ExporterInput {
  kind: ExportKind;
}
export type ExportThreadMessage =
  | { type: 'progress'; doneShare: number; step: string }
  | { type: 'done' }
  | { type: 'failed'; message: string; code: string | null };

/** The thread's side of an export job: runs the one exporter it was started for and tells how it goes. */
export async function serveExportJob(exporters: Partial<ExporterRegistry>): Promise<void> {
  const { kind, ...input } = workerData as ExportThreadData;
  const send = (message: ExportThreadMessage) => parentPort?.postMessage(message);
  try {
    const exporter = exporters[kind];
    if (!exporter) throw new Error(`This version of Evenland can't write ${kind}.`);
    await exporter(input, (doneShare, step) => send({ type: 'progress', doneShare, step }));
    send({ type: 'done' });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException | null)?.code ?? null;
    send({ type: 'failed', message: plainMessage(error), code });
  }
}
