import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportKind } from '../../../shared/bridge/contract';
import { buildWorkbook } from '../../../shared/io/export/buildWorkbook';
import { orgFromTexts, type SalesforceOrg } from '../../../shared/io/export/crm/salesforceOrg';
import { exportContext, type ExportContext } from '../../../shared/io/export/exportContext';
import { FOLDER_KINDS, planExport } from '../../export/planExports';
import { writeXlsx } from '../../export/writeXlsx';
import { writeFilesAtomic } from '../../host/writeFileAtomic';
import type { CommandLineWorld, Verb, VerbArguments } from '../commandLine';
import { optionOf, requirePositional, UsageError } from '../commandLine';
import { chooseScenario, readBytes, readPlan } from '../planFiles';

/** In the order of cli.md. */
const KINDS: readonly ExportKind[] = [
  'xlsx',
  'csv',
  'geojson',
  'kml',
  'salesforce',
  'hubspot',
  'dynamics',
  'parquet',
  'pptx',
];

export const exportVerb: Verb = {
  usage:
    'export PLAN [--scenario S] [--without-pay] --xlsx F | --csv DIR | --geojson F | --kml F | --salesforce DIR ' +
    '[--org-territories F] [--org-associations F] | --hubspot F | --dynamics F | --parquet DIR | --pptx F [--json]',
  summary:
    'writes the Excel workbook and the files for CRM, map, slides and warehouse; several at once allowed',
  options: ['scenario', 'org-territories', 'org-associations', ...KINDS],
  flags: ['without-pay'],
  async run(args, world) {
    const wanted = KINDS.flatMap((kind) => {
      const path = optionOf(args, kind);
      return path === null ? [] : [{ kind, path }];
    });
    if (wanted.length === 0) throw new UsageError('Say what to write, e.g. --xlsx FILE or --csv FOLDER.');
    const document = await readPlan(requirePositional(args, 0, 'PLAN'));
    const scenario = chooseScenario(document, optionOf(args, 'scenario'));
    const madeOn = new Date().toISOString().slice(0, 10);
    const context = exportContext(document, scenario.id, madeOn, args.flags.has('without-pay'));
    const org = await readOrg(args);
    const paths: string[] = [];
    for (const { kind, path } of wanted) {
      if (kind === 'xlsx') paths.push(await writeWorkbook(path, context));
      else paths.push(...(await writeFiles(kind, path, context, world, org)));
    }
    const files = await Promise.all(paths.map(async (path) => ({ path, bytes: (await stat(path)).size })));
    return { json: { files }, text: files.map(({ path, bytes }) => `${path}: ${bytes} bytes`).join('\n') };
  },
};

async function writeWorkbook(path: string, context: ExportContext): Promise<string> {
  const { document, scenario, madeOn, withoutPay } = context;
  const workbook = buildWorkbook(document, { scenarioId: scenario.id, madeOn, withoutPay });
  await writeFilesAtomic([{ path, write: (partPath) => writeXlsx(partPath, workbook, () => undefined) }]);
  return path;
}

async function writeFiles(
  kind: Exclude<ExportKind, 'xlsx'>,
  path: string,
  context: ExportContext,
  { assetsFolder }: CommandLineWorld,
  org: SalesforceOrg,
): Promise<string[]> {
  const made = await planExport(kind, context, { assetsFolder, org });
  const places = made.map(({ name, bytes }) => ({
    path: FOLDER_KINDS.has(kind) ? join(path, name) : path,
    write: (partPath: string) => writeFile(partPath, bytes, { flush: true }),
  }));
  await writeFilesAtomic(places);
  return places.map((place) => place.path);
}

/** What the Salesforce org holds today, from its own exports. */
async function readOrg(args: VerbArguments): Promise<SalesforceOrg> {
  const textOf = async (name: string): Promise<string | null> => {
    const path = optionOf(args, name);
    return path === null ? null : new TextDecoder().decode(await readBytes(path));
  };
  return orgFromTexts({
    territories: await textOf('org-territories'),
    associations: await textOf('org-associations'),
  });
}
