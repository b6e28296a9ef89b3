import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo, useState } from 'react';
import type { Territory } from '../../../shared/model/territory';
import { corridorSide } from '../../palette/indexBand';
import { selectTerritory } from '../../state/viewStore';
import { Figure } from '../../ui/Figure';
import { IndexBar } from '../../ui/IndexBar';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { TerritorySwatch } from '../../ui/TerritorySwatch';
import { beginDrag, endDrag } from './hierarchy/dragPayload';
import classes from './TerritoryTree.module.css';
import type { TreeRow } from './treeRows';

interface TerritoryTreeRowProps {
  readonly row: TreeRow;
  readonly index: number;
  /** Under a preview; null without one. */
  readonly indexAfter: number | null;
  readonly corridorShare: number;
  readonly levelCount: number;
  readonly isSelected: boolean;
  readonly onToggle: (territoryId: string) => void;
  /** Shows a territory on the map, by index. */
  readonly onShow: (territory: number) => void;
  /** Whether what is dragged can be dropped here. */
  readonly takesDrop: (target: Territory) => boolean;
  readonly onDropped: (target: Territory) => void;
}

/** A line of the tree: fold, colour, name, rep, bar, index. An edit draws anew only the lines it changes. */
export const TerritoryTreeRow = memo(function TerritoryTreeRow(props: TerritoryTreeRowProps) {
  const { row, index, indexAfter, corridorShare, levelCount } = props;
  const { territory, isExpandable, isExpanded } = row;
  const format = usePlanFormat();
  const [isTarget, setIsTarget] = useState(false);
  const isLeaf = territory.level === levelCount - 1;
  const side = Number.isNaN(index) ? 'inside' : corridorSide(index, corridorShare);
  const isTouched = indexAfter !== null && Math.abs(indexAfter - index) >= 0.5;
  const Chevron = isExpanded ? IconChevronDown : IconChevronRight;
  return (
    <div
      id={`tree-${territory.id}`}
      className={classes.row}
      role="treeitem"
      aria-level={row.depth + 1}
      aria-posinset={row.place}
      aria-setsize={row.siblingCount}
      aria-selected={props.isSelected}
      aria-expanded={isExpandable ? isExpanded : undefined}
      data-rank={isLeaf ? 'leaf' : row.depth === 0 ? 'top' : 'middle'}
      style={{ paddingLeft: 8 + row.depth * 10 + (isLeaf && row.depth > 0 ? 6 : 0) }}
      title={`${territory.name}${row.repText ? `, ${row.repText}` : ''}: index ${format.number(index, 1)}`}
      data-drop={isTarget || undefined}
      draggable
      onDragStart={(event) =>
        beginDrag(event, { kind: 'territory', territoryId: territory.id }, territory.name)
      }
      onDragEnd={endDrag}
      onDragOver={(event) => {
        if (!props.takesDrop(territory)) return;
        event.preventDefault();
        setIsTarget(true);
      }}
      onDragLeave={() => setIsTarget(false)}
      onDrop={(event) => {
        setIsTarget(false);
        if (!props.takesDrop(territory)) return;
        event.preventDefault();
        props.onDropped(territory);
      }}
      onContextMenu={() => selectTerritory(territory.id)}
      onClick={() => selectTerritory(territory.id)}
      onDoubleClick={() => props.onShow(row.index)}
    >
      <span className={classes.name}>
        {isExpandable ? (
          <span
            className={classes.chevron}
            onClick={(event) => {
              event.stopPropagation();
              props.onToggle(territory.id);
            }}
          >
            <Chevron size={14} stroke={1.6} aria-hidden />
          </span>
        ) : (
          !isLeaf && <span className={classes.chevron} />
        )}
        {isLeaf && <TerritorySwatch colorIndex={territory.colorIndex} />}
        <span className={classes.text}>{territory.name}</span>
        {row.depth === 0 && !isLeaf && <span className={classes.count}>{row.leafCount}</span>}
        {isLeaf && row.repText !== '' && <span className={classes.rep}>{row.repText}</span>}
      </span>
      <IndexBar index={index} indexAfter={isTouched ? indexAfter : null} corridorShare={corridorShare} />
      <span className={classes.figure}>
        <Figure
          value={format.index(index, corridorShare)}
          tone={side === 'over' ? 'over' : side === 'under' ? 'under' : 'plain'}
        />
      </span>
    </div>
  );
});
