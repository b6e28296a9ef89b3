import { accountsOfUnits } from '../../../shared/plan/unitBalanceProblem';
import { accountResultOf } from '../../../shared/plan/unitSolution';
import { afterPaint } from '../../ui/afterPaint';
import type { BalanceEnd } from '../../workers/balanceContract';
import type { BalanceTask } from './balanceTask';
import { balanceStore } from './balanceStore';
import { startCurves } from './curveStore';
import { drawCurvesUnasked } from './drawCurve';
import { proposeInSteps, type FoundPlan } from './propose';
import type { TeamAsk } from './teamTask';
import { taskOfTeam } from './workerTeam';

/**
 * Shows what a run came to: the proposal as soon as it is priced, or why there is none.
 * @param isWanted no longer, where another plan or a later run has come while the solver ran or its plan is priced
 */
export async function showEnd(
  asked: Omit<FoundPlan, 'assignment' | 'result' | 'team' | 'change'>,
  change: TeamAsk | null,
  end: BalanceEnd,
  isWanted: () => boolean,
): Promise<void> {
  if (!isWanted()) return;
  const found = end.status === 'done' ? end.result.assignment : end.best;
  if (!found) {
    showNothing();
    return;
  }
  await afterPaint();
  if (!isWanted()) return;
  const team = end.status === 'done' ? end.team : null;
  const { removed } = end.status === 'done' ? (end.team ?? { removed: [] }) : end;
  const assignment = accountsOf(asked.task, found);
  const task = taskOfTeam(asked.task, change, { removed, bases: team?.bases ?? [], assignment });
  const solved = end.status === 'done' ? end.result : null;
  const result =
    solved && task.units ? accountResultOf(task.document, task.made, task.units, solved) : solved;
  const proposal = await proposeInSteps({ ...asked, task, change, assignment, result, team }, isWanted);
  if (!proposal) return;
  // The curves are drawn account by account.
  const hasCurves = proposal.before !== null && !change && result?.feasible === true && !task.units;
  startCurves(hasCurves ? proposal : null);
  if (hasCurves) drawCurvesUnasked(proposal);
}

/** Shows that a run was stopped too early to have a plan. */
export function showNothing(): void {
  balanceStore.setState({
    running: null,
    problem: 'Stopped before there was a plan. Everything is as it was.',
  });
}

/** Territory of each account under what the solver found, which is by unit where territories hang together. */
export function accountsOf({ made, units }: BalanceTask, found: Int32Array): Int32Array {
  return units ? accountsOfUnits(made, units, found) : found;
}
