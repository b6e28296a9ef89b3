import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

const FILE_LIMIT_BYTES = 1_000_000;

export type HostLog = (level: 'info' | 'warn' | 'error', message: string) => Promise<void>;

/**
 * Appends a line to the log; at 1 MB the file becomes `.1` and a new one begins. A log that can't be written
 * stops nothing else.
 * @param now UTC milliseconds
 */
export function createHostLog(path: string, now: () => number): HostLog {
  let last: Promise<void> = Promise.resolve();
  async function append(line: string) {
    await mkdir(dirname(path), { recursive: true });
    const sizeBytes = await stat(path).then(
      (found) => found.size,
      () => 0,
    );
    if (sizeBytes > FILE_LIMIT_BYTES) await rename(path, `${path}.1`);
    await appendFile(path, line);
  }
  return (level, message) => {
    const line = `${new Date(now()).toISOString()} ${level} ${message.replaceAll('\n', '\n  ')}\n`;
    last = last.then(() => append(line)).catch(() => undefined);
    return last;
  };
}
