import { NO_CURVE } from '../../shared/balance/paretoCurve';
import { paretoMoves } from '../../shared/balance/paretoMoves';
import { paretoTolerance } from '../../shared/balance/paretoTolerance';
import type { CurveEnd, CurveTask, OnCurveProgress } from './balanceCurveContract';
import { runInSlices, RunStopped } from './runInSlices';

/** Between two reports without a new point: a bar needs no more, and each report is drawn. */
const REPORT_MS = 250;

let currentRun = 0;

/** Draws trade-off curves in slices, so that a stop is heard; lives in the worker, and in tests without one. */
export const balanceCurveEngine = {
  /** A later run ends an earlier one, which then tells the points that it had. */
  async run({ kind, problem, standing }: CurveTask, onProgress: OnCurveProgress): Promise<CurveEnd> {
    const run = ++currentRun;
    let curve = NO_CURVE;
    let nextReportAt = 0;
    const steps =
      kind === 'moves' ? paretoMoves(problem, { standing }) : paretoTolerance(problem, { standing });
    try {
      const whole = await runInSlices(
        steps,
        (progress) => {
          const isNew = progress.curve !== curve;
          if (!isNew && performance.now() < nextReportAt) return;
          nextReportAt = performance.now() + REPORT_MS;
          curve = progress.curve;
          onProgress(isNew ? progress : { ...progress, curve: null });
        },
        () => run !== currentRun,
      );
      return { curve: whole, isStopped: false };
    } catch (error) {
      if (error instanceof RunStopped) return { curve, isStopped: true };
      throw error;
    }
  },

  stop(): void {
    currentRun++;
  },
};

export type BalanceCurveEngine = typeof balanceCurveEngine;
