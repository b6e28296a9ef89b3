import { proxy, wrap, type Remote } from 'comlink';
import type { TeamSizePoint } from '../../shared/balance/greenfield';
import type { BalanceProblem } from '../../shared/balance/problem';
import type { OnTeamSizes, TeamSizeEngine } from './teamSizeEngine';

let engine: Remote<TeamSizeEngine> | null = null;

/** Compares sizes of team in a worker of its own. A new run ends the one before; a stopped one has fewer points. */
export function startTeamSizes(
  problem: BalanceProblem,
  sizes: readonly number[],
  onProgress: OnTeamSizes,
): { readonly end: Promise<readonly TeamSizePoint[]>; readonly stop: () => void } {
  engine ??= wrap<TeamSizeEngine>(
    new Worker(new URL('./teamSizeWorker.ts', import.meta.url), { type: 'module', name: 'team-size' }),
  );
  const running = engine;
  return { end: running.run(problem, sizes, proxy(onProgress)), stop: () => void running.stop() };
}
