import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, join, parse } from 'node:path';
import type { FolderRef } from '../../shared/bridge/contract';
import { HostError } from '../../shared/bridge/contract';
import type { HostPlatform } from './hostPlatform';
import { safeFileName } from './safeFileName';

export interface SavePlaces {
  /** Asks where, or takes a free name in a folder chosen before. Null: the person cancelled. */
  choose: (suggestedName: string, folderId: string | null) => Promise<string | null>;
  chooseFolder: () => Promise<FolderRef | null>;
}

/** Where files may be written: only where the person pointed in a dialog. */
export function createSavePlaces(
  platform: Pick<HostPlatform, 'chooseSavePath' | 'chooseFolder'>,
): SavePlaces {
  const folderById = new Map<string, string>();
  return {
    async choose(suggestedName, folderId) {
      const name = safeFileName(suggestedName);
      if (folderId === null) return platform.chooseSavePath(name);
      const folder = folderById.get(folderId);
      if (folder !== undefined) return freePath(folder, name);
      throw new HostError('not-allowed', 'This folder was not chosen by you. Choose it again.');
    },
    async chooseFolder() {
      const path = await platform.chooseFolder();
      if (path === null) return null;
      const folderId = randomUUID();
      folderById.set(folderId, path);
      return { folderId, name: basename(path) };
    },
  };
}

/** `plan.xlsx`, or `plan (2).xlsx` where that is taken. */
function freePath(folder: string, name: string): string {
  const { name: stem, ext } = parse(name);
  for (let copy = 1; ; copy++) {
    const path = join(folder, copy === 1 ? name : `${stem} (${copy})${ext}`);
    if (!existsSync(path)) return path;
  }
}
