import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppInfo } from '../../shared/bridge/contract';
import { HostError } from '../../shared/bridge/contract';
import type { HostPlatform } from '../host/hostPlatform';

/**
 * The loopback server's way of asking and showing. Files to open come from the browser's own dialog and never
 * through here; files to save are laid into an outbox, from where the browser downloads them.
 * @param outbox emptied at start and end
 */
export function loopbackPlatform(outbox: string, appVersion: string): HostPlatform {
  const unsupported = () =>
    Promise.reject(new HostError('unsupported', 'In a browser, the browser itself does this.'));
  return {
    appInfo: loopbackInfo(appVersion),
    chooseFilesToOpen: unsupported,
    async chooseSavePath(suggestedName) {
      const folder = join(outbox, randomUUID());
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return join(folder, suggestedName);
    },
    chooseFolder: unsupported,
    printPage: unsupported,
    showInFolder: unsupported,
    openFile: unsupported,
    answerClose: () => undefined,
  };
}

export async function emptyOutbox(outbox: string): Promise<void> {
  await rm(outbox, { recursive: true, force: true }).catch(() => undefined);
}

function loopbackInfo(appVersion: string): AppInfo {
  const { platform } = process;
  return {
    host: 'browser',
    appVersion,
    versions: { node: process.versions.node },
    platform: platform === 'darwin' || platform === 'win32' || platform === 'linux' ? platform : 'other',
    canOverwriteFiles: false,
    canShowInFolder: false,
    canPrintToPdf: false,
  };
}
