import { useMemo } from 'react';
import type { Territory } from '../../../shared/model/territory';
import { useActiveScenario } from '../../state/activeScenario';
import { usePlanStore } from '../../state/planStore';
import { selectRows, useViewStore, viewStore } from '../../state/viewStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { VirtualTable } from '../../ui/VirtualTable';
import { accountGridColumn } from './accountGridColumn';
import {
  accountsStore,
  changeColumnWidths,
  sortByColumn,
  useAccountsView,
  useColumnChoices,
  useColumnWidths,
} from './accountsStore';
import { rowStore, useRows } from './rowStore';
import { hiddenIds, pinnedIds } from './shownColumns';

const NO_TERRITORIES: readonly Territory[] = [];

/** Accounts as rows; Enter or a double click types in a cell. */
export function AccountGrid() {
  const columns = useRows((state) => state.columns);
  const rows = useRows((state) => state.rows);
  const planId = usePlanStore((state) => state.plan?.id ?? '');
  const sort = useAccountsView((view) => view.sorts[0] ?? null);
  const mode = useAccountsView((view) => view.mode);
  const editing = useAccountsView((view) => view.editing);
  const selectedRows = useViewStore((view) => view.selectedRows);
  const focusedRow = useViewStore((view) => view.focusedRow);
  const hidden = useColumnChoices((choices) => choices.hidden[planId]);
  const pinned = useColumnChoices((choices) => choices.pinned[planId]);
  const widths = useColumnWidths(planId);
  const territories = useActiveScenario()?.territories;
  const format = usePlanFormat();
  const gridColumns = useMemo(
    () =>
      columns.map((column) =>
        accountGridColumn(column, {
          territories: territories ?? NO_TERRITORIES,
          format,
          editedRow: editing?.columnId === column.id ? editing.row : null,
        }),
      ),
    [columns, territories, format, editing],
  );
  return (
    <VirtualTable
      label="Accounts"
      columns={gridColumns}
      rows={rows}
      sort={sort}
      onSort={sortByColumn}
      selectedRows={selectedRows}
      onSelect={selectRows}
      hasCheckboxes
      focusedRow={focusedRow}
      onFocusRow={(row) => viewStore.setState({ focusedRow: row })}
      onOpen={editRow}
      hiddenColumnIds={
        mode === 'review' ? [...hiddenIds(columns, hidden), 'territory'] : hiddenIds(columns, hidden)
      }
      pinnedColumnIds={pinnedIds(pinned)}
      drawnWidths={{ widths, onWidths: (change) => changeColumnWidths(planId, change) }}
      empty="No account passes. Remove a filter, or search for something else."
    />
  );
}

/** Begins to type in a row: in the column that was double-clicked, or else in the one that was edited last. */
function editRow(row: number, columnId: string | null): void {
  const clicked = rowStore.getState().columns.find(({ id }) => id === columnId);
  accountsStore.setState(({ lastColumnId }) => {
    const edited = clicked?.isEditable ? clicked.id : lastColumnId;
    return { editing: { row, columnId: edited }, lastColumnId: edited };
  });
}
