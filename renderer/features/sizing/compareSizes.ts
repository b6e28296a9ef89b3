import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { TeamSizePoint } from '../../../shared/balance/greenfield';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';
import { CommandError } from '../../../shared/plan/commandError';
import { logProblem } from '../../state/hostAccess';
import { startJob } from '../../state/jobStore';
import { notify } from '../../state/noticeStore';
import { startTeamSizes } from '../../workers/startTeamSizes';
import { sizeProblem } from './sizeProblem';

interface Compared {
  /** What it was drawn for: figures of another scenario are not shown. */
  readonly scenario: Scenario | null;
  readonly points: readonly TeamSizePoint[];
  /** Σ activity that the kilometres are multiplied by. */
  readonly activity: number;
  readonly running: { readonly shareDone: number; readonly stop: () => void } | null;
}

const NOTHING: Compared = { scenario: null, points: [], activity: 0, running: null };

const compareStore = createStore<Compared>(() => NOTHING);

export function useCompared(): Compared {
  return useStore(compareStore);
}

/** Draws a plan for each size in the background; what it has when it is stopped stays. */
export async function compareSizes(
  plan: PlanDocument,
  scenario: Scenario,
  sizes: readonly number[],
): Promise<void> {
  compareStore.getState().running?.stop();
  let problem;
  try {
    problem = sizeProblem(plan, scenario);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    notify('error', 'There is nothing to compare', error.message);
    return;
  }
  const activity = problem.travelActivity.reduce((sum, value) => (value > 0 ? sum + value : sum), 0);
  let isOver = false;
  const isMine = () => !isOver && compareStore.getState().scenario === scenario;
  const run = startTeamSizes(problem, sizes, ({ shareDone, points }) => {
    if (!isMine()) return;
    job.report({ doneShare: shareDone, step: `${points.length} of ${sizes.length} sizes` });
    compareStore.setState({ points, running: { shareDone, stop: run.stop } });
  });
  const job = startJob('Comparing sizes of the team', run.stop);
  compareStore.setState({ scenario, points: [], activity, running: { shareDone: 0, stop: run.stop } });
  try {
    const points = await run.end;
    if (isMine()) compareStore.setState({ points });
  } catch (error) {
    logProblem(`Comparing sizes failed: ${String(error)}`);
    notify('error', 'The sizes could not be compared', 'The plan is as it was. Try again.');
  } finally {
    if (isMine()) compareStore.setState({ running: null });
    isOver = true;
    job.finish();
  }
}
