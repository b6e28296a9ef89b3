import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import type { GridColumn, GridSort } from './gridColumn';
import { movedPosition, selectAt, type GridCursor, type SelectMode } from './gridSelection';
import { rowsAsTsv } from './rowsAsTsv';
import { TableHead } from './TableHead';
import { TableRow } from './TableRow';
import { useGridColumns, type GridColumnChoices } from './useGridColumns';
import classes from './VirtualTable.module.css';

interface VirtualTableProps {
  /** Names the table for screen readers. */
  readonly label: string;
  readonly columns: readonly GridColumn[];
  /** Rows in the order they are shown: sorting and filtering are the caller's index arrays. */
  readonly rows: ArrayLike<number>;
  readonly sort?: GridSort | null;
  readonly onSort?: (columnId: string) => void;
  readonly selectedRows?: ArrayLike<number>;
  /** With this, rows are selected by mouse and keyboard; rows in any order. */
  readonly onSelect?: (rows: number[]) => void;
  /** A box before each row, and one for all in the header. */
  readonly hasCheckboxes?: boolean;
  /** Rows are ticked rather than selected: only a box or Space changes one, a click or an arrow goes to it. */
  readonly isTicked?: boolean;
  /** The row that another view points at; it is scrolled into sight. */
  readonly focusedRow?: number | null;
  readonly onFocusRow?: (row: number) => void;
  /** Enter, or a double click in a column. */
  readonly onOpen?: (row: number, columnId: string | null) => void;
  /** With this, rows can be dragged out of the table. */
  readonly onDragRow?: (row: number, event: React.DragEvent) => void;
  readonly hiddenColumnIds?: readonly string[];
  /** Stay in sight while the rest scrolls sideways. */
  readonly pinnedColumnIds?: readonly string[];
  /** With this, widths that a person draws are the caller's to keep. */
  readonly drawnWidths?: Pick<GridColumnChoices, 'widths' | 'onWidths'>;
  readonly rowHeightPx?: number;
  /** A part of the table after the rows, e.g. totals; it stays in sight. */
  readonly footer?: ReactNode;
  /** Instead of rows where there are none. */
  readonly empty?: ReactNode;
}

const NO_ROWS: readonly number[] = [];
/** The pool of rows grows by this many, so that one row more or less in sight changes no row's place in it. */
const POOL_STEP = 32;
const NO_IDS: readonly string[] = [];

/**
 * A table for 100,000 rows: only those in sight are drawn. One focus stop; arrows move, Shift extends, Space
 * toggles, Ctrl A takes all, Ctrl C copies the selected rows as text for a spreadsheet.
 */
export function VirtualTable(props: VirtualTableProps) {
  const { columns, rows, onSelect, onFocusRow, onOpen, rowHeightPx = 28 } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const gridId = useId();
  const [cursor, setCursor] = useState<GridCursor>({ position: -1, anchor: -1 });
  const selected = useMemo(() => new Set(Array.from(props.selectedRows ?? NO_ROWS)), [props.selectedRows]);
  const { layout, style } = useGridColumns(
    columns,
    {
      hiddenIds: props.hiddenColumnIds ?? NO_IDS,
      pinnedIds: props.pinnedColumnIds ?? NO_IDS,
      ...props.drawnWidths,
    },
    props.hasCheckboxes ?? false,
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 6,
  });
  const { focusedRow } = props;
  useEffect(() => {
    if (focusedRow === null || focusedRow === undefined) return;
    const position = Array.prototype.indexOf.call(rows, focusedRow);
    if (position >= 0) virtualizer.scrollToIndex(position, { align: 'auto' });
  }, [focusedRow, rows, virtualizer]);

  function moveTo(position: number, mode: SelectMode | null): void {
    const anchor = mode === 'range' ? (cursor.anchor < 0 ? cursor.position : cursor.anchor) : position;
    setCursor({ position, anchor });
    virtualizer.scrollToIndex(position, { align: 'auto' });
    onFocusRow?.(rows[position]!);
    const isTaken = mode === 'toggle' || !props.isTicked;
    if (mode && isTaken && onSelect) onSelect([...selectAt(rows, selected, position, anchor, mode)]);
  }

  function onKeyDown(event: React.KeyboardEvent<HTMLDivElement>): void {
    if (event.target !== event.currentTarget) return;
    const isMod = event.ctrlKey || event.metaKey;
    const pageSize = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeightPx) - 1);
    const to = movedPosition(event.key, cursor.position, rows.length, pageSize);
    if (to !== null && rows.length > 0) moveTo(to, event.shiftKey ? 'range' : isMod ? null : 'only');
    else if (event.key === ' ' && cursor.position >= 0) moveTo(cursor.position, 'toggle');
    else if (event.key === 'Enter' && cursor.position >= 0) onOpen?.(rows[cursor.position]!, null);
    else if (event.key === 'Escape' && selected.size > 0) onSelect?.([]);
    else if (isMod && event.key.toLowerCase() === 'a') onSelect?.(Array.from(rows));
    else if (isMod && event.key.toLowerCase() === 'c') copySelected();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function copySelected(): void {
    const wanted = Array.from(rows).filter((row) => selected.has(row));
    const text = rowsAsTsv(
      layout.map(({ source }) => source),
      wanted.length > 0 ? wanted : Array.from(rows),
    );
    void navigator.clipboard.writeText(text);
  }

  const items = virtualizer.getVirtualItems();
  const isCursorDrawn = items.some((item) => item.index === cursor.position);
  // Rows that leave the view become the ones that enter it: their elements are filled anew, not made anew.
  const poolSize = POOL_STEP * Math.ceil((items.length + 1) / POOL_STEP);
  const isAllSelected = rows.length > 0 && selected.size >= rows.length;
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      data-ticked={props.isTicked || undefined}
      data-pins={layout.some(({ pinnedAtPx }) => pinnedAtPx !== null) || undefined}
      style={style}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      aria-colcount={layout.length}
      aria-multiselectable={onSelect !== undefined}
      aria-activedescendant={isCursorDrawn ? `${gridId}-${cursor.position}` : undefined}
      onKeyDown={onKeyDown}
    >
      <TableHead
        layout={layout}
        sort={props.sort ?? null}
        onSort={props.onSort}
        checkbox={
          props.hasCheckboxes
            ? {
                isChecked: isAllSelected,
                isPartial: selected.size > 0 && !isAllSelected,
                onToggle: () => onSelect?.(isAllSelected ? [] : Array.from(rows)),
              }
            : null
        }
      />
      <div className={classes.body} role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index]!;
          return (
            <TableRow
              key={item.index % poolSize}
              id={`${gridId}-${item.index}`}
              row={row}
              position={item.index}
              topPx={item.start}
              heightPx={rowHeightPx}
              layout={layout}
              isSelected={selected.has(row)}
              isCurrent={item.index === cursor.position || row === focusedRow}
              isSelectable={onSelect !== undefined}
              hasCheckbox={props.hasCheckboxes ?? false}
              onPick={moveTo}
              onOpen={onOpen}
              onDragRow={props.onDragRow}
            />
          );
        })}
      </div>
      {rows.length === 0 && props.empty && <div className={classes.empty}>{props.empty}</div>}
      {props.footer && <div className={classes.footer}>{props.footer}</div>}
    </div>
  );
}
