import { liveRowCount } from '../../../shared/model/accountTable';
import type { PlanDocument } from '../../../shared/model/planDocument';
import { PLAN_VERSION } from '../../../shared/model/planDocument';
import { effectiveAssignment } from '../../../shared/plan/effectiveAssignment';
import { assignableTerritories, primaryAlignment } from '../../../shared/plan/lookup';
import type { Verb, VerbResult } from '../commandLine';
import { requirePositional } from '../commandLine';
import { readPlan } from '../planFiles';

export const infoVerb: Verb = {
  usage: 'info PLAN [--json]',
  summary: 'what a plan holds',
  options: [],
  flags: [],
  async run(args) {
    return describePlan(await readPlan(requirePositional(args, 0, 'PLAN')));
  },
};

/** What a plan holds, as `info` and `sample` print it. */
export function describePlan(document: PlanDocument): VerbResult {
  const { accounts } = document;
  const scenarios = document.scenarios.map((scenario) => {
    const assignment = effectiveAssignment(accounts, scenario, primaryAlignment(scenario));
    const assigned = assignment.reduce((count, code) => count + (code >= 0 ? 1 : 0), 0);
    return {
      id: scenario.id,
      name: scenario.name,
      territories: assignableTerritories(scenario).length,
      assigned,
    };
  });
  const json = {
    version: PLAN_VERSION,
    name: document.name,
    accounts: liveRowCount(accounts),
    measures: accounts.measures.map((measure) => measure.name),
    scenarios,
    reps: document.reps.length,
    plans: document.compPlans.length,
  };
  const text = [
    `${json.name}: ${json.accounts} accounts, ${json.reps} reps, ${json.plans} comp plans`,
    `measures: ${json.measures.join(', ') || 'none'}`,
    ...scenarios.map(
      (scenario) =>
        `scenario ${scenario.name}: ${scenario.territories} territories, ${scenario.assigned} assigned`,
    ),
  ].join('\n');
  return { json, text };
}
