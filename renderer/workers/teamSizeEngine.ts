import { travelByTeamSize, type TeamSizePoint } from '../../shared/balance/greenfield';
import type { BalanceProblem } from '../../shared/balance/problem';
import { runInSlices, RunStopped } from './runInSlices';

/** Sizes are compared, so that a preview of each is enough. */
const EFFORT = 0.3;

let currentRun = 0;

export type OnTeamSizes = (progress: {
  /** 0 to 1. */
  readonly shareDone: number;
  readonly points: readonly TeamSizePoint[];
}) => void;

/** Draws a plan for each size of team in slices, so that a stop is heard; lives in the worker, and in tests without one. */
export const teamSizeEngine = {
  /** A later run ends an earlier one, which then tells the sizes that it had. */
  async run(
    problem: BalanceProblem,
    sizes: readonly number[],
    onProgress: OnTeamSizes,
  ): Promise<readonly TeamSizePoint[]> {
    const run = ++currentRun;
    let points: readonly TeamSizePoint[] = [];
    try {
      return await runInSlices(
        travelByTeamSize(problem, sizes, { effort: EFFORT }),
        (progress) => {
          points = progress.points.slice();
          onProgress({ shareDone: progress.shareDone, points });
        },
        () => run !== currentRun,
      );
    } catch (error) {
      if (error instanceof RunStopped) return points;
      throw error;
    }
  },

  stop(): void {
    currentRun++;
  },
};

export type TeamSizeEngine = typeof teamSizeEngine;
