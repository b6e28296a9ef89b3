import type { Alignment } from '../../model/alignment';
import { causeCode, UNASSIGNED } from '../../model/alignment';
import type { PlanDocument } from '../../model/planDocument';
import type { Scenario } from '../../model/scenario';
import type { PlanCommand } from '../command';
import { CommandError } from '../commandError';
import { requireAlignment, requireScenario, requireTerritoryIndex } from '../lookup';
import type { PlanChange, PlanDiff, TerritoryChange } from '../planDiff';
import { moveUnitClaims } from '../unitClaimChange';

type CommandOf<Kind extends PlanCommand['kind']> = Extract<PlanCommand, { kind: Kind }>;

export function addTerritories(document: PlanDocument, command: CommandOf<'addTerritories'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  const known = new Set(scenario.territories.map((territory) => territory.id));
  const changes = command.territories.map((territory, offset): TerritoryChange => {
    if (known.has(territory.id))
      throw new CommandError(`There is already a territory with id ${territory.id}.`);
    known.add(territory.id);
    return {
      kind: 'territory',
      scenarioId: scenario.id,
      index: scenario.territories.length + offset,
      before: null,
      after: territory,
    };
  });
  const [only] = command.territories;
  const label =
    command.territories.length === 1 && only
      ? `add territory ${only.name}`
      : `add ${command.territories.length} territories`;
  return { label, changes };
}

export function updateTerritory(document: PlanDocument, command: CommandOf<'updateTerritory'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  const index = requireTerritoryIndex(scenario, command.territoryId);
  const before = scenario.territories[index]!;
  const after = { ...before, ...command.fields };
  if (after.name.trim() === '') throw new CommandError('A territory needs a name.');
  const label =
    before.name === after.name ? `change territory ${before.name}` : `rename ${before.name} to ${after.name}`;
  return { label, changes: [{ kind: 'territory', scenarioId: scenario.id, index, before, after }] };
}

export function removeTerritory(document: PlanDocument, command: CommandOf<'removeTerritory'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  const index = requireTerritoryIndex(scenario, command.territoryId);
  const territory = scenario.territories[index]!;
  const alignment = requireAlignment(scenario, territory.role);
  const changes: PlanChange[] = [
    ...moveUnitClaims(scenario, alignment, territory.id, () => null),
    ...releaseAccounts(scenario, alignment, index),
  ];
  scenario.territories.forEach((child, childIndex) => {
    if (child.parentId !== territory.id || child.isRemoved) return;
    const after = { ...child, parentId: territory.parentId };
    changes.push({ kind: 'territory', scenarioId: scenario.id, index: childIndex, before: child, after });
  });
  changes.push({
    kind: 'territory',
    scenarioId: scenario.id,
    index,
    before: territory,
    after: { ...territory, isRemoved: true },
  });
  return { label: `remove territory ${territory.name}`, changes };
}

/** Its accounts become unassigned and its locks go, since a lock to nobody would hold forever. */
function releaseAccounts(scenario: Scenario, alignment: Alignment, index: number): PlanChange[] {
  const rows: number[] = [];
  const lockedRows: number[] = [];
  alignment.claims.forEach((claim, row) => {
    if (claim !== index) return;
    rows.push(row);
    if (alignment.locks[row]) lockedRows.push(row);
  });
  const target = { scenarioId: scenario.id, role: alignment.role };
  const changes: PlanChange[] = [];
  if (lockedRows.length > 0) {
    changes.push({
      kind: 'locks',
      ...target,
      rows: Int32Array.from(lockedRows),
      before: new Uint8Array(lockedRows.length).fill(1),
      after: new Uint8Array(lockedRows.length),
    });
  }
  if (rows.length > 0) {
    changes.push({
      kind: 'assignment',
      ...target,
      rows: Int32Array.from(rows),
      before: new Int32Array(rows.length).fill(index),
      after: new Int32Array(rows.length).fill(UNASSIGNED),
      causesBefore: Uint8Array.from(rows, (row) => alignment.causes[row]!),
      causesAfter: new Uint8Array(rows.length).fill(causeCode('hand')),
      effectiveOn: null,
    });
  }
  return changes;
}
