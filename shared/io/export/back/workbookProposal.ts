import type { RawSheets } from '../../import/rawSheets';
import {
  HOLDOUT_NAME,
  HOUSE_NAME,
  UNASSIGNED_NAME,
  exportContext,
  type ExportContext,
} from '../exportContext';
import type { PlanDocument } from '../../../model/planDocument';
import type { AssignTarget, PlanCommand } from '../../../plan/command';
import { CommandError } from '../../../plan/commandError';
import { assumptionChanges } from './assumptionChanges';
import { compPlanChanges } from './compPlanChanges';
import type { ProposedEdits, WorkbookChange } from './proposedEdits';
import { repChanges } from './repChanges';
import { workbookCells, type WorkbookCells } from './workbookCells';

/** What an edited workbook asks of the plan: one command, undone as one, and each difference in words. */
export interface WorkbookProposal {
  readonly scenarioId: string;
  /** Null where nothing differs. */
  readonly command: PlanCommand | null;
  readonly changes: readonly WorkbookChange[];
}

/** Whether a workbook is one that Evenland exported, by its cover. */
export function isExportedWorkbook(file: RawSheets): boolean {
  const cells = workbookCells(file);
  const row = cells.rowOf('Cover', 0, 'Made with');
  return row !== null && cells.text('Cover', row, 1) === 'Evenland' && cells.has('Accounts');
}

/**
 * Reads an exported workbook again, edited in Excel: owners, quotas pinned, reps' pay, assumptions, and the numbers of
 * the comp plans. Accounts are found by id, so the sheet may have been sorted; other sheets keep their rows.
 * @throws CommandError where the plan has no such scenario, or a cell can't be taken
 */
export function workbookProposal(document: PlanDocument, file: RawSheets): WorkbookProposal {
  const cells = workbookCells(file);
  const name = cells.text('Cover', cells.rowOf('Cover', 0, 'Scenario') ?? 0, 1);
  const scenario = document.scenarios.find((each) => each.name === name);
  if (!scenario) {
    throw new CommandError(
      `The workbook is of the scenario "${name}", which this plan does not have. Open the plan it was made from.`,
    );
  }
  const context = exportContext(document, scenario.id, '', !cells.has('Quotas'));
  const parts = [
    ownerChanges(context, cells),
    assumptionChanges(context, cells),
    ...(context.withoutPay ? [] : [repChanges(context, cells), compPlanChanges(context, cells)]),
  ];
  const commands = parts.flatMap((part) => part.commands);
  return {
    scenarioId: scenario.id,
    command: commands.length === 0 ? null : { kind: 'batch', label: `Take over ${file.fileName}`, commands },
    changes: parts.flatMap((part) => part.changes),
  };
}

/** Accounts whose Territory was changed, one command a new owner. */
function ownerChanges(context: ExportContext, cells: WorkbookCells): ProposedEdits {
  const { document, scenario, evaluation } = context;
  const { accounts } = document;
  const rowOfId = new Map<string, number>();
  accounts.ids.forEach((id, row) => {
    if (!accounts.removed[row]) rowOfId.set(id, row);
  });
  const codeOfName = new Map([
    ...evaluation.territories.assignable.map((index) => [context.territoryNames[index]!, index] as const),
    ...NOBODY.map(([name], at) => [name, -1 - at] as const),
  ]);
  const rowsOfCode = new Map<number, number[]>();
  const changes: WorkbookChange[] = [];
  for (let line = 2; ; line++) {
    const id = cells.text('Accounts', line, 0);
    if (id === '') break;
    const row = rowOfId.get(id);
    const name = cells.text('Accounts', line, 2);
    const code = codeOfName.get(name);
    if (row === undefined) continue;
    if (code === undefined) {
      throw new CommandError(
        `Accounts, row ${line}: the scenario has no territory "${name}". Choose one of the list.`,
      );
    }
    const before = evaluation.territories.assignment[row]!;
    if (before === code) continue;
    rowsOfCode.set(code, [...(rowsOfCode.get(code) ?? []), row]);
    const nameOf = (each: number) => (each < 0 ? NOBODY[-1 - each]![0] : context.territoryNames[each]!);
    changes.push({
      sheet: 'Accounts',
      what: `Territory of ${accounts.names[row]!}`,
      before: nameOf(before),
      after: name,
    });
  }
  const targetOf = (code: number): AssignTarget =>
    code < 0 ? { nobody: NOBODY[-1 - code]![1] } : { territoryId: scenario.territories[code]!.id };
  return {
    changes,
    commands: [...rowsOfCode].map(([code, rows]): PlanCommand => ({
      kind: 'assignAccounts',
      scenarioId: scenario.id,
      rows: Int32Array.from(rows),
      target: targetOf(code),
    })),
  };
}

/** By the codes of assignments: −1 unassigned, −2 house, −3 holdout. */
const NOBODY = [
  [UNASSIGNED_NAME, 'unassigned'],
  [HOUSE_NAME, 'house'],
  [HOLDOUT_NAME, 'holdout'],
] as const;
