import type { BalanceOptions } from '../../../shared/balance/problem';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';
import { CommandError } from '../../../shared/plan/commandError';
import type { TerritoryFigures } from '../../../shared/plan/evaluateTerritories';
import { assignableTerritories } from '../../../shared/plan/lookup';
import { ownedAccounts } from '../../../shared/plan/unitBalanceProblem';
import { loadUnitGround, type UnitGround } from '../../map/unitMapFiles';
import { activeRole, roleEvaluation, roleScenario } from '../../state/activeRole';
import { logProblem } from '../../state/hostAccess';
import { notify } from '../../state/noticeStore';
import { planStore } from '../../state/planStore';
import { afterPaint } from '../../ui/afterPaint';
import { joinedNames, type BalanceRun } from '../../workers/balanceContract';
import { startBalanceRun } from '../../workers/startBalanceRun';
import { askOf } from './askOf';
import { balanceStore, type BalanceSettings } from './balanceStore';
import { balanceTaskSteps, type BalanceAsk, type BalanceTask } from './balanceTask';
import { startCurves } from './curveStore';
import { showEnd, showNothing } from './showEnd';
import type { TeamAsk } from './teamTask';
import { watchRun } from './watchRun';
import { workerTeam } from './workerTeam';

/** Work on the window between two looks at what the person does. */
const SLICE_MS = 8;

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
  const startedAt = performance.now();
  let run: BalanceRun | null = null;
  const subject = { planId: plan.id, scenarioId: scenario.id, role };
  const watch = watchRun(subject, scenario, titleOf(settings, scenario, change), () => run?.stop());
  startCurves(null);
  try {
    if (change && role !== undefined) {
      throw new CommandError('People come and go in the primary alignment. Choose it on Territories first.');
    }
    const ground = settings.contiguous && (await loadUnitGround(settings.contiguous));
    const ask = askOf(settings, scenario, change ? 'corridor' : aim);
    const asked = change ? { ...ask, territoryCount: null } : ask;
    const known = roleEvaluation();
    const figures = known?.scenarioId === scenario.id ? known.territories : null;
    const made = await inSlices(
      readyRun(plan, scenario, asked, ground, role, figures),
      () => !watch.isOver() && watch.isWanted(),
    );
    if (!made) {
      if (watch.isWanted()) showNothing();
      return;
    }
    const { task, unitNames } = made;
    watch.setTask(task, change);
    const team = workerTeam(task, change, settings);
    run = startBalanceRun(
      task.units?.problem ?? task.made.problem,
      {
        aim,
        unitNames,
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
    if (!(error instanceof CommandError)) tellFailure(error);
    else if (watch.isWanted()) balanceStore.setState({ problem: error.message });
  } finally {
    watch.leave();
  }
}

/** The task of a run, and the names of its units as one text. */
function* readyRun(
  plan: PlanDocument,
  scenario: Scenario,
  ask: BalanceAsk,
  ground: UnitGround | null,
  role: string | undefined,
  figures: TerritoryFigures | null,
): Generator<void, { readonly task: BalanceTask; readonly unitNames: string }> {
  const task = yield* balanceTaskSteps(plan, scenario, ask, crypto.randomUUID(), ground, role, figures);
  yield;
  const names = unitNamesOf(task, ground);
  yield;
  return { task, unitNames: joinedNames(names) };
}

/** Runs steps with the window free in between. @returns null where they became unwanted on the way */
async function inSlices<Result>(
  steps: Generator<void, Result>,
  isWanted: () => boolean,
): Promise<Result | null> {
  await afterPaint();
  let pausedAt = performance.now();
  for (;;) {
    if (!isWanted()) return null;
    const step = steps.next();
    // What comes after has its own time: a problem of 100,000 accounts is long in crossing over.
    if (step.done || performance.now() - pausedAt >= SLICE_MS) {
      await afterPaint();
      pausedAt = performance.now();
    }
    if (step.done) return isWanted() ? step.value : null;
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

/** What the run is called in the status bar. */
function titleOf({ territoryCount }: BalanceSettings, scenario: Scenario, change: TeamAsk | null): string {
  if (change?.kind === 'add') return change.count === 1 ? 'Adding a rep' : `Adding ${change.count} reps`;
  if (change) return 'Doing without a rep';
  const count = territoryCount ?? assignableTerritories(scenario).length;
  return `Balancing ${count === 1 ? '1 territory' : `${count} territories`}`;
}

/** What the solver's reasons call its units: accounts, or counties and the like. */
function unitNamesOf({ document, made, units }: BalanceTask, ground: UnitGround | null): string[] {
  if (!units || !ground) return Array.from(made.rowOfUnit, (row) => document.accounts.names[row]!);
  const { names, ids } = ground.map;
  return Array.from(units.mapUnits, (unit) => names[unit] || ids[unit]!);
}
