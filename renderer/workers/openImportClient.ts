import { proxy, wrap, type Remote } from 'comlink';
import type { AccountTable } from '../../shared/model/accountTable';
import type { AddedPostalFile, ImportAnswer, ImportClient } from './importContract';
import type { ImportSession } from './importSession';

const CLOSED: ImportAnswer<never> = { ok: false, isCancelled: true, message: '' };

/** A worker, what it was handed, and who waits for it. */
interface ImportRun {
  readonly session: Remote<ImportSession>;
  /** Settles once the worker was ended, since it will answer nobody then. */
  readonly closed: Promise<ImportAnswer<never>>;
  end(): void;
  into: AccountTable | null;
  postalFiles: readonly AddedPostalFile[];
  reads: number;
}

function startRun(): ImportRun {
  const worker = new Worker(new URL('./importWorker.ts', import.meta.url), {
    type: 'module',
    name: 'import',
  });
  let tellClosed: (answer: ImportAnswer<never>) => void = () => undefined;
  const closed = new Promise<ImportAnswer<never>>((resolve) => {
    tellClosed = resolve;
  });
  return {
    session: wrap<ImportSession>(worker),
    closed,
    end: () => {
      worker.terminate();
      tellClosed(CLOSED);
    },
    into: null,
    postalFiles: [],
    reads: 0,
  };
}

/** Starts the import worker. */
export function openImportClient(): ImportClient {
  let run = startRun();
  /** Waits for a file to be read; until then the worker holds nothing that would be missed. */
  async function reading<T>(read: (session: Remote<ImportSession>) => Promise<ImportAnswer<T>>) {
    const mine = run;
    mine.reads++;
    const answer = await Promise.race([mine.closed, read(mine.session)]);
    mine.reads--;
    return answer;
  }
  return {
    open: (fileName, bytes, onProgress) =>
      reading((session) => session.open(fileName, bytes, proxy(onProgress))),
    openText: (text) => reading((session) => session.openText(text)),
    propose: (plan, refused) => Promise.race([run.closed, run.session.propose(plan, refused)]),
    guess: (sheetIndex, header, remembered) => run.session.guess(sheetIndex, header, remembered),
    build: async ({ into, postalFiles, ...request }, onProgress) => {
      const mine = run;
      // A large table is handed over once, not with each change of the mapping.
      if (into !== mine.into) await mine.session.setPlanAccounts(into);
      mine.into = into;
      if (postalFiles !== mine.postalFiles) await mine.session.setPostalFiles(postalFiles);
      mine.postalFiles = postalFiles;
      return Promise.race([mine.closed, mine.session.build(request, proxy(onProgress))]);
    },
    rows: (from, to) => run.session.rows(from, to),
    refusalKeys: (kindKey, gridRow) => run.session.refusalKeys(kindKey, gridRow),
    doubleRows: () => run.session.doubleRows(),
    tryFormula: (formula) => run.session.tryFormula(formula),
    problemsCsv: () => run.session.problemsCsv(),
    table: () => run.session.table(),
    checkPostalFile: (name, bytes) => Promise.race([run.closed, run.session.checkPostalFile(name, bytes)]),
    cancel: () => {
      if (run.reads === 0) {
        void run.session.cancel();
        return;
      }
      // Decoding a large file is one step, so that the worker would hear of a stop only after it.
      run.end();
      run = startRun();
    },
    close: () => run.end(),
  };
}
