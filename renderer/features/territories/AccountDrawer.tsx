import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCopy } from '@tabler/icons-react';
import { memo, useMemo, useState } from 'react';
import { countOfAccounts } from '../../../shared/plan/claimChange';
import { notify } from '../../state/noticeStore';
import { useRolePreview } from '../../state/activeRole';
import { NO_UNITS, selectRows, selectTerritory, useViewStore, viewStore } from '../../state/viewStore';
import { nextSort, type GridSort } from '../../ui/gridColumn';
import { Panel } from '../../ui/Panel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { rowsAsTsv } from '../../ui/rowsAsTsv';
import { VirtualTable } from '../../ui/VirtualTable';
import classes from './AccountDrawer.module.css';
import { drawerColumns } from './drawerColumns';
import { filterByText, liveRows, rowsOfTerritories, sortByColumn } from './drawerRows';
import { leavesBelow } from './leavesBelow';
import {
  ColumnChoice,
  ExceptionButton,
  FilterField,
  FoldButton,
  MoveButton,
  DrawerTabs,
  type DrawerTab,
} from './DrawerControls';
import { beginDrag } from './hierarchy/dragPayload';
import { pickForMove } from './moveActions';
import type { TerritoriesData } from './useTerritoriesData';

/** The accounts behind the map: the selection, the territory, or all. */
export const AccountDrawer = memo(function AccountDrawer({ data }: { readonly data: TerritoriesData }) {
  const { plan, scenario, evaluation, selectedIndex, mainMeasure } = data;
  const { assignment, rows: rowsBySlot } = evaluation.territories;
  const selectedRows = useViewStore((view) => view.selectedRows);
  const focusedRow = useViewStore((view) => view.focusedRow);
  const preview = useRolePreview();
  const format = usePlanFormat();
  const [wanted, setWanted] = useState<DrawerTab>('selection');
  const [sort, setSort] = useState<GridSort | null>(
    mainMeasure ? { columnId: mainMeasure.id, direction: 'descending' } : null,
  );
  const [filter, setFilter] = useState<string | null>(null);
  const isNarrow = useMediaQuery('(max-width: 1100px)') ?? false;
  const [chosenIds, setHiddenIds] = useState<readonly string[] | null>(null);
  const territory = scenario.territories[selectedIndex] ?? null;
  // The tab that was asked for, where there is something in it.
  const tab = tabShown(wanted, selectedRows.length > 0, territory !== null);

  const ownRows = useMemo(
    () => rowsOfTerritories(rowsBySlot, leavesBelow(scenario, selectedIndex)),
    [rowsBySlot, scenario, selectedIndex],
  );
  const allRows = useMemo(() => liveRows(plan.accounts), [plan.accounts]);
  const tabRows = tab === 'selection' ? selectedRows : tab === 'territory' ? ownRows : allRows;
  // Only an order by territory follows the moves of accounts.
  const owners = sort?.columnId === 'territory' ? assignment : NO_ROWS;
  const rows = useMemo(
    () => sortByColumn(plan.accounts, filterByText(plan.accounts, tabRows, filter ?? ''), sort, owners),
    [plan.accounts, tabRows, filter, sort, owners],
  );
  const columns = useMemo(
    () => drawerColumns({ plan, scenario, evaluation }, preview, format),
    [plan, scenario, evaluation, preview, format],
  );

  // On a narrow window there is room for the main figures only, unless columns were chosen.
  const narrowIds = ['place', ...plan.accounts.measures.slice(2).map(({ id }) => id)];
  const hiddenIds = chosenIds ?? (isNarrow ? narrowIds : []);

  function select(next: readonly number[]): void {
    // A click on one line of a selection points at it; it does not let the others go.
    if (tab === 'selection' && next.length === 1 && selectedRows.length > 2) return;
    const picked = viewStore.getState().mapPreview;
    const rows = Int32Array.from(next);
    if (picked) pickForMove({ rows, unitIds: NO_UNITS, newKeys: null }, picked.territoryId);
    else selectRows(next);
    if (tab !== 'selection') setWanted(tab);
  }

  /** A line of the selection takes the whole of it along. */
  function drag(row: number, event: React.DragEvent): void {
    const dragged = selectedRows.includes(row) ? selectedRows : Int32Array.of(row);
    beginDrag(event, { kind: 'accounts', rows: dragged }, countOfAccounts(dragged.length));
  }

  function copy(): void {
    const shown = columns.filter(({ id }) => !hiddenIds.includes(id));
    void navigator.clipboard.writeText(rowsAsTsv(shown, rows)).then(
      () => notify('done', `${format.number(rows.length)} accounts copied`, 'Paste them into a spreadsheet.'),
      () => notify('error', 'Copying was not allowed', 'Click into the table and press Ctrl C.'),
    );
  }

  return (
    <Panel label="Accounts">
      <div className={classes.head}>
        <DrawerTabs
          tab={tab}
          territoryName={territory?.name ?? null}
          counts={{ selection: selectedRows.length, territory: ownRows.length, all: allRows.length }}
          onTab={setWanted}
        />
        <FilterField filter={filter} onFilter={setFilter} />
        <ColumnChoice columns={columns} hiddenIds={hiddenIds} onHide={setHiddenIds} />
        <span className={classes.space} />
        <MoveButton data={data} />
        <ExceptionButton />
        <Button
          variant="subtle"
          color="gray"
          className={classes.wide}
          leftSection={<IconCopy size={14} stroke={1.6} aria-hidden />}
          disabled={rows.length === 0}
          onClick={copy}
        >
          Copy
        </Button>
        <FoldButton />
      </div>
      <div className={classes.table}>
        <VirtualTable
          label={tab === 'selection' ? 'Selected accounts' : 'Accounts'}
          columns={columns}
          hiddenColumnIds={hiddenIds}
          rows={rows}
          sort={sort}
          onSort={(columnId) => setSort(nextSort(sort, columnId))}
          selectedRows={selectedRows}
          onSelect={select}
          hasCheckboxes
          onDragRow={drag}
          focusedRow={focusedRow}
          onFocusRow={(row) => viewStore.setState({ focusedRow: row })}
          onOpen={(row) => {
            const owner = scenario.territories[assignment[row]!];
            if (owner) selectTerritory(owner.id);
          }}
          empty={
            filter
              ? 'No account holds that text.'
              : tab === 'selection'
                ? 'Draw round accounts on the map, or pick them in a list.'
                : 'No accounts here.'
          }
        />
      </div>
    </Panel>
  );
});

const NO_ROWS = new Int32Array(0);

function tabShown(wanted: DrawerTab, hasSelection: boolean, hasTerritory: boolean): DrawerTab {
  if (wanted === 'selection' && !hasSelection) return hasTerritory ? 'territory' : 'all';
  return wanted === 'territory' && !hasTerritory ? 'all' : wanted;
}
