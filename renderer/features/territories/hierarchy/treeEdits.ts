import type { Scenario } from '../../../../shared/model/scenario';
import type { Territory } from '../../../../shared/model/territory';
import { dispatchInRole } from '../../../state/activeRole';
import { openDialog } from '../../../state/dialogStore';
import { planStore } from '../../../state/planStore';
import { selectTerritory } from '../../../state/viewStore';

/** Asks for another name. */
export function renameTerritory(scenario: Scenario, territory: Territory): void {
  const level = scenario.levels[territory.level] ?? 'territory';
  openDialog({
    kind: 'name',
    title: `Rename ${level.toLowerCase()}`,
    label: 'Name',
    initial: territory.name,
    action: 'Rename',
    onAccept: (name) =>
      planStore.dispatch({
        kind: 'updateTerritory',
        scenarioId: scenario.id,
        territoryId: territory.id,
        fields: { name },
      }),
  });
}

/** Asks for a name and adds a node above the lowest level, under the selected node where that is higher. */
export function addNode(scenario: Scenario, level: number, selected: Territory | null): void {
  const levelName = scenario.levels[level]!;
  openDialog({
    kind: 'name',
    title: `Add ${levelName.toLowerCase()}`,
    label: 'Name',
    initial: `New ${levelName.toLowerCase()}`,
    isSuggestion: true,
    action: 'Add',
    onAccept: (name) => {
      const node: Territory = {
        id: crypto.randomUUID(),
        name,
        level,
        parentId: ancestorAbove(scenario, selected, level)?.id ?? null,
        colorIndex: null,
        capacity: 1,
        base: null,
        isRemoved: false,
      };
      const result = dispatchInRole({
        kind: 'addTerritories',
        scenarioId: scenario.id,
        territories: [node],
      });
      if (result.ok) selectTerritory(node.id);
    },
  });
}

/** The first one from a territory upwards that stands above a level. */
function ancestorAbove(scenario: Scenario, from: Territory | null, level: number): Territory | null {
  let node = from;
  while (node && node.level >= level) {
    const { parentId }: Territory = node;
    node = scenario.territories.find(({ id, isRemoved }) => id === parentId && !isRemoved) ?? null;
  }
  return node;
}

/** Whether it is there, of the alignment in work, and on a level above. */
function isNodeAbove(node: Territory, territory: Territory): boolean {
  return !node.isRemoved && node.role === undefined && node.level < territory.level;
}

/** Whether a territory may stand under a node. */
export function mayStandUnder(territory: Territory, parent: Territory): boolean {
  return isNodeAbove(parent, territory) && parent.id !== territory.parentId;
}

/** Nodes that a territory may stand under, each with the names above it: "Central / Plains". */
export function parentsFor(
  scenario: Scenario,
  territory: Territory,
): { readonly parent: Territory; readonly path: string }[] {
  const byId = new Map(scenario.territories.map((each) => [each.id, each]));
  const pathOf = (node: Territory): string => {
    const above = node.parentId === null ? undefined : byId.get(node.parentId);
    return above && !above.isRemoved && above.level < node.level
      ? `${pathOf(above)} / ${node.name}`
      : node.name;
  };
  return scenario.territories
    .filter((node) => isNodeAbove(node, territory))
    .map((parent) => ({ parent, path: pathOf(parent) }))
    .sort((a, b) => a.path.localeCompare(b.path));
}
