import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

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
const MAX_SECONDS = 900;

export function hasLibreOffice(): boolean {
  return spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0;
}

/**
 * Opens workbooks in LibreOffice without a window, recalculates all of them and saves them again.
 * @param folder for the profile and the recalculated files
 * @returns paths of the recalculated files, in the order given
 * @throws Error when LibreOffice fails, with what it said
 */
export function recalculate(paths: readonly string[], folder: string): string[] {
  const profile = join(folder, 'profile');
  mkdirSync(join(profile, 'user'), { recursive: true });
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE);
  const out = join(folder, 'recalculated');
  const { status, stderr, stdout } = spawnSync(
    'soffice',
    [
      '--headless',
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      out,
      ...paths,
    ],
    { encoding: 'utf8', timeout: MAX_SECONDS * 1000 },
  );
  if (status !== 0) throw new Error(`LibreOffice could not recalculate the workbooks: ${stderr || stdout}`);
  return paths.map((path) => join(out, basename(path)));
}
