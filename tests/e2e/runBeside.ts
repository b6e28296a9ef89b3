import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';

/**
 * The second half of `npm test`: the browser tests, which wait much, and in what they leave idle all that reads the
 * source (`npm run check:source`). Nothing of that has a limit of time, so it can wait; the unit tests, which have,
 * came before. Both run to their end, and either one that fails makes the whole fail.
 */
const root = join(import.meta.dirname, '..', '..');
const isWindows = process.platform === 'win32';

function start(script: string, isAside: boolean): ChildProcess {
  return spawn('npm', ['run', script], {
    cwd: root,
    stdio: ['ignore', isAside ? 'pipe' : 'inherit', isAside ? 'pipe' : 'inherit'],
    shell: isWindows,
    // In a session of its own, as the browsers are: Linux weighs sessions first, and processes within each.
    detached: isAside && !isWindows,
  });
}

/** Lets a process, and what it starts, have what others leave. */
function giveWay(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
    if (process.platform === 'linux') writeFileSync(`/proc/${pid}/autogroup`, '19');
  } catch {
    // Not every system lets it, nor does every kernel group by session: it then takes its share like others.
  }
}

/** Passes a signal on to a process that has not ended, and to its session where it has one of its own. */
function passOn(signal: NodeJS.Signals, child: ChildProcess, hasSession: boolean): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (hasSession) process.kill(-child.pid, signal);
  else child.kill(signal);
}

function ended(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

const check = start('check:source', true);
if (check.pid !== undefined) giveWay(check.pid);
const said: Buffer[] = [];
for (const stream of [check.stdout, check.stderr]) stream?.on('data', (part: Buffer) => said.push(part));
const journey = start('e2e', false);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    passOn(signal, check, !isWindows);
    passOn(signal, journey, false);
    process.exit(1);
  });
}
const checked = ended(check).then((isGood) => {
  process.stdout.write(Buffer.concat(said));
  return isGood;
});
const [isCheckGood, isJourneyGood] = await Promise.all([checked, ended(journey)]);
// What came first may be far above.
if (!isCheckGood) console.error('npm run check:source FAILED: what it says stands among the lines above.');
if (!isJourneyGood) console.error('npm run e2e FAILED.');
process.exitCode = isCheckGood && isJourneyGood ? 0 : 1;
