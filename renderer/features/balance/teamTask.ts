import { oldOfChange, resizedProblem } from '../../../shared/balance/resizeTeam';
import type { Scenario } from '../../../shared/model/scenario';
import type { Territory } from '../../../shared/model/territory';
import { applyDiff } from '../../../shared/plan/applyDiff';
import type { PlanCommand } from '../../../shared/plan/command';
import { newTerritories } from '../../../shared/plan/newTerritories';
import { runCommand } from '../../../shared/plan/runCommand';
import type { CityBase } from '../../workers/balanceContract';
import type { BalanceTask } from './balanceTask';

/** People who come or go, as the planner asks for it. */
export type TeamAsk =
  | { readonly kind: 'add'; readonly count: number }
  /** Null = who is missed least. */
  | { readonly kind: 'lose'; readonly territoryId: string | null };

/** Who comes and who goes, as scenario territory indices of the changed scenario. */
export interface TeamEffect {
  readonly added: readonly number[];
  readonly removed: readonly number[];
}

/** A change of the team, as far as it is known. */
export interface KnownChange {
  /** Territories of the task's problem that go. */
  readonly removed: readonly number[];
  readonly addedCount: number;
  /** By territory of the changed problem; none where the run was stopped before they were found. */
  readonly bases: readonly (CityBase | null)[];
  /** Territory of each unit of the changed problem; null = not known yet. */
  readonly assignment: Int32Array | null;
}

/**
 * The task of the changed team: its edits add and remove territories before the accounts change hands.
 * @param task made for the scenario as it is
 */
export function changedTask(task: BalanceTask, change: KnownChange): BalanceTask {
  const { made, scenario, units } = task;
  const added = Array.from({ length: change.addedCount }, () => null);
  const teamChange = { removed: change.removed, added };
  const oldOf = oldOfChange(made.territoryIndices.length, teamChange);
  const stay = oldOf.length - change.addedCount;
  const problem = resizedProblem(made.problem, teamChange);
  const names = namesOf(scenario);
  const fresh = newTerritories(
    scenario,
    added.map((_, at) => ({
      capacity: problem.territories.capacity[stay + at]!,
      parentId: change.assignment ? parentFor(task, change.assignment, stay + at) : null,
    })),
  ).map((territory, at) => withCity(territory, change.bases[stay + at] ?? null, names));
  const scenarioId = scenario.id;
  const preparing: PlanCommand[] = change.removed.map((territory) => ({
    kind: 'removeTerritory',
    scenarioId,
    territoryId: scenario.territories[made.territoryIndices[territory]!]!.id,
  }));
  if (fresh.length > 0) preparing.unshift({ kind: 'addTerritories', scenarioId, territories: fresh });
  const document = preparing.reduce(
    (plan, command) => applyDiff(plan, runCommand(plan, command)),
    task.document,
  );
  const first = scenario.territories.length;
  return {
    ...task,
    preparing,
    document,
    scenario: document.scenarios.find(({ id }) => id === scenarioId)!,
    made: {
      ...made,
      problem,
      territoryIndices: Array.from(oldOf, (old, j) =>
        old >= 0 ? made.territoryIndices[old]! : first + j - stay,
      ),
    },
    units: units && { ...units, problem: resizedProblem(units.problem, teamChange) },
    effect: {
      added: fresh.map((_, at) => first + at),
      removed: change.removed.map((territory) => made.territoryIndices[territory]!),
    },
  };
}

/** The task of new territories with the cities that were found for them: they get their names and bases. */
export function placedTask(task: BalanceTask, bases: readonly (CityBase | null)[]): BalanceTask {
  const names = new Set<string>();
  const cityOf = new Map<number, CityBase>();
  task.made.territoryIndices.forEach((index, j) => {
    const city = bases[j];
    if (city) cityOf.set(index, city);
  });
  task.scenario.territories.forEach(({ name }, index) => {
    if (!cityOf.has(index)) names.add(name.toLowerCase());
  });
  const territories = task.scenario.territories.map((territory, index) =>
    withCity(territory, cityOf.get(index) ?? null, names),
  );
  return withTerritories(task, territories);
}

/** The task with other fields of the territories that its edits bring. */
export function withTerritories(task: BalanceTask, territories: readonly Territory[]): BalanceTask {
  const byId = new Map(territories.map((territory) => [territory.id, territory]));
  const same = (list: readonly Territory[]) => list.map((each) => byId.get(each.id) ?? each);
  const preparing = task.preparing.map((command): PlanCommand => {
    if (command.kind === 'addTerritories') {
      return { ...command, territories: same(command.territories) };
    }
    if (command.kind !== 'addScenario') return command;
    return { ...command, scenario: { ...command.scenario, territories: same(command.scenario.territories) } };
  });
  return { ...task, preparing, scenario: { ...task.scenario, territories: [...territories] } };
}

/** A territory named after the city that its rep is to live in; a name that is taken gets the region to it. */
function withCity(territory: Territory, city: CityBase | null, names: Set<string>): Territory {
  if (!city) return territory;
  const full = city.region === '' ? city.name : `${city.name}, ${city.region}`;
  const name = [city.name, full].find((each) => !names.has(each.toLowerCase())) ?? territory.name;
  names.add(name.toLowerCase());
  return { ...territory, name, base: { name: full, lat: city.lat, lng: city.lng } };
}

function namesOf({ territories }: Scenario): Set<string> {
  return new Set(territories.filter(({ isRemoved }) => !isRemoved).map(({ name }) => name.toLowerCase()));
}

/** A new territory belongs where most of its accounts come from. */
function parentFor(
  { made, scenario }: BalanceTask,
  assignment: Int32Array,
  territory: number,
): string | null {
  const counts = new Map<string | null, number>();
  assignment.forEach((j, unit) => {
    const from = made.problem.current?.[unit] ?? -1;
    if (j !== territory || from < 0) return;
    const { parentId } = scenario.territories[made.territoryIndices[from]!]!;
    counts.set(parentId, (counts.get(parentId) ?? 0) + 1);
  });
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}
