import { useMemo } from 'react';
import { useActiveScenario } from '../../state/activeScenario';
import { usePlanStore } from '../../state/planStore';
import { selectRows, useViewStore, viewStore } from '../../state/viewStore';
import type { GridColumn } from '../../ui/gridColumn';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { VirtualTable } from '../../ui/VirtualTable';
import { AccountCell } from './AccountCell';
import {
  accountsStore,
  changeColumnWidths,
  sortByColumn,
  useAccountsView,
  useColumnChoices,
  useColumnWidths,
} from './accountsStore';
import { useRows } from './rowStore';
import { hiddenIds, pinnedIds } from './shownColumns';
import { cellText, type TableColumn } from './tableColumns';

/** Accounts as rows; Enter or a double click types in a cell. */
export function AccountGrid() {
  const columns = useRows((state) => state.columns);
  const rows = useRows((state) => state.rows);
  const planId = usePlanStore((state) => state.plan?.id ?? '');
  const sort = useAccountsView((view) => view.sorts[0] ?? null);
  const mode = useAccountsView((view) => view.mode);
  const selectedRows = useViewStore((view) => view.selectedRows);
  const focusedRow = useViewStore((view) => view.focusedRow);
  const hidden = useColumnChoices((choices) => choices.hidden[planId]);
  const pinned = useColumnChoices((choices) => choices.pinned[planId]);
  const widths = useColumnWidths(planId);
  const territories = useActiveScenario()?.territories;
  const format = usePlanFormat();
  const gridColumns = useMemo(
    () =>
      columns.map((column): GridColumn => {
        const { source } = column;
        const suffix = source.kind === 'measure' ? format.measureUnitSuffix(source.measure.kind) : '';
        return {
          id: column.id,
          title: column.label + suffix,
          align: column.isNumeric ? 'end' : 'start',
          widthPx: column.width,
          isGrowing: column.id === 'name',
          isStrong: column.id === 'name',
          cell: (row) => <AccountCell column={column} row={row} territories={territories ?? []} />,
          text: (row) => plainText(column, row),
        };
      }),
    [columns, territories, format],
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

/** Digits and nothing else, as spreadsheets read numbers. */
function plainText({ source }: TableColumn, row: number): string {
  if (source.kind !== 'measure') return cellText(source, row);
  const value = source.measure.values[row]!;
  return Number.isNaN(value) ? '' : String(value);
}

/** Begins to type in a row, in the column that was edited last. */
function editRow(row: number): void {
  accountsStore.setState(({ lastColumnId }) => ({ editing: { row, columnId: lastColumnId } }));
}
