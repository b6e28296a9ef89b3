import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupInfo, ChannelArguments } from '../../shared/bridge/contract';
import { HostError } from '../../shared/bridge/contract';
import { backupsToKeep } from './backupsToKeep';
import { hostErrorOf } from './hostErrorOf';
import { readBytes } from './readBytes';
import { writeFileAtomic } from './writeFileAtomic';

/** One folder a plan; a file's name carries its time and revision, `about.json` the plan's id and name. */
const BACKUP_FILE = /^(\d{13})-r(\d+)\.evenland$/;
const ABOUT_FILE = 'about.json';
const BACKUP_ID = /^([0-9a-f]{24})\/(\d{13}-r\d+\.evenland)$/;

export interface Backups {
  write(args: ChannelArguments<'writeBackup'>): Promise<BackupInfo>;
  list(): Promise<BackupInfo[]>;
  read(backupId: string): Promise<Uint8Array>;
}

/**
 * Copies of plans beside the renderer's own store, so that another browser, port or host finds them all.
 * @param folder created at the first write
 * @param now UTC milliseconds
 */
export function createBackups(folder: string, now: () => number): Backups {
  /** A plan's id may hold anything; a digest of it is a safe folder name on every system. */
  const folderOf = (planId: string) => createHash('sha256').update(planId).digest('hex').slice(0, 24);
  const queueByPlan = new Map<string, Promise<unknown>>();

  async function listPlan(planFolder: string): Promise<BackupInfo[]> {
    const path = join(folder, planFolder);
    const about = await readAbout(path);
    const names = await readdir(path).catch(() => [] as string[]);
    const found = names.flatMap((name) => {
      const match = BACKUP_FILE.exec(name);
      return match && about ? [{ name, savedAtMs: Number(match[1]), revision: Number(match[2]), about }] : [];
    });
    return Promise.all(
      found.map(async ({ name, savedAtMs, revision, about: { planId, planName } }) => ({
        backupId: `${planFolder}/${name}`,
        planId,
        planName,
        revision,
        savedAt: new Date(savedAtMs).toISOString(),
        sizeBytes: (await stat(join(path, name))).size,
      })),
    );
  }

  async function write(args: ChannelArguments<'writeBackup'>): Promise<BackupInfo> {
    const { planId, planName, revision, bytes } = args;
    const planFolder = folderOf(planId);
    const earlier = await listPlan(planFolder);
    // Two saves within one millisecond must not share a name.
    const newestMs = Math.max(0, ...earlier.map((backup) => Date.parse(backup.savedAt)));
    const savedAtMs = Math.max(now(), newestMs + 1);
    const name = `${String(savedAtMs).padStart(13, '0')}-r${revision}.evenland`;
    await mkdir(join(folder, planFolder), { recursive: true });
    const about = new TextEncoder().encode(JSON.stringify({ planId, planName }));
    await writeFileAtomic(join(folder, planFolder, ABOUT_FILE), about);
    await writeFileAtomic(join(folder, planFolder, name), bytes);
    const kept = backupsToKeep(
      [savedAtMs, ...earlier.map((backup) => Date.parse(backup.savedAt))],
      savedAtMs,
    );
    const dropped = earlier.filter((backup) => !kept.has(Date.parse(backup.savedAt)));
    await Promise.all(dropped.map((backup) => rm(join(folder, backup.backupId), { force: true })));
    return {
      backupId: `${planFolder}/${name}`,
      planId,
      planName,
      revision,
      savedAt: new Date(savedAtMs).toISOString(),
      sizeBytes: bytes.length,
    };
  }

  return {
    /** Writes of one plan queue up: two windows may save it at once, and rotation must see each whole. */
    write(args) {
      const before = queueByPlan.get(args.planId) ?? Promise.resolve();
      const mine = before
        .catch(() => undefined)
        .then(() => write(args))
        .catch((error: unknown) => {
          throw hostErrorOf(error, `The backup of "${args.planName}"`);
        });
      queueByPlan.set(args.planId, mine);
      return mine;
    },
    async list() {
      const plans = await readdir(folder).catch(() => [] as string[]);
      const all = (await Promise.all(plans.map(listPlan))).flat();
      return all.sort((a, b) => b.savedAt.localeCompare(a.savedAt));
    },
    async read(backupId) {
      if (!BACKUP_ID.test(backupId)) throw new HostError('not-found', 'There is no such backup.');
      return readBytes(join(folder, backupId)).catch((error: unknown) => {
        throw hostErrorOf(error, 'The backup');
      });
    },
  };
}

async function readAbout(path: string): Promise<{ planId: string; planName: string } | null> {
  try {
    const about = JSON.parse(await readFile(join(path, ABOUT_FILE), 'utf8')) as Record<string, unknown>;
    return typeof about.planId === 'string' && typeof about.planName === 'string'
      ? { planId: about.planId, planName: about.planName }
      : null;
  } catch {
    return null;
  }
}
