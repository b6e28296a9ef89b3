import { useEffect } from 'react';
import { simulatedTeam } from '../../../shared/plan/simulatedRep';
import { startJob } from '../../state/jobStore';
import { logProblem } from '../../state/hostAccess';
import { startSimulation } from '../../workers/startSimulation';
import { realignmentStore } from './realignmentStore';
import type { Realignment } from './useRealignment';

/** The luck that both years are simulated with; lognormal factors of mean 1, the same for either side. */
export const SIMULATED_LUCK = { trials: 2000, seed: 4127, marketSd: 0.08, individualSd: 0.25 };

/** Figures rest for this long before they are simulated: a row of quick edits is simulated once. */
const REST_MS = 300;

/** Keeps the simulated years in step with the figures, as a job that the person can stop. */
export function useSimulatedRealignment(realignment: Realignment | null): void {
  useEffect(() => {
    realignmentStore.setState({ isCurrent: false });
    if (!realignment) return;
    let stop: () => void = () => undefined;
    const timer = setTimeout(() => (stop = simulateBothSides(realignment)), REST_MS);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [realignment]);
}

/** @returns the function that stops it */
function simulateBothSides({ before, after }: Realignment): () => void {
  const { trials, seed, marketSd, individualSd } = SIMULATED_LUCK;
  let isWanted = true;
  const end = (): void => {
    if (!isWanted) return;
    isWanted = false;
    simulation.stop();
    job.finish();
    realignmentStore.setState({ doneShare: null });
  };
  const job = startJob('Simulating pay before and after', end);
  realignmentStore.setState({ doneShare: 0 });
  const simulation = startSimulation(
    {
      before: simulatedTeam(before.pay.reps),
      after: simulatedTeam(after.pay.reps),
      settings: {
        trials,
        seed,
        model: {
          market: { kind: 'lognormal', mean: 1, sd: marketSd },
          individual: { kind: 'lognormal', mean: 1, sd: individualSd },
        },
      },
    },
    (doneShare) => {
      if (!isWanted) return;
      job.report({ doneShare });
      realignmentStore.setState({ doneShare });
    },
  );
  simulation.end
    .then((simulated) => {
      if (!isWanted || !simulated) return;
      isWanted = false;
      job.finish();
      realignmentStore.setState({ simulated, isCurrent: true, doneShare: null });
    })
    .catch((error: unknown) => {
      logProblem(`Simulation failed: ${String(error)}`);
      end();
    });
  return end;
}
