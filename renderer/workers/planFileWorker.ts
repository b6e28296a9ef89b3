import { expose, transfer } from 'comlink';
import { readPlanFile, writePlanFile } from '../../shared/io/project/planFile';
import { ProjectFileError } from '../../shared/io/project/projectError';
import type { PlanDocument } from '../../shared/model/planDocument';

/** A plan read from a file, or why it can't be, in words for the user. */
export type ReadPlanAnswer =
  { readonly ok: true; readonly document: PlanDocument } | { readonly ok: false; readonly message: string };

const planFiles = {
  write(document: PlanDocument): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(writePlanFile(document));
    return transfer(bytes, [bytes.buffer]);
  },

  read(bytes: Uint8Array): ReadPlanAnswer {
    try {
      return { ok: true, document: readPlanFile(bytes) };
    } catch (error) {
      if (error instanceof ProjectFileError) return { ok: false, message: error.message };
      throw error;
    }
  },
};

export type PlanFiles = typeof planFiles;

expose(planFiles);
