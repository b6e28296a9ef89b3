import { memo, type ComponentProps } from 'react';
import classes from './TerritoryTree.module.css';
import { TerritoryTreeRow } from './TerritoryTreeRow';
import type { TreeRow } from './treeRows';
import { useCutTexts } from './useCutTexts';

const NAMES = `.${classes.text}, .${classes.rep}`;

interface TerritoryTreeBlockProps extends Pick<
  ComponentProps<typeof TerritoryTreeRow>,
  'corridorShare' | 'levelCount' | 'onToggle' | 'onShow' | 'takesDrop' | 'onDropped'
> {
  readonly rows: readonly TreeRow[];
  /** Where it begins in the tree. */
  readonly topPx: number;
  /** By territory. */
  readonly index: Float64Array;
  /** Under a preview, by territory; null without one. */
  readonly indexAfter: Float64Array | null;
  /** The selected territory where it is one of these; null otherwise. */
  readonly selectedId: string | null;
}

/** Some lines of the tree that are laid out and painted together: an edit costs the blocks that it changes. */
export const TerritoryTreeBlock = memo(function TerritoryTreeBlock(props: TerritoryTreeBlockProps) {
  const { rows, topPx, index, indexAfter, selectedId, ...shared } = props;
  const block = useCutTexts(NAMES, rows);
  return (
    <div ref={block} className={classes.block} role="presentation" style={{ top: topPx }}>
      {rows.map((row) => (
        <TerritoryTreeRow
          key={row.territory.id}
          row={row}
          index={index[row.index] ?? Number.NaN}
          indexAfter={indexAfter?.[row.index] ?? null}
          isSelected={row.territory.id === selectedId}
          {...shared}
        />
      ))}
    </div>
  );
}, isSame);

/** Figures of other territories than these are of no matter. */
function isSame(before: TerritoryTreeBlockProps, after: TerritoryTreeBlockProps): boolean {
  const { rows, index, indexAfter } = after;
  return (
    rows === before.rows &&
    before.topPx === after.topPx &&
    before.selectedId === after.selectedId &&
    before.corridorShare === after.corridorShare &&
    before.levelCount === after.levelCount &&
    before.onToggle === after.onToggle &&
    before.onShow === after.onShow &&
    before.takesDrop === after.takesDrop &&
    before.onDropped === after.onDropped &&
    rows.every(
      (row) =>
        Object.is(index[row.index], before.index[row.index]) &&
        Object.is(indexAfter?.[row.index], before.indexAfter?.[row.index]),
    )
  );
}
