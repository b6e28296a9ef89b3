import type { PlanDocument } from '../model/planDocument';
import { planSettingsSchema } from '../model/settings';
import { simulationSetupSchema, type SimulationSetup } from '../model/simulationSetup';
import { applyDiff } from './applyDiff';
import type { PlanCommand } from './command';
import { CommandError } from './commandError';
import { editAccountCell, importAccounts, placeAccount, removeAccounts } from './commands/accountCommands';
import { applyAssignment, assignAccounts, setLocks } from './commands/assignCommands';
import { runCleaningEdit } from './commands/cleaningCommands';
import { runPayEdit } from './commands/payCommands';
import {
  addScenario,
  duplicateScenario,
  putCompPlan,
  putReps,
  removeCompPlan,
  removeRep,
  removeScenario,
} from './commands/recordCommands';
import { runTerritoryEdit } from './commands/runTerritoryEdit';
import { addTerritories, removeTerritory, updateTerritory } from './commands/territoryCommands';
import { requireScenario } from './lookup';
import type { PlanChange, PlanDiff, PlanField } from './planDiff';

/**
 * What a command does to a plan, as a diff; empty when it changes nothing. Pure.
 * @throws CommandError with a message for the user when the command can't be run
 */
export function runCommand(document: PlanDocument, command: PlanCommand): PlanDiff {
  switch (command.kind) {
    case 'assignAccounts':
      return assignAccounts(document, command);
    case 'applyAssignment':
      return applyAssignment(document, command);
    case 'setLocks':
      return setLocks(document, command);
    case 'addTerritories':
      return addTerritories(document, command);
    case 'updateTerritory':
      return updateTerritory(document, command);
    case 'removeTerritory':
      return removeTerritory(document, command);
    case 'updateScenario':
      return updateScenario(document, command);
    case 'addScenario':
      return addScenario(document, command);
    case 'duplicateScenario':
      return duplicateScenario(document, command);
    case 'removeScenario':
      return removeScenario(document, command);
    case 'importAccounts':
      return importAccounts(document, command);
    case 'editAccountCell':
      return editAccountCell(document, command);
    case 'placeAccount':
      return placeAccount(document, command);
    case 'removeAccounts':
      return removeAccounts(document, command);
    case 'putRep':
      return putReps(document, [command.rep]);
    case 'putReps':
      return putReps(document, command.reps, command.label);
    case 'removeRep':
      return removeRep(document, command);
    case 'putCompPlan':
      return putCompPlan(document, command.compPlan, command.label);
    case 'removeCompPlan':
      return removeCompPlan(document, command);
    case 'setQuotaSettings':
      return planFields(document, 'change quota settings', { quotaSettings: command.quotaSettings });
    case 'setSimulation':
      return setSimulation(document, command.simulation);
    case 'updateSettings':
      return planFields(document, 'change plan settings', {
        settings: planSettingsSchema.parse({ ...document.settings, ...command.settings }),
      });
    case 'renamePlan':
      if (command.name.trim() === '') throw new CommandError('A plan needs a name.');
      return planFields(document, `rename the plan to ${command.name}`, { name: command.name });
    case 'mergeAccounts':
    case 'replaceTexts':
      return runCleaningEdit(document, command);
    case 'putPayResults':
    case 'removePayResults':
    case 'putPayAdjustment':
    case 'removePayAdjustment':
    case 'setRoles':
    case 'setReferenceFigures':
      return runPayEdit(document, command);
    case 'batch':
      return runBatch(document, command);
    default:
      return runTerritoryEdit(document, command);
  }
}

function updateScenario(
  document: PlanDocument,
  command: Extract<PlanCommand, { kind: 'updateScenario' }>,
): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  const before = Object.fromEntries(
    Object.keys(command.fields).map((field) => [field, scenario[field as keyof typeof command.fields]]),
  );
  const { name } = command.fields;
  return {
    label: name === undefined ? `change scenario ${scenario.name}` : `rename scenario to ${name}`,
    changes: [{ kind: 'scenarioFields', scenarioId: scenario.id, before, after: command.fields }],
  };
}

type PlanFields = Partial<Pick<PlanDocument, PlanField>>;

function planFields(document: PlanDocument, label: string, after: PlanFields): PlanDiff {
  const before = Object.fromEntries(
    Object.keys(after).map((field) => [field, document[field as keyof PlanFields]]),
  );
  return { label, changes: [{ kind: 'planFields', before, after }] };
}

/** Each command sees the plan as the ones before it left it; all of them are one step of undo. */
function runBatch(document: PlanDocument, command: Extract<PlanCommand, { kind: 'batch' }>): PlanDiff {
  const changes: PlanChange[] = [];
  let current = document;
  for (const step of command.commands) {
    const diff = runCommand(current, step);
    changes.push(...diff.changes);
    current = applyDiff(current, diff);
  }
  return { label: command.label, changes };
}

function setSimulation(document: PlanDocument, wanted: SimulationSetup): PlanDiff {
  const simulation = simulationSetupSchema.safeParse(wanted);
  if (!simulation.success) {
    throw new CommandError(
      'A simulated year needs whole runs and seed, spreads of 0 or more and a table of at least one row.',
    );
  }
  return planFields(document, 'change the simulated year', { simulation: simulation.data });
}
