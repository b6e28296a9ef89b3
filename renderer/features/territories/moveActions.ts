import type { AssignTarget, PlanCommand } from '../../../shared/plan/command';
import { countOfUnits } from '../../../shared/plan/commands/unitCommands';
import { commandInRole, roleScenario } from '../../state/activeRole';
import { notify } from '../../state/noticeStore';
import { clearPreview, commitPreview, previewCommand, resultStore } from '../../state/resultStore';
import { NO_ROWS, NO_UNITS, selectRows, viewStore } from '../../state/viewStore';

/** What a tool caught: accounts, or units and the accounts that they take along. */
export interface Caught {
  readonly rows: Int32Array;
  /** Keys of units on the level in force; [] = accounts alone. */
  readonly unitIds: readonly string[];
  /** Keys by row for accounts whose unit the plan does not know yet: they must follow it, too. */
  readonly newKeys: readonly string[] | null;
}

/** Prices the move of accounts or units to a target and shows it; nothing is changed yet. */
export function previewMove(caught: Caught, target: AssignTarget): void {
  const scenario = roleScenario();
  if (!scenario || (caught.rows.length === 0 && caught.unitIds.length === 0)) return;
  const problem = previewCommand(commandInRole(commandOf(scenario.id, caught, target)));
  if (problem !== null) {
    notify('warning', 'This move can’t be made', problem);
    viewStore.setState({ mapPreview: null });
    return;
  }
  const territoryId = 'territoryId' in target ? target.territoryId : null;
  viewStore.setState({ mapPreview: { ...caught, target, territoryId } });
}

/** Prices the move of some accounts. */
export function previewRows(rows: Int32Array, target: AssignTarget): void {
  viewStore.setState({ pickedUnits: NO_UNITS });
  previewMove({ rows, unitIds: NO_UNITS, newKeys: null }, target);
}

function commandOf(
  scenarioId: string,
  { rows, unitIds, newKeys }: Caught,
  target: AssignTarget,
): PlanCommand {
  const { unitLevel: level, unitScope: scope } = viewStore.getState();
  if (unitIds.length === 0 || !level) return { kind: 'assignAccounts', scenarioId, rows, target };
  const units = { scenarioId, level, unitIds, scope };
  // Land that nobody has any more has no claim: a coarser unit's may hold then.
  const edit: PlanCommand =
    'nobody' in target && target.nobody === 'unassigned'
      ? { kind: 'unassignUnits', ...units }
      : { kind: 'assignUnits', ...units, target };
  if (!newKeys) return edit;
  const territory = roleScenario()?.territories.find(
    ({ id }) => 'territoryId' in target && id === target.territoryId,
  );
  const label = `assign ${countOfUnits(level, unitIds.length)} to ${territory?.name ?? 'nobody'}`;
  return { kind: 'batch', label, commands: [{ kind: 'setUnitKeys', level, keys: newKeys }, edit] };
}

/** Selects what was caught and, where there is someone to take it, previews its move. */
export function pickForMove(caught: Caught, receiverId: string | null): void {
  selectRows(caught.rows);
  viewStore.setState({ pickedUnits: caught.unitIds });
  const rows = viewStore.getState().selectedRows;
  if ((rows.length === 0 && caught.unitIds.length === 0) || receiverId === null) dropMove(false);
  else previewMove({ ...caught, rows }, { territoryId: receiverId });
}

/** Makes the previewed move: one step of undo. */
export function commitMove(): void {
  const { preview } = resultStore.getState();
  viewStore.setState({ mapPreview: null });
  const result = commitPreview();
  if (!result?.ok) return;
  selectRows(NO_ROWS);
  viewStore.setState({ pickedUnits: NO_UNITS });
  if (result.diff.changes.length === 0 && preview) {
    notify('info', 'Nothing moved', 'These are there already, or are locked where they are.');
  }
}

/** Leaves everything as it was. @param isSelectionDropped whether what was caught is let go, too */
export function dropMove(isSelectionDropped: boolean): void {
  clearPreview();
  viewStore.setState({ mapPreview: null });
  if (!isSelectionDropped) return;
  selectRows(NO_ROWS);
  viewStore.setState({ pickedUnits: NO_UNITS });
}
