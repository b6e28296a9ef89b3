import { zipSync } from 'fflate';
import { writeFile } from 'node:fs/promises';
import { exportKinds } from '../../shared/bridge/contract';
import type { Exporter, ExporterInput, ExporterRegistry } from '../../shared/bridge/exporter';
import type { PlanDocument } from '../../shared/model/planDocument';
import { buildWorkbook, type WorkbookOptions } from '../../shared/io/export/buildWorkbook';
import { orgFromTexts } from '../../shared/io/export/crm/salesforceOrg';
import { exportContext } from '../../shared/io/export/exportContext';
import { readPlanFile } from '../../shared/io/project/planFile';
import { FOLDER_KINDS, planExport, type PlanExportKind } from './planExports';
import { writeXlsx } from './writeXlsx';

/**
 * What the host can write, by kind.
 * @param assetsFolder where `data/map` lies, for the kinds that draw land
 */
export function createExporters(assetsFolder: URL): ExporterRegistry {
  const files = exportKinds
    .filter((kind) => kind !== 'xlsx')
    .map((kind): [PlanExportKind, Exporter] => [kind, fileExporter(kind, assetsFolder)]);
  return { xlsx: writeWorkbook, ...(Object.fromEntries(files) as Record<PlanExportKind, Exporter>) };
}

/** The simulated year's part of a workbook's work: little beside 100,000 accounts, most of it beside a few. */
const SIMULATED_SHARE = 0.3;

const writeWorkbook: Exporter = async (input, report) => {
  report(0, 'Reading the plan');
  const document = documentOf(input);
  const onSimulated = (doneShare: number) => report(SIMULATED_SHARE * doneShare, 'Simulating the year');
  const workbook = buildWorkbook(document, { ...workbookOptions(input, document), onSimulated });
  await writeXlsx(input.path, workbook, (doneShare, step) =>
    report(SIMULATED_SHARE + (1 - SIMULATED_SHARE) * doneShare, step),
  );
};

/** One file as it is; a set of them as one zip, since a job writes one file. */
function fileExporter(kind: PlanExportKind, assetsFolder: URL): Exporter {
  return async (input, report) => {
    report(0, 'Reading the plan');
    const document = documentOf(input);
    const { scenarioId, madeOn, withoutPay } = workbookOptions(input, document);
    const context = exportContext(document, scenarioId, madeOn, withoutPay);
    const org = orgFromTexts({
      territories: textOption(input, 'orgTerritories'),
      associations: textOption(input, 'orgAssociations'),
    });
    report(0.3, 'Making the files');
    const made = await planExport(kind, context, { assetsFolder, org });
    report(0.9, 'Writing');
    const zipped = () => zipSync(Object.fromEntries(made.map(({ name, bytes }) => [name, bytes])));
    await writeFile(input.path, FOLDER_KINDS.has(kind) ? zipped() : made[0]!.bytes);
  };
}

/** The plan comes as its own file's bytes: one format to trust, and nothing is kept twice. */
function documentOf({ source }: ExporterInput): PlanDocument {
  if (source.from !== 'planFile') throw new Error('An export is made from a plan.');
  return readPlanFile(source.bytes);
}

function workbookOptions(input: ExporterInput, document: PlanDocument): WorkbookOptions {
  const [oldId, newId] = [textOption(input, 'oldPlan'), textOption(input, 'newPlan')];
  return {
    scenarioId: textOption(input, 'scenarioId') ?? document.scenarios[0]!.id,
    madeOn: new Date().toISOString().slice(0, 10),
    withoutPay: input.options['withoutPay'] === true,
    // Names of the sheets wanted, a line each; none given = all of them.
    sheets: textOption(input, 'sheets')?.split('\n'),
    comparedPlans: oldId !== null && newId !== null ? [{ oldId, newId }] : undefined,
  };
}

function textOption({ options }: ExporterInput, name: string): string | null {
  const value = options[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
