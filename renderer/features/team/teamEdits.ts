import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Rep } from '../../../shared/model/rep';
import type { Scenario } from '../../../shared/model/scenario';
import { notify } from '../../state/noticeStore';
import { planStore } from '../../state/planStore';
import type { CellPlace } from './movedCell';
import { pasteCells, setCell } from './pasteCells';
import type { RepColumn, RepRow } from './repColumns';
import { newRep, oneRepPerTerritory } from './repEdits';

/** @returns why it can't be done, or null */
function dispatchReps(reps: readonly Rep[], label: string): string | null {
  const result = planStore.dispatch({ kind: 'putReps', reps, label });
  return result.ok ? null : result.message;
}

/** Adds a rep like the others, at the end. */
export function addRep(plan: PlanDocument): void {
  const rep = newRep(plan, { id: crypto.randomUUID(), name: `New rep ${plan.reps.length + 1}` });
  const problem = dispatchReps([rep], 'add a rep');
  if (problem !== null) notify('error', problem);
}

/** Puts a rep as changed; `what` names the field for undo. */
export function putRep(rep: Rep, what: string): void {
  const problem = dispatchReps([rep], `set ${what} of ${rep.name}`);
  if (problem !== null) notify('error', problem);
}

/** Types into a cell of the team. @returns why it can't be taken, or null */
export function typeCell(row: RepRow, column: RepColumn, typed: string): string | null {
  const result = setCell(row.rep, column, typed);
  const problem =
    typeof result === 'string'
      ? result
      : dispatchReps([result], `set ${column.title.split(',')[0]!.toLowerCase()} of ${row.rep.name}`);
  if (problem !== null) notify('error', problem);
  return problem;
}

/** Pastes cells into the team; what can't be taken stays as it was, and is named. */
export function pasteReps(
  text: string,
  rows: readonly RepRow[],
  columns: readonly RepColumn[],
  at: CellPlace,
): void {
  const { reps, problems, beyond } = pasteCells(text, rows, columns, at);
  if (reps.length > 0) {
    dispatchReps(reps, `paste into ${reps.length === 1 ? reps[0]!.name : `${reps.length} reps`}`);
  }
  if (beyond > 0) {
    notify(
      'warning',
      `${beyond === 1 ? '1 cell was' : `${beyond} cells were`} left out`,
      `${beyond === 1 ? 'It lay' : 'They lay'} beyond the edge of the table. Paste from an earlier row or column, or add reps first.`,
    );
  }
  if (problems.length === 0) return;
  const more = problems.length > 3 ? ` And ${problems.length - 3} more.` : '';
  notify('warning', 'Some cells were left as they were', `${problems.slice(0, 3).join(' ')}${more}`);
}

/** Gives every territory of the scenario a rep. */
export function seatEveryTerritory(plan: PlanDocument, scenario: Scenario | null): void {
  if (!scenario) return;
  const reps = oneRepPerTerritory(plan, scenario, () => crypto.randomUUID());
  if (reps.length === 0) notify('info', 'Every territory has a rep already.');
  else dispatchReps(reps, `give ${reps.length === 1 ? '1 territory' : `${reps.length} territories`} a rep`);
}
