import { emptyAlignment } from '../../model/alignment';
import type { PlanException } from '../../model/exception';
import type { PlanDocument } from '../../model/planDocument';
import type { AssignmentRule } from '../../model/rule';
import type { Scenario } from '../../model/scenario';
import type { Territory } from '../../model/territory';
import type { PlanCommand } from '../command';
import { CommandError } from '../commandError';
import { requireScenario } from '../lookup';
import type { PlanChange, PlanDiff } from '../planDiff';
import { addTerritories } from './territoryCommands';

type CommandOf<Kind extends PlanCommand['kind']> = Extract<PlanCommand, { kind: Kind }>;

/** A second alignment over the same accounts, with territories of its own; nobody is assigned yet. */
export function addOverlay(document: PlanDocument, command: CommandOf<'addOverlay'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  const role = freeRole(scenario, command.role);
  const territories = command.territories.map((territory) => ({ ...territory, role }));
  const added = addTerritories(document, {
    kind: 'addTerritories',
    scenarioId: scenario.id,
    territories,
  });
  return {
    label: `add overlay ${role}`,
    changes: [
      {
        kind: 'alignment',
        scenarioId: scenario.id,
        index: scenario.alignments.length,
        before: null,
        after: emptyAlignment(role, document.accounts.rowCount),
      },
      ...added.changes,
    ],
  };
}

export function renameOverlay(document: PlanDocument, command: CommandOf<'renameOverlay'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  const index = requireOverlay(scenario, command.role);
  const before = scenario.alignments[index]!;
  const role = freeRole(scenario, command.newRole);
  return {
    label: `rename overlay ${before.role} to ${role}`,
    changes: [
      { kind: 'alignment', scenarioId: scenario.id, index, before, after: { ...before, role } },
      ...territoriesOf(scenario, before.role, (territory) => ({ ...territory, role })),
      ...rulesAndExceptions(scenario, (item) => (item.role === before.role ? [{ ...item, role }] : [item])),
    ],
  };
}

/** The overlay goes with its territories, rules and exceptions. */
export function removeOverlay(document: PlanDocument, command: CommandOf<'removeOverlay'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  const index = requireOverlay(scenario, command.role);
  const before = scenario.alignments[index]!;
  return {
    label: `remove overlay ${before.role}`,
    changes: [
      ...territoriesOf(scenario, before.role, (territory) => ({ ...territory, isRemoved: true })),
      ...rulesAndExceptions(scenario, (item) => (item.role === before.role ? [] : [item])),
      { kind: 'alignment', scenarioId: scenario.id, index, before, after: null },
    ],
  };
}

function requireOverlay(scenario: Scenario, role: string): number {
  const index = scenario.alignments.findIndex((alignment) => alignment.role === role);
  if (index < 0) throw new CommandError(`Scenario ${scenario.name} has no overlay ${role} any more.`);
  if (index === 0) throw new CommandError('The primary alignment is no overlay; it stays.');
  return index;
}

function freeRole(scenario: Scenario, wanted: string): string {
  const role = wanted.trim();
  if (role === '') throw new CommandError('An overlay needs a name, for example SE.');
  const lower = role.toLowerCase();
  if (scenario.alignments.some((alignment) => alignment.role.toLowerCase() === lower)) {
    throw new CommandError(`There is already a role ${role}. Choose another name.`);
  }
  return role;
}

type OfRole = AssignmentRule | PlanException;

/** The change of what the scenario's rules and exceptions become; none where all of them stay. */
function rulesAndExceptions(
  { id, rules, exceptions }: Scenario,
  edit: <Item extends OfRole>(item: Item) => Item[],
): PlanChange[] {
  const before = { rules, exceptions };
  const after = { rules: rules?.flatMap(edit), exceptions: exceptions?.flatMap(edit) };
  const isSame = (one: readonly OfRole[] = [], other: readonly OfRole[] = []) =>
    one.length === other.length && one.every((item, at) => item === other[at]);
  if (isSame(rules, after.rules) && isSame(exceptions, after.exceptions)) return [];
  const kept = <Item>(items: Item[] | undefined) => (items && items.length > 0 ? items : undefined);
  return [
    {
      kind: 'scenarioFields',
      scenarioId: id,
      before,
      after: { rules: kept(after.rules), exceptions: kept(after.exceptions) },
    },
  ];
}

function territoriesOf(
  scenario: Scenario,
  role: string,
  edit: (territory: Territory) => Territory,
): PlanChange[] {
  return scenario.territories.flatMap((before, index): PlanChange[] =>
    before.role === role
      ? [{ kind: 'territory', scenarioId: scenario.id, index, before, after: edit(before) }]
      : [],
  );
}
