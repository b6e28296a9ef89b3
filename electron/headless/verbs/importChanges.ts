import { basename } from 'node:path';
import { isExportedWorkbook, workbookProposal } from '../../../shared/io/export/back/workbookProposal';
import { readFile } from '../../../shared/io/import/readFile';
import { applyDiff } from '../../../shared/plan/applyDiff';
import { runCommand } from '../../../shared/plan/runCommand';
import type { VerbArguments } from '../commandLine';
import { requireOption, UsageError, WorkError } from '../commandLine';
import { readBytes, readPlan, writePlan } from '../planFiles';

/** Takes what was edited in a workbook that Evenland wrote over into the plan it was made from. */
export async function takeChanges(path: string, out: string, args: VerbArguments) {
  const plan = await readPlan(requireOption(args, 'into'));
  const file = readFile(await readBytes(path), basename(path));
  if (!isExportedWorkbook(file)) {
    throw new WorkError(
      `${basename(path)} is no workbook that Evenland exported: import it without --changes.`,
    );
  }
  const refused = new Set(args.values['refuse'] ?? []);
  const { scenarioName, command, changes, problems } = workbookProposal(plan, file, refused);
  for (const key of refused) {
    if (changes.some((change) => change.key === key)) continue;
    throw new UsageError(
      `Nothing is changed in "${key}". Changed: ${changes.map((each) => each.key).join(', ')}.`,
    );
  }
  await writePlan(out, command ? applyDiff(plan, runCommand(plan, command)) : plan);
  const taken = changes.filter(({ key }) => !refused.has(key));
  return {
    json: {
      scenario: scenarioName,
      changes: changes.map(({ key, ...change }) => ({ ...change, taken: !refused.has(key) })),
      problems,
    },
    text: [
      ...taken.map(({ key, what, before, after }) => `${key}: ${what}, ${before} → ${after}`),
      ...problems.map(({ sheet, cell, reason }) => `${sheet}!${cell} was not taken: ${reason}`),
      `${taken.length} of ${changes.length} changes taken into ${scenarioName}`,
    ].join('\n'),
  };
}
