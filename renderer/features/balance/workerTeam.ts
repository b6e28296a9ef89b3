import { CommandError } from '../../../shared/plan/commandError';
import type { TeamTask } from '../../workers/balanceContract';
import type { BalanceSettings } from './balanceStore';
import type { BalanceTask } from './balanceTask';
import { changedTask, placedTask, type KnownChange, type TeamAsk } from './teamTask';

/**
 * What the worker is told of a team that changes, or of bases in cities; null = neither.
 * @throws CommandError when nobody can go
 */
export function workerTeam(
  { made, scenario, isNew }: BalanceTask,
  ask: TeamAsk | null,
  { newBases, leastPopulation }: BalanceSettings,
): TeamTask | null {
  if (!ask) return isNew && newBases === 'cities' ? { kind: 'bases', leastPopulation } : null;
  if (ask.kind === 'add') {
    return { kind: 'resize', removed: [], addedCount: ask.count, leastPopulation };
  }
  const { territoryIndices, problem } = made;
  if (territoryIndices.length < 2) {
    throw new CommandError('There is one territory only, so nobody is left to take its accounts over.');
  }
  if (ask.territoryId === null) return { kind: 'gentlest', open: problem.movableTerritories };
  const goes = territoryIndices.findIndex((index) => scenario.territories[index]!.id === ask.territoryId);
  if (goes < 0) throw new CommandError('That territory is no longer in the scenario. Choose another one.');
  return { kind: 'resize', removed: [goes], addedCount: 0, leastPopulation };
}

/** While the worker runs, all that is known of the team is who goes. */
type KnownTeam = Pick<KnownChange, 'removed'> & Partial<Pick<KnownChange, 'bases' | 'assignment'>>;

/** The task that a plan of the worker is for. */
export function taskOfTeam(
  task: BalanceTask,
  ask: TeamAsk | null,
  { removed, bases = [], assignment = null }: KnownTeam,
): BalanceTask {
  if (!ask) return bases.length > 0 ? placedTask(task, bases) : task;
  const addedCount = ask.kind === 'add' ? ask.count : 0;
  return changedTask(task, { removed, addedCount, bases, assignment });
}
