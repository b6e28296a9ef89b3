import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { layOutColumns, ROW_NUMBER_PX } from './columnLayout';
import { useImport } from './importStore';
import { MappingHead } from './MappingHead';
import { MappingRow } from './MappingRow';
import classes from './MappingGrid.module.css';
import { useRowWindows } from './useRowWindows';

const ROW_PX = 31;
const HEAD_PX = 64;

/** The rows as they were read, with the field of each column above it. */
export function MappingGrid() {
  const columns = useImport((state) => state.columns);
  const build = useImport((state) => state.build);
  const focused = useImport((state) => state.focusedCell);
  const format = usePlanFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => layOutColumns(columns), [columns]);
  const rowCount = build?.rowCount ?? 0;
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    scrollPaddingStart: HEAD_PX,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const rowAt = useRowWindows(build?.build ?? -1, rowCount, first, last);
  const pinnedPx = layout.reduce(
    (sum, each) => sum + (each.pinnedPx === null ? 0 : each.widthPx),
    ROW_NUMBER_PX,
  );
  const widthPx = layout.reduce((sum, each) => sum + each.widthPx, ROW_NUMBER_PX);

  useEffect(() => {
    if (!focused || !scroller.current) return;
    virtualizer.scrollToIndex(focused.gridRow, { align: 'center' });
    showColumn(scroller.current, layout, focused.columnIndex, pinnedPx);
  }, [focused, layout, pinnedPx, virtualizer]);

  const offsetPx = virtualizer.scrollOffset ?? 0;
  const roomPx = (virtualizer.scrollRect?.height ?? 0) - HEAD_PX;
  const shownFirst = rowAt(Math.max(0, Math.round(offsetPx / ROW_PX)))?.rowNumber;
  const shownLast = rowAt(Math.min(last, Math.round((offsetPx + roomPx) / ROW_PX) - 1))?.rowNumber;
  return (
    <>
      <div
        className={classes.scroller}
        ref={scroller}
        role="region"
        aria-label="Rows of the file as they are read"
        tabIndex={0}
      >
        <table className={classes.grid} style={{ width: widthPx }} aria-rowcount={rowCount + 1}>
          <MappingHead layout={layout} />
          <tbody style={{ height: virtualizer.getTotalSize() }}>
            {items.map((item) => (
              <MappingRow
                key={item.key}
                row={rowAt(item.index)}
                gridRow={item.index}
                topPx={item.start}
                layout={layout}
                focusedColumn={focused?.gridRow === item.index ? focused.columnIndex : null}
              />
            ))}
          </tbody>
        </table>
      </div>
      <footer className={classes.legend}>
        <span className={classes.key} data-tone="fix">
          read and corrected
        </span>
        <span className={classes.key} data-tone="warn">
          check
        </span>
        <span className={classes.key} data-tone="bad">
          needs you
        </span>
        <span className={classes.space} />
        {shownFirst !== undefined && (
          <span className={classes.range}>
            Rows {format.number(shownFirst)} to {format.number(shownLast ?? shownFirst)} of{' '}
            {format.number(rowCount)}
          </span>
        )}
      </footer>
    </>
  );
}

/** Scrolls sideways until a column is clear of the pinned ones. */
function showColumn(
  scroller: HTMLElement,
  layout: ReturnType<typeof layOutColumns>,
  columnIndex: number,
  pinnedPx: number,
): void {
  const at = layout.findIndex((each) => each.column.columnIndex === columnIndex);
  const target = layout[at];
  if (!target || target.pinnedPx !== null) return;
  const startPx = layout.slice(0, at).reduce((sum, each) => sum + each.widthPx, ROW_NUMBER_PX);
  const endPx = startPx + target.widthPx;
  if (startPx - pinnedPx < scroller.scrollLeft) scroller.scrollLeft = startPx - pinnedPx;
  else if (endPx > scroller.scrollLeft + scroller.clientWidth)
    scroller.scrollLeft = endPx - scroller.clientWidth;
}
