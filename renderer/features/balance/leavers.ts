import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Rep } from '../../../shared/model/rep';
import { applyDiff } from '../../../shared/plan/applyDiff';
import type { PlanCommand } from '../../../shared/plan/command';
import { runCommand } from '../../../shared/plan/runCommand';
import type { BalanceTask } from './balanceTask';

type PutReps = Extract<PlanCommand, { kind: 'putReps' }>;

function endingOf({ preparing }: BalanceTask): PutReps | null {
  return preparing.find((command) => command.kind === 'putReps') ?? null;
}

/** The people who hold a territory that goes, without those whose time had an end already. */
export function leaversOf(task: BalanceTask): Rep[] {
  const goes = new Set(task.effect?.removed.map((index) => task.scenario.territories[index]!.id));
  const ending = new Set(endingOf(task)?.reps.map(({ id }) => id));
  return task.document.reps.filter(
    ({ id, territoryId, endDate }) =>
      territoryId !== null && goes.has(territoryId) && (endDate === null || ending.has(id)),
  );
}

/** The last day that the proposal gives those who leave, ISO date; null = they stay in Team. */
export function lastDayOf(task: BalanceTask): string | null {
  return endingOf(task)?.reps[0]?.endDate ?? null;
}

/**
 * The task with a last day for the people whose territory goes: one more of its edits, so that figures and undo
 * take it with the rest.
 * @param lastDay ISO date; null = they stay
 */
export function withLastDay(task: BalanceTask, lastDay: string | null): BalanceTask {
  const reps = leaversOf(task).map((rep) => ({ ...rep, endDate: lastDay }));
  if (reps.length === 0) return task;
  const ending: PutReps = { kind: 'putReps', reps, label: `end ${reps.map(({ name }) => name).join(', ')}` };
  const others = task.preparing.filter((command) => command !== endingOf(task));
  return {
    ...task,
    preparing: lastDay === null ? others : [...others, ending],
    document: applyDiff(task.document, runCommand(task.document, ending)),
  };
}

/** The task's edits with the people as the plan has them now, which may be later than the proposal. */
export function withPeopleNow(task: BalanceTask, { reps }: Pick<PlanDocument, 'reps'>): BalanceTask {
  const now = new Map(reps.map((rep) => [rep.id, rep]));
  const preparing = task.preparing.map((command): PlanCommand => {
    if (command.kind !== 'putReps') return command;
    const present = command.reps.flatMap(({ id, endDate }) => {
      const rep = now.get(id);
      return rep ? [{ ...rep, endDate }] : [];
    });
    return { ...command, reps: present };
  });
  return { ...task, preparing };
}
