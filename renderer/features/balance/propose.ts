import type { BalanceResult } from '../../../shared/balance/problem';
import type { PlanDocument } from '../../../shared/model/planDocument';
import { accountMoves } from '../../../shared/plan/accountMoves';
import { claimsOfSolution } from '../../../shared/plan/balanceProblemOf';
import { evaluatePlan, evaluationOfRole } from '../../../shared/plan/evaluatePlan';
import { runCommand } from '../../../shared/plan/runCommand';
import { resultStore } from '../../state/resultStore';
import { afterPaint } from '../../ui/afterPaint';
import type { TeamAnswer } from '../../workers/balanceContract';
import { corridorsOf } from './askOf';
import { balanceStore, NOTHING_LEFT_OUT, type BalanceSettings } from './balanceStore';
import type { BalanceTask } from './balanceTask';
import { colorNew } from './colorNew';
import { acceptCommand, disruptionOf, type Proposal } from './proposal';
import type { TeamAsk } from './teamTask';

/** A plan that a solver found, and how it came about. */
export interface FoundPlan {
  readonly plan: PlanDocument;
  readonly revision: number;
  readonly task: BalanceTask;
  readonly change: TeamAsk | null;
  /** Territory of each unit. */
  readonly assignment: Int32Array;
  readonly result: BalanceResult | null;
  readonly settings: BalanceSettings;
  readonly team: TeamAnswer | null;
  readonly seconds: number;
}

/** Prices a solver's plan, finds what it moves and why, and shows it as the proposal. */
export function propose(found: FoundPlan): Proposal {
  const steps = pricing(found);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return show(step.value);
}

/**
 * The same with the window free between the steps: of 100,000 accounts all of them together take longer than a
 * click may wait.
 * @param isWanted whether the answer is still one
 * @returns null where it is none
 */
export async function proposeInSteps(found: FoundPlan, isWanted: () => boolean): Promise<Proposal | null> {
  const steps = pricing(found);
  for (;;) {
    await afterPaint();
    if (!isWanted()) return null;
    const step = steps.next();
    if (step.done) return show(step.value);
  }
}

function show(proposal: Proposal): Proposal {
  // In one stroke: the screen never shows both a run and its proposal.
  balanceStore.setState({ proposal, running: null, ...NOTHING_LEFT_OUT });
  return proposal;
}

function* pricing(found: FoundPlan): Generator<void, Proposal> {
  const { plan, revision, result, settings, team, seconds } = found;
  const claims = claimsOfSolution(found.task.scenario, found.task.made, found.assignment);
  const task = colorNew(found.task, claims);
  const scenarioId = task.scenario.id;
  const wholeBefore = task.isNew
    ? null
    : evaluatePlan(plan, scenarioId, { previous: resultStore.getState().evaluation });
  yield;
  const uncommitted = runCommand(plan, acceptCommand(task, claims, 'balance'));
  const wholeAfter = evaluatePlan(plan, scenarioId, {
    uncommitted,
    // Another set of territories has nothing to take over from the figures before.
    previous: task.effect ? null : wholeBefore,
  });
  yield;
  const before = wholeBefore && evaluationOfRole(wholeBefore, task.role);
  const after = evaluationOfRole(wholeAfter, task.role);
  const corridors = corridorsOf(settings, task.scenario);
  const from = before?.territories.assignment ?? new Int32Array(claims.length).fill(-1);
  return {
    task,
    change: found.change,
    revision,
    claims,
    result,
    before,
    after,
    disruption: disruptionOf(task, from, after.territories.assignment),
    moves: before ? accountMoves(plan, task.scenario, before.territories, after.territories, corridors) : [],
    toleranceShare: settings.indexToleranceShare,
    team,
    seconds,
  };
}
