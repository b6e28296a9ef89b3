import { disruptionBetween } from '../../../shared/measures/disruption';
import { evaluatePlan, evaluationOfRole } from '../../../shared/plan/evaluatePlan';
import { heldTogether, withCompanions } from '../../../shared/plan/heldTogether';
import { primaryAlignment } from '../../../shared/plan/lookup';
import { scenarioOfRole } from '../../../shared/plan/overlay';
import { runCommand } from '../../../shared/plan/runCommand';
import { balanceStore } from './balanceStore';
import { withLastDay } from './leavers';
import { acceptCommand, claimsTaken, type Proposal } from './proposal';

/** Takes or leaves moves by account row; what is held together goes with them, and the figures follow. */
export function takeMoves(rows: Iterable<number>, isTaken: boolean): void {
  const { proposal, leftOut } = balanceStore.getState();
  if (!proposal) return;
  const { document, scenario } = proposal.task;
  const groups = heldTogether(document.accounts, scenarioOfRole(scenario));
  const next = new Set(leftOut);
  const goes = new Set(proposal.task.effect?.removed);
  // What a territory that goes had must go somewhere.
  const moving = new Set(proposal.moves.filter(({ from }) => !goes.has(from)).map((move) => move.row));
  for (const row of withCompanions(groups, Int32Array.from(rows))) {
    if (isTaken) next.delete(row);
    else if (moving.has(row)) next.add(row);
  }
  leaveOut(proposal, next);
}

/** Takes or leaves all that a territory gives and gets. */
export function takeTerritory(territory: number, isTaken: boolean): void {
  const moves = balanceStore.getState().proposal?.moves ?? [];
  takeMoves(
    moves.filter(({ from, to }) => from === territory || to === territory).map(({ row }) => row),
    isTaken,
  );
}

function leaveOut(proposal: Proposal, leftOut: ReadonlySet<number>): void {
  balanceStore.setState({ leftOut, partial: leftOut.size === 0 ? null : figuresWithout(proposal, leftOut) });
}

function figuresWithout(
  proposal: Proposal,
  leftOut: ReadonlySet<number>,
): Pick<Proposal, 'after' | 'disruption'> {
  const { task, before } = proposal;
  const claims = claimsTaken(proposal, primaryAlignment(task.scenario).claims, leftOut);
  // The task's document has its territories already: only the accounts are left to change hands.
  const uncommitted = runCommand(task.document, acceptCommand({ ...task, preparing: [] }, claims, 'balance'));
  // An overlay's figures stand in the place of the primary's: they are no start for those of the whole plan.
  const previous = task.effect || task.role !== undefined ? null : before;
  const whole = evaluatePlan(task.document, task.scenario.id, { uncommitted, previous });
  const after = evaluationOfRole(whole, task.role);
  const from = before!.territories.assignment;
  const { removed } = task.document.accounts;
  const count = task.scenario.territories.length;
  return { after, disruption: disruptionBetween(from, after.territories.assignment, count, removed) };
}

/** Gives the people whose territory goes a last day, or lets them stay; pay follows. @param lastDay ISO date; null = none */
export function setLastDay(lastDay: string | null): void {
  const { proposal, leftOut } = balanceStore.getState();
  if (!proposal) return;
  const changed = { ...proposal, task: withLastDay(proposal.task, lastDay) };
  const { after } = figuresWithout(changed, new Set());
  balanceStore.setState({ proposal: { ...changed, after } });
  leaveOut(changed, leftOut);
}

/** How much of a territory's moves is taken. */
export interface TakenShare {
  readonly taken: number;
  readonly all: number;
}

/** By territory index, the moves that touch it and how many of them are taken. */
export function takenByTerritory(
  { moves }: Pick<Proposal, 'moves'>,
  leftOut: ReadonlySet<number>,
): ReadonlyMap<number, TakenShare> {
  const shares = new Map<number, { taken: number; all: number }>();
  for (const { row, from, to } of moves) {
    for (const territory of from < 0 ? [to] : [from, to]) {
      const share = shares.get(territory) ?? { taken: 0, all: 0 };
      share.all++;
      if (!leftOut.has(row)) share.taken++;
      shares.set(territory, share);
    }
  }
  return shares;
}
