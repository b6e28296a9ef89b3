import { causeCode } from '../../model/alignment';
import type { PlanDocument } from '../../model/planDocument';
import type { Scenario } from '../../model/scenario';
import { assignmentChange, countOfAccounts } from '../claimChange';
import type { PlanCommand } from '../command';
import { CommandError } from '../commandError';
import { requireAlignment, requireScenario, requireTerritoryIndex } from '../lookup';
import type { PlanChange, PlanDiff } from '../planDiff';
import { receiversOf, shareByBalance, shareToNearest } from '../shareOut';
import { splitAlongAxis, splitByBalance } from '../splitBlocks';
import { moveBlocks, territoryBlocks } from '../territoryBlocks';
import { moveUnitClaims } from '../unitClaimChange';

type CommandOf<Kind extends PlanCommand['kind']> = Extract<PlanCommand, { kind: Kind }>;

/** Same edit, same cut. */
const SPLIT_SEED = 1;

/** Cuts a territory in parts of equal measure; units go with those who follow them, families stay whole. */
export function splitTerritory(document: PlanDocument, command: CommandOf<'splitTerritory'>): PlanDiff {
  const { scenario, alignment, index, territory } = lookUp(document, command);
  const known = new Set(scenario.territories.map(({ id }) => id));
  for (const { id } of command.parts) {
    if (known.has(id)) throw new CommandError(`There is already a territory with id ${id}.`);
    known.add(id);
  }
  const partCount = command.parts.length + 1;
  const blocks = territoryBlocks(document, scenario, alignment, index, command.measureId, command.unitPlaces);
  const movable = blocks.filter((block) => !block.isLocked).length;
  if (command.parts.length === 0 || blocks.length < partCount || movable < command.parts.length) {
    const many = partCount === 2 ? 'two' : String(partCount);
    throw new CommandError(
      `${territory.name} can't be split in ${many}: it needs as many accounts or units, and only one part may be locked.`,
    );
  }
  const partOf =
    command.by === 'axis' ? splitAlongAxis(blocks, partCount) : splitByBalance(blocks, partCount, SPLIT_SEED);
  // The line was drawn round the whole.
  const { boundary: _, ...whole } = territory;
  const parts = command.parts.map((part) => ({ ...whole, ...part, base: null }));
  const receivers = parts.map(({ id }, at) => ({ index: scenario.territories.length + at, id }));
  const names = parts.map(({ name }) => name).join(', ');
  return {
    label: `split ${territory.name} into ${territory.name} and ${names}`,
    changes: [
      ...parts.map((after, at): PlanChange => ({
        kind: 'territory',
        scenarioId: scenario.id,
        index: scenario.territories.length + at,
        before: null,
        after,
      })),
      ...moveBlocks(
        scenario,
        alignment,
        territory.id,
        blocks,
        (at) => receivers[partOf[at]! - 1] ?? null,
        causeCode('hand'),
      ),
    ],
  };
}

/** Everything of one territory goes to another; locked accounts come along and stay locked. */
export function mergeTerritories(document: PlanDocument, command: CommandOf<'mergeTerritories'>): PlanDiff {
  const { scenario, alignment, index, territory } = lookUp(document, {
    scenarioId: command.scenarioId,
    territoryId: command.fromId,
  });
  const intoIndex = requireTerritoryIndex(scenario, command.intoId);
  const into = scenario.territories[intoIndex]!;
  if (intoIndex === index) throw new CommandError(`${into.name} can't be merged with itself.`);
  if (into.level !== territory.level || into.role !== territory.role) {
    throw new CommandError(
      `${territory.name} and ${into.name} are not on the same level, or not of one role.`,
    );
  }
  const rows: number[] = [];
  alignment.claims.forEach((claim, row) => claim === index && rows.push(row));
  const changes: PlanChange[] = [
    ...moveUnitClaims(scenario, alignment, territory.id, () => into.id),
    ...retargetRules(scenario, territory.id, into.id),
    removal(scenario, index),
  ];
  if (rows.length > 0) {
    const causeOf = (row: number) => alignment.causes[row]!;
    changes.unshift(assignmentChange(scenario, alignment, Int32Array.from(rows), () => intoIndex, causeOf));
  }
  return { label: `merge ${territory.name} into ${into.name}`, changes };
}

