import { columnName } from '../cellAddress';
import type { PlanCommand } from '../../../plan/command';
import type { WorkbookCells } from './workbookCells';

/** One input that differs between the workbook and the plan. */
export interface WorkbookChange {
  /** Names it for good, e.g. to refuse it: sheet and cell. */
  readonly key: string;
  readonly sheet: string;
  /** As Excel names it: "F2". */
  readonly cell: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** A cell that says something which can't be taken. */
export interface WorkbookProblem {
  readonly sheet: string;
  readonly cell: string;
  /** Why, and what to do; a whole sentence. */
  readonly reason: string;
}

/** A cell of a sheet: row from 1, column from 0. */
export type CellPlace = readonly [sheet: string, row: number, column: number];

/** A workbook under review: what differs, what can't be taken, and what the person does not want. */
export class WorkbookReview {
  readonly changes: WorkbookChange[] = [];
  readonly problems: WorkbookProblem[] = [];
  readonly cells: WorkbookCells;
  private readonly refused: ReadonlySet<string>;
  private readonly told = new Set<string>();

  /** @param refused keys of changes that are told, but not made */
  constructor(cells: WorkbookCells, refused: ReadonlySet<string>) {
    this.cells = cells;
    this.refused = refused;
  }

  /** Notes a change. @returns whether it is to be made */
  note(place: CellPlace, words: Pick<WorkbookChange, 'what' | 'before' | 'after'>): boolean {
    const [sheet] = place;
    const cell = nameOf(place);
    const key = `${sheet}!${cell}`;
    this.told.add(key);
    this.changes.push({ key, sheet, cell, ...words });
    return !this.refused.has(key);
  }

  problem(place: CellPlace, reason: string): void {
    const cell = nameOf(place);
    this.told.add(`${place[0]}!${cell}`);
    this.problems.push({ sheet: place[0], cell, reason });
  }

  /** Whether a cell is a change or a problem already. */
  isTold(place: CellPlace): boolean {
    return this.told.has(`${place[0]}!${nameOf(place)}`);
  }

  /**
   * A cell's number where it differs from what the plan has; a cell that holds no number is noted as a problem.
   * @param before what the plan has; null = an empty cell @param least what may be taken at the least
   * @returns undefined where nothing is to be taken; null where the cell was emptied
   */
  number(place: CellPlace, before: number | null, least = 0): number | null | undefined {
    const text = this.cells.text(...place).trim();
    if (text === '') return before === null ? undefined : null;
    const after = Number(text);
    if (!Number.isFinite(after) || after < least) {
      const wanted = Number.isFinite(least) ? `a number of ${least} or more` : 'a number';
      this.problem(place, `“${text}” is not ${wanted}.`);
      return undefined;
    }
    const isSame = before !== null && Math.abs(after - before) <= 1e-9 * Math.max(1, Math.abs(before));
    return isSame ? undefined : after;
  }

  /** Whether a column stands where it was exported; one that does not is told once, and must not be read. */
  hasColumn(sheet: string, column: number, header: string): boolean {
    if (!this.cells.has(sheet) || this.cells.text(sheet, 1, column) === header) return true;
    const place = [sheet, 1, column] as const;
    const reason = `“${header}” should stand here: put the columns back as they were. It is not read.`;
    if (!this.isTold(place)) this.problem(place, reason);
    return false;
  }

  /** Turns the changes from a point on into problems: together they can't be made. */
  reject(from: number, reason: string): void {
    for (const { sheet, cell, what, after } of this.changes.splice(from)) {
      this.problems.push({ sheet, cell, reason: `${what}: ${after} can’t be taken. ${reason}` });
    }
  }
}

/** Commands of one part of the workbook. */
export type ProposedEdits = readonly PlanCommand[];

function nameOf([, row, column]: CellPlace): string {
  return `${columnName(column)}${row}`;
}
