import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/**
 * A profile that recalculates every formula of a workbook when it is opened. Without it LibreOffice keeps the
 * values that a file brings along, and a check of them proves nothing.
 */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
`;
/** Long, since .ci/run gives it only what the tests leave idle. */
const MAX_SECONDS = 1800;
const run = promisify(execFile);

export function hasLibreOffice(): boolean {
  return spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Recalculates workbooks, saves them again, and gives the paths of what it saved, in the order given. */
export type Recalculate = (paths: readonly string[]) => Promise<string[]>;

/**
 * LibreOffice without a window, twice: each takes what it is given in turn, on a profile of its own, while the caller
 * writes the next workbooks.
 * @param folder for the profiles and the recalculated files
 * @returns rejects when LibreOffice fails, with what it said
 */
export function startRecalculation(folder: string): Recalculate {
  const out = join(folder, 'recalculated');
  const lanes = ['profile-1', 'profile-2'].map((name) => ({
    profile: makeProfile(join(folder, name)),
    bytes: 0,
    last: Promise.resolve(),
  }));
  return async (paths) => {
    const lane = lanes.reduce((least, each) => (each.bytes < least.bytes ? each : least));
    for (const path of paths) lane.bytes += statSync(path).size;
    lane.last = lane.last.then(() => convert(lane.profile, out, paths));
    await lane.last;
    return paths.map((path) => join(out, basename(path)));
  };
}

function makeProfile(folder: string): string {
  mkdirSync(join(folder, 'user'), { recursive: true });
  writeFileSync(join(folder, 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE);
  return pathToFileURL(folder).href;
}

/** Opens workbooks, recalculates all of them and saves them again. */
async function convert(profile: string, out: string, paths: readonly string[]): Promise<void> {
  const to = ['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', out];
  try {
    await run('soffice', ['--headless', `-env:UserInstallation=${profile}`, ...to, ...paths], {
      timeout: MAX_SECONDS * 1000,
    });
  } catch (error) {
    throw new Error('LibreOffice could not recalculate the workbooks.', { cause: error });
  }
}
