import type { PlanDocument } from '../../model/planDocument';
import type { Scenario } from '../../model/scenario';
import type { Territory } from '../../model/territory';
import type { PlanCommand } from '../command';
import { CommandError } from '../commandError';
import { requireScenario, requireTerritoryIndex } from '../lookup';
import type { PlanChange, PlanDiff } from '../planDiff';

type CommandOf<Kind extends PlanCommand['kind']> = Extract<PlanCommand, { kind: Kind }>;

export function renameLevel(document: PlanDocument, command: CommandOf<'renameLevel'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  const before = requireLevel(scenario, command.level);
  const name = requireName(command.name);
  return {
    label: `rename level ${before} to ${name}`,
    changes: [levelsChange(scenario, scenario.levels.with(command.level, name))],
  };
}

/** A level above the one that holds accounts; what is there moves down and keeps its parents. */
export function addLevel(document: PlanDocument, command: CommandOf<'addLevel'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  const name = requireName(command.name);
  requireLevel(scenario, command.level);
  return {
    label: `add level ${name}`,
    changes: [
      levelsChange(scenario, scenario.levels.toSpliced(command.level, 0, name)),
      ...territoryChanges(scenario, (territory) =>
        territory.level >= command.level ? { ...territory, level: territory.level + 1 } : territory,
      ),
    ],
  };
}

/** A level with its nodes goes; their children move up to the node above. */
export function removeLevel(document: PlanDocument, command: CommandOf<'removeLevel'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  const { level } = command;
  const name = requireLevel(scenario, level);
  if (level === scenario.levels.length - 1) {
    throw new CommandError(`${name} is the level that holds accounts, and a plan needs it.`);
  }
  const parentOf = new Map(
    scenario.territories
      .filter((territory) => territory.level === level)
      .map((territory) => [territory.id, territory.parentId]),
  );
  return {
    label: `remove level ${name}`,
    changes: [
      ...territoryChanges(scenario, (territory) => {
        if (territory.level < level) return territory;
        if (territory.level === level) return { ...territory, isRemoved: true };
        const above = territory.parentId === null ? undefined : parentOf.get(territory.parentId);
        const parentId = above === undefined ? territory.parentId : above;
        return { ...territory, level: territory.level - 1, parentId };
      }),
      levelsChange(scenario, scenario.levels.toSpliced(level, 1)),
    ],
  };
}

/** Puts a territory, with all below it, under another node. */
export function moveTerritory(document: PlanDocument, command: CommandOf<'moveTerritory'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  const index = requireTerritoryIndex(scenario, command.territoryId);
  const before = scenario.territories[index]!;
  if (before.parentId === command.parentId) return { label: `move ${before.name}`, changes: [] };
  let where = 'the top';
  if (command.parentId !== null) {
    const parent = scenario.territories[requireTerritoryIndex(scenario, command.parentId)]!;
    if (parent.level >= before.level) {
      const [own, other] = [scenario.levels[before.level]!, scenario.levels[parent.level]!];
      throw new CommandError(
        `${before.name} is a ${own} and can't stand under ${parent.name}, a ${other}. Choose a level above.`,
      );
    }
    if (parent.role !== undefined && parent.role !== before.role) {
      throw new CommandError(`${parent.name} belongs to overlay ${parent.role}. Choose another place.`);
    }
    where = parent.name;
  }
  const after = { ...before, parentId: command.parentId };
  return {
    label: `move ${before.name} under ${where}`,
    changes: [{ kind: 'territory', scenarioId: scenario.id, index, before, after }],
  };
}

function requireLevel(scenario: Scenario, level: number): string {
  const name = scenario.levels[level];
  if (name === undefined) throw new CommandError(`Scenario ${scenario.name} has no such level any more.`);
  return name;
}

function requireName(name: string): string {
  if (name.trim() === '') throw new CommandError('A level needs a name.');
  return name.trim();
}

function levelsChange(scenario: Scenario, levels: string[]): PlanChange {
  return {
    kind: 'scenarioFields',
    scenarioId: scenario.id,
    before: { levels: scenario.levels },
    after: { levels },
  };
}

function territoryChanges(scenario: Scenario, edit: (territory: Territory) => Territory): PlanChange[] {
  return scenario.territories.flatMap((before, index): PlanChange[] => {
    const after = edit(before);
    return after === before ? [] : [{ kind: 'territory', scenarioId: scenario.id, index, before, after }];
  });
}
