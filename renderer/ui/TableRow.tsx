import { CheckMark } from './CheckMark';
import type { SelectMode } from './gridSelection';
import type { ColumnLayout } from './useGridColumns';
import classes from './VirtualTable.module.css';

interface TableRowProps {
  readonly id: string;
  readonly row: number;
  /** Among the rows shown. */
  readonly position: number;
  readonly topPx: number;
  readonly heightPx: number;
  readonly template: string;
  readonly layout: readonly ColumnLayout[];
  readonly isSelected: boolean;
  readonly isCurrent: boolean;
  readonly isSelectable: boolean;
  readonly hasCheckbox: boolean;
  readonly onPick: (position: number, mode: SelectMode | null) => void;
  readonly onOpen: ((row: number) => void) | undefined;
  readonly onDragRow: ((row: number, event: React.DragEvent) => void) | undefined;
}

/** One row in sight. */
export function TableRow(props: TableRowProps) {
  const { row, position, layout, isSelected } = props;
  return (
    <div
      id={props.id}
      className={classes.row}
      role="row"
      aria-rowindex={position + 2}
      aria-selected={props.isSelectable ? isSelected : undefined}
      data-current={props.isCurrent || undefined}
      style={{
        gridTemplateColumns: props.template,
        height: props.heightPx,
        transform: `translateY(${props.topPx}px)`,
      }}
      onClick={(event) =>
        props.onPick(position, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only')
      }
      onDoubleClick={() => props.onOpen?.(row)}
      draggable={props.onDragRow !== undefined}
      onDragStart={props.onDragRow && ((event) => props.onDragRow?.(row, event))}
    >
      {props.hasCheckbox && (
        <div className={classes.checkCell} role="gridcell">
          <CheckMark
            isChecked={isSelected}
            isPartial={false}
            label="Select row"
            isInRow
            onToggle={() => props.onPick(position, 'toggle')}
          />
        </div>
      )}
      {layout.map(({ source, pinnedAtPx }) => (
        <div
          key={source.id}
          className={classes.cell}
          role="gridcell"
          data-align={source.align ?? 'start'}
          data-strong={source.isStrong || undefined}
          data-pinned={pinnedAtPx !== null || undefined}
          style={pinnedAtPx === null ? undefined : { left: pinnedAtPx }}
          title={source.text(row)}
        >
          {source.cell(row)}
        </div>
      ))}
    </div>
  );
}
