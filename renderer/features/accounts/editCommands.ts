import type { PlanCommand } from '../../../shared/plan/command';
import type { TableColumn } from './tableColumns';

export type CellEdit =
  | { readonly ok: true; readonly command: PlanCommand }
  /** What is wrong with the text, and what to do. */
  | { readonly ok: false; readonly message: string };

/** Reads a number as a person types it: grouping, currency signs, (500) for −500; '' = none (NaN); null = not one. */
export function readTypedNumber(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '–') return NaN;
  const isBracketed = /^\(.*\)$/.test(trimmed);
  const bare = trimmed.replace(/[()\s,'$€£¥]/g, '').replace('−', '-');
  const value = bare === '' ? NaN : Number(bare);
  if (Number.isNaN(value) || !Number.isFinite(value)) return null;
  return isBracketed ? -value : value;
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
  return { command, changed: commands.length, refused };
}
