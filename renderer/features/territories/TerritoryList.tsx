import { useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, type ComponentProps } from 'react';
import type { Territory } from '../../../shared/model/territory';
import { useRolePreview } from '../../state/activeRole';
import { selectTerritory, useViewStore } from '../../state/viewStore';
import { beginRemove } from './hierarchy/beginDraft';
import { renameTerritory } from './hierarchy/treeEdits';
import { useTreeDrop } from './hierarchy/useTreeDrop';
import { useShownData } from './shownData';
import classes from './TerritoryTree.module.css';
import { TerritoryTreeBlock } from './TerritoryTreeBlock';
import { idsAbove, lineOfKeys, stepOfKey } from './treeKeys';
import { BLOCK_ROWS, rowBlocks, TREE_ROW_PX, type TreeRow } from './treeRows';

/** With what a context menu hands to the element that opens it. */
interface TerritoryListProps extends ComponentProps<'div'> {
  readonly rows: readonly TreeRow[];
  /** Whether the rows are what a search found. */
  readonly isSearch: boolean;
  readonly setCollapsed: React.Dispatch<React.SetStateAction<ReadonlySet<string>>>;
  /** Shows a territory on the map. */
  readonly onShow: (territory: number) => void;
}

/**
 * The lines of the tree, of hundreds only the blocks near those in sight. Arrow and page keys walk and fold; Enter
 * shows, F2 renames, Delete removes.
 */
export function TerritoryList({ rows, isSearch, setCollapsed, onShow, ref, ...element }: TerritoryListProps) {
  const data = useShownData();
  const { scenario, evaluation } = data;
  const selectedId = useViewStore((view) => view.selectedTerritoryId);
  const preview = useRolePreview();
  const blocks = useMemo(() => rowBlocks(rows), [rows]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: blocks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => BLOCK_ROWS * TREE_ROW_PX,
    overscan: 1,
  });
  const current = rows.findIndex((row) => row.territory.id === selectedId);
  const selected = rows[current];
  const { takesDrop, drop } = useTreeDrop(scenario);
  const drawn = virtualizer.getVirtualItems();
  const isDrawn = selected && drawn.some((item) => blocks[item.index]?.includes(selected));
  // Chosen on the map or in a list, it comes into sight here too, out of what is folded as well.
  const unfoldAbove = useEffectEvent(() => {
    if (selectedId === null || selected || isSearch) return;
    const above = idsAbove(scenario.territories, selectedId);
    setCollapsed((before) =>
      above.some((id) => before.has(id)) ? new Set([...before].filter((id) => !above.includes(id))) : before,
    );
  });
  const showCurrent = useEffectEvent(() => {
    if (current >= 0 && scroller.current) scrollToLine(scroller.current, current);
  });
  useEffect(() => unfoldAbove(), [selectedId]);
  const isShown = selected !== undefined;
  // After a search too, where the list has grown round a line that stayed in it.
  useEffect(() => showCurrent(), [selectedId, isShown, isSearch]);

  const toggle = useCallback(
    (id: string): void =>
      setCollapsed((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [setCollapsed],
  );

  const isLeaf = (territory: Territory): boolean => territory.level === scenario.levels.length - 1;

  function onKeyDown(event: React.KeyboardEvent): void {
    const line = lineOfKeys(rows, scenario.territories, selectedId);
    const pageLines = Math.floor(event.currentTarget.clientHeight / TREE_ROW_PX) - 1;
    const step = stepOfKey(event.key, rows, line, pageLines);
    const row = rows[step === 'toggle' || !step ? line : step.line];
    if (row && step === 'toggle') toggle(row.territory.id);
    else if (row && step) selectTerritory(row.territory.id);
    else if (selected && event.key === 'Enter') onShow(selected.index);
    else if (selected && event.key === 'F2') renameTerritory(scenario, selected.territory);
    else if (selected && event.key === 'Delete' && isLeaf(selected.territory))
      beginRemove(data, selected.territory);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      {...element}
      ref={useMergedRef(ref, scroller)}
      className={classes.tree}
      role="tree"
      aria-label="Territories with their index"
      tabIndex={0}
      aria-activedescendant={isDrawn ? `tree-${selected.territory.id}` : undefined}
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
      <div className={classes.lines} role="presentation" style={{ height: rows.length * TREE_ROW_PX }}>
        {drawn.map((item) => {
          const block = blocks[item.index] ?? [];
          return (
            <TerritoryTreeBlock
              key={item.index}
              rows={block}
              topPx={item.start}
              index={evaluation.territories.index}
              indexAfter={preview?.evaluation.territories.index ?? null}
              corridorShare={scenario.corridorShare}
              levelCount={scenario.levels.length}
              selectedId={selected && block.includes(selected) ? selectedId : null}
              onToggle={toggle}
              onShow={onShow}
              takesDrop={takesDrop}
              onDropped={drop}
            />
          );
        })}
      </div>
      {rows.length === 0 && (
        <p className={classes.none}>
          {isSearch ? 'No territory or rep is called that.' : 'No territories yet.'}
        </p>
      )}
    </div>
  );
}

/** Room above the first line and below the last one. */
const TREE_PADDING_PX = 2;

/** Brings a line into sight, and no more than that. */
function scrollToLine(tree: Element, line: number): void {
  const top = line * TREE_ROW_PX;
  const lowest = top + TREE_ROW_PX + 2 * TREE_PADDING_PX - tree.clientHeight;
  tree.scrollTop = Math.min(Math.max(tree.scrollTop, lowest), top);
}
