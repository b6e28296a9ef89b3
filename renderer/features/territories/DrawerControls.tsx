import { ActionIcon, Button, Menu, SegmentedControl, TextInput, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconArrowsExchange,
  IconChevronDown,
  IconChevronUp,
  IconColumns3,
  IconFilter,
  IconLock,
} from '@tabler/icons-react';
import { createContext, use, useMemo } from 'react';
import { openDialog, type ExceptionTarget } from '../../state/dialogStore';
import { setPanelSize, usePanelStore } from '../../state/panelStore';
import { useViewStore } from '../../state/viewStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './AccountDrawer.module.css';
import { DRAWER_HEAD_PX, DRAWER_NARROW_PX, DRAWER_PX } from './drawerSizes';
import { previewRows } from './moveActions';
import { suggestReceiver } from './suggestReceiver';
import type { TerritoriesData } from './useTerritoriesData';

export type DrawerTab = 'selection' | 'territory' | 'all';

interface DrawerTabsProps {
  readonly tab: DrawerTab;
  /** Null while no territory is selected. */
  readonly territoryName: string | null;
  readonly counts: Readonly<Record<DrawerTab, number>>;
  readonly onTab: (tab: DrawerTab) => void;
}

const TabCounts = createContext<Readonly<Record<DrawerTab, number>>>({ selection: 0, territory: 0, all: 0 });

/** Which accounts are shown. An edit changes the counts alone: the control itself is not drawn again for them. */
export function DrawerTabs({ tab, territoryName, counts, onTab }: DrawerTabsProps) {
  const control = useMemo(
    () => (
      <SegmentedControl
        size="xs"
        className={classes.tabs}
        aria-label="Accounts shown"
        value={tab}
        onChange={onTab}
        data={[
          { value: 'selection', label: <TabLabel name="Selection" tab="selection" /> },
          ...(territoryName === null
            ? []
            : [{ value: 'territory' as const, label: <TabLabel name={territoryName} tab="territory" /> }]),
          { value: 'all', label: <TabLabel name="All" tab="all" /> },
        ]}
      />
    ),
    [tab, territoryName, onTab],
  );
  return <TabCounts value={counts}>{control}</TabCounts>;
}

/** A tab's name with its count. */
function TabLabel({ name, tab }: { readonly name: string; readonly tab: DrawerTab }) {
  const count = use(TabCounts)[tab];
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

/** Narrows the rows by a text; a button until it is wanted. */
export function FilterField({ filter, onFilter }: FilterFieldProps) {
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

/** Which columns are shown. */
export function ColumnChoice({ columns, hiddenIds, onHide }: ColumnChoiceProps) {
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
            <Menu.CheckboxItem
              key={id}
              checked={isShown}
              onChange={() =>
                onHide(isShown ? [...hiddenIds, id] : hiddenIds.filter((hidden) => hidden !== id))
              }
            >
              {title}
            </Menu.CheckboxItem>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The way to move accounts without the map: prices the move of the selection. */
export function MoveButton({ data }: { readonly data: TerritoriesData }) {
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
          neighbours(),
          index,
          selectedIndex,
          assignable,
        );
        const territory = scenario.territories[receiver];
        if (territory) previewRows(selectedRows, { territoryId: territory.id });
      }}
    >
      Move to…
    </Button>
  );
}

/** Locks, names or sets aside the selection: the one unit that is picked, else its accounts. */
export function ExceptionButton() {
  const selectedRows = useViewStore((view) => view.selectedRows);
  const pickedUnits = useViewStore((view) => view.pickedUnits);
  const level = useViewStore((view) => view.unitLevel);
  const unitId = level !== null && pickedUnits.length === 1 ? pickedUnits[0] : undefined;
  if (selectedRows.length === 0 && unitId === undefined) return null;
  const target: ExceptionTarget =
    level !== null && unitId !== undefined ? { level, unitId } : { rows: selectedRows };
  const label = unitId === undefined ? 'Lock, name or set aside the selection' : 'Lock or set aside the unit';
  return (
    <Tooltip label={label}>
      <ActionIcon
        aria-label="Set an exception on the selection"
        onClick={() => openDialog({ kind: 'exception', target })}
      >
        <IconLock size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

/** Folds the drawer to its header, and back. */
export function FoldButton() {
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
