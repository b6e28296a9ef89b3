import { readPlanFile } from '../../shared/io/project/planFile';
import { buildWorkbook } from '../../shared/io/export/buildWorkbook';
import type { WorkbookModel } from '../../shared/io/export/workbook';
import type { ExporterInput, ExporterRegistry } from '../../shared/bridge/exporter';
import { writeXlsx } from './writeXlsx';

/** What the host can write, by kind. */
export const exporters: ExporterRegistry = {
  xlsx: async (input, report) => {
    report(0, 'Reading the plan');
    await writeXlsx(input.path, workbookOf(input), report);
  },
};

/** The plan comes as its own file's bytes: one format to trust, and nothing is kept twice. */
function workbookOf({ source, options }: ExporterInput): WorkbookModel {
  if (source.from !== 'planFile') throw new Error('An Excel workbook is made from a plan.');
  const document = readPlanFile(source.bytes);
  const scenarioId = options['scenarioId'];
  return buildWorkbook(document, {
    scenarioId: typeof scenarioId === 'string' ? scenarioId : document.scenarios[0]!.id,
    madeOn: new Date().toISOString().slice(0, 10),
    withoutPay: options['withoutPay'] === true,
  });
}
