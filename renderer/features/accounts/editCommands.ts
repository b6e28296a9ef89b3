import type { PlanCommand } from '../../../shared/plan/command';
import { readNumber, type DecimalMark } from '../../../shared/io/import/cleanNumber';
import type { TableColumn } from './tableColumns';

export type CellEdit =
  | { readonly ok: true; readonly command: PlanCommand }
  /** What is wrong with the text, and what to do. */
  | { readonly ok: false; readonly message: string };

/** Which sign parts decimals where this computer stands. */
function localMark(): DecimalMark {
  const parts = new Intl.NumberFormat().formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
}

/**
 * Reads a number as a person types it, as the import does: 1,200 · 1,5 · 1.234,56 · $500 · (500) for −500.
 * @param mark parts the decimals where the digits do not tell, as in 1.234
 * @returns NaN = no value, null = not a number
 */
export function readTypedNumber(text: string, mark: DecimalMark = localMark()): number | null {
  if (/^[–-]?$/.test(text.trim())) return NaN;
  const reading = readNumber(text, mark);
  if (reading.kind !== 'number' || reading.rule === 'range') return null;
  return Number.isFinite(reading.value) ? reading.value : null;
}

/** What typing a text into a cell does to the plan. */
export function editCell(column: TableColumn, row: number, text: string): CellEdit {
  const { source } = column;
  switch (source.kind) {
    case 'name':
      return text.trim() === ''
        ? { ok: false, message: 'An account needs a name. Type one, or press Esc to leave it.' }
        : { ok: true, command: { kind: 'editAccountCell', row, column: { name: text.trim() } } };
    case 'attribute':
      return {
        ok: true,
        command: {
          kind: 'editAccountCell',
          row,
          column: { attributeId: source.attribute.id, value: text.trim() },
        },
      };
    case 'measure': {
      const value = readTypedNumber(text);
      return value === null
        ? {
            ok: false,
            message: `"${text}" is not a number. Type digits such as 1,200, or nothing for no value.`,
          }
        : {
            ok: true,
            command: { kind: 'editAccountCell', row, column: { measureId: source.measure.id, value } },
          };
    }
    case 'id':
    case 'place':
    case 'territory':
      return { ok: false, message: `${column.label} can't be typed in here.` };
  }
}

export interface PastedCells {
  readonly command: PlanCommand | null;
  readonly changed: number;
  /** Cells that could not be taken, each with the reason. */
  readonly refused: readonly { readonly row: number; readonly column: string; readonly message: string }[];
  /** Filled lines and columns of the block for which the table has no row or column. */
  readonly beyond: { readonly lines: number; readonly columns: number };
}

/**
 * A block of cells pasted at a cell: row by row as the table shows them, column by column from there.
 * Cells that don't fit are refused by name, the others go in, as one step of undo.
 */
export function pasteCells(
  cells: readonly (readonly string[])[],
  rows: readonly number[],
  columns: readonly TableColumn[],
): PastedCells {
  const commands: PlanCommand[] = [];
  const refused: { row: number; column: string; message: string }[] = [];
  cells.slice(0, rows.length).forEach((line, lineIndex) => {
    const row = rows[lineIndex]!;
    line.slice(0, columns.length).forEach((text, cellIndex) => {
      const column = columns[cellIndex]!;
      const edit = editCell(column, row, text);
      if (edit.ok) commands.push(edit.command);
      else refused.push({ row, column: column.label, message: edit.message });
    });
  });
  const label = `paste ${commands.length} ${commands.length === 1 ? 'cell' : 'cells'}`;
  const command: PlanCommand | null = commands.length > 0 ? { kind: 'batch', label, commands } : null;
  return {
    command,
    changed: commands.length,
    refused,
    beyond: beyondTable(cells, rows.length, columns.length),
  };
}

function beyondTable(
  cells: readonly (readonly string[])[],
  rowCount: number,
  columnCount: number,
): PastedCells['beyond'] {
  const isFilled = (text: string): boolean => text.trim() !== '';
  const widths = cells.map((line) => line.findLastIndex(isFilled) + 1);
  return {
    lines: widths.slice(rowCount).filter((width) => width > 0).length,
    columns: Math.max(0, Math.max(0, ...widths) - columnCount),
  };
}

/** What lay beyond the table's edge, as a sentence; '' where nothing did. */
export function beyondText({ lines, columns }: PastedCells['beyond']): string {
  const parts = [
    ...(lines > 0 ? [`${lines} ${lines === 1 ? 'line' : 'lines'}`] : []),
    ...(columns > 0 ? [`${columns} ${columns === 1 ? 'column' : 'columns'}`] : []),
  ];
  if (parts.length === 0) return '';
  return `${parts.join(' and ')} lay beyond the edge of the table. Paste from an earlier row or column, or import them as a list.`;
}
