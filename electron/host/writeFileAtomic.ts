import { randomUUID } from 'node:crypto';
import { chmod, copyFile, mkdir, open, readdir, realpath, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { HostError } from '../../shared/bridge/contract';
import { hostErrorOf } from './hostErrorOf';

/** A name beside the target, so that the move into place stays on one disk and is atomic. */
export function temporaryPathFor(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.part`);
}

/**
 * Moves a finished file into place. A link keeps pointing where it did: its target is what is replaced. Who may read
 * what is replaced may read the new one, and nobody else.
 * @throws the file system's error; the part file is removed then
 */
export async function moveIntoPlace(partPath: string, path: string): Promise<void> {
  try {
    const target = await realpath(path).catch(() => path);
    const older = await stat(target).catch(() => null);
    if (older !== null) await chmod(partPath, older.mode & 0o7777);
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

/** A file of a set, where it is written, and where what it replaces is kept until all of the set are in place. */
interface Part extends FileToWrite {
  readonly partPath: string;
  readonly olderPath: string;
}

/**
 * Writes files that belong together: none is moved into place before all are whole. Where one can't be written or moved,
 * older ones are as they were, and new ones and folders that were made for them are gone again.
 * @throws HostError in plain words
 */
export async function writeFilesAtomic(files: readonly FileToWrite[]): Promise<void> {
  const parts = files.map(({ path, write }): Part => ({
    path,
    write,
    partPath: temporaryPathFor(path),
    olderPath: temporaryPathFor(path),
  }));
  const made: string[] = [];
  const moved: Part[] = [];
  let current = '';
  try {
    for (const { path, write, partPath } of parts) {
      current = path;
      const folder = await mkdir(dirname(path), { recursive: true });
      if (folder !== undefined) made.push(folder);
      await write(partPath);
    }
    // A file alone is replaced in one step, and needs none to go back to.
    for (const part of parts.length > 1 ? parts : []) {
      current = part.path;
      await keepOlder(part);
    }
    for (const part of parts) {
      current = part.path;
      await moveIntoPlace(part.partPath, part.path);
      moved.push(part);
    }
    for (const { olderPath } of parts) await rm(olderPath, { force: true }).catch(() => undefined);
  } catch (error) {
    for (const part of moved) await putBack(part);
    for (const { partPath, olderPath } of parts) {
      for (const each of [partPath, olderPath]) await rm(each, { force: true }).catch(() => undefined);
    }
    // The inner ones first; one that holds anything stays.
    for (const folder of made.reverse()) await removeEmpty(folder);
    throw writeErrorOf(error, current);
  }
}

async function keepOlder({ path, olderPath }: Part): Promise<void> {
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (isThere) await copyFile(path, olderPath);
}

/** Puts what was there before a file in its place again; where nothing was, nothing is. */
async function putBack({ path, olderPath }: Part): Promise<void> {
  const isOlder = await stat(olderPath).catch(() => null);
  const back = isOlder ? moveIntoPlace(olderPath, path) : rm(path, { force: true });
  await back.catch(() => undefined);
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
