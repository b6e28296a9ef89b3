import type { BalanceOptions } from '../../../shared/balance/problem';
import { claimsOfSolution } from '../../../shared/plan/balanceProblemOf';
import { CommandError } from '../../../shared/plan/commandError';
import { activeScenario } from '../../state/activeScenario';
import { logProblem } from '../../state/hostAccess';
import { startJob } from '../../state/jobStore';
import { notify } from '../../state/noticeStore';
import { planStore } from '../../state/planStore';
import { startBalanceRun } from '../../workers/startBalanceRun';
import { askOf } from './askOf';
import { balanceTask, type BalanceTask } from './balanceTask';
import { balanceStore, dropProposal } from './balanceStore';
import { startCurves } from './curveStore';
import { drawCurveUnasked } from './drawCurve';
import { propose } from './propose';

/**
 * Starts a run on the plan as it is; its answer becomes the proposal.
 * @param aim `corridor` = only what brings territories within tolerance, with the fewest changes of hands
 */
export async function runBalance(aim: BalanceOptions['aim'] = 'full'): Promise<void> {
  const { plan, revision } = planStore.store.getState();
  const scenario = activeScenario();
  if (!plan || !scenario) return;
  const { settings, running } = balanceStore.getState();
  running?.stop();
  let task: BalanceTask;
  try {
    task = balanceTask(plan, scenario, askOf(settings, scenario, aim), crypto.randomUUID());
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    dropProposal();
    balanceStore.setState({ problem: error.message });
    return;
  }
  const startedAt = performance.now();
  let isOver = false;
  const count = task.made.territoryIndices.length;
  const { names } = task.document.accounts;
  const run = startBalanceRun(
    task.made.problem,
    {
      aim,
      unitNames: Array.from(task.made.rowOfUnit, (row) => names[row]!),
      territoryNames: task.made.territoryIndices.map((index) => task.scenario.territories[index]!.name),
    },
    ({ phase, shareDone, maxDeviation, best }) => {
      // Reports come by a way of their own and may arrive after the end.
      if (isOver) return;
      job.report({ doneShare: shareDone, step: PHASE_WORDS[phase] });
      balanceStore.setState(({ running: now }) => ({
        running: {
          phase,
          shareDone,
          maxDeviation,
          best: best ? claimsOfSolution(task.scenario, task.made, best) : (now?.best ?? null),
          scenario: task.scenario,
          stop: () => run.stop(),
        },
      }));
    },
  );
  const job = startJob(`Balancing ${count === 1 ? '1 territory' : `${count} territories`}`, () => run.stop());
  balanceStore.setState({
    running: {
      phase: 'checking',
      shareDone: 0,
      maxDeviation: Number.NaN,
      best: null,
      scenario: task.scenario,
      stop: () => run.stop(),
    },
    proposal: null,
    problem: null,
  });
  startCurves(null);
  const stopListening = planStore.onEvent((event) => {
    if (event.kind === 'opened' || event.kind === 'closed') run.stop();
  });
  try {
    const end = await run.end;
    const seconds = (performance.now() - startedAt) / 1000;
    const assignment = end.status === 'done' ? end.result.assignment : end.best;
    // Another plan may have come while the solver ran.
    if (planStore.store.getState().plan?.id !== plan.id) return;
    if (!assignment) {
      balanceStore.setState({ problem: 'Stopped before there was a plan. Everything is as it was.' });
      return;
    }
    const result = end.status === 'done' ? end.result : null;
    const proposal = propose({ plan, revision, task, assignment, result, settings, seconds });
    startCurves(proposal.before && result?.feasible ? proposal : null);
    if (proposal.before && result?.feasible) drawCurveUnasked(proposal);
  } catch (error) {
    logProblem(`Balancing failed: ${String(error)}`);
    notify(
      'error',
      'Balancing stopped with an error',
      'The plan is as it was. Run it again, or change a setting.',
    );
  } finally {
    isOver = true;
    stopListening();
    job.finish();
    balanceStore.setState({ running: null });
  }
}

/** What a run is doing, in words. */
export const PHASE_WORDS = {
  checking: 'Checking what stands in the way',
  distances: 'Measuring distances',
  prices: 'Finding prices of territories',
  rounding: 'Giving each account a territory',
  annealing: 'Settling near ties',
  centres: 'Moving centres to their accounts',
  contiguity: 'Joining what fell apart',
  polishing: 'Shortening travel',
  done: 'Done',
} as const;
