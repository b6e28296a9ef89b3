import { useVirtualizer } from '@tanstack/react-virtual';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useId, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { movedCell, type CellPlace } from './movedCell';
import { RepCellEditor } from './RepCellEditor';
import classes from './RepGrid.module.css';
import type { RepColumn, RepRow } from './repColumns';

export interface GridOrder {
  readonly columnId: string;
  readonly isDescending: boolean;
}

interface RepGridProps {
  readonly rows: readonly RepRow[];
  readonly columns: readonly RepColumn[];
  readonly order: GridOrder | null;
  readonly onOrder: (columnId: string) => void;
  readonly cell: CellPlace;
  readonly onCell: (cell: CellPlace) => void;
  /** @returns why it can't be taken, or null */
  readonly onType: (row: RepRow, column: RepColumn, typed: string) => string | null;
  readonly onPaste: (text: string, at: CellPlace) => void;
  /** A cell that shows more than its text. */
  readonly render: (row: RepRow, column: RepColumn) => ReactNode;
  readonly footer: readonly string[];
}

const ROW_PX = 28;

/** A table that is typed in: arrows move from cell to cell, typing or Enter edits, Delete empties, paste fills. */
export function RepGrid(props: RepGridProps) {
  const { rows, columns, cell, onCell } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const gridId = useId();
  const [editing, setEditing] = useState<{ typed: string | null } | null>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
  });
  const template = columns
    .map((column) => (column.id === 'name' ? `minmax(${column.widthPx}px, 1fr)` : `${column.widthPx}px`))
    .join(' ');

  function go(to: CellPlace): void {
    setEditing(null);
    onCell(to);
    virtualizer.scrollToIndex(to.row, { align: 'auto' });
    const id = `${gridId}-${to.row}-${to.column}`;
    requestAnimationFrame(() =>
      document.getElementById(id)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
  }

  function finish(typed: string | null, move: 'down' | 'right' | 'stay'): void {
    setEditing(null);
    const row = rows[cell.row];
    const column = columns[cell.column];
    if (typed !== null && row && column && props.onType(row, column, typed) !== null) return;
    const by = { down: 'ArrowDown', right: 'ArrowRight', stay: '' }[move];
    go(movedCell(by, cell, rows.length, columns.length) ?? cell);
    scroller.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.target !== event.currentTarget || rows.length === 0) return;
    const isMod = event.ctrlKey || event.metaKey;
    const canEdit = columns[cell.column]?.edit !== null;
    const to = isMod ? null : movedCell(event.key, cell, rows.length, columns.length);
    if (to) go(to);
    else if (canEdit && (event.key === 'Enter' || event.key === 'F2')) setEditing({ typed: null });
    else if (canEdit && (event.key === 'Delete' || event.key === 'Backspace')) finish('', 'stay');
    else if (canEdit && event.key.length === 1 && !isMod && !event.altKey) setEditing({ typed: event.key });
    else return;
    event.preventDefault();
  }

  function onCopy(event: ClipboardEvent<HTMLDivElement>): void {
    const row = rows[cell.row];
    const column = columns[cell.column];
    if (event.target !== event.currentTarget || !row || !column) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', column.text(row));
  }

  function onPaste(event: ClipboardEvent<HTMLDivElement>): void {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    props.onPaste(event.clipboardData.getData('text/plain'), cell);
  }

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      tabIndex={0}
      aria-label="Reps"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={rows.length > 0 ? `${gridId}-${cell.row}-${cell.column}` : undefined}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onPaste={onPaste}
    >
      <div className={classes.headGroup} role="rowgroup">
        <div className={classes.head} role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
          {columns.map((column) => (
            <GridHead key={column.id} column={column} order={props.order} onOrder={props.onOrder} />
          ))}
        </div>
      </div>
      <div className={classes.body} role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index]!;
          return (
            <RepGridRow
              key={row.rep.id}
              id={`${gridId}-${item.index}`}
              row={row}
              columns={columns}
              position={item.index}
              topPx={item.start}
              template={template}
              currentColumn={item.index === cell.row ? cell.column : null}
              editing={editing}
              render={props.render}
              onPick={(column) => {
                const isCurrent = item.index === cell.row && column === cell.column;
                if (!isCurrent) go({ row: item.index, column });
                else if (columns[column]?.edit && !editing) setEditing({ typed: null });
              }}
              onDone={finish}
            />
          );
        })}
      </div>
      <div className={classes.foot} style={{ gridTemplateColumns: template }} role="presentation">
        {props.footer.map((text, at) => (
          <div key={at} className={classes.cell} data-figure={columns[at]?.isFigure || undefined}>
            {text}
          </div>
        ))}
      </div>
    </div>
  );
}

interface RepGridRowProps {
  readonly id: string;
  readonly row: RepRow;
  readonly columns: readonly RepColumn[];
  readonly position: number;
  readonly topPx: number;
  readonly template: string;
  /** The column of the cell cursor; null where it is in another row. */
  readonly currentColumn: number | null;
  readonly editing: { readonly typed: string | null } | null;
  readonly render: RepGridProps['render'];
  readonly onPick: (column: number) => void;
  readonly onDone: (typed: string | null, move: 'down' | 'right' | 'stay') => void;
}

/** One row in sight. */
function RepGridRow(props: RepGridRowProps) {
  const { row, columns, currentColumn, editing } = props;
  return (
    <div
      className={classes.row}
      role="row"
      aria-rowindex={props.position + 2}
      data-current={currentColumn !== null || undefined}
      style={{ gridTemplateColumns: props.template, transform: `translateY(${props.topPx}px)` }}
    >
      {columns.map((column, at) => {
        const isCurrent = at === currentColumn;
        return (
          <div
            key={column.id}
            id={`${props.id}-${at}`}
            className={classes.cell}
            role="gridcell"
            aria-readonly={column.edit === null}
            aria-selected={isCurrent}
            data-figure={column.isFigure || undefined}
            data-name={column.id === 'name' || undefined}
            data-derived={column.edit === null || undefined}
            data-current={isCurrent || undefined}
            title={column.text(row)}
            onClick={() => props.onPick(at)}
          >
            {isCurrent && editing && column.edit ? (
              <RepCellEditor row={row} column={column} typed={editing.typed} onDone={props.onDone} />
            ) : (
              props.render(row, column)
            )}
          </div>
        );
      })}
    </div>
  );
}

function GridHead({
  column,
  order,
  onOrder,
}: {
  readonly column: RepColumn;
  readonly order: GridOrder | null;
  readonly onOrder: (columnId: string) => void;
}) {
  const isSorted = order?.columnId === column.id;
  return (
    <div
      role="columnheader"
      className={classes.headCell}
      data-figure={column.isFigure || undefined}
      data-name={column.id === 'name' || undefined}
      aria-sort={isSorted ? (order.isDescending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        tabIndex={-1}
        onClick={() => onOrder(column.id)}
        title={`Sort by ${column.title}`}
      >
        {column.title}
        {isSorted &&
          (order.isDescending ? (
            <IconArrowDown size={12} aria-hidden />
          ) : (
            <IconArrowUp size={12} aria-hidden />
          ))}
      </button>
    </div>
  );
}
