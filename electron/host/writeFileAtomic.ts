import { randomUUID } from 'node:crypto';
import { mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
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
  const partPath = temporaryPathFor(path);
  try {
    await mkdir(dirname(path), { recursive: true });
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
    await moveIntoPlace(partPath, path);
  } catch (error) {
    await rm(partPath, { force: true }).catch(() => undefined);
    throw hostErrorOf(error, `The file "${basename(path)}"`);
  }
}

/** Without this a power cut may forget the rename. Windows can't open a folder and needs no such thing. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  if (handle === null) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
}
