import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { takePostalFile } from './postalFileStore';
import { goTo } from './routeStore';

/** A file that the person chose or dropped, read. */
export interface IncomingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The list that import is to work on; the import screen takes it. */
export interface IncomingState {
  readonly importFile: IncomingFile | null;
}

export const incomingStore = createStore<IncomingState>(() => ({ importFile: null }));

export function useIncoming<T>(select: (state: IncomingState) => T): T {
  return useStore(incomingStore, select);
}

let openPlanFile: ((file: IncomingFile) => void) | null = null;

/** Who opens plan files; named once, by app/startServices. */
export function onPlanFile(open: (file: IncomingFile) => void): void {
  openPlanFile = open;
}

/**
 * Takes a file to where it belongs: a plan opens, a country's postal codes are kept, anything else goes to import,
 * which says what it can't read.
 */
export async function receiveFile(file: IncomingFile): Promise<void> {
  if (/\.evenland$/i.test(file.name)) {
    openPlanFile?.(file);
    return;
  }
  const mayBePostal = /\.(zip|txt)$/i.test(file.name);
  if (!mayBePostal || !(await takePostalFile(file.name, file.bytes))) sendToImport(file);
}

/** Opens the import screen with this file. */
export function sendToImport(file: IncomingFile): void {
  incomingStore.setState({ importFile: file });
  goTo('import');
}
