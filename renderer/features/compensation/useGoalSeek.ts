import { useCallback, useEffect, useRef, useState } from 'react';
import { seekSteps, type SeekResult, type SeekStep } from '../../../shared/comp/goalSeek';
import { logProblem } from '../../state/hostAccess';
import { startJob } from '../../state/jobStore';
import { notify } from '../../state/noticeStore';
import type { GoalSeekTask } from '../../workers/simulationContract';
import { startGoalSeek } from '../../workers/startGoalSeek';

/** A search as it stands on screen. */
export interface GoalSeek {
  readonly task: GoalSeekTask;
  readonly steps: readonly SeekStep[];
  /** Null while it runs. */
  readonly found: SeekResult | null;
}

export interface GoalSeekControl {
  readonly seek: GoalSeek | null;
  readonly start: (task: GoalSeekTask) => void;
  /** Ends a search that runs, and clears what it found. */
  readonly clear: () => void;
}

/** Runs one search at a time in a worker, as a job that the status bar shows; it ends with the screen. */
export function useGoalSeek(): GoalSeekControl {
  const [seek, setSeek] = useState<GoalSeek | null>(null);
  const stop = useRef<() => void>(() => undefined);
  const clear = useCallback(() => {
    stop.current();
    setSeek(null);
  }, []);
  const start = useCallback(
    (task: GoalSeekTask) => {
      stop.current();
      setSeek({ task, steps: [], found: null });
      const whole = seekSteps(task.range);
      const report = startJob('Seeking the value that keeps the limit', clear);
      let tried = 0;
      const job = startGoalSeek(task, (step) => {
        report.report({ doneShare: Math.min(1, ++tried / whole) });
        setSeek((now) => (now?.task === task ? { ...now, steps: [...now.steps, step] } : now));
      });
      stop.current = () => job.stop();
      job.end
        .then((found) => {
          if (found) setSeek((now) => (now?.task === task ? { ...now, found } : now));
        })
        .catch((error: unknown) => {
          logProblem(`Goal seek failed: ${String(error)}`);
          notify('error', 'The search could not be finished');
          setSeek((now) => (now?.task === task ? null : now));
        })
        .finally(() => report.finish());
    },
    [clear],
  );
  useEffect(() => () => stop.current(), []);
  return { seek, start, clear };
}
