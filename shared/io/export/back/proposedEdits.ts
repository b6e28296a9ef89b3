import type { PlanCommand } from '../../../plan/command';

/** One input that differs between the workbook and the plan. */
export interface WorkbookChange {
  readonly sheet: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** Edits of one part of the workbook, and what they change. */
export interface ProposedEdits {
  readonly commands: readonly PlanCommand[];
  readonly changes: readonly WorkbookChange[];
}
