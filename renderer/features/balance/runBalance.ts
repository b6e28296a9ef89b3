import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';
import type { BalanceResult } from '../../../shared/balance/problem';
import { accountMoves, type Corridor } from '../../../shared/plan/accountMoves';
import { claimsOfSolution } from '../../../shared/plan/balanceProblemOf';
import { CommandError } from '../../../shared/plan/commandError';
import { evaluatePlan } from '../../../shared/plan/evaluatePlan';
import { runCommand } from '../../../shared/plan/runCommand';
import { activeScenario } from '../../state/activeScenario';
import { logProblem } from '../../state/hostAccess';
import { startJob } from '../../state/jobStore';
import { notify } from '../../state/noticeStore';
import { planStore } from '../../state/planStore';
import { resultStore } from '../../state/resultStore';
import { startBalanceRun } from '../../workers/startBalanceRun';
import { balanceTask, type BalanceAsk, type BalanceTask } from './balanceTask';
import { balanceStore, dropProposal, NOTHING_LEFT_OUT, type BalanceSettings } from './balanceStore';
import { colorNew } from './colorNew';
import { acceptCommand, disruptionOf, type Proposal } from './proposal';
import { territoriesBelow } from './territoriesBelow';

/** At most so many measures can be held at once. */
export const MOST_MEASURES = 3;

/** What the screen's settings and the scenario's measures ask of the solver. */
export function askOf(settings: BalanceSettings, scenario: Scenario): BalanceAsk {
  const { indexToleranceShare: tolerance, onlyNodeIds } = settings;
  const weighted = scenario.measures.filter((measure) => measure.weight > 0);
  const [only] = weighted;
  // One measure is the index itself; of several the index is held, and each measure as far as there is room.
  const measures =
    weighted.length === 0
      ? [{ measureId: 'accounts', toleranceShare: tolerance }]
      : weighted.length === 1
        ? [{ measureId: only!.measureId, toleranceShare: tolerance }]
        : weighted
            .slice(0, MOST_MEASURES - 1)
            .map(({ measureId, toleranceShare }) => ({ measureId, toleranceShare }));
  return {
    measures,
    indexToleranceShare: weighted.length > 1 ? tolerance : null,
    bases: settings.bases,
    keepKm: settings.keepKm,
    onlyTerritoryIds: onlyNodeIds && territoriesBelow(scenario, onlyNodeIds),
    seed: settings.seed,
    territoryCount: settings.territoryCount,
  };
}

/** What a plan must keep: the index, and of several measures each of those that the solver holds. */
function corridorsOf(settings: BalanceSettings, scenario: Scenario): Corridor[] {
  const { measures, indexToleranceShare } = askOf(settings, scenario);
  const index = { measureId: null, toleranceShare: settings.indexToleranceShare };
  return indexToleranceShare === null ? [index] : [index, ...measures];
}

/** Starts a run on the plan as it is; its answer becomes the proposal. */
export async function runBalance(): Promise<void> {
  const { plan, revision } = planStore.store.getState();
  const scenario = activeScenario();
  if (!plan || !scenario) return;
  const { settings, running } = balanceStore.getState();
  running?.stop();
  let task: BalanceTask;
  try {
    task = balanceTask(plan, scenario, askOf(settings, scenario), crypto.randomUUID());
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
    propose(plan, revision, task, assignment, end.status === 'done' ? end.result : null, settings, seconds);
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

function propose(
  plan: PlanDocument,
  revision: number,
  made: BalanceTask,
  assignment: Int32Array,
  result: BalanceResult | null,
  settings: BalanceSettings,
  seconds: number,
): void {
  const claims = claimsOfSolution(made.scenario, made.made, assignment);
  const task = colorNew(made, claims);
  const before = made.isNew
    ? null
    : evaluatePlan(plan, made.scenario.id, { previous: resultStore.getState().evaluation });
  const uncommitted = runCommand(plan, acceptCommand(task, claims, 'balance'));
  const after = evaluatePlan(plan, made.scenario.id, { uncommitted, previous: before });
  const moves = before
    ? accountMoves(
        plan,
        task.scenario,
        before.territories,
        after.territories,
        corridorsOf(settings, task.scenario),
      )
    : [];
  const proposal: Proposal = {
    moves,
    task,
    revision,
    claims,
    result,
    before,
    after,
    disruption: disruptionOf(
      task,
      before?.territories.assignment ?? new Int32Array(claims.length).fill(-1),
      after.territories.assignment,
    ),
    toleranceShare: settings.indexToleranceShare,
    seconds,
  };
  balanceStore.setState({ proposal, ...NOTHING_LEFT_OUT });
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
