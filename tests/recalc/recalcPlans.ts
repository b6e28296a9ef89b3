import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommandLine } from '../../electron/headless/main';
import { readPlanFile } from '../../shared/io/project/planFile';
import type { PlanDocument } from '../../shared/model/planDocument';
import { quotaSettingsSchema } from '../../shared/model/quotaSettings';
import { repSchema } from '../../shared/model/rep';
import { lookAlikeHospitals } from '../e2e/lookAlikeHospitals';

const ROOT = join(import.meta.dirname, '../..');
const HOSPITALS = join(ROOT, '../shared/data/accounts/hifld_hospitals_beds.csv');

export function samplePlan(): PlanDocument {
  return readPlanFile(new Uint8Array(readFileSync(join(ROOT, 'assets/plans/sample.evenland'))));
}

/**
 * The hospital list imported and balanced by beds into twelve territories, by the command line itself, with a rep
 * for each on the sample's comp plans in turn.
 * @param folder for the files on the way
 * @param say hears when a look-alike list stands in for the real one
 */
export async function hospitalPlan(folder: string, say: (words: string) => void): Promise<PlanDocument> {
  let list = HOSPITALS;
  if (!existsSync(list)) {
    list = join(folder, 'hospitals.csv');
    writeFileSync(list, lookAlikeHospitals());
    say('The hospital list is not beside the project: a generated look-alike stands in for it.');
  }
  const imported = join(folder, 'imported.evenland');
  const balanced = join(folder, 'balanced.evenland');
  await evenland('import', list, '--out', imported);
  await evenland(
    ...['balance', imported, '--measure', 'BEDS', '--tolerance', '10', '--territories', '12'],
    ...['--out', balanced],
  );
  return withReps(readPlanFile(new Uint8Array(readFileSync(balanced))));
}

async function evenland(...argv: string[]): Promise<void> {
  const said: string[] = [];
  const code = await runCommandLine(argv, {
    out: () => undefined,
    err: (text) => said.push(text),
    assetsFolder: pathToFileURL(join(ROOT, 'assets/')),
  });
  if (code !== 0) throw new Error(`evenland ${argv[0]} failed: ${said.join('')}`);
}

function withReps(plan: PlanDocument): PlanDocument {
  const [scenario] = plan.scenarios;
  const { compPlans } = samplePlan();
  const territories = scenario!.territories.filter(
    (territory) => !territory.isRemoved && territory.level === scenario!.levels.length - 1,
  );
  return {
    ...plan,
    compPlans,
    reps: territories.map((territory, at) =>
      repSchema.parse({
        id: `rep-${at + 1}`,
        name: `Rep ${at + 1}`,
        role: at % 3 === 0 ? 'AM' : 'AE',
        territoryId: territory.id,
        compPlanId: compPlans[at % compPlans.length]!.id,
        baseSalaryCents: 8_000_000 + at * 12_345,
        targetIncentiveCents: 6_000_000 + at * 54_321,
        historyCents: 90_000_000 + at * 1_111_111,
        capacityRatio: at === 4 ? 0.5 : 1,
        // Three who are there for a part of the year: one ramping up, one leaving, one away.
        startDate: at === 1 ? `${plan.settings.fiscalYear}-03-15` : null,
        rampRatios: at === 1 ? [0.25, 0.5, 0.75] : [],
        endDate: at === 2 ? `${plan.settings.fiscalYear}-08-20` : null,
        leaves:
          at === 3
            ? [{ from: `${plan.settings.fiscalYear}-04-10`, to: `${plan.settings.fiscalYear}-05-31` }]
            : [],
      }),
    ),
    quotaSettings: quotaSettingsSchema.parse({
      targetCents: 1_234_567_890,
      weights: { potential: 0.5, history: 0.3, pipeline: 0.25, even: 0.2 },
      pipelineMeasure: plan.accounts.measures.at(-1)?.id ?? null,
      roundingStepCents: 100_000,
    }),
    scenarios: [{ ...scenario!, attainment: { kind: 'uniform', attainmentRatio: 1.137 } }],
  };
}
