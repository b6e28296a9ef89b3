import { wrap, type Remote } from 'comlink';
import type { ResultsPlan } from '../../shared/io/import/readPayResults';
import type { RosterPlan } from '../../shared/io/import/readRoster';
import type { PayResult } from '../../shared/model/payResult';
import type { Rep } from '../../shared/model/rep';
import type { ListAnswer, Tables } from './tableWorker';

let worker: Remote<Tables> | null = null;

function tables(): Remote<Tables> {
  return (worker ??= wrap<Tables>(
    new Worker(new URL('./tableWorker.ts', import.meta.url), { type: 'module', name: 'tables' }),
  ));
}

/** Reads a roster beside the window; what is wrong with it comes as sentences. */
export function readRosterList(
  bytes: Uint8Array,
  fileName: string,
  plan: Omit<RosterPlan, 'newId'>,
): Promise<ListAnswer<Rep>> {
  return tables().roster(bytes, fileName, plan);
}

/** Reads results beside the window; what is wrong with them comes as sentences. */
export function readPayResultList(
  bytes: Uint8Array,
  fileName: string,
  plan: ResultsPlan,
): Promise<ListAnswer<PayResult>> {
  return tables().payResults(bytes, fileName, plan);
}
