import type { BalanceOptions } from '../../../shared/balance/problem';
import { claimsOfSolution } from '../../../shared/plan/balanceProblemOf';
import { accountsOfUnits } from '../../../shared/plan/unitBalanceProblem';
import { accountResultOf } from '../../../shared/plan/unitSolution';
import { CommandError } from '../../../shared/plan/commandError';
import { loadUnitGround, type UnitGround } from '../../map/unitMapFiles';
import { activeRole, roleScenario } from '../../state/activeRole';
import { logProblem } from '../../state/hostAccess';
import { startJob } from '../../state/jobStore';
import { notify } from '../../state/noticeStore';
import { planStore } from '../../state/planStore';
import type { BalanceEnd, TeamTask } from '../../workers/balanceContract';
import { startBalanceRun } from '../../workers/startBalanceRun';
import { askOf } from './askOf';
import { balanceTask, type BalanceTask } from './balanceTask';
import { balanceStore, dropProposal } from './balanceStore';
import { startCurves } from './curveStore';
import { drawCurvesUnasked } from './drawCurve';
import { propose, type FoundPlan } from './propose';
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
    if (!(error instanceof CommandError)) throw error;
    dropProposal();
    balanceStore.setState({ problem: error.message });
    return;
  }
  const startedAt = performance.now();
  let isOver = false;
  const count = task.made.territoryIndices.length;
  let shown = { key: '', task };
  const run = startBalanceRun(
    task.units?.problem ?? task.made.problem,
    {
      aim,
      unitNames: unitNamesOf(task, ground),
      territoryNames: task.made.territoryIndices.map((index) => task.scenario.territories[index]!.name),
      ...(team ? { team } : {}),
    },
    ({ phase, shareDone, maxDeviation, best, removed }) => {
      // Reports come by a way of their own and may arrive after the end.
      if (isOver) return;
      const key = `${best === null} ${removed.join()}`;
      if (best && key !== shown.key) shown = { key, task: taskOfTeam(task, change, { removed }) };
      job.report({ doneShare: shareDone, step: PHASE_WORDS[phase] });
      balanceStore.setState(({ running: now }) => ({
        running: {
          phase,
          shareDone,
          maxDeviation: Number.isNaN(maxDeviation) ? (now?.maxDeviation ?? maxDeviation) : maxDeviation,
          best: best
            ? claimsOfSolution(shown.task.scenario, shown.task.made, accountsOf(shown.task, best))
            : (now?.best ?? null),
          scenario: shown.task.scenario,
          stop: () => run.stop(),
        },
      }));
    },
  );
  const job = startJob(jobTitle(count, change), () => run.stop());
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
    showEnd({ plan, revision, task, settings, seconds }, change, end);
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

/** Shows what a run came to: the proposal, or why there is none. */
function showEnd(
  asked: Omit<FoundPlan, 'assignment' | 'result' | 'team' | 'change'>,
  change: TeamAsk | null,
  end: BalanceEnd,
): void {
  // Another plan may have come while the solver ran.
  if (planStore.store.getState().plan?.id !== asked.plan.id) return;
  const found = end.status === 'done' ? end.result.assignment : end.best;
  if (!found) {
    balanceStore.setState({ problem: 'Stopped before there was a plan. Everything is as it was.' });
    return;
  }
  const team = end.status === 'done' ? end.team : null;
  const { removed } = end.status === 'done' ? (end.team ?? { removed: [] }) : end;
  const assignment = accountsOf(asked.task, found);
  const task = taskOfTeam(asked.task, change, { removed, bases: team?.bases ?? [], assignment });
  const solved = end.status === 'done' ? end.result : null;
  const result =
    solved && task.units ? accountResultOf(task.document, task.made, task.units, solved) : solved;
  const proposal = propose({ ...asked, task, change, assignment, result, team });
  // The curves are drawn account by account.
  const hasCurves = proposal.before !== null && !change && result?.feasible === true && !task.units;
  startCurves(hasCurves ? proposal : null);
  if (hasCurves) drawCurvesUnasked(proposal);
}

function jobTitle(count: number, change: TeamAsk | null): string {
  if (change?.kind === 'add') return change.count === 1 ? 'Adding a rep' : `Adding ${change.count} reps`;
  if (change) return 'Doing without a rep';
  return `Balancing ${count === 1 ? '1 territory' : `${count} territories`}`;
}

/** Territory of each account under what the solver found, which is by unit where territories hang together. */
function accountsOf({ made, units }: BalanceTask, found: Int32Array): Int32Array {
  return units ? accountsOfUnits(made, units, found) : found;
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
