import { Button, Menu, TextInput } from '@mantine/core';
import { IconScale, IconSearch } from '@tabler/icons-react';
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { goTo } from '../../state/routeStore';
import { useActiveRole } from '../../state/activeRole';
import { useViewStore } from '../../state/viewStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { TerritoryMenuItems } from './hierarchy/TerritoryMenuItems';
import { useShownData } from './shownData';
import { TerritoryList } from './TerritoryList';
import classes from './TerritoryTree.module.css';
import { TreeTools } from './TreeTools';
import { treeRows, type TreeRow } from './treeRows';
import type { TerritoriesData } from './useTerritoriesData';

interface TerritoryTreeProps {
  /** Shows a territory on the map. */
  readonly onShow: (territory: number) => void;
}

const NOBODY = new Set<string>();

/** Who is off target, without reading: the hierarchy with an index bar on every line. */
export function TerritoryTree({ onShow }: TerritoryTreeProps) {
  const data = useShownData();
  const { plan, scenario } = data;
  const neighboursNow = useNeighboursNow(data);
  const [query, setQuery] = useState('');
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(NOBODY);
  // Not the scenario itself: that is another one after every move of an account.
  const { territories, levels } = scenario;
  const { reps } = plan;
  const rows = useMemo(
    () => treeRows({ territories, levels }, reps, collapsed, query),
    [territories, levels, reps, collapsed, query],
  );
  return (
    <>
      <div className={classes.bar}>
        <FindField query={query} onQuery={setQuery} />
        <TreeTools
          territories={territories}
          levels={levels}
          neighbours={neighboursNow}
          hasLand={data.owners !== null}
          setCollapsed={setCollapsed}
        />
      </div>
      <div className={classes.heads} aria-hidden>
        <span className={classes.repHead}>Name and rep</span>
        <span className={classes.nameHead}>Name</span>
        <span>Index, 100 = target</span>
      </div>
      <ListWithMenu rows={rows} isSearch={query !== ''} setCollapsed={setCollapsed} onShow={onShow} />
      <Foot />
    </>
  );
}

/** Finds the neighbours as they are when asked, without being another function after each edit. */
function useNeighboursNow(data: TerritoriesData): TerritoriesData['neighbours'] {
  const latest = useRef(data);
  useEffect(() => {
    latest.current = data;
  });
  return useCallback(() => latest.current.neighbours(), []);
}

interface ListWithMenuProps {
  readonly rows: readonly TreeRow[];
  readonly isSearch: boolean;
  readonly setCollapsed: React.Dispatch<React.SetStateAction<ReadonlySet<string>>>;
  readonly onShow: (territory: number) => void;
}

/** The menu stays as it is drawn while edits come and go. */
const ListWithMenu = memo(function ListWithMenu({ rows, ...list }: ListWithMenuProps) {
  const selectedId = useViewStore((view) => view.selectedTerritoryId);
  const selected = rows.find((row) => row.territory.id === selectedId);
  return (
    <Menu width={256} returnFocus={false}>
      <Menu.ContextMenu disabled={rows.length === 0}>
        <TerritoryList rows={rows} {...list} />
      </Menu.ContextMenu>
      {/* Named itself: opened by key it stands away from its line. */}
      <Menu.Dropdown aria-label={selected?.territory.name} aria-labelledby={undefined}>
        {selected ? (
          <>
            <Menu.Label>{selected.territory.name}</Menu.Label>
            <TerritoryMenuItems territory={selected.territory} />
          </>
        ) : (
          <Menu.Label>Choose a territory first.</Menu.Label>
        )}
      </Menu.Dropdown>
    </Menu>
  );
});

function Foot() {
  const { spread, assignable } = useShownData().evaluation.territories;
  const isOverlay = useActiveRole() !== undefined;
  const format = usePlanFormat();
  return (
    <div className={classes.foot}>
      <span className={classes.inCorridor}>
        {format.number(spread.inCorridorCount)} of {format.number(assignable.length)} in corridor
      </span>
      {!isOverlay && <BalanceButton />}
    </div>
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
      placeholder="Territory or rep"
      aria-label="Find territory or rep"
      value={query}
      onChange={(event) => onQuery(event.currentTarget.value)}
    />
  );
});
