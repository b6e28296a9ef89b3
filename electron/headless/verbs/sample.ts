import { fileURLToPath } from 'node:url';
import type { Verb } from '../commandLine';
import { requireOption } from '../commandLine';
import { readPlan, writePlan } from '../planFiles';
import { describePlan } from './info';

export const sampleVerb: Verb = {
  usage: 'sample --out PLAN [--json]',
  summary: 'writes the sample plan',
  options: ['out'],
  flags: [],
  async run(args, world) {
    const out = requireOption(args, 'out');
    const document = await readPlan(fileURLToPath(new URL('plans/sample.evenland', world.assetsFolder)));
    await writePlan(out, document);
    return describePlan(document);
  },
};
