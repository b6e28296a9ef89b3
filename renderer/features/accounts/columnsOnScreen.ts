import { planStore } from '../../state/planStore';
import { columnChoices } from './accountsStore';
import { shownColumns } from './shownColumns';
import type { TableColumn } from './tableColumns';

/** The columns as the person of this plan has them, pinned ones first. */
export function columnsOnScreen(columns: readonly TableColumn[]): TableColumn[] {
  const planId = planStore.store.getState().plan?.id ?? '';
  const { hidden, pinned } = columnChoices.getState();
  return shownColumns(columns, hidden[planId], pinned[planId]);
}
