import { wrap, type Remote } from 'comlink';
import type { TableAnswer, Tables } from './tableWorker';

let worker: Remote<Tables> | null = null;

/** Reads a small list (CSV, TSV or XLSX) beside the window; what is wrong with it comes as a sentence. */
export function readTable(bytes: Uint8Array, fileName: string): Promise<TableAnswer> {
  worker ??= wrap<Tables>(
    new Worker(new URL('./tableWorker.ts', import.meta.url), { type: 'module', name: 'tables' }),
  );
  return worker.read(bytes, fileName);
}
