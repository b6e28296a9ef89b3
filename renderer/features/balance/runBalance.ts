import type { BalanceOptions } from '../../../shared/balance/problem';
import { claimsOfSolution } from '../../../shared/plan/balanceProblemOf';
import { ownedAccounts } from '../../../shared/plan/unitBalanceProblem';
import { CommandError } from '../../../shared/plan/commandError';
import { loadUnitGround, type UnitGround } from '../../map/unitMapFiles';
import { activeRole, roleScenario } from '../../state/activeRole';
import { logProblem } from '../../state/hostAccess';
import { startJob } from '../../state/jobStore';
import { notify } from '../../state/noticeStore';
import { planStore } from '../../state/planStore';
import {
  joinedNames,
  type BalanceRun,
  type OnBalanceProgress,
  type TeamTask,
} from '../../workers/balanceContract';
import { startBalanceRun } from '../../workers/startBalanceRun';
import { askOf } from './askOf';
import { balanceTask, type BalanceTask } from './balanceTask';
import { balanceStore, dropProposal } from './balanceStore';
import { startCurves } from './curveStore';
import { accountsOf, showEnd } from './showEnd';
import type { TeamAsk } from './teamTask';
import { taskOfTeam, workerTeam } from './workerTeam';

/**
 * Starts a run on the plan as it is; its answer becomes the proposal.
 * @param aim `corridor` = only what brings territories within tolerance, with the fewest changes of hands
 * @param change people who come or go, again with the fewest changes of hands; null = the team stays
 */
export async function runBalance(
  aim: BalanceOptions['aim'] = 'full',
  change: TeamAsk | null = null,
): Promise<void> {
  const { plan, revision } = planStore.store.getState();
  const [scenario, role] = [roleScenario(), activeRole()];
  if (!plan || !scenario) return;
  const { settings, running } = balanceStore.getState();
  running?.stop();
  let task: BalanceTask;
  let ground: UnitGround | null;
  let team: TeamTask | null;
  try {
    if (change && role !== undefined) {
      throw new CommandError('People come and go in the primary alignment. Choose it on Territories first.');
    }
    ground = settings.contiguous && (await loadUnitGround(settings.contiguous));
    const ask = askOf(settings, scenario, change ? 'corridor' : aim);
    const asked = change ? { ...ask, territoryCount: null } : ask;
    task = balanceTask(plan, scenario, asked, crypto.randomUUID(), ground, role);
    team = workerTeam(task, change, settings);
  } catch (error) {
    if (error instanceof CommandError) {
      dropProposal();
      balanceStore.setState({ problem: error.message });
    } else tellFailure(error);
    return;
  }
  const startedAt = performance.now();
  let run: BalanceRun | null = null;
  const watch = watchRun(task, change, () => run?.stop());
  startCurves(null);
  try {
    run = startBalanceRun(
      task.units?.problem ?? task.made.problem,
      {
        aim,
        unitNames: joinedNames(unitNamesOf(task, ground)),
        territoryNames: task.made.territoryIndices.map((index) => task.scenario.territories[index]!.name),
        ...(team ? { team } : {}),
        accounts: task.units && ownedAccounts(task.made, task.units),
      },
      watch.report,
    );
    const end = await run.end;
    const seconds = (performance.now() - startedAt) / 1000;
    watch.end('done');
    await showEnd({ plan, revision, task, settings, seconds }, change, end, watch.isWanted);
  } catch (error) {
    tellFailure(error);
  } finally {
    watch.leave();
  }
}

function tellFailure(error: unknown): void {
  logProblem(`Balancing failed: ${String(error)}`);
  notify(
    'error',
    'Balancing stopped with an error',
    'The plan is as it was. Run it again, or change a setting.',
  );
}

interface RunWatch {
  readonly report: OnBalanceProgress;
  /** Ends the run by hand. */
  readonly stop: () => void;
  /** Says that the run is over and its plan is being priced; the first to say so counts. */
  readonly end: (how: 'stopped' | 'done') => void;
  /** Whether no later run has taken its place on the screen, and its plan has been open all the while. */
  readonly isWanted: () => boolean;
  /** Takes the run off the screen. */
  readonly leave: () => void;
}

/** Shows a run on the screen and in the status bar. What is seen of a stop is seen at once: pricing comes after. */
function watchRun(task: BalanceTask, change: TeamAsk | null, stopRun: () => void): RunWatch {
  let isOver = false;
  let shown = { key: '', task };
  let isPlanGone = false;
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
  const report: OnBalanceProgress = ({ phase, shareDone, maxDeviation, best, removed }) => {
    // Reports come by a way of their own and may arrive after the end.
    if (isOver) return;
    const key = `${best === null} ${removed.join()}`;
    if (best && key !== shown.key) shown = { key, task: taskOfTeam(task, change, { removed }) };
    job.report({ doneShare: shareDone, step: PHASE_WORDS[phase] });
    balanceStore.setState(({ running }) => ({
      running: {
        task,
        phase,
        shareDone,
        maxDeviation: Number.isNaN(maxDeviation) ? (running?.maxDeviation ?? maxDeviation) : maxDeviation,
        best: best
          ? claimsOfSolution(shown.task.scenario, shown.task.made, accountsOf(shown.task, best))
          : (running?.best ?? null),
        scenario: shown.task.scenario,
        stop,
        isOver: null,
      },
    }));
  };
  const job = startJob(jobTitle(task.made.territoryIndices.length, change), stop);
  const { scenario } = task;
  const first = { phase: 'checking', shareDone: 0, maxDeviation: Number.NaN, best: null } as const;
  balanceStore.setState({
    running: { ...first, task, scenario, stop, isOver: null },
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
  return { report, stop, end, isWanted: () => isLatest() && !isPlanGone, leave };
}

function jobTitle(count: number, change: TeamAsk | null): string {
  if (change?.kind === 'add') return change.count === 1 ? 'Adding a rep' : `Adding ${change.count} reps`;
  if (change) return 'Doing without a rep';
  return `Balancing ${count === 1 ? '1 territory' : `${count} territories`}`;
}

/** What the solver's reasons call its units: accounts, or counties and the like. */
function unitNamesOf({ document, made, units }: BalanceTask, ground: UnitGround | null): string[] {
  if (!units || !ground) return Array.from(made.rowOfUnit, (row) => document.accounts.names[row]!);
  const { names, ids } = ground.map;
  return Array.from(units.mapUnits, (unit) => names[unit] || ids[unit]!);
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
