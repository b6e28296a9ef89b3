import { Button, Menu, TextInput } from '@mantine/core';
import { IconScale, IconSearch } from '@tabler/icons-react';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import type { Territory } from '../../../shared/model/territory';
import { goTo } from '../../state/routeStore';
import { useActiveRole, useRolePreview } from '../../state/activeRole';
import { selectTerritory, useViewStore } from '../../state/viewStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { beginRemove } from './hierarchy/beginDraft';
import { TerritoryMenuItems } from './hierarchy/TerritoryMenuItems';
import { renameTerritory } from './hierarchy/treeEdits';
import { useTreeDrop } from './hierarchy/useTreeDrop';
import { TreeTools } from './TreeTools';
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
  const preview = useRolePreview();
  const isOverlay = useActiveRole() !== undefined;
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
  const selected = rows[current];

  const toggle = useCallback((id: string): void => {
    setCollapsed((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);

  const isLeaf = (territory: Territory): boolean => territory.level === levels.length - 1;
  const { takesDrop, drop } = useTreeDrop(scenario);

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
    else if (row && event.key === 'F2') renameTerritory(scenario, row.territory);
    else if (row && event.key === 'Delete' && isLeaf(row.territory)) beginRemove(data, row.territory);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <>
      <div className={classes.bar}>
        <FindField query={query} onQuery={setQuery} />
        <TreeTools
          territories={territories}
          levels={levels}
          neighbours={data.neighbours}
          setCollapsed={setCollapsed}
        />
      </div>
      <div className={classes.heads} aria-hidden>
        <span className={classes.repHead}>Name and rep</span>
        <span className={classes.nameHead}>Name</span>
        <span>Index, 100 = target</span>
      </div>
      <Menu width={256} returnFocus={false}>
        <Menu.ContextMenu disabled={rows.length === 0}>
          <div
            ref={list}
            className={classes.tree}
            role="tree"
            aria-label="Territories with their index"
            tabIndex={0}
            aria-activedescendant={current >= 0 ? `tree-${rows[current]!.territory.id}` : undefined}
            onKeyDown={onKeyDown}
            onDragOver={(event) => {
              if (!event.defaultPrevented && takesDrop(null)) event.preventDefault();
            }}
            onDrop={(event) => {
              if (event.defaultPrevented) return;
              event.preventDefault();
              drop(null);
            }}
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
                takesDrop={takesDrop}
                onDropped={drop}
              />
            ))}
            {rows.length === 0 && (
              <p className={classes.none}>
                {query === '' ? 'No territories yet.' : 'No territory or rep is called that.'}
              </p>
            )}
          </div>
        </Menu.ContextMenu>
        <Menu.Dropdown>
          {selected ? (
            <TerritoryMenuItems data={data} territory={selected.territory} />
          ) : (
            <Menu.Label>Choose a territory first.</Menu.Label>
          )}
        </Menu.Dropdown>
      </Menu>
      <div className={classes.foot}>
        <span className={classes.inCorridor}>
          {format.number(spread.inCorridorCount)} of {format.number(leafCount)} in corridor
        </span>
        {!isOverlay && <BalanceButton />}
      </div>
    </>
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
