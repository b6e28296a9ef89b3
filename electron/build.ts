import { mkdirSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { InlineConfig } from 'vite';
import { build } from 'vite';
import { isStale } from './newestChange.mjs';

/** Parts of `out/` by name: what they are made of, and the file whose age tells theirs. */
const root = join(import.meta.dirname, '..');
const shared = ['shared', 'package.json', 'package-lock.json'];
const targets = {
  main: { entry: 'electron/desktop/main.ts', made: 'out/desktop/main.cjs', sources: ['electron', ...shared] },
  // A sandboxed preload script can't be a module.
  preload: {
    entry: 'electron/desktop/preload.ts',
    made: 'out/desktop/preload.cjs',
    sources: ['electron', ...shared],
  },
  exportWorker: {
    entry: 'electron/exportWorker.ts',
    made: 'out/host/exportWorker.cjs',
    sources: ['electron', ...shared],
  },
  headless: {
    entry: 'electron/headless/evenland.ts',
    made: 'out/headless/evenland.mjs',
    sources: ['electron', 'assets', ...shared],
  },
  renderer: { entry: null, made: 'out/renderer/index.html', sources: ['renderer', 'assets', ...shared] },
} as const;
export type BuildTarget = keyof typeof targets;
export const buildTargets = Object.keys(targets) as BuildTarget[];

/** Node bundles hold everything but Node and Electron themselves: what is packaged needs no node_modules. */
function nodeConfig(entry: string, folder: string, fileName: string): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['electron'], target: 'node' },
    build: {
      ssr: join(root, entry),
      target: 'node20',
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        external: ['electron'],
        output: {
          format: fileName.endsWith('.cjs') ? 'cjs' : 'es',
          entryFileNames: fileName,
          codeSplitting: false,
        },
      },
    },
  };
}

/**
 * Builds one part beside its place and then moves it there, so that a process that is using it, or a second
 * build at the same time, never meets half a file.
 */
async function buildTarget(name: BuildTarget): Promise<void> {
  const startedAt = new Date();
  const { entry, made } = targets[name];
  const folder = join(root, 'out', `.building-${name}-${process.pid}`);
  const place = join(root, made);
  if (entry === null) {
    const configFile = join(root, 'renderer', 'vite.config.ts');
    const output = { outDir: folder, emptyOutDir: true };
    await build({ root: join(root, 'renderer'), configFile, logLevel: 'error', build: output });
    rmSync(dirname(place), { recursive: true, force: true });
    renameSync(folder, dirname(place));
  } else {
    await build(nodeConfig(entry, folder, basename(made)));
    mkdirSync(dirname(place), { recursive: true });
    renameSync(join(folder, basename(made)), place);
    rmSync(folder, { recursive: true });
  }
  // A source saved while the build ran must count as newer.
  utimesSync(place, startedAt, startedAt);
}

/** Builds the parts named, or those among them that are older than their sources. */
export async function buildParts(names: readonly BuildTarget[], onlyStale: boolean): Promise<void> {
  for (const name of names) {
    const { made, sources } = targets[name];
    const paths = sources.map((source) => join(root, source));
    if (!onlyStale || isStale(join(root, made), paths)) await buildTarget(name);
  }
}

if (process.argv[1] === import.meta.filename) {
  const asked = process.argv.slice(2).filter((name): name is BuildTarget => name in targets);
  await buildParts(asked.length === 0 ? buildTargets : asked, false);
}
