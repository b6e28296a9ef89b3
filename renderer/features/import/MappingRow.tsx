import { memo } from 'react';
import { NOTHING, type PlanFormat } from '../../ui/planFormat';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import type { GridCell, GridRow } from '../../workers/importContract';
import { ROW_NUMBER_PX, type GridColumnLayout } from './columnLayout';
import classes from './MappingGrid.module.css';

interface MappingRowProps {
  /** Null while it is on its way from the worker. */
  readonly row: GridRow | null;
  readonly gridRow: number;
  readonly topPx: number;
  readonly layout: readonly GridColumnLayout[];
  readonly focusedColumn: number | null;
}

/** A row of the file; the old text stands struck through beside the value that was read. */
export const MappingRow = memo(function MappingRow(props: MappingRowProps) {
  const { row, gridRow, topPx, layout, focusedColumn } = props;
  const format = usePlanFormat();
  return (
    <tr
      style={{ transform: `translateY(${topPx}px)` }}
      aria-rowindex={gridRow + 2}
      data-current={focusedColumn !== null || undefined}
    >
      <th className={classes.rowNumber} style={{ width: ROW_NUMBER_PX }} scope="row">
        {row?.rowNumber}
      </th>
      {layout.map((each) => {
        const cell = row?.cells[each.column.columnIndex];
        return (
          <td
            key={each.column.columnIndex}
            style={{ width: each.widthPx, left: each.pinnedPx ?? undefined }}
            data-pinned={each.pinnedPx !== null || undefined}
            data-tone={cell?.tone ?? undefined}
            data-field={
              each.column.field === 'name' ? 'name' : each.column.field === 'ignore' ? 'ignore' : undefined
            }
            data-number={each.isNumeric || undefined}
            data-focused={focusedColumn === each.column.columnIndex || undefined}
            title={cell && (cell.note || cell.text)}
          >
            {cell && <CellText cell={cell} isNumeric={each.isNumeric} format={format} />}
          </td>
        );
      })}
    </tr>
  );
});

interface CellTextProps {
  readonly cell: GridCell;
  readonly isNumeric: boolean;
  readonly format: PlanFormat;
}

function CellText({ cell, isNumeric, format }: CellTextProps) {
  if (cell.text === '' && cell.before === null) {
    if (cell.tone === 'bad' || cell.tone === 'warn') return 'blank';
    return isNumeric ? <span className={classes.nothing}>{NOTHING}</span> : null;
  }
  const text = isNumeric ? grouped(cell.text, format) : cell.text;
  const shown = text === '' ? <span className={classes.nothing}>none</span> : text;
  const before = squeezed(cell.before ?? '');
  // Blanks alone can't be seen struck through: the colour and the tooltip tell of them.
  if (cell.before === null || before === squeezed(cell.text)) return shown;
  return (
    <span className={classes.reading}>
      <s className={classes.before}>{before || 'blank'}</s>
      <span className={classes.after}>{shown}</span>
    </span>
  );
}

function squeezed(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/** Groups thousands of plain numbers; anything else stands as it is in the file. */
function grouped(text: string, format: PlanFormat): string {
  return PLAIN_NUMBER.test(text) ? format.number(Number(text), 6) : text;
}
