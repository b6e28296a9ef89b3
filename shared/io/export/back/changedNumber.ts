import { CommandError } from '../../../plan/commandError';
import type { WorkbookCells } from './workbookCells';

/**
 * A cell's number where it differs from what the plan has.
 * @param before what the plan has; null = an empty cell
 * @returns undefined where nothing changed; null where the cell was emptied
 * @throws CommandError where the cell holds no number, or one below `least`
 */
export function changedNumber(
  cells: WorkbookCells,
  [sheet, row, column]: readonly [sheet: string, row: number, column: number],
  before: number | null,
  least = 0,
): number | null | undefined {
  const text = cells.text(sheet, row, column).trim();
  if (text === '') return before === null ? undefined : null;
  const after = Number(text);
  if (!Number.isFinite(after) || after < least) {
    throw new CommandError(
      `${sheet}, row ${row}: "${text}" is no number of ${least} or more. Correct it and try again.`,
    );
  }
  const isSame = before !== null && Math.abs(after - before) <= 1e-9 * Math.max(1, Math.abs(before));
  return isSame ? undefined : after;
}
