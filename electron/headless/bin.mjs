#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isStale } from '../newestChange.mjs';

/** Runs the command line, and builds it first, silently, where a source of it is newer. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(root, 'out', 'headless', 'evenland.mjs');
const sources = ['shared', 'electron', 'assets', 'package.json', 'package-lock.json'].map((name) =>
  join(root, name),
);

function canBuild() {
  try {
    createRequire(import.meta.url).resolve('vite');
    return true;
  } catch {
    return false;
  }
}

if (isStale(built, sources) && canBuild()) {
  const command = ['--import', 'tsx', join(root, 'electron', 'build.ts'), 'headless'];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  if (status !== 0) {
    const reason = stderr.split('\n').find((line) => /error/i.test(line)) ?? 'no reason was given';
    process.stderr.write(`The command line could not be built: ${reason.trim()}\n`);
    process.exit(1);
  }
}
if (!existsSync(built)) {
  process.stderr.write('The command line is not built. Run "npm ci" in the folder of Evenland first.\n');
  process.exit(1);
}
await import(pathToFileURL(built).href);
