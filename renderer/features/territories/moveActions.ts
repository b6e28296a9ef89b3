import type { AssignTarget } from '../../../shared/plan/command';
import { activeScenario } from '../../state/activeScenario';
import { notify } from '../../state/noticeStore';
import { clearPreview, commitPreview, previewCommand, resultStore } from '../../state/resultStore';
import { NO_ROWS, selectRows, viewStore } from '../../state/viewStore';

/** Prices the move of rows to a target and shows it; nothing is changed yet. */
export function previewMove(rows: Int32Array, target: AssignTarget): void {
  const scenario = activeScenario();
  if (!scenario || rows.length === 0) return;
  const problem = previewCommand({ kind: 'assignAccounts', scenarioId: scenario.id, rows, target });
  if (problem !== null) {
    notify('warning', 'This move can’t be made', problem);
    viewStore.setState({ mapPreview: null });
    return;
  }
  viewStore.setState({
    mapPreview: { rows, territoryId: 'territoryId' in target ? target.territoryId : null },
  });
}

/** Selects rows and, where there is someone to take them, previews their move. */
export function pickForMove(rows: Int32Array, receiverId: string | null): void {
  selectRows(rows);
  const { selectedRows } = viewStore.getState();
  if (selectedRows.length === 0 || receiverId === null) dropMove(false);
  else previewMove(selectedRows, { territoryId: receiverId });
}

/** Makes the previewed move: one step of undo. */
export function commitMove(): void {
  const { preview } = resultStore.getState();
  viewStore.setState({ mapPreview: null });
  const result = commitPreview();
  if (!result?.ok) return;
  selectRows(NO_ROWS);
  if (result.diff.changes.length === 0 && preview) {
    notify('info', 'Nothing moved', 'These accounts are there already, or are locked where they are.');
  }
}

/** Leaves everything as it was. @param isSelectionDropped whether the accounts are let go, too */
export function dropMove(isSelectionDropped: boolean): void {
  clearPreview();
  viewStore.setState({ mapPreview: null });
  if (isSelectionDropped) selectRows(NO_ROWS);
}
