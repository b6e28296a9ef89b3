import type { CompPlan } from '../../model/compPlan';
import type { PlanDocument } from '../../model/planDocument';
import type { Rep } from '../../model/rep';
import type { PlanCommand } from '../command';
import { CommandError } from '../commandError';
import { requireScenario } from '../lookup';
import type { PlanDiff, RecordChange } from '../planDiff';

type CommandOf<Kind extends PlanCommand['kind']> = Extract<PlanCommand, { kind: Kind }>;

export function putReps(
  document: PlanDocument,
  reps: readonly Rep[],
  label = `change ${reps.length === 1 ? reps[0]!.name : `${reps.length} reps`}`,
): PlanDiff {
  let added = 0;
  const changes = reps.map((rep): RecordChange => {
    const index = document.reps.findIndex((known) => known.id === rep.id);
    const before = document.reps[index] ?? null;
    return {
      kind: 'record',
      collection: 'reps',
      index: before ? index : document.reps.length + added++,
      before,
      after: rep,
    };
  });
  return { label, changes };
}

export function removeRep(document: PlanDocument, command: CommandOf<'removeRep'>): PlanDiff {
  const index = document.reps.findIndex((rep) => rep.id === command.repId);
  const before = document.reps[index];
  if (!before) throw new CommandError('That rep is no longer in the plan.');
  return {
    label: `remove rep ${before.name}`,
    changes: [{ kind: 'record', collection: 'reps', index, before, after: null }],
  };
}

export function putCompPlan(document: PlanDocument, compPlan: CompPlan, label?: string): PlanDiff {
  const index = document.compPlans.findIndex((known) => known.id === compPlan.id);
  const before = document.compPlans[index] ?? null;
  const verb = before ? 'change' : 'add';
  return {
    label: label ?? `${verb} comp plan ${compPlan.name}`,
    changes: [
      {
        kind: 'record',
        collection: 'compPlans',
        index: before ? index : document.compPlans.length,
        before,
        after: compPlan,
      },
    ],
  };
}

/** Reps who were on the plan are left without one, in the same step. */
export function removeCompPlan(document: PlanDocument, command: CommandOf<'removeCompPlan'>): PlanDiff {
  const index = document.compPlans.findIndex((compPlan) => compPlan.id === command.compPlanId);
  const before = document.compPlans[index];
  if (!before) throw new CommandError('That comp plan is no longer in the plan.');
  const freed = document.reps
    .filter((rep) => rep.compPlanId === before.id)
    .map((rep) => ({ ...rep, compPlanId: null }));
  return {
    label: `remove comp plan ${before.name}`,
    changes: [
      ...putReps(document, freed).changes,
      { kind: 'record', collection: 'compPlans', index, before, after: null },
    ],
  };
}

export function addScenario(document: PlanDocument, command: CommandOf<'addScenario'>): PlanDiff {
  const { scenario } = command;
  if (document.scenarios.some((known) => known.id === scenario.id)) {
    throw new CommandError(`There is already a scenario with id ${scenario.id}.`);
  }
  return {
    label: `add scenario ${scenario.name}`,
    changes: [
      {
        kind: 'record',
        collection: 'scenarios',
        index: document.scenarios.length,
        before: null,
        after: scenario,
      },
    ],
  };
}

export function duplicateScenario(document: PlanDocument, command: CommandOf<'duplicateScenario'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  const copy = { ...scenario, id: command.newId, name: command.name };
  return { ...addScenario(document, { kind: 'addScenario', scenario: copy }) };
}

export function removeScenario(document: PlanDocument, command: CommandOf<'removeScenario'>): PlanDiff {
  const before = requireScenario(document, command.scenarioId);
  if (document.scenarios.length === 1) {
    throw new CommandError('A plan needs one scenario. Add another one before removing this one.');
  }
  const index = document.scenarios.indexOf(before);
  return {
    label: `remove scenario ${before.name}`,
    changes: [{ kind: 'record', collection: 'scenarios', index, before, after: null }],
  };
}
