import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { HostError } from '../../shared/bridge/contract';
import { PostalFiles, type PostalFile } from '../persistence/postalFiles';
import { openImportClient } from '../workers/openImportClient';
import { hostApi, logProblem } from './hostAccess';
import { notify } from './noticeStore';

/** Postal codes that the person added; null until they have been looked up. */
export interface PostalFileState {
  readonly files: readonly PostalFile[] | null;
}

export const postalFileStore = createStore<PostalFileState>(() => ({ files: null }));

export function usePostalFiles(): readonly PostalFile[] {
  return useStore(postalFileStore, (state) => state.files) ?? NONE;
}

const NONE: readonly PostalFile[] = [];
let opened: PostalFiles | null = null;

function kept(): PostalFiles {
  opened ??= new PostalFiles();
  return opened;
}

/** What was added, looked up once; none where this browser can't say. */
export async function postalFiles(): Promise<readonly PostalFile[]> {
  const { files } = postalFileStore.getState();
  if (files) return files;
  try {
    return await lookUp();
  } catch (error) {
    logProblem(`Postal files could not be read: ${String(error)}`);
    return NONE;
  }
}

async function lookUp(): Promise<readonly PostalFile[]> {
  const files = await kept().list();
  postalFileStore.setState({ files });
  return files;
}

/** Lets the person choose a postal file, and adds it. */
export async function choosePostalFile(): Promise<void> {
  try {
    const [file] = await hostApi().openFiles({ purpose: 'postal', multiple: false });
    if (file) await addPostalFile(file.name, file.bytes);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    notify('error', 'The file could not be opened', error.message);
  }
}

/** Adds a file that may hold postal codes; false, and nothing said, where it is something else. */
export async function takePostalFile(name: string, bytes: Uint8Array): Promise<boolean> {
  const answer = await check(name, bytes);
  if (answer.ok) await keep({ name, bytes, ...answer.value });
  return answer.ok;
}

async function addPostalFile(name: string, bytes: Uint8Array): Promise<void> {
  const answer = await check(name, bytes);
  if (answer.ok) await keep({ name, bytes, ...answer.value });
  else notify('error', `${name} could not be added`, answer.message);
}

/** What is in a file, read beside the window. */
async function check(name: string, bytes: Uint8Array) {
  const client = openImportClient();
  const answer = await client.checkPostalFile(name, bytes);
  client.close();
  return answer;
}

async function keep(file: PostalFile): Promise<void> {
  const { name, countries, codeCount } = file;
  try {
    await kept().keep(file);
    await lookUp();
  } catch (error) {
    logProblem(`${name} could not be kept: ${String(error)}`);
    notify(
      'error',
      `${name} could not be kept`,
      'This computer has no room for it. Free some, and add it again.',
    );
    return;
  }
  const named = countryNames(countries);
  notify(
    'done',
    `${codeCount.toLocaleString()} postal codes of ${named} added`,
    'They count for lists from now on, the one in hand too.',
  );
}

/** Forgets a postal file; accounts that it placed stay where they are. */
export async function removePostalFile(name: string): Promise<void> {
  await kept().remove(name);
  await lookUp();
}

/** "Germany", "Germany and Austria", "12 countries". */
export function countryNames(countries: readonly string[]): string {
  if (countries.length > 3) return `${countries.length} countries`;
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  return new Intl.ListFormat('en').format(countries.map((code) => names.of(code) ?? code));
}
