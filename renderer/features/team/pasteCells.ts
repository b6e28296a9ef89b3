import type { Rep } from '../../../shared/model/rep';
import type { RepColumn, RepRow } from './repColumns';

export interface PasteResult {
  readonly reps: readonly Rep[];
  /** What could not be taken, one sentence a cell. */
  readonly problems: readonly string[];
  /** Filled cells for which the table has no row or column. */
  readonly beyond: number;
}

/** One cell typed or pasted; a string says why it can't be taken. */
export function setCell(rep: Rep, column: RepColumn, typed: string): Rep | string {
  const { edit } = column;
  if (!edit) return `${column.title} is worked out and can't be typed.`;
  if (edit.kind === 'text') return edit.set(rep, typed);
  const wanted = typed.trim().toLowerCase();
  const choice = edit.choices.find((each) => each.label.toLowerCase() === wanted);
  if (choice) return edit.set(rep, choice.value);
  if (column.id === 'role' && wanted !== '') return { ...rep, role: typed.trim() };
  return `${column.title}: there is no "${typed.trim()}".`;
}

/**
 * Cells from a spreadsheet, put in from a cell to the right and down; those beyond the table are left out and counted.
 * @param text tab-separated lines
 */
export function pasteCells(
  text: string,
  rows: readonly RepRow[],
  columns: readonly RepColumn[],
  at: { readonly row: number; readonly column: number },
): PasteResult {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  const problems: string[] = [];
  let beyond = 0;
  const reps = lines.flatMap((line, down) => {
    const cells = line.split('\t');
    const row = rows[at.row + down];
    const width = row ? columns.length - at.column : 0;
    beyond += cells.slice(width).filter((cell) => cell.trim() !== '').length;
    if (!row) return [];
    let rep = row.rep;
    cells.slice(0, width).forEach((cell, right) => {
      const column = columns[at.column + right]!;
      if (cell.trim() === '' && column.edit?.kind === 'choice') return;
      const result = setCell(rep, column, cell);
      if (typeof result === 'string') problems.push(`${row.rep.name}: ${result}`);
      else rep = result;
    });
    return rep === row.rep ? [] : [rep];
  });
  return { reps, problems, beyond };
}
