import { wrap, type Remote } from 'comlink';
import type { PlanDocument } from '../../shared/model/planDocument';
import type { PlanFiles, ReadPlanAnswer } from './planFileWorker';

let worker: Remote<PlanFiles> | null = null;

function planFiles(): Remote<PlanFiles> {
  worker ??= wrap<PlanFiles>(
    new Worker(new URL('./planFileWorker.ts', import.meta.url), { type: 'module', name: 'planFiles' }),
  );
  return worker;
}

/** The plan as the bytes of a plan file; zipping runs beside the window. */
export function packPlanFile(document: PlanDocument): Promise<Uint8Array<ArrayBuffer>> {
  return planFiles().write(document);
}

/** A plan file's content; what is wrong with the file comes as a sentence, not as an error. */
export function unpackPlanFile(bytes: Uint8Array): Promise<ReadPlanAnswer> {
  return planFiles().read(bytes);
}
