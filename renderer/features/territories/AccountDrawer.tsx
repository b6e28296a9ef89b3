import { ActionIcon, Button, Menu, SegmentedControl, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconArrowsExchange,
  IconCheck,
  IconChevronDown,
  IconChevronUp,
  IconColumns3,
  IconCopy,
  IconFilter,
} from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { notify } from '../../state/noticeStore';
import { setPanelSize, usePanelStore } from '../../state/panelStore';
import { useResultStore } from '../../state/resultStore';
import { selectRows, selectTerritory, useViewStore, viewStore } from '../../state/viewStore';
import { nextSort, type GridSort } from '../../ui/gridColumn';
import { Panel } from '../../ui/Panel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { rowsAsTsv } from '../../ui/rowsAsTsv';
import { VirtualTable } from '../../ui/VirtualTable';
import classes from './AccountDrawer.module.css';
import { drawerColumns } from './drawerColumns';
import { filterByText, rowsOfTerritories, sortByColumn } from './drawerRows';
import { leavesBelow } from './leavesBelow';
import { pickForMove, previewMove } from './moveActions';
import { suggestReceiver } from './suggestReceiver';
import type { TerritoriesData } from './useTerritoriesData';

type Tab = 'selection' | 'territory' | 'all';

export const DRAWER_HEAD_PX = 38;
export const DRAWER_PX = 207;
export const DRAWER_NARROW_PX = 150;

