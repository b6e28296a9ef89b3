import { userInfo } from 'node:os';
import { extname, join } from 'node:path';
import type { ChannelArguments, HostApi, HostEvent, SaveResult } from '../../shared/bridge/contract';
import { HostError } from '../../shared/bridge/contract';
import { createBackups } from './createBackups';
import { createEventHub } from './createEventHub';
import { createExportJobs } from './createExportJobs';
import { createFileBook } from './createFileBook';
import { createHostLog } from './createHostLog';
import { createSavePlaces } from './createSavePlaces';
import type { HostPlatform } from './hostPlatform';
import { writeFileAtomic } from './writeFileAtomic';

export interface HostSettings {
  platform: HostPlatform;
  /** See dataFolder. */
  folder: string;
  exportWorkerFile: string | URL;
  /** UTC milliseconds. */
  now: () => number;
}

export interface Host {
  api: HostApi;
  emit: (event: HostEvent) => void;
  /** A plan file handed over from outside (double click, second start) is opened in the renderer. */
  openFromOutside(path: string): void;
  /** The path behind an id, for a download. @throws HostError where the id was never given out */
  pathOf(fileId: string): string;
  /** Ends running jobs. */
  close(): Promise<void>;
}

/** HostApi, the only implementation of it; desktop and loopback differ by their platform alone. */
export function createHost({ platform, folder, exportWorkerFile, now }: HostSettings): Host {
  const hub = createEventHub();
  const files = createFileBook(folder, now);
  const backups = createBackups(join(folder, 'backups'), now);
  const log = createHostLog(join(folder, 'logs', 'evenland.log'), now);
  const jobs = createExportJobs(exportWorkerFile, files.grant, (job) => hub.emit({ type: 'export', job }));
  const places = createSavePlaces(platform);
  const remember = async (path: string) => {
    if (platform.appInfo.canOverwriteFiles) await files.remember(path);
  };

  async function saveBytes(path: string | null, bytes: Uint8Array): Promise<SaveResult> {
    if (path === null) return { status: 'cancelled' };
    await writeFileAtomic(path, bytes);
    return { status: 'saved', file: files.grant(path) };
  }

  async function startExport(args: ChannelArguments<'startExport'>): Promise<{ jobId: string } | null> {
    const { kind, suggestedName, source, options, folderId } = args;
    const path = await places.choose(suggestedName, folderId);
    return path === null ? null : jobs.start({ kind, source, options, path });
  }

  const api: HostApi = {
    onEvent: hub.subscribe,
    appInfo: () => Promise.resolve(platform.appInfo),
    userName: () => Promise.resolve(currentUserName()),
    async openFiles({ purpose, multiple }) {
      const paths = await platform.chooseFilesToOpen(purpose, multiple);
      if (purpose === 'plan') for (const path of paths) await remember(path);
      return Promise.all(paths.map(files.open));
    },
    async openRecent({ fileId }) {
      const path = files.pathOf(fileId);
      const opened = await files.open(path);
      await remember(path);
      return opened;
    },
    async savePlanFile({ suggestedName, bytes, fileId }) {
      const known = fileId === null || !platform.appInfo.canOverwriteFiles ? null : files.pathOf(fileId);
      const result = await saveBytes(known ?? (await places.choose(suggestedName, null)), bytes);
      if (result.status === 'saved') await remember(files.pathOf(result.file.fileId));
      return result;
    },
    chooseFolder: places.chooseFolder,
    listRecents: () => files.listRecents(),
    forgetRecent: ({ fileId }) => files.forget(fileId).then(() => null),
    writeBackup: (args) => backups.write(args),
    listBackups: () => backups.list(),
    readBackup: ({ backupId }) => backups.read(backupId),
    startExport,
    cancelExport: ({ jobId }) => jobs.cancel(jobId).then(() => null),
    async printToPdf({ suggestedName, landscape }) {
      const path = await places.choose(suggestedName, null);
      return saveBytes(path, path === null ? new Uint8Array() : await platform.printPage(landscape));
    },
    openFile: ({ fileId }) => openExported(platform, files.pathOf(fileId)).then(() => null),
    showInFolder: ({ fileId }) => platform.showInFolder(files.pathOf(fileId)).then(() => null),
    answerClose({ decision }) {
      platform.answerClose(decision);
      return Promise.resolve(null);
    },
    log: ({ level, message }) => log(level, message).then(() => null),
  };
  return {
    api,
    emit: hub.emit,
    openFromOutside: (path) => hub.emit({ type: 'openFile', file: files.grant(path) }),
    pathOf: files.pathOf,
    close: jobs.cancelAll,
  };
}

/** What exports write; a program or script that lies where a file was chosen is never started. */
const OPENABLE = new Set(['.xlsx', '.csv', '.zip', '.geojson', '.kml', '.pptx', '.pdf', '.png', '.svg']);

async function openExported(platform: HostPlatform, path: string): Promise<void> {
  if (OPENABLE.has(extname(path).toLowerCase())) return await platform.openFile(path);
  throw new HostError(
    'not-allowed',
    'Evenland opens only files that it exports. Open this one from its folder.',
  );
}

function currentUserName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that no account has.
    return '';
  }
}
