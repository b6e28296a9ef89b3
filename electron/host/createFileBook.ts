import { createHash, randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { FileRef, OpenedFile, RecentFile } from '../../shared/bridge/contract';
import { HostError } from '../../shared/bridge/contract';
import { hostErrorOf } from './hostErrorOf';
import { readBytes } from './readBytes';
import { writeFileAtomic } from './writeFileAtomic';

const RECENTS_KEPT = 15;

interface RecentEntry {
  path: string;
  usedAt: string;
}

export interface FileBook {
  /** Gives a path the person chose an id the renderer may use. */
  grant: (path: string) => FileRef;
  /** @throws HostError where the id was never given out */
  pathOf: (fileId: string) => string;
  open: (path: string) => Promise<OpenedFile>;
  remember(path: string): Promise<void>;
  forget(fileId: string): Promise<void>;
  listRecents(): Promise<RecentFile[]>;
}

/**
 * The paths the person chose in a dialog, now or earlier. The renderer speaks of them by id, so that a page
 * gone wrong can read and write nothing else.
 * @param folder where recents.json lies
 * @param now UTC milliseconds
 */
export function createFileBook(folder: string, now: () => number): FileBook {
  const recentsPath = join(folder, 'recents.json');
  const pathById = new Map<string, string>();
  // Ids can't be guessed and mean nothing after a restart.
  const salt = randomUUID();
  let lastWrite: Promise<unknown> = Promise.resolve();

  function grant(path: string): FileRef {
    const whole = resolve(path);
    const fileId = createHash('sha256').update(salt).update(whole).digest('hex').slice(0, 32);
    pathById.set(fileId, whole);
    return { fileId, name: basename(whole), folder: dirname(whole) };
  }

  function pathOf(fileId: string): string {
    const path = pathById.get(fileId);
    if (path === undefined)
      throw new HostError('not-allowed', 'This file was not chosen by you. Choose it again.');
    return path;
  }

  async function readEntries(): Promise<RecentEntry[]> {
    try {
      const entries = JSON.parse(await readFile(recentsPath, 'utf8')) as unknown;
      return Array.isArray(entries) ? entries.filter(isRecentEntry) : [];
    } catch {
      // A missing or broken list costs the person a click, never a start.
      return [];
    }
  }

  function changeEntries(change: (entries: RecentEntry[]) => RecentEntry[]): Promise<void> {
    const mine = lastWrite.then(async () => {
      const entries = change(await readEntries()).slice(0, RECENTS_KEPT);
      await writeFileAtomic(recentsPath, new TextEncoder().encode(JSON.stringify(entries, null, 2)));
    });
    lastWrite = mine.catch(() => undefined);
    return mine;
  }

  return {
    grant,
    pathOf,
    async open(path) {
      const file = grant(path);
      try {
        return { file, name: file.name, bytes: await readBytes(path) };
      } catch (error) {
        throw hostErrorOf(error, `The file "${file.name}"`);
      }
    },
    remember(path) {
      const entry = { path: resolve(path), usedAt: new Date(now()).toISOString() };
      return changeEntries((entries) => [entry, ...entries.filter((other) => other.path !== entry.path)]);
    },
    forget(fileId) {
      const path = pathOf(fileId);
      return changeEntries((entries) => entries.filter((entry) => entry.path !== path));
    },
    async listRecents() {
      const entries = await readEntries();
      const present = await Promise.all(
        entries.map((entry) =>
          stat(entry.path).then(
            (found) => found.isFile(),
            () => false,
          ),
        ),
      );
      return entries
        .filter((_, index) => present[index])
        .map((entry) => ({ ...grant(entry.path), usedAt: entry.usedAt }));
    },
  };
}

function isRecentEntry(entry: unknown): entry is RecentEntry {
  const { path, usedAt } = (entry ?? {}) as Partial<RecentEntry>;
  return typeof path === 'string' && typeof usedAt === 'string';
}
