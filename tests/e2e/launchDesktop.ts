import type { Page } from '@playwright/test';
import { _electron } from '@playwright/test';
import type * as Electron from 'electron';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { rootArguments } from '../../electron/loopback/browserArguments';
import { createElectronDouble } from './electronDouble/electronDouble';

/** The desktop app as a test holds it, whichever of the two carries it. */
export interface DesktopRun {
  carrier: 'Electron' | 'test double';
  page: Page;
  /** Where this run keeps its data. */
  folder: string;
  /** Runs a function beside the app's main bundle. It must need nothing but its arguments. */
  inMain<R, A>(run: (electron: typeof Electron, argument: A) => R | Promise<R>, argument: A): Promise<R>;
  /** The window that opens next. */
  nextWindow(): Promise<Page>;
  end(): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..');
const require = createRequire(import.meta.url);

/** Electron's program, where this machine has it; nothing is downloaded for a test. */
export function electronProgram(): string | null {
  const folder = dirname(require.resolve('electron/package.json'));
  const note = join(folder, 'path.txt');
  const path = existsSync(note) ? join(folder, 'dist', readFileSync(note, 'utf8')) : null;
  return path !== null && existsSync(path) ? path : null;
}

/** Starts the built desktop app: in Electron where it is, else on the test double. */
export async function launchDesktop(): Promise<DesktopRun> {
  const folder = mkdtempSync(join(tmpdir(), 'evenland-desktop-'));
  const program = electronProgram();
  const run = program === null ? await launchOnDouble(folder) : await launchElectron(program, folder);
  return {
    ...run,
    folder,
    async end() {
      await run.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function launchElectron(program: string, folder: string): Promise<Omit<DesktopRun, 'folder'>> {
  const app = await _electron.launch({
    executablePath: program,
    args: [root, ...rootArguments()],
    env: { ...(process.env as Record<string, string>), EVENLAND_DATA: folder },
  });
  return {
    carrier: 'Electron',
    page: await app.firstWindow(),
    inMain: (run, argument) => app.evaluate(run as never, argument as never),
    nextWindow: () => app.waitForEvent('window'),
    end: () => app.close(),
  };
}

async function launchOnDouble(folder: string): Promise<Omit<DesktopRun, 'folder'>> {
  process.env.EVENLAND_DATA = folder;
  const double = createElectronDouble(root, true);
  const main = join(root, 'out', 'desktop', 'main.cjs');
  const electronModule = require.resolve('electron');
  require.cache[electronModule] = { exports: double.electron } as NodeJS.Module;
  delete require.cache[main];
  require(main);
  const electron = double.electron as unknown as typeof Electron;
  const shownWindow = async (index: number): Promise<Page> => {
    while (double.windows[index]?.page?.url().startsWith('http') !== true) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const page = double.windows[index].page;
    await page.waitForLoadState();
    return page;
  };
  return {
    carrier: 'test double',
    page: await shownWindow(0),
    inMain: async (run, argument) => run(electron, argument),
    nextWindow: () => shownWindow(double.windows.length),
    end: async () => {
      await double.end();
      delete require.cache[electronModule];
    },
  };
}
