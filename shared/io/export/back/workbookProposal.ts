import type { PlanDocument } from '../../../model/planDocument';
import type { PlanCommand } from '../../../plan/command';
import { CommandError } from '../../../plan/commandError';
import type { RawSheets } from '../../import/rawSheets';
import { exportContext, forSheets, type ExportContext } from '../exportContext';
import { assumptionChanges } from './assumptionChanges';
import { compPlanChanges } from './compPlanChanges';
import { ownerChanges } from './ownerChanges';
import { correctionChanges } from './correctionChanges';
import { periodNotes } from './periodNotes';
import { measureChanges } from './measureChanges';
import { repChanges } from './repChanges';
import { resultChanges } from './resultChanges';
import { territoryChanges } from './territoryChanges';
import { tellUnread } from './unreadInputs';
import { workbookCells } from './workbookCells';
import { WorkbookReview, type WorkbookChange, type WorkbookProblem } from './workbookReview';

/** What an edited workbook asks of the plan: one command, undone as one, and each difference in words. */
export interface WorkbookProposal {
  readonly scenarioId: string;
  readonly scenarioName: string;
  /** All that is taken; null where nothing is. */
  readonly command: PlanCommand | null;
  /** What differs, refused changes too. */
  readonly changes: readonly WorkbookChange[];
  /** What the workbook says that can't be taken: the plan keeps what it has there. */
  readonly problems: readonly WorkbookProblem[];
  /** What the person should know of the changes, in whole sentences. */
  readonly notes: readonly string[];
}

/** Whether a workbook is one that Evenland exported, by its cover. */
export function isExportedWorkbook(file: RawSheets): boolean {
  const cells = workbookCells(file);
  const row = cells.rowOf('Cover', 0, 'Made with');
  return row !== null && cells.text('Cover', row, 1) === 'Evenland' && cells.has('Accounts');
}

const payChanges = (context: ExportContext, review: WorkbookReview) => [
  ...repChanges(context, review),
  ...compPlanChanges(context, review),
  ...resultChanges(context, review),
  ...correctionChanges(context, review),
];

/**
 * Reads an exported workbook again, edited in Excel: owners and measures of accounts, capacities, quotas pinned, reps'
 * pay, dates, leaves and ramps, assumptions, the numbers of the comp plans, results, scores and corrections. Rows are
 * found by what they are of, so sheets may have been sorted, or be of an older version; a column that was moved or
 * deleted is told, and not read. An edited input that the plan holds nowhere is told as a problem.
 * @param refused keys of changes that the person does not want
 * @throws CommandError where the plan has no such scenario
 */
export function workbookProposal(
  document: PlanDocument,
  file: RawSheets,
  refused: ReadonlySet<string> = new Set(),
): WorkbookProposal {
  const cells = workbookCells(file);
  const name = cells.text('Cover', cells.rowOf('Cover', 0, 'Scenario') ?? 0, 1);
  const scenario = document.scenarios.find((each) => each.name === name);
  if (!scenario) {
    throw new CommandError(
      `The workbook is of the scenario “${name}”, which this plan does not have. Open the plan it was made from.`,
    );
  }
  const context = forSheets(exportContext(document, scenario.id, '', !cells.has('Quotas')));
  const review = new WorkbookReview(cells, refused);
  const commands = [
    ...ownerChanges(context, review),
    ...measureChanges(context, review),
    ...territoryChanges(context, review),
    ...assumptionChanges(context, review),
    ...(context.withoutPay ? [] : payChanges(context, review)),
  ];
  if (!context.withoutPay) tellUnread(context, review);
  return {
    scenarioId: scenario.id,
    scenarioName: scenario.name,
    command: commands.length === 0 ? null : { kind: 'batch', label: `Take over ${file.fileName}`, commands },
    changes: review.changes,
    problems: review.problems,
    notes: periodNotes(
      context,
      commands.flatMap((command) => (command.kind === 'putReps' ? command.reps : [])),
    ),
  };
}
