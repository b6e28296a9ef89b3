import { stat } from 'node:fs/promises';
import { buildWorkbook } from '../../../shared/io/export/buildWorkbook';
import { writeXlsx } from '../../export/writeXlsx';
import { moveIntoPlace, temporaryPathFor } from '../../host/writeFileAtomic';
import type { Verb } from '../commandLine';
import { optionOf, requirePositional, UsageError } from '../commandLine';
import { chooseScenario, readPlan } from '../planFiles';

export const exportVerb: Verb = {
  usage: 'export PLAN [--scenario S] [--without-pay] --xlsx FILE [--json]',
  summary: 'writes the Excel workbook with live formulas',
  options: ['scenario', 'xlsx'],
  flags: ['without-pay'],
  async run(args) {
    const document = await readPlan(requirePositional(args, 0, 'PLAN'));
    const scenario = chooseScenario(document, optionOf(args, 'scenario'));
    const xlsx = optionOf(args, 'xlsx');
    if (xlsx === null) throw new UsageError('Say what to write: --xlsx FILE.');
    const workbook = buildWorkbook(document, {
      scenarioId: scenario.id,
      madeOn: new Date().toISOString().slice(0, 10),
      withoutPay: args.flags.has('without-pay'),
    });
    const partPath = temporaryPathFor(xlsx);
    await writeXlsx(partPath, workbook, () => undefined);
    await moveIntoPlace(partPath, xlsx);
    const { size } = await stat(xlsx);
    return { json: { files: [{ path: xlsx, bytes: size }] }, text: `${xlsx}: ${size} bytes` };
  },
};
