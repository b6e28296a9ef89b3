import { expose } from 'comlink';
import { ImportFileError } from '../../shared/io/import/importFileError';
import type { RowProblem } from '../../shared/io/import/namedRows';
import { readPayResults, type ResultsPlan } from '../../shared/io/import/readPayResults';
import { readRoster, type RosterPlan } from '../../shared/io/import/readRoster';
import type { PayResult } from '../../shared/model/payResult';
import type { Rep } from '../../shared/model/rep';

/** What a list holds, with sentences on what was not taken from it; or why it can't be read at all. */
export type ListAnswer<Item> =
  | { readonly ok: true; readonly items: readonly Item[]; readonly problems: readonly string[] }
  | { readonly ok: false; readonly message: string };

const tables = {
  roster: (bytes: Uint8Array, fileName: string, plan: Omit<RosterPlan, 'newId'>): ListAnswer<Rep> =>
    answer(() => {
      const { reps, problems } = readRoster(bytes, fileName, { ...plan, newId: () => crypto.randomUUID() });
      return { items: reps, problems };
    }),

  payResults: (bytes: Uint8Array, fileName: string, plan: ResultsPlan): ListAnswer<PayResult> =>
    answer(() => {
      const { results, problems } = readPayResults(bytes, fileName, plan);
      return { items: results, problems };
    }),
};

function answer<Item>(
  read: () => { readonly items: readonly Item[]; readonly problems: readonly RowProblem[] },
): ListAnswer<Item> {
  try {
    const { items, problems } = read();
    const told = problems.filter(({ severity }) => severity !== 'info').map(({ message }) => message);
    return { ok: true, items, problems: told };
  } catch (error) {
    if (error instanceof ImportFileError) return { ok: false, message: error.message };
    throw error;
  }
}

export type Tables = typeof tables;

expose(tables);
