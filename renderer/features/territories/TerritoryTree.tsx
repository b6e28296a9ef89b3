import { ActionIcon, Button, Menu, TextInput, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconPlus, IconScale, IconSearch } from '@tabler/icons-react';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import type { Scenario } from '../../../shared/model/scenario';
import { activeScenario } from '../../state/activeScenario';
import { planStore } from '../../state/planStore';
import { goTo } from '../../state/routeStore';
import { resultStore, useResultStore } from '../../state/resultStore';
import { selectTerritory, useViewStore, viewStore } from '../../state/viewStore';
import { Panel, PanelHeader } from '../../ui/Panel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { addTerritory, recolourCommand } from './territoryActions';
import classes from './TerritoryTree.module.css';
import { TerritoryTreeRow } from './TerritoryTreeRow';
import { treeRows } from './treeRows';
import type { TerritoriesData } from './useTerritoriesData';

interface TerritoryTreeProps {
  readonly data: TerritoriesData;
  /** Shows a territory on the map. */
  readonly onShow: (territory: number) => void;
}

const NOBODY = new Set<string>();

/** Who is off target, without reading: the hierarchy with an index bar on every line. */
export function TerritoryTree({ data, onShow }: TerritoryTreeProps) {
  const { plan, scenario, evaluation } = data;
  const [query, setQuery] = useState('');
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(NOBODY);
  const selectedId = useViewStore((view) => view.selectedTerritoryId);
  const preview = useResultStore((state) => state.preview);
  const format = usePlanFormat();
  const list = useRef<HTMLDivElement>(null);
  // Not the scenario itself: that is another one after every move of an account.
  const { territories, levels } = scenario;
  const rows = useMemo(
    () => treeRows({ territories, levels }, plan.reps, collapsed, query),
    [territories, levels, plan.reps, collapsed, query],
  );
  const { spread } = evaluation.territories;
  const leafCount = evaluation.territories.assignable.length;
  const current = rows.findIndex((row) => row.territory.id === selectedId);

  const toggle = useCallback((id: string): void => {
    setCollapsed((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);

  function onKeyDown(event: React.KeyboardEvent): void {
    const row = rows[current];
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -rows.length, End: rows.length }[event.key];
    if (step !== undefined) {
      const to = Math.max(0, Math.min(rows.length - 1, current < 0 ? 0 : current + step));
      if (rows[to]) selectTerritory(rows[to].territory.id);
      list.current?.children[to]?.scrollIntoView({ block: 'nearest' });
    } else if (row && event.key === 'ArrowRight' && row.isExpandable && !row.isExpanded)
      toggle(row.territory.id);
    else if (row && event.key === 'ArrowLeft' && row.isExpanded) toggle(row.territory.id);
    else if (row && event.key === 'Enter') onShow(row.index);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <Panel label="Territories">
      <TreeHeader
        leafCount={leafCount}
        territories={territories}
        levels={levels}
        neighbours={data.neighbours}
        setCollapsed={setCollapsed}
      />
      <FindField query={query} onQuery={setQuery} />
      <div className={classes.heads} aria-hidden>
        <span className={classes.repHead}>Name and rep</span>
        <span className={classes.nameHead}>Name</span>
        <span>Index, 100 = target</span>
      </div>
      <div
        ref={list}
        className={classes.tree}
        role="tree"
        aria-label="Territories with their index"
        tabIndex={0}
        aria-activedescendant={current >= 0 ? `tree-${rows[current]!.territory.id}` : undefined}
        onKeyDown={onKeyDown}
      >
        {rows.map((row) => (
          <TerritoryTreeRow
            key={row.territory.id}
            row={row}
            index={evaluation.territories.index[row.index] ?? Number.NaN}
            indexAfter={preview?.evaluation.territories.index[row.index] ?? null}
            corridorShare={scenario.corridorShare}
            levelCount={scenario.levels.length}
            isSelected={row.territory.id === selectedId}
            onToggle={toggle}
            onShow={onShow}
          />
        ))}
        {rows.length === 0 && (
          <p className={classes.none}>
            {query === '' ? 'No territories yet.' : 'No territory or rep is called that.'}
          </p>
        )}
      </div>
      <div className={classes.foot}>
        <span className={classes.inCorridor}>
          {format.number(spread.inCorridorCount)} of {format.number(leafCount)} in corridor
        </span>
        <BalanceButton />
      </div>
    </Panel>
  );
}

const BalanceButton = memo(function BalanceButton() {
  return (
    <Button leftSection={<IconScale size={14} stroke={1.6} aria-hidden />} onClick={() => goTo('balance')}>
      Balance
    </Button>
  );
});

interface FindFieldProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

const FindField = memo(function FindField({ query, onQuery }: FindFieldProps) {
  return (
    <TextInput
      className={classes.find}
      leftSection={<IconSearch size={14} stroke={1.6} aria-hidden />}
      placeholder="Find territory or rep"
      aria-label="Find territory or rep"
      value={query}
      onChange={(event) => onQuery(event.currentTarget.value)}
    />
  );
});

interface TreeMenuProps extends Pick<Scenario, 'territories' | 'levels'> {
  readonly neighbours: TerritoriesData['neighbours'];
  readonly setCollapsed: (collapsed: ReadonlySet<string>) => void;
}

/** What the header does it does to the plan as it is at the click: it follows no move of accounts. */
const TreeHeader = memo(function TreeHeader({
  leafCount,
  ...menu
}: TreeMenuProps & { readonly leafCount: number }) {
  const format = usePlanFormat();
  return (
    <PanelHeader title="Territories" note={format.number(leafCount)}>
      <Tooltip label="Add territory">
        <ActionIcon aria-label="Add territory" onClick={() => addBesideSelected(menu.neighbours)}>
          <IconPlus size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <TreeMenu {...menu} />
    </PanelHeader>
  );
});

function addBesideSelected(neighbours: TerritoriesData['neighbours']): void {
  const scenario = activeScenario();
  const { evaluation } = resultStore.getState();
  if (!scenario || !evaluation) return;
  const { selectedTerritoryId, selectedRows } = viewStore.getState();
  const selected = scenario.territories.find(({ id, isRemoved }) => id === selectedTerritoryId && !isRemoved);
  addTerritory(scenario, neighbours, selected ?? null, selectedRows, evaluation.territories.assignment);
}

function TreeMenu({ territories, levels, neighbours, setCollapsed }: TreeMenuProps) {
  const isReadOnly = planStore.store.getState().readOnlyReason !== null;
  const parents = territories.filter((territory) => territory.level < levels.length - 1);
  return (
    <Menu width={220} position="bottom-end" offset={4}>
      <Menu.Target>
        <ActionIcon aria-label="Tree options">
          <IconAdjustmentsHorizontal size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={parents.length === 0} onClick={() => setCollapsed(NOBODY)}>
          Unfold all
        </Menu.Item>
        <Menu.Item
          disabled={parents.length === 0}
          onClick={() => setCollapsed(new Set(parents.map((territory) => territory.id)))}
        >
          Fold all
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          disabled={isReadOnly || neighbours.length === 0}
          onClick={() => {
            const scenario = activeScenario();
            if (scenario) planStore.dispatch(recolourCommand(scenario, neighbours));
          }}
        >
          Recolour territories
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
