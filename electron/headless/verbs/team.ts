import { basename } from 'node:path';
import { readRoster } from '../../../shared/io/import/readRoster';
import { applyDiff } from '../../../shared/plan/applyDiff';
import { runCommand } from '../../../shared/plan/runCommand';
import type { Verb } from '../commandLine';
import { requireOption, requirePositional, UsageError } from '../commandLine';
import { readBytes, readPlan, writePlan } from '../planFiles';

export const teamVerb: Verb = {
  usage: 'team import FILE --into PLAN --out PLAN2 [--json]',
  summary: 'reads a roster into a plan; reps are found again by id',
  options: ['into', 'out'],
  flags: [],
  async run(args) {
    const action = requirePositional(args, 0, 'import');
    if (action !== 'import') throw new UsageError(`team knows "import", not "${action}".`);
    const path = requirePositional(args, 1, 'FILE');
    const into = requireOption(args, 'into');
    const out = requireOption(args, 'out');
    const document = await readPlan(into);
    const { reps, problems } = readRoster(await readBytes(path), basename(path), {
      reps: document.reps,
      compPlans: document.compPlans,
      territories: document.scenarios[0]!.territories.filter(({ isRemoved }) => !isRemoved),
      dateOrder: document.settings.dateOrder,
    });
    const label = `import ${reps.length} reps from ${basename(path)}`;
    await writePlan(out, applyDiff(document, runCommand(document, { kind: 'putReps', reps, label })));
    const text = [
      `${reps.length} reps imported, ${problems.length} problems`,
      ...problems.map(({ message }) => message),
    ];
    return { json: { reps: reps.length, problems }, text: text.join('\n') };
  },
};
