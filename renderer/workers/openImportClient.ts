import { proxy, wrap } from 'comlink';
import type { AccountTable } from '../../shared/model/accountTable';
import type { AddedPostalFile, ImportAnswer, ImportClient } from './importContract';
import type { ImportSession } from './importSession';

const CLOSED: ImportAnswer<never> = { ok: false, isCancelled: true, message: '' };

/** Starts the import worker. */
export function openImportClient(): ImportClient {
  const worker = new Worker(new URL('./importWorker.ts', import.meta.url), {
    type: 'module',
    name: 'import',
  });
  const session = wrap<ImportSession>(worker);
  // A worker that was ended never answers: who waits for it is told that it was stopped.
  let tellClosed: (answer: ImportAnswer<never>) => void = () => undefined;
  const closed = new Promise<ImportAnswer<never>>((resolve) => {
    tellClosed = resolve;
  });
  let sent: AccountTable | null = null;
  let sentPostal: readonly AddedPostalFile[] = [];
  return {
    open: (fileName, bytes, onProgress) =>
      Promise.race([closed, session.open(fileName, bytes, proxy(onProgress))]),
    openText: (text) => Promise.race([closed, session.openText(text)]),
    propose: (plan, refused) => Promise.race([closed, session.propose(plan, refused)]),
    guess: (sheetIndex, header, remembered) => session.guess(sheetIndex, header, remembered),
    build: async ({ into, postalFiles, ...request }, onProgress) => {
      // A large table is handed over once, not with each change of the mapping.
      if (into !== sent) await session.setPlanAccounts(into);
      sent = into;
      if (postalFiles !== sentPostal) await session.setPostalFiles(postalFiles);
      sentPostal = postalFiles;
      return Promise.race([closed, session.build(request, proxy(onProgress))]);
    },
    rows: (from, to) => session.rows(from, to),
    refusalKeys: (kindKey, gridRow) => session.refusalKeys(kindKey, gridRow),
    doubleRows: () => session.doubleRows(),
    tryFormula: (formula) => session.tryFormula(formula),
    problemsCsv: () => session.problemsCsv(),
    table: () => session.table(),
    checkPostalFile: (name, bytes) => Promise.race([closed, session.checkPostalFile(name, bytes)]),
    cancel: () => void session.cancel(),
    close: () => {
      worker.terminate();
      tellClosed(CLOSED);
    },
  };
}