/** Rules that led to a territory that goes lead to the one that takes over. */
function retargetRules(scenario: Scenario, fromId: string, intoId: string): PlanChange[] {
  const rules = scenario.rules?.map((rule) =>
    'territoryId' in rule.target && rule.target.territoryId === fromId
      ? { ...rule, target: { territoryId: intoId } }
      : rule,
  );
  if (!rules?.some((rule, at) => rule !== scenario.rules![at])) return [];
  const before = { rules: scenario.rules };
  return [{ kind: 'scenarioFields', scenarioId: scenario.id, before, after: { rules } }];
}

/** Each account and unit goes to the nearest territory with room in the corridor, and the territory goes. */
export function dissolveTerritory(document: PlanDocument, command: CommandOf<'dissolveTerritory'>): PlanDiff {
  const { scenario, alignment, index, territory } = lookUp(document, command);
  const blocks = freeBlocks(document, command, `dissolve ${territory.name}`);
  const receivers = receiversOf(document, scenario, index, command.measureId, command.receiverIds);
  const chosen = shareToNearest(blocks, receivers, scenario.corridorShare);
  return {
    label: `dissolve ${territory.name} into its neighbours`,
    changes: [
      ...moveBlocks(
        scenario,
        alignment,
        territory.id,
        blocks,
        (at) => receivers[chosen[at]!]!,
        causeCode('hand'),
      ),
      removal(scenario, index),
    ],
  };
}

/** The accounts of one who leaves, shared out among others: even by the measure, and near. */
export function handOver(document: PlanDocument, command: CommandOf<'handOver'>): PlanDiff {
  const { scenario, alignment, index, territory } = lookUp(document, command);
  const blocks = territoryBlocks(document, scenario, alignment, index, command.measureId);
  const movable = blocks.filter((block) => !block.isLocked);
  if (movable.length === 0) {
    throw new CommandError(`${territory.name} has no accounts to hand over, or all of them are locked.`);
  }
  const receivers = receiversOf(document, scenario, index, command.measureId, command.receiverIds);
  const chosen = shareByBalance(movable, receivers, command.toleranceShare, command.seed);
  const count = movable.reduce((sum, block) => sum + block.rows.length, 0);
  return {
    label: `hand ${countOfAccounts(count)} of ${territory.name} to those around`,
    changes: moveBlocks(
      scenario,
      alignment,
      territory.id,
      movable,
      (at) => receivers[chosen[at]!]!,
      causeCode('solver'),
    ),
  };
}

function freeBlocks(
  document: PlanDocument,
  command: CommandOf<'dissolveTerritory'>,
  what: string,
): ReturnType<typeof territoryBlocks> {
  const { scenario, alignment, index } = lookUp(document, command);
  const blocks = territoryBlocks(document, scenario, alignment, index, command.measureId, command.unitPlaces);
  const locked = blocks.reduce((sum, block) => sum + block.lockedCount, 0);
  if (locked > 0) {
    throw new CommandError(
      `Can't ${what}: ${countOfAccounts(locked)} in it must not move. Unlock them first, or merge it into one other territory.`,
    );
  }
  return blocks;
}

function removal(scenario: Scenario, index: number): PlanChange {
  const before = scenario.territories[index]!;
  return {
    kind: 'territory',
    scenarioId: scenario.id,
    index,
    before,
    after: { ...before, isRemoved: true },
  };
}

function lookUp(
  document: PlanDocument,
  command: { readonly scenarioId: string; readonly territoryId: string },
) {
  const scenario = requireScenario(document, command.scenarioId);
  const index = requireTerritoryIndex(scenario, command.territoryId);
  const territory = scenario.territories[index]!;
  if (territory.level !== scenario.levels.length - 1) {
    throw new CommandError(`${territory.name} holds territories, not accounts. Choose one below it.`);
  }
  return { scenario, index, territory, alignment: requireAlignment(scenario, territory.role) };
}
