import type { ParetoPoint } from '../../shared/balance/paretoCurve';
import { paretoMoves } from '../../shared/balance/paretoMoves';
import { paretoTolerance } from '../../shared/balance/paretoTolerance';
import type { CurveTask, OnCurveProgress } from './balanceCurveContract';
import { runInSlices, RunStopped } from './runInSlices';

/** Between two reports without a new point: a bar needs no more, and each report is drawn. */
const REPORT_MS = 250;

let currentRun = 0;

/** Draws trade-off curves in slices, so that a stop is heard; lives in the worker, and in tests without one. */
export const balanceCurveEngine = {
  /** A later run ends an earlier one, which then tells the points that it had. */
  async run(
    { kind, problem, standing }: CurveTask,
    onProgress: OnCurveProgress,
  ): Promise<readonly ParetoPoint[]> {
    const run = ++currentRun;
    let points: readonly ParetoPoint[] = [];
    let nextReportAt = 0;
    const steps =
      kind === 'moves' ? paretoMoves(problem, { standing }) : paretoTolerance(problem, { standing });
    try {
      return await runInSlices(
        steps,
        (progress) => {
          // Plans are large: they cross over only when there is one more.
          const isNew = progress.points !== points;
          if (!isNew && performance.now() < nextReportAt) return;
          nextReportAt = performance.now() + REPORT_MS;
          points = progress.points;
          onProgress(isNew ? progress : { ...progress, points: [] });
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

export type BalanceCurveEngine = typeof balanceCurveEngine;
