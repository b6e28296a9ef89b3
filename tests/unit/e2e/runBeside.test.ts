import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../electron/temporaryFolder';

const script = join(import.meta.dirname, '..', '..', 'e2e', 'runBeside.ts');

/** Runs on until a signal comes. */
const UNTIL_STOPPED = 'while :; do sleep 0.1; done';

/** The second half of npm test, with another npm: what its two scripts do is given, each as a line of shell. */
async function runWith(check: string, journey: string) {
  const folder = await temporaryFolder();
  const npm = join(folder, 'npm');
  const lines = [
    '#!/bin/sh',
    `cd '${folder}'`,
    `trap 'echo yes > "$2.stopped"; exit 1' INT TERM HUP`,
    'echo $$ > "$2.pid"',
    `if [ "$2" = e2e ]; then ${journey}; else ${check}; fi`,
  ];
  await writeFile(npm, lines.join('\n'));
  await chmod(npm, 0o755);
  const run = spawn(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, PATH: `${folder}:${process.env.PATH}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (part) => said.push(String(part)));
  const ended = once(run, 'close').then(([code]) => ({ code: code as number | null, said: said.join('') }));
  const told = async (name: string): Promise<string> => {
    const text = await readFile(join(folder, name), 'utf8');
    expect(text).toMatch(/\n$/);
    return text;
  };
  return { run, ended, told };
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe.skipIf(process.platform === 'win32')('the second half of npm test', () => {
  it.each([
    ['echo types hold', 'exit 0', 0, []],
    ['echo a type is wrong; exit 2', 'exit 0', 1, ['a type is wrong', 'check:source FAILED']],
    ['exit 0', 'exit 3', 1, ['e2e FAILED']],
  ])(
    'of which the source says "%s" and the browser "%s" ends with %i',
    async (check, journey, code, words) => {
      const end = await (await runWith(check, journey)).ended;
      expect(end.code).toBe(code);
      for (const each of words) expect(end.said).toContain(each);
      if (code === 0) expect(end.said).not.toContain('FAILED');
    },
  );

  it.each([
    ['exit 0', 'SIGINT'],
    [UNTIL_STOPPED, 'SIGTERM'],
    [UNTIL_STOPPED, 'SIGHUP'],
  ] as const)('leaves nothing running where the source says "%s" and %s comes', async (check, signal) => {
    const { run, ended, told } = await runWith(check, UNTIL_STOPPED);
    const [checking] = await vi.waitFor(
      () => Promise.all([told('check:source.pid'), told('e2e.pid')]),
      60_000,
    );
    if (check === 'exit 0') await vi.waitFor(() => expect(isAlive(Number(checking))).toBe(false), 60_000);
    run.kill(signal);
    expect(await ended).toEqual({ code: 1, said: '' });
    await vi.waitFor(() => told('e2e.stopped'), 60_000);
    if (check !== 'exit 0') await vi.waitFor(() => told('check:source.stopped'), 60_000);
  });
});
