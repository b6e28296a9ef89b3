import { IconPin } from '@tabler/icons-react';
import { IndexBar } from '../../ui/IndexBar';
import { TerritorySwatch } from '../../ui/TerritorySwatch';
import type { RepColumn, RepRow } from './repColumns';
import classes from './RepGrid.module.css';

interface RepCellProps {
  readonly row: RepRow;
  readonly column: RepColumn;
  readonly corridorShare: number;
}

/** What a cell of the team table shows. */
export function RepCell({ row, column, corridorShare }: RepCellProps) {
  const text = column.text(row);
  if (column.id === 'territory') {
    return (
      <>
        {row.territoryName !== null && <TerritorySwatch colorIndex={row.colorIndex} />}
        <span>{text}</span>
      </>
    );
  }
  if (column.id === 'quota' && row.pay?.isPinned) {
    return (
      <>
        <IconPin className={classes.pin} size={12} stroke={1.8} role="img" aria-label="Pinned" />
        <span>{text}</span>
      </>
    );
  }
  if (column.id === 'index' && row.index !== null) {
    return (
      <>
        <IndexBar index={row.index} corridorShare={corridorShare} width={48} />
        <span style={{ minWidth: 32, textAlign: 'right' }}>{text}</span>
      </>
    );
  }
  return <span>{text}</span>;
}
