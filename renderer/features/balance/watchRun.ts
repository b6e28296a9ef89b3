import { claimsOfSolution } from '../../../shared/plan/balanceProblemOf';
import type { Scenario } from '../../../shared/model/scenario';
import { startJob } from '../../state/jobStore';
import { planStore } from '../../state/planStore';
import type { OnBalanceProgress } from '../../workers/balanceContract';
import { balanceStore, type RunSubject } from './balanceStore';
import type { BalanceTask } from './balanceTask';
import { accountsOf } from './showEnd';
import type { TeamAsk } from './teamTask';
import { taskOfTeam } from './workerTeam';

export interface RunWatch {
  readonly report: OnBalanceProgress;
  /** Says that the run is over and its plan is being priced; the first to say so counts. */
  readonly end: (how: 'stopped' | 'done') => void;
  /** Tells what is run, once that is made ready. */
  readonly setTask: (task: BalanceTask, change: TeamAsk | null) => void;
  readonly isOver: () => boolean;
  /** Whether no later run has taken its place on the screen, and its plan has been open all the while. */
  readonly isWanted: () => boolean;
  /** Takes the run off the screen. */
  readonly leave: () => void;
}

/**
 * Shows a run on the screen and in the status bar. What is seen of a stop is seen at once: pricing comes after.
 * @param title what it is called in the status bar
 */
export function watchRun(
  subject: RunSubject,
  scenario: Scenario,
  title: string,
  stopRun: () => void,
): RunWatch {
  let isOver = false;
  let isPlanGone = false;
  let ready: { readonly task: BalanceTask; readonly change: TeamAsk | null } | null = null;
  let shown: { readonly key: string; readonly task: BalanceTask } | null = null;
  const isLatest = () => balanceStore.getState().running?.stop === stop;
  const end = (how: 'stopped' | 'done') => {
    if (isOver) return;
    isOver = true;
    job.finish();
    balanceStore.setState(({ running }) => ({ running: running && { ...running, isOver: how } }));
  };
  const stop = () => {
    if (isOver) return;
    stopRun();
    end('stopped');
  };
  const setTask = (task: BalanceTask, change: TeamAsk | null) => {
    ready = { task, change };
    shown = { key: '', task };
    const runs = task.isNew ? { ...subject, scenarioId: null } : subject;
    balanceStore.setState(({ running }) => ({
      running: running && { ...running, subject: runs, scenario: task.scenario },
    }));
  };
  const report: OnBalanceProgress = ({ phase, shareDone, maxDeviation, best, removed }) => {
    // Reports come by a way of their own and may arrive after the end.
    if (isOver || !ready || !shown) return;
    const key = `${best === null} ${removed.join()}`;
    if (best && key !== shown.key) shown = { key, task: taskOfTeam(ready.task, ready.change, { removed }) };
    const { task } = shown;
    job.report({ doneShare: shareDone, step: PHASE_WORDS[phase] });
    balanceStore.setState(({ running }) => ({
      running: running && {
        ...running,
        phase,
        shareDone,
        maxDeviation: Number.isNaN(maxDeviation) ? running.maxDeviation : maxDeviation,
        best: best ? claimsOfSolution(task.scenario, task.made, accountsOf(task, best)) : running.best,
        scenario: task.scenario,
      },
    }));
  };
  const job = startJob(title, stop);
  balanceStore.setState({
    running: {
      subject,
      phase: 'checking',
      shareDone: 0,
      maxDeviation: Number.NaN,
      best: null,
      scenario,
      stop,
      isOver: null,
    },
    proposal: null,
    problem: null,
  });
  // A plan that is closed and opened again is another one, though its id is the same.
  const stopListening = planStore.onEvent(({ kind }) => {
    if (kind !== 'opened' && kind !== 'closed') return;
    isPlanGone = true;
    stop();
  });
  const leave = () => {
    isOver = true;
    stopListening();
    job.finish();
    if (isLatest()) balanceStore.setState({ running: null });
  };
  return {
    report,
    end,
    setTask,
    isOver: () => isOver,
    isWanted: () => isLatest() && !isPlanGone,
    leave,
  };
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