/** The accounts behind the map: the selection, the territory, or all. */
export function AccountDrawer({ data }: { readonly data: TerritoriesData }) {
  const { plan, scenario, evaluation, selectedIndex, mainMeasure } = data;
  const { assignment } = evaluation.territories;
  const selectedRows = useViewStore((view) => view.selectedRows);
  const focusedRow = useViewStore((view) => view.focusedRow);
  const preview = useResultStore((state) => state.preview);
  const format = usePlanFormat();
  const [wanted, setWanted] = useState<Tab>('selection');
  const [sort, setSort] = useState<GridSort | null>(
    mainMeasure ? { columnId: mainMeasure.id, direction: 'descending' } : null,
  );
  const [filter, setFilter] = useState<string | null>(null);
  const [hiddenIds, setHiddenIds] = useState<readonly string[]>([]);
  const territory = scenario.territories[selectedIndex] ?? null;
  // The tab that was asked for, where there is something in it.
  const tab = tabShown(wanted, selectedRows.length > 0, territory !== null);

  const ownRows = useMemo(() => {
    if (selectedIndex < 0) return NO_ROWS;
    return rowsOfTerritories(plan.accounts, assignment, new Set(leavesBelow(scenario, selectedIndex)));
  }, [plan.accounts, assignment, scenario, selectedIndex]);
  const allRows = useMemo(
    () => rowsOfTerritories(plan.accounts, assignment, null),
    [plan.accounts, assignment],
  );
  const tabRows = tab === 'selection' ? selectedRows : tab === 'territory' ? ownRows : allRows;
  const rows = useMemo(
    () => sortByColumn(plan.accounts, filterByText(plan.accounts, tabRows, filter ?? ''), sort, assignment),
    [plan.accounts, tabRows, filter, sort, assignment],
  );
  const after = preview?.evaluation ?? null;
  const columns = useMemo(
    () => drawerColumns({ plan, scenario, evaluation }, after, format),
    [plan, scenario, evaluation, after, format],
  );

  function select(next: readonly number[]): void {
    // A click on one line of a selection points at it; it does not let the others go.
    if (tab === 'selection' && next.length === 1 && selectedRows.length > 2) return;
    const picked = viewStore.getState().mapPreview;
    if (picked) pickForMove(Int32Array.from(next), picked.territoryId);
    else selectRows(next);
    if (tab !== 'selection') setWanted(tab);
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
        <SegmentedControl
          size="xs"
          className={classes.tabs}
          aria-label="Accounts shown"
          value={tab}
          onChange={(value) => setWanted(value as Tab)}
          data={[
            { value: 'selection', label: <TabLabel name="Selection" count={selectedRows.length} /> },
            ...(territory
              ? [{ value: 'territory', label: <TabLabel name={territory.name} count={ownRows.length} /> }]
              : []),
            { value: 'all', label: <TabLabel name="All" count={allRows.length} /> },
          ]}
        />
        <FilterField filter={filter} onFilter={setFilter} />
        <ColumnChoice columns={columns} hiddenIds={hiddenIds} onHide={setHiddenIds} />
        <span className={classes.space} />
        <MoveButton data={data} />
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
}

const NO_ROWS = new Int32Array(0);

function tabShown(wanted: Tab, hasSelection: boolean, hasTerritory: boolean): Tab {
  if (wanted === 'selection' && !hasSelection) return hasTerritory ? 'territory' : 'all';
  return wanted === 'territory' && !hasTerritory ? 'all' : wanted;
}

function TabLabel({ name, count }: { readonly name: string; readonly count: number }) {
  const format = usePlanFormat();
  return (
    <span className={classes.tab}>
      <span className={classes.ellipsis}>{name}</span> <b>{format.number(count)}</b>
    </span>
  );
}

interface FilterFieldProps {
  readonly filter: string | null;
  readonly onFilter: (filter: string | null) => void;
}

function FilterField({ filter, onFilter }: FilterFieldProps) {
  if (filter === null) {
    return (
      <Button
        variant="subtle"
        color="gray"
        className={classes.wide}
        leftSection={<IconFilter size={14} stroke={1.6} aria-hidden />}
        onClick={() => onFilter('')}
      >
        Filter
      </Button>
    );
  }
  return (
    <TextInput
      className={classes.filter}
      size="xs"
      autoFocus
      aria-label="Name, town or segment holds"
      placeholder="Name, town or segment"
      leftSection={<IconFilter size={14} stroke={1.6} aria-hidden />}
      value={filter}
      onChange={(event) => onFilter(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onFilter(null);
      }}
      onBlur={() => filter === '' && onFilter(null)}
    />
  );
}

interface ColumnChoiceProps {
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly hiddenIds: readonly string[];
  readonly onHide: (hiddenIds: readonly string[]) => void;
}

function ColumnChoice({ columns, hiddenIds, onHide }: ColumnChoiceProps) {
  return (
    <Menu width={200} position="top-start" offset={4} closeOnItemClick={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          className={classes.wide}
          leftSection={<IconColumns3 size={14} stroke={1.6} aria-hidden />}
        >
          Columns
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.slice(1).map(({ id, title }) => {
          const isShown = !hiddenIds.includes(id);
          return (
            <Menu.Item
              key={id}
              role="menuitemcheckbox"
              aria-checked={isShown}
              rightSection={isShown ? <IconCheck size={14} stroke={1.6} aria-hidden /> : null}
              onClick={() =>
                onHide(isShown ? [...hiddenIds, id] : hiddenIds.filter((hidden) => hidden !== id))
              }
            >
              {title}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The way to move accounts without the map: prices the move of the selection. */
function MoveButton({ data }: { readonly data: TerritoriesData }) {
  const selectedRows = useViewStore((view) => view.selectedRows);
  const isPreviewed = useViewStore((view) => view.mapPreview !== null);
  const { scenario, evaluation, neighbours, selectedIndex } = data;
  const { assignment, index, assignable } = evaluation.territories;
  if (selectedRows.length === 0 || isPreviewed) return null;
  return (
    <Button
      leftSection={<IconArrowsExchange size={14} stroke={1.6} aria-hidden />}
      disabled={assignable.length === 0}
      onClick={() => {
        const receiver = suggestReceiver(
          selectedRows,
          assignment,
          neighbours,
          index,
          selectedIndex,
          assignable,
        );
        const territory = scenario.territories[receiver];
        if (territory) previewMove(selectedRows, { territoryId: territory.id });
      }}
    >
      Move to…
    </Button>
  );
}

function FoldButton() {
  const isNarrow = useMediaQuery('(max-width: 1100px)') ?? false;
  const key = `territories.bottom${isNarrow ? '.narrow' : ''}`;
  const open = isNarrow ? DRAWER_NARROW_PX : DRAWER_PX;
  const size = usePanelStore((state) => state.sizes[key]) ?? open;
  const isFolded = size <= DRAWER_HEAD_PX + 4;
  const Chevron = isFolded ? IconChevronUp : IconChevronDown;
  const label = isFolded ? 'Show the accounts' : 'Hide the accounts';
  return (
    <ActionIcon
      aria-label={label}
      aria-expanded={!isFolded}
      onClick={() => setPanelSize(key, isFolded ? open : DRAWER_HEAD_PX)}
    >
      <Chevron size={16} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}
