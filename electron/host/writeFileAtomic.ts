import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, realpath, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { HostError } from '../../shared/bridge/contract';
import { hostErrorOf } from './hostErrorOf';

/** A name beside the target, so that the move into place stays on one disk and is atomic. */
export function temporaryPathFor(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.part`);
}

/**
 * Moves a finished file into place. A link keeps pointing where it did: its target is what is replaced.
 * @throws the file system's error; the part file is removed then
 */
export async function moveIntoPlace(partPath: string, path: string): Promise<void> {
  try {
    const target = await realpath(path).catch(() => path);
    await rename(partPath, target);
    await syncFolder(dirname(target));
  } catch (error) {
    await rm(partPath, { force: true });
    throw error;
  }
}

/**
 * Writes all bytes or leaves the old file as it was, whatever happens in between.
 * @throws HostError in plain words
 */
export async function writeFileAtomic(path: string, bytes: Uint8Array): Promise<void> {
  await writeFilesAtomic([{ path, write: (partPath) => writeSynced(path, partPath, bytes) }]);
}

/** A file, and what writes it to the place that it is given. */
export interface FileToWrite {
  readonly path: string;
  readonly write: (partPath: string) => Promise<void>;
}

/**
 * Writes files that belong together: none is moved into place before all are whole. Where one fails, older ones are as
 * they were, and folders that were made for them are gone again.
 * @throws HostError in plain words
 */
export async function writeFilesAtomic(files: readonly FileToWrite[]): Promise<void> {
  const parts = files.map(({ path, write }) => ({ path, write, partPath: temporaryPathFor(path) }));
  const made: string[] = [];
  let current = '';
  try {
    for (const { path, write, partPath } of parts) {
      current = path;
      const folder = await mkdir(dirname(path), { recursive: true });
      if (folder !== undefined) made.push(folder);
      await write(partPath);
    }
    for (const { path, partPath } of parts) {
      current = path;
      await moveIntoPlace(partPath, path);
    }
  } catch (error) {
    for (const { partPath } of parts) await rm(partPath, { force: true }).catch(() => undefined);
    // The inner ones first; one that holds anything stays.
    for (const folder of made.reverse()) await removeEmpty(folder);
    throw writeErrorOf(error, current);
  }
}

/** As hostErrorOf; what is not there when a file is written is its folder, or a file stands in that folder's place. */
export function writeErrorOf(error: unknown, path: string): HostError {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  const folder = `The folder "${dirname(path)}"`;
  if (code === 'ENOENT') {
    return new HostError('not-found', `${folder} is not there and can't be made. Choose another place.`);
  }
  return code === 'EEXIST'
    ? new HostError('not-found', `${folder} can't be made: a file has its name. Choose another place.`)
    : hostErrorOf(error, `The file "${basename(path)}"`);
}

/** Removes a folder and those in it that hold nothing. */
async function removeEmpty(folder: string): Promise<void> {
  const inside = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const each of inside) if (each.isDirectory()) await removeEmpty(join(folder, each.name));
  await rmdir(folder).catch(() => undefined);
}

async function writeSynced(path: string, partPath: string, bytes: Uint8Array): Promise<void> {
  const mode = await stat(path).then(
    (found) => found.mode,
    () => 0o644,
  );
  const handle = await open(partPath, 'wx', mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Without this a power cut may forget the rename. Windows can't open a folder and needs no such thing. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  if (handle === null) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
}
