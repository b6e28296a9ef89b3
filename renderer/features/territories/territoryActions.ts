import type { Neighbours } from '../../../shared/geo/adjacency';
import { colorDistances } from '../../../shared/geo/colorDistance';
import { colorGraph } from '../../../shared/geo/colorGraph';
import type { Scenario } from '../../../shared/model/scenario';
import type { Territory } from '../../../shared/model/territory';
import type { PlanCommand } from '../../../shared/plan/command';
import { countOfAccounts } from '../../../shared/plan/claimChange';
import { newTerritories } from '../../../shared/plan/newTerritories';
import { TERRITORY_COLORS } from '../../palette/territoryColors';
import { openDialog } from '../../state/dialogStore';
import { dispatchInRole } from '../../state/activeRole';
import { NO_ROWS, selectRows, selectTerritory } from '../../state/viewStore';
import { dropMove } from './moveActions';

const DISTANCES = colorDistances(TERRITORY_COLORS.map((color) => color.light.fill));

/**
 * Asks for a name and adds a territory beside the selected one; accounts that are selected go to it.
 * @param neighbours which territories touch, so that the new one's colour stands out from those round it
 */
export function addTerritory(
  scenario: Scenario,
  neighbours: Neighbours,
  beside: Territory | null,
  rows: Int32Array,
  assignment: Int32Array,
): void {
  askForName(scenario, rows, (name) => {
    const added = addCommand(scenario, neighbours, beside, rows, assignment, name);
    dropMove(false);
    if (!dispatchInRole(added.command).ok) return;
    selectTerritory(added.territoryId);
    selectRows(NO_ROWS);
  });
}

/** Asks what a new territory is called. */
export function askForName(scenario: Scenario, rows: Int32Array, onAccept: (name: string) => void): void {
  const initial = newTerritories(scenario, [{}])[0]!.name;
  openDialog({
    kind: 'name',
    title: rows.length > 0 ? `Add territory for ${countOfAccounts(rows.length)}` : 'Add territory',
    label: 'Name',
    initial,
    isSuggestion: true,
    action: 'Add',
    onAccept,
  });
}

/** The command that adds a territory and gives it rows. */
export function addCommand(
  scenario: Scenario,
  neighbours: Neighbours,
  beside: Territory | null,
  rows: Int32Array,
  assignment: Int32Array,
  name: string,
): { readonly command: PlanCommand; readonly territoryId: string } {
  const givers = new Set(Array.from(rows, (row) => assignment[row]!).filter((code) => code >= 0));
  const territory: Territory = {
    ...newTerritories(scenario, [
      { id: crypto.randomUUID(), name, parentId: parentFor(scenario, beside) },
    ])[0]!,
    colorIndex: colorOfNew(scenario, neighbours, [...givers]),
  };
  const add: PlanCommand = { kind: 'addTerritories', scenarioId: scenario.id, territories: [territory] };
  if (rows.length === 0) return { command: add, territoryId: territory.id };
  const move: PlanCommand = {
    kind: 'assignAccounts',
    scenarioId: scenario.id,
    rows,
    target: { territoryId: territory.id },
  };
  const label = `add territory ${name} with ${countOfAccounts(rows.length)}`;
  return { command: { kind: 'batch', label, commands: [add, move] }, territoryId: territory.id };
}

/** The node that a new territory hangs under: the same as the one beside it, or that node itself. */
function parentFor(scenario: Scenario, beside: Territory | null): string | null {
  if (!beside) return null;
  if (beside.level === scenario.levels.length - 1) return beside.parentId;
  return beside.level === scenario.levels.length - 2 ? beside.id : null;
}

/** All colours there are stay; the new one's parts from those it takes accounts from and their neighbours. */
function colorOfNew(scenario: Scenario, neighbours: Neighbours, givers: readonly number[]): number {
  return colorsOfNew(scenario, neighbours, givers, 1)[0]!;
}

/**
 * Colours of some new territories that lie together: they part from each other, from those they take accounts
 * from, and from the neighbours of these. All colours there are stay.
 */
export function colorsOfNew(
  scenario: Scenario,
  neighbours: Neighbours,
  givers: readonly number[],
  newCount: number,
): number[] {
  const count = scenario.territories.length;
  const known = scenario.territories.map((territory) => territory.colorIndex);
  const own = [...new Set([...givers, ...givers.flatMap((giver) => neighbours[giver] ?? [])])];
  const added = Array.from({ length: newCount }, (_, at) => count + at);
  const graph = Array.from({ length: count + newCount }, (_, k) => {
    if (k >= count) return [...own, ...added.filter((other) => other !== k)];
    return [...(neighbours[k] ?? []), ...(own.includes(k) ? added : [])];
  });
  // Nodes above the lowest level have no colour: any fixed one does, they touch nobody.
  const fixed = [...known.map((color) => color ?? 0), ...added.map(() => null)];
  return colorGraph(graph, DISTANCES, fixed).slice(count);
}

/** The command that gives every territory of the alignment in work a new colour, so that neighbours part for every eye. */
export function recolourCommand(scenario: Scenario, neighbours: Neighbours): PlanCommand {
  const fixed = scenario.territories.map((territory) =>
    territory.colorIndex === null || territory.isRemoved || territory.role !== undefined ? 0 : null,
  );
  const graph = scenario.territories.map((_, k) => neighbours[k] ?? []);
  const colors = colorGraph(graph, DISTANCES, fixed);
  const commands = scenario.territories.flatMap((territory, k): PlanCommand[] =>
    fixed[k] === null && territory.colorIndex !== colors[k]
      ? [
          {
            kind: 'updateTerritory',
            scenarioId: scenario.id,
            territoryId: territory.id,
            fields: { colorIndex: colors[k]! },
          },
        ]
      : [],
  );
  return { kind: 'batch', label: 'recolour territories', commands };
}
