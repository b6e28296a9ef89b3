import { memo, type MouseEvent } from 'react';
import { CheckMark } from './CheckMark';
import type { GridColumn } from './gridColumn';
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
  readonly layout: readonly ColumnLayout[];
  readonly isSelected: boolean;
  readonly isCurrent: boolean;
  readonly isSelectable: boolean;
  readonly hasCheckbox: boolean;
  readonly onPick: (position: number, mode: SelectMode | null) => void;
  readonly onOpen: ((row: number, columnId: string | null) => void) | undefined;
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
        height: props.heightPx,
        transform: `translateY(${props.topPx}px)`,
      }}
      onClick={(event) =>
        props.onPick(position, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only')
      }
      onDoubleClick={(event) => props.onOpen?.(row, columnAt(event.target, layout))}
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
        <TableCell key={source.id} column={source} row={row} pinnedAtPx={pinnedAtPx} />
      ))}
    </div>
  );
}

interface TableCellProps {
  readonly column: GridColumn;
  readonly row: number;
  readonly pinnedAtPx: number | null;
}

/** A cell is drawn again only where its row or its column is another one: an edit touches the cells of its column. */
const TableCell = memo(function TableCell({ column, row, pinnedAtPx }: TableCellProps) {
  return (
    <div
      className={classes.cell}
      role="gridcell"
      data-column={column.id}
      data-align={column.align ?? 'start'}
      data-strong={column.isStrong || undefined}
      data-pinned={pinnedAtPx !== null || undefined}
      style={pinnedAtPx === null ? undefined : { left: pinnedAtPx }}
      // The full text, for the cell under the mouse alone: five hundred of them would be written with each sort.
      onMouseMove={(event: MouseEvent<HTMLElement>) => {
        event.currentTarget.title = column.text(row);
      }}
    >
      {column.cell(row)}
    </div>
  );
});

/** The column whose cell holds an element, null outside of cells. */
function columnAt(target: EventTarget, layout: readonly ColumnLayout[]): string | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[role="gridcell"]') : null;
  return layout.find(({ source }) => source.id === cell?.dataset['column'])?.source.id ?? null;
}
